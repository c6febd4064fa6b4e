// What the values of a board are: how they are written, and what a click or a key makes of a cell. Pure.

import type { Board, BoardCell } from "../protocol/engine";
import { oncePer } from "./derived";

export const GLYPHS = [
  "lamp",
  "dot",
  "mine",
  "flag",
  "queen",
  "filled",
  "empty",
  "white",
  "black",
  "color1",
  "color2",
  "color3",
  "color4",
  "color5",
  "color6",
] as const;
export type Glyph = (typeof GLYPHS)[number];

type Symbols = Pick<Board, "symbols" | "lowest">;

const byVariable = oncePer((cells: readonly BoardCell[]) => new Map(cells.map((cell) => [cell.variable, cell])));

/** The cell of a variable. */
export function cellOf(board: Pick<Board, "cells">, variable: number | null): BoardCell | undefined {
  return variable === null ? undefined : byVariable(board.cells).get(variable);
}

/** The symbol of a value: plain text, or a key "glyph.*" or "symbol.*". */
export function symbolKey(board: Symbols, value: number): string {
  return board.symbols[value - board.lowest] ?? String(value);
}

/** Null: the symbol is written, not drawn. */
export function glyphOf(symbol: string): Glyph | null {
  const name = symbol.startsWith("glyph.") ? symbol.slice(6) : "";
  return GLYPHS.find((glyph) => glyph === name) ?? null;
}

const isPlain = (symbol: string) => !/^(glyph|symbol)\./.test(symbol);

/** Of the catalogue, or an author's own. */
export const isWord = (symbol: string) => symbol.startsWith("symbol.") || (isPlain(symbol) && /\p{L}{2}/u.test(symbol));

/** Short values beside words are set like them. */
export const hasWords = ({ symbols }: Pick<Board, "symbols">) => symbols.some(isWord);

/** Whether the values are digits and letters only: then a cell's colour cannot be taken for one. */
export const isWritten = ({ symbols }: Pick<Board, "symbols">) => symbols.every(isPlain) && !hasWords({ symbols });

export function valuesOf({ lowest, highest }: BoardCell): number[] {
  return Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
}

/** A cell whose few drawn values a click goes through. */
export function isToggle(board: Symbols, cell: BoardCell): boolean {
  const values = valuesOf(cell);
  return values.length <= 3 && values.every((value) => !isPlain(symbolKey(board, value)));
}

/** A thing that guards a cell; what matters there is the step onto it. */
const GUARDS: ReadonlySet<Glyph | null> = new Set<Glyph | null>(["flag"]);

/**
 * What a click makes of a cell: empty, the thing, ..., nothing there, empty. `other`: the other way round, as the
 * second button does. Where the thing is a flag, the plain click steps onto the cell and leaves a flag alone.
 */
export function nextValue(board: Symbols, cell: BoardCell, value: number | null, other = false): number | null {
  const guarded = GUARDS.has(glyphOf(symbolKey(board, cell.highest)));
  if (guarded && value === cell.highest && !other) return value;
  const order = guarded === other ? valuesOf(cell).reverse() : valuesOf(cell);
  return value === null ? order[0]! : (order[order.indexOf(value) + 1] ?? null);
}

/**
 * The value that a key means in a cell: null empties it, undefined is no such key. Symbols that are drawn or are
 * words are counted: 1 is the first value of the cell.
 */
export function typedValue(board: Symbols, cell: BoardCell, key: string): number | null | undefined {
  const values = valuesOf(cell);
  const written = values.find((value) => symbolKey(board, value).toLowerCase() === key.toLowerCase());
  if (written !== undefined) return written;
  if (["Backspace", "Delete", "0", "."].includes(key)) return null;
  const counted = values.some((value) => !isPlain(symbolKey(board, value)) || isWord(symbolKey(board, value)));
  return counted && /^[1-9]$/.test(key) ? values[Number(key) - 1] : undefined;
}
