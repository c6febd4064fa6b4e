// What a puzzle is and how it is drawn. It comes inside a view, when the receiver does not have it yet.

import type { Name } from "./words";

export const BLOCK_STYLES = ["wall", "open", "lost"] as const;
export type BlockStyle = (typeof BLOCK_STYLES)[number];

export const LABEL_STYLES = ["corner", "sign", "margin"] as const;
export type LabelStyle = (typeof LABEL_STYLES)[number];

export const MARK_SHAPES = ["thermometer", "arrow", "line", "dot", "circle", "square", "shade"] as const;
export type MarkShape = (typeof MARK_SHAPES)[number];

export const MARK_COLORS = ["grey", "red", "orange", "yellow", "green", "blue", "purple", "white", "black"] as const;
export type MarkColor = (typeof MARK_COLORS)[number];

export interface BoardCell {
  variable: number;
  row: number;
  column: number;
  name: Name;
  /** Domain, both ends included. The symbol of value v is board.symbols[v - board.lowest]. */
  lowest: number;
  highest: number;
  /** The squares it covers, if not just its own (a region of a map). */
  squares?: Square[];
}

export interface Square {
  row: number;
  column: number;
}

/** A size of a family (engine/puzzles/size.h). What it means is in the fields; nobody takes the id apart. */
export interface Size {
  /** What lists, packs and commands call it: "9x9", "9x9k", "10x8n15", "5". */
  id: string;
  /** Squares across and down; 0 where the board is no grid. */
  width: number;
  height: number;
  /** Of what else a size counts: regions of a map, mines, people who speak. */
  count: number;
  /** The rule switches that `variant` stands for. */
  rules: string[];
  /** Tells apart kinds of one width and height ("k", "game"); `size.FAMILY-VARIANT` is its word. */
  variant: string;
  /** Grows as it is played, so that there is not one solution at the start. */
  game: boolean;
}

export interface Board {
  /** The puzzle's name: of its family and text. Requests to the solver module call it by that. */
  puzzle: string;
  family: string;
  /** The id of its size. */
  kind: string;
  size: Size;
  /** The givens in the family's canonical form: parses back to the same puzzle. */
  text: string;
  rows: number;
  columns: number;
  /** By variable, ascending. Every variable that can be played has one. */
  cells: BoardCell[];
  /** Heavy lines between grid points. */
  borders: { row1: number; column1: number; row2: number; column2: number }[];
  /** The lowest value of any cell, and the symbols of the values from there: plain text, or a key "glyph.*"
   *  (drawn by the board, named by the catalogue) or "symbol.*" (a word of the catalogue). */
  lowest: number;
  symbols: string[];
  /** How often each of these values stands on a solved board, where the rules settle that without a thought. */
  totals: (number | null)[];
  /** Squares without a variable: "wall" is black, "open" is dug up, "lost" is where a mine was dug up. `text` is a
   *  symbol; may be empty. `constraints`: lit when a proof cites one of them, as with labels. */
  blocks: (Square & { style: BlockStyle; text: string; constraints: number[] })[];
  /** Text beside or between cells, in grid units: "corner" is small and in the top left of the square that starts
   *  there (cage sums), "sign" centred on the point between cells ("<", ">", "^", "v"), "margin" centred on the
   *  point outside the cells. `constraints`: lit when a proof cites one of them. */
  labels: { row: number; column: number; text: string; style: LabelStyle; constraints: number[] }[];
  /** Squares with one dashed outline. */
  cages: { squares: Square[]; constraint: number }[];
  /** What is drawn on cells or between them and states no rule by itself, in the order of its squares (the bulb of a
   *  thermometer first). An empty colour is the shape's usual one; `text`, of a dot, may be empty. */
  marks: { shape: MarkShape; squares: Square[]; color: MarkColor | ""; text: string }[];
  /** While `variable` has `value`, it throws light on these variables' cells. */
  lights: { variable: number; value: number; cells: number[] }[];
  /** Sentences that stand beside the board ("A says: B is a knave"). */
  notes: { says: Name; constraints: number[] }[];
  /** How many of `counted` (pairs of variable and value) hold in the end; `key` (counter.*) tells it. */
  counters: { key: string; counted: [variable: number, value: number][]; total: number; constraint: number }[];
  /** Moves may reveal more of the puzzle: that several solutions fit what is seen is no flaw of it. */
  grows: boolean;
  /** Rule switches that are on, and those that can be switched on this board (keys rule.ID). */
  rules: string[];
  switchable: string[];
}
