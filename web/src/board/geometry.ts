// Where things lie on a board. Pure.

import type { Board, BoardCell } from "../protocol/engine";
import { oncePer } from "./derived";
import { at, layoutOf, squaresOf } from "./layout";

/** Side of a cell in the drawing's own units. */
export const UNIT = 64;

/** How large a region's symbol is: where four squares meet, in one square, in one that the number shares. */
const SYMBOL = { amidFour: 54, inOne: 42, besideNumber: 31 };

export interface Spot {
  x: number;
  y: number;
  size: number;
}

/**
 * Where a region has most room for a symbol, in its cell's own coordinates. Best is the point where four of its squares
 * meet, next best a square without the region's number; of several, the one nearest to the region's middle.
 */
export function roomiest(cell: BoardCell): Spot {
  const squares = squaresOf(cell);
  const taken = new Set(squares.map(({ row, column }) => at(row, column)));
  const has = (row: number, column: number) => taken.has(at(row, column));
  const spot = (row: number, column: number, size: number): Spot => ({
    x: (column - cell.column) * UNIT,
    y: (row - cell.row) * UNIT,
    size,
  });
  const isOwn = (row: number, column: number) => row === cell.row && column === cell.column;
  const amidFour = squares
    .filter(({ row, column }) => has(row + 1, column) && has(row, column + 1) && has(row + 1, column + 1))
    // The region's number stands in the top left of its cell's square: it would be in the way there.
    .filter(({ row, column }) => !isOwn(row + 1, column + 1))
    .map(({ row, column }) => spot(row + 1, column + 1, SYMBOL.amidFour));
  const inOne = squares
    .filter(({ row, column }) => !isOwn(row, column))
    .map(({ row, column }) => spot(row + 0.5, column + 0.5, SYMBOL.inOne));
  const middle = (along: "row" | "column") => squares.reduce((sum, one) => sum + one[along] + 0.5, 0) / squares.length;
  const centre = spot(middle("row"), middle("column"), 0);
  const away = ({ x, y }: Spot) => Math.hypot(x - centre.x, y - centre.y);
  const best = (amidFour.length > 0 ? amidFour : inOne).sort((a, b) => away(a) - away(b)).at(0);
  // A region of one square: to the lower right of its number.
  return best ?? { x: UNIT * 0.64, y: UNIT * 0.7, size: SYMBOL.besideNumber };
}

type Shape = Pick<Board, "cells" | "blocks" | "labels">;

/** The thin grid: every side of every cell and block, but not the lines within a region. */
export const gridPath: (board: Shape) => string = oncePer((board: Shape) => {
  const { body, cells, hasRegions } = layoutOf(board);
  if (hasRegions) return ""; // its borders are bent (coast.ts), and drawn around the regions
  const within = (row1: number, column1: number, row2: number, column2: number) => {
    const mine = cells.get(at(row1, column1));
    return mine !== undefined && mine === cells.get(at(row2, column2));
  };
  const sides = new Set<string>();
  for (const { row, column } of body) {
    const [x, y] = [column * UNIT, row * UNIT];
    if (!within(row, column, row - 1, column)) sides.add(`M${x} ${y}h${UNIT}`);
    if (!within(row, column, row + 1, column)) sides.add(`M${x} ${y + UNIT}h${UNIT}`);
    if (!within(row, column, row, column - 1)) sides.add(`M${x} ${y}v${UNIT}`);
    if (!within(row, column, row, column + 1)) sides.add(`M${x + UNIT} ${y}v${UNIT}`);
  }
  return [...sides].join("");
});

/** Heavy lines; those on a slant run beneath the values. */
export function borderPath(board: Pick<Board, "borders">, slanted = false): string {
  return board.borders
    .filter(({ row1, column1, row2, column2 }) => (row1 !== row2 && column1 !== column2) === slanted)
    .map(({ row1, column1, row2, column2 }) => `M${column1 * UNIT} ${row1 * UNIT}L${column2 * UNIT} ${row2 * UNIT}`)
    .join("");
}

/** How large the label in a corner is; a region has room for a larger one than a square has. */
export const cornerSize = (region: boolean) => (region ? 27 : 16);

/** What the labels in their corners take of the height of the squares, by `at(row, column)`. */
export const cornerHeights: (board: Board) => ReadonlyMap<string, number> = oncePer((board: Board) => {
  const height = cornerSize(layoutOf(board).hasRegions) + 2;
  const corners = board.labels.filter(({ style }) => style === "corner");
  return new Map(corners.map(({ row, column }) => [at(row, column), height]));
});

/** The middle of a value in a cell whose corner label is `top` high: a little lower than the cell's own middle. */
export const middleBelow = (top: number) => UNIT / 2 + top * 0.32;

/** The largest size of a struck-out value. */
const STRUCK = 17;

/**
 * Where the struck-out value number `index` of `count` stands in its cell, and how large it is. They fill a few rows in
 * their order, beneath the label in the corner, which is `top` high; words (`stacked`) stand one below the other. Values
 * that are not struck out take no room, so that the others can be read on a phone.
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
