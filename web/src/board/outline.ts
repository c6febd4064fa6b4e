// The outline of a set of squares: of a cage, a region, a whole board. Pure.

import type { Board, Square } from "../protocol/engine";
import { bendOf, finely, type Bend, type Point } from "./coast";
import { oncePer } from "./derived";
import { UNIT } from "./geometry";
import { layoutOf, squaresOf } from "./layout";

interface Edge {
  from: Point;
  to: Point;
}

const id = ([x, y]: Point) => `${x},${y}`;

/** The sides that only one of the squares has, clockwise: the inside is on the right hand. */
function rim(squares: readonly Square[]): Edge[] {
  const inside = new Set(squares.map(({ row, column }) => id([column, row])));
  const edges: Edge[] = [];
  for (const { row: y, column: x } of squares) {
    const corners: Point[] = [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
    ];
    const beside: Point[] = [
      [x, y - 1],
      [x + 1, y],
      [x, y + 1],
      [x - 1, y],
    ];
    beside.forEach((other, side) => {
      if (!inside.has(id(other))) edges.push({ from: corners[side]!, to: corners[(side + 1) % 4]! });
    });
  }
  return edges;
}

const step = ({ from, to }: Edge): Point => [Math.sign(to[0] - from[0]), Math.sign(to[1] - from[1])];
const isRightTurn = ([ax, ay]: Point, [bx, by]: Point) => ax * by - ay * bx > 0;

/** Takes the rest of the loop that begins with `first` out of `waiting`. Squares that touch at a corner stay apart. */
function loopFrom(first: Edge, waiting: Map<string, Edge[]>): Edge[] {
  const loop = [first];
  for (;;) {
    const last = loop.at(-1)!;
    const choices = waiting.get(id(last.to)) ?? [];
    const right = choices.findIndex((edge) => isRightTurn(step(last), step(edge)));
    const [next] = choices.splice(Math.max(right, 0), 1);
    if (!next) return loop;
    loop.push(next);
  }
}

/** Closed lines around the squares (holes too), as the corners where they turn. */
export function outlines(squares: readonly Square[]): Edge[][] {
  const waiting = new Map<string, Edge[]>();
  for (const edge of rim(squares)) waiting.set(id(edge.from), [...(waiting.get(id(edge.from)) ?? []), edge]);
  const loops: Edge[][] = [];
  for (const starts of waiting.values()) {
    while (starts.length > 0) loops.push(straightened(loopFrom(starts.shift()!, waiting)));
  }
  return loops;
}

function straightened(loop: Edge[]): Edge[] {
  const turns = loop.filter((edge, i) => id(step(edge)) !== id(step(loop.at(i - 1)!)));
  return turns.map((edge, i) => ({ from: edge.from, to: turns[(i + 1) % turns.length]!.from }));
}

/** As a path, drawn so far inside the squares; bent, if a `bend` is given. */
export function outlinePath(squares: readonly Square[], inset = 0, bend: Bend | null = null): string {
  return outlines(squares)
    .map((loop) => {
      const corners = loop.map((edge, i): Point => {
        const [ax, ay] = step(loop.at(i - 1)!);
        const [bx, by] = step(edge);
        // The inside lies to the right of both edges that meet here.
        return [edge.from[0] * UNIT - inset * (ay + by), edge.from[1] * UNIT + inset * (ax + bx)];
      });
      const points = bend ? finely(corners, UNIT / FINE).map((point) => bend(point).map(tenths)) : corners;
      return `M${points.map(([x, y]) => `${x} ${y}`).join("L")}Z`;
    })
    .join("");
}

/** A bent side of a square is drawn in so many pieces. */
const FINE = 6;
const tenths = (n: number) => Math.round(n * 10) / 10;

type Shape = Pick<Board, "cells" | "blocks" | "labels">;

/** The borders of the regions; nothing where cells are squares. */
export const regionsPath: (board: Shape) => string = oncePer((board: Shape) => {
  const bend = bendOf(board)?.(UNIT);
  return bend ? board.cells.map((cell) => outlinePath(squaresOf(cell), 0, bend)).join("") : "";
});

/** Around everything that is not margin. */
export const bodyPath: (board: Shape) => string = oncePer((board: Shape) => outlinePath(layoutOf(board).body));
