// Where the parts of a board lie: which square belongs to which cell, where the margin with the clues begins, and how
// much room the clues have there. Derived once for each board. Pure.

import type { Board, BoardCell, Square } from "../protocol/engine";
import { oncePer } from "./derived";

export type Label = Board["labels"][number];
export type Block = Board["blocks"][number];

/** Rows and columns in grid units, of which a square has one. */
export interface Box {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Row {
  cells: readonly BoardCell[];
  bare: readonly Block[];
}

export interface Layout {
  /** The squares of cells and blocks: everything that is not margin. */
  body: readonly Square[];
  /** The smallest box around the body. The margin lies outside of it. */
  box: Box;
  /** By `at(row, column)`: the cell that covers a square, and the block that lies on it. */
  cells: ReadonlyMap<string, BoardCell>;
  blocks: ReadonlyMap<string, Block>;
  /** By row: its cells, and the blocks that lie on none of them. */
  rows: readonly Row[];
  /** Some cell covers more than one square. */
  hasRegions: boolean;
  /** The clues at the left ends of the rows, and how many columns they take. */
  leftLabels: ReadonlySet<Label>;
  leftMargin: number;
  /** How far apart neighbouring clues of the margin are, in grid units. */
  marginRoom: { wide: number; high: number };
}

type Shape = Pick<Board, "cells" | "blocks" | "labels">;

export const at = (row: number, column: number) => `${row},${column}`;

/** The squares of a cell; most have one. */
export function squaresOf(cell: BoardCell): readonly Square[] {
  return cell.squares ?? [cell];
}

export const layoutOf: (board: Shape) => Layout = oncePer(({ cells, blocks, labels }: Shape) => {
  const owners = new Map(cells.flatMap((cell) => squaresOf(cell).map(({ row, column }) => [at(row, column), cell])));
  const covers = new Map(blocks.map((block) => [at(block.row, block.column), block]));
  const squares = [...cells.flatMap(squaresOf), ...blocks].map(({ row, column }) => ({ row, column }));
  const body = [...new Map(squares.map((square) => [at(square.row, square.column), square])).values()];
  const box = boxAround(body);
  const leftLabels = new Set(labels.filter((label) => isLeft(label, box)));
  return {
    body,
    box,
    cells: owners,
    blocks: covers,
    rows: rowsOf(cells, blocks),
    hasRegions: cells.some((cell) => cell.squares !== undefined),
    leftLabels,
    leftMargin: leftLabels.size > 0 ? box.left : 0,
    marginRoom: marginRoom(labels),
  };
});

function rowsOf(cells: readonly BoardCell[], blocks: readonly Block[]): Row[] {
  const rows: { cells: BoardCell[]; bare: Block[] }[] = [];
  const at = (row: number) => (rows[row] ??= { cells: [], bare: [] });
  for (const cell of cells) at(cell.row).cells.push(cell);
  for (const block of blocks) {
    const { cells: own, bare } = at(block.row);
    if (!own.some(({ column }) => column === block.column)) bare.push(block);
  }
  return rows;
}

function boxAround(squares: readonly Square[]): Box {
  const rows = squares.map(({ row }) => row);
  const columns = squares.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows) + 1,
    right: Math.max(...columns) + 1,
  };
}

const isLeft = ({ style, row, column }: Label, box: Box) =>
  style === "margin" && column < box.left && row > box.top && row < box.bottom;

/** A clue with no neighbour has so much room, in grid units. */
const AMPLE = 1.6;

export function marginRoom(labels: readonly Label[]): Layout["marginRoom"] {
  const margin = labels.filter(({ style }) => style === "margin");
  const leastGap = (along: "row" | "column", across: "row" | "column") => {
    let least = AMPLE;
    const lines = new Map<number, number[]>();
    for (const label of margin) lines.set(label[across], [...(lines.get(label[across]) ?? []), label[along]]);
    for (const places of lines.values()) {
      places.sort((a, b) => a - b);
      places.forEach((place, i) => {
        if (i > 0 && place > places[i - 1]!) least = Math.min(least, place - places[i - 1]!);
      });
    }
    return least;
  };
  return { wide: leastGap("column", "row"), high: leastGap("row", "column") };
}
