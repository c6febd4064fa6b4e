// Where things lie on a board. Pure.

import type { Board, BoardCell, Square } from "../protocol/engine";

/** Side of a cell in the drawing's own units. */
export const UNIT = 64;

type Shape = Pick<Board, "cells" | "borders" | "blocks">;

/** The squares of a cell; most have one. */
export function squaresOf(cell: BoardCell): readonly Square[] {
  return cell.squares ?? [cell];
}

export interface Spot {
  x: number;
  y: number;
  size: number;
}

/**
 * Where in a region there is most room, in its cell's own coordinates: amid four squares, else in one that its number
 * leaves free, the nearer to the middle the better.
 */
export function roomiest(cell: BoardCell): Spot {
  const squares = squaresOf(cell);
  const taken = new Set(squares.map(({ row, column }) => `${row},${column}`));
  const has = (row: number, column: number) => taken.has(`${row},${column}`);
  const spot = (row: number, column: number, size: number): Spot => ({
    x: (column - cell.column) * UNIT,
    y: (row - cell.row) * UNIT,
    size,
  });
  const isOwn = (row: number, column: number) => row === cell.row && column === cell.column;
  const wide = squares
    .filter(({ row, column }) => has(row + 1, column) && has(row, column + 1) && has(row + 1, column + 1))
    // The number begins where its square does: in the midst of these four.
    .filter(({ row, column }) => !isOwn(row + 1, column + 1))
    .map(({ row, column }) => spot(row + 1, column + 1, 54));
  const free = squares
    .filter(({ row, column }) => !isOwn(row, column))
    .map(({ row, column }) => spot(row + 0.5, column + 0.5, 42));
  const middle = (along: "row" | "column") => squares.reduce((sum, one) => sum + one[along] + 0.5, 0) / squares.length;
  const centre = spot(middle("row"), middle("column"), 0);
  const away = ({ x, y }: Spot) => Math.hypot(x - centre.x, y - centre.y);
  const best = (wide.length > 0 ? wide : free).sort((a, b) => away(a) - away(b)).at(0);
  return best ?? { x: UNIT * 0.64, y: UNIT * 0.7, size: 31 };
}

/** Everything that is no margin. */
export function bodySquares(board: Shape): Square[] {
  const all = [...board.cells.flatMap((cell) => squaresOf(cell)), ...board.blocks];
  return [...new Map(all.map(({ row, column }) => [`${row},${column}`, { row, column }])).values()];
}

export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The smallest box around the body, in grid units. */
export function bodyBox(board: Shape): Box {
  const squares = bodySquares(board);
  const rows = squares.map(({ row }) => row);
  const columns = squares.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows) + 1,
    right: Math.max(...columns) + 1,
  };
}

/** A clue beside the row's left end. */
export const isLeft = ({ style, row, column }: Board["labels"][number], box: Box) =>
  style === "margin" && column < box.left && row > box.top && row < box.bottom;

/** The thin grid: every side of every cell and block, but not the lines within a region. */
export function gridPath(board: Shape): string {
  const owner = new Map<string, number>();
  board.cells.forEach((cell) => {
    for (const { row, column } of squaresOf(cell)) owner.set(`${row},${column}`, cell.variable);
  });
  const within = (row1: number, column1: number, row2: number, column2: number) => {
    const mine = owner.get(`${row1},${column1}`);
    return mine !== undefined && mine === owner.get(`${row2},${column2}`);
  };
  const sides = new Set<string>();
  for (const { row, column } of bodySquares(board)) {
    const [x, y] = [column * UNIT, row * UNIT];
    if (!within(row, column, row - 1, column)) sides.add(`M${x} ${y}h${UNIT}`);
    if (!within(row, column, row + 1, column)) sides.add(`M${x} ${y + UNIT}h${UNIT}`);
    if (!within(row, column, row, column - 1)) sides.add(`M${x} ${y}v${UNIT}`);
    if (!within(row, column, row, column + 1)) sides.add(`M${x + UNIT} ${y}v${UNIT}`);
  }
  return [...sides].join("");
}

/** Heavy lines; those on a slant run beneath the values. */
export function borderPath(board: Pick<Shape, "borders">, slanted = false): string {
  return board.borders
    .filter(({ row1, column1, row2, column2 }) => (row1 !== row2 && column1 !== column2) === slanted)
    .map(({ row1, column1, row2, column2 }) => `M${column1 * UNIT} ${row1 * UNIT}L${column2 * UNIT} ${row2 * UNIT}`)
    .join("");
}

/** How large the label in a corner is; a region has room for a larger one than a square has. */
export const cornerSize = (region: boolean) => (region ? 27 : 16);

/** What the labels in their corners take of the height of the squares, by "row,column". */
export function cornerHeights({ cells, labels }: Pick<Board, "cells" | "labels">): ReadonlyMap<string, number> {
  const height = cornerSize(cells.some(({ squares }) => squares !== undefined)) + 2;
  const corners = labels.filter(({ style }) => style === "corner");
  return new Map(corners.map(({ row, column }) => [`${row},${column}`, height]));
}

/** Where a value stands beneath a label that takes so much of the height. */
export const middleBelow = (top: number) => UNIT / 2 + top * 0.32;

/** As large as a struck-out value is at most. */
const STRUCK = 17;

/**
 * Struck-out values stand in their order in a few rows, beneath what the label in the cell's corner takes of its height;
 * words one below the other. Only those that are struck take room, so that they can be read on a phone too.
 */
export function struckPlace(
  index: number,
  count: number,
  { stacked = false, top = 0 } = {},
): { x: number; y: number; size: number } {
  const columns = stacked ? 1 : count > 6 ? 4 : 3;
  const above = Math.max(top, 5);
  const room = UNIT - 4 - above;
  const rows = Math.max(Math.ceil(count / columns), Math.floor(room / STRUCK));
  const [wide, high] = [(UNIT - 8) / columns, room / rows];
  return {
    x: 4 + wide * ((index % columns) + 0.5),
    y: above + high * (Math.floor(index / columns) + 0.5),
    size: Math.min(STRUCK, high * 0.88),
  };
}
