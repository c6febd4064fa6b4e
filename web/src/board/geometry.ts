// Where things lie on a board. Pure.

import type { Board } from "../protocol";

/** Side of a cell in the drawing's own units. */
export const UNIT = 64;

type Shape = Pick<Board, "rows" | "columns" | "cells" | "borders">;

/** The thin grid: every side of every cell. */
export function gridPath(board: Shape): string {
  const seen = new Set<string>();
  for (const { row, column } of board.cells) {
    const [x, y] = [column * UNIT, row * UNIT];
    seen.add(`M${x} ${y}h${UNIT}`).add(`M${x} ${y + UNIT}h${UNIT}`);
    seen.add(`M${x} ${y}v${UNIT}`).add(`M${x + UNIT} ${y}v${UNIT}`);
  }
  return [...seen].join("");
}

export function borderPath(board: Shape): string {
  return board.borders
    .map(({ row1, column1, row2, column2 }) => `M${column1 * UNIT} ${row1 * UNIT}L${column2 * UNIT} ${row2 * UNIT}`)
    .join("");
}

/** Candidates keep their place in a small square grid inside the cell. */
export function candidatePlace(index: number, count: number): { x: number; y: number; size: number } {
  const side = Math.ceil(Math.sqrt(count));
  const pitch = (UNIT - 10) / side;
  return {
    x: 5 + pitch * ((index % side) + 0.5),
    y: 5 + pitch * (Math.floor(index / side) + 0.5),
    size: Math.min(17, pitch * 0.86),
  };
}

export type Direction = "up" | "down" | "left" | "right" | "first" | "last";

/**
 * The variable reached from `from`; `from` itself at the edge. `far` goes to the board's first or last cell.
 * Holes in the board are jumped over.
 */
export function neighbour(board: Shape, from: number, direction: Direction, far = false): number {
  const start = board.cells.find((cell) => cell.variable === from);
  if (!start) return board.cells[0]?.variable ?? from;
  if (far && direction === "first") return board.cells[0]!.variable;
  if (far && direction === "last") return board.cells.at(-1)!.variable;
  const vertical = direction === "up" || direction === "down";
  const along = (cell: { row: number; column: number }) => (vertical ? cell.row : cell.column);
  const across = (cell: { row: number; column: number }) => (vertical ? cell.column : cell.row);
  const line = board.cells.filter((cell) => across(cell) === across(start)).sort((a, b) => along(a) - along(b));
  const last = line.length - 1;
  const here = line.indexOf(start);
  const target = { up: here - 1, left: here - 1, down: here + 1, right: here + 1, first: 0, last }[direction];
  return line[Math.min(Math.max(target, 0), last)]!.variable;
}
