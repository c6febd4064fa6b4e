// Where the arrow keys lead on a board. Pure.

import type { Board, BoardCell } from "../protocol/engine";
import { at, layoutOf } from "./layout";
import { cellOf } from "./symbols";

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

/** The keys that walk. */
export const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

const STEPS = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] } as const;

type Shape = Pick<Board, "rows" | "columns" | "cells" | "blocks" | "labels">;

/**
 * The variable reached from `from`; `from` itself at the edge. `far` goes to the board's first or last cell.
 * Holes, blocks and the rest of the cell's own region are jumped over.
 */
export function neighbour(board: Shape, from: number, direction: Direction, far = false): number {
  const start = cellOf(board, from);
  if (!start) return board.cells[0]?.variable ?? from;
  if (direction === "first" || direction === "last") return atEnd(board, start, direction, far).variable;
  const [down, right] = STEPS[direction];
  return (straight(board, start, down, right) ?? slanted(board, start, down, right) ?? start).variable;
}

/** The cells on the straight way from one to another, both included; a pointer that is moved fast leaves out some. */
export function between(board: Shape, from: number, to: number): BoardCell[] {
  const [start, end] = [cellOf(board, from), cellOf(board, to)];
  if (!start || !end) return [];
  const steps = Math.max(Math.abs(end.row - start.row), Math.abs(end.column - start.column));
  const on = (a: number, b: number, step: number) => Math.round(a + ((b - a) * step) / Math.max(steps, 1));
  return Array.from({ length: steps + 1 }, (_, step) => {
    const [row, column] = [on(start.row, end.row, step), on(start.column, end.column, step)];
    return board.cells.filter((cell) => cell.row === row && cell.column === column);
  }).flat();
}

function atEnd(board: Shape, start: BoardCell, direction: "first" | "last", far: boolean): BoardCell {
  const line = far
    ? board.cells
    : board.cells.filter(({ row }) => row === start.row).sort((a, b) => a.column - b.column);
  return line.at(direction === "first" ? 0 : -1)!;
}

/** The first other cell met on the way to the edge. */
function straight(board: Shape, start: BoardCell, down: number, right: number): BoardCell | undefined {
  const { cells } = layoutOf(board);
  let [row, column] = [start.row + down, start.column + right];
  for (; row >= 0 && column >= 0 && row < board.rows && column < board.columns; row += down, column += right) {
    const cell = cells.get(at(row, column));
    if (cell && cell !== start) return cell;
  }
  return undefined;
}

/**
 * Where nothing lies straight ahead, the nearest that lies ahead at all: on boards with walls and regions some cells
 * could not be reached otherwise. A full row simply ends.
 */
function slanted(board: Shape, start: BoardCell, down: number, right: number): BoardCell | undefined {
  const ahead = ({ row, column }: BoardCell) => (row - start.row) * down + (column - start.column) * right;
  const aside = ({ row, column }: BoardCell) =>
    Math.abs((row - start.row) * right) + Math.abs((column - start.column) * down);
  const distance = (cell: BoardCell) => ahead(cell) + 2 * aside(cell);
  return board.cells
    .filter((cell) => ahead(cell) > 0)
    .sort((a, b) => distance(a) - distance(b))
    .at(0);
}
