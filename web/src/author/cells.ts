// The cells of a declaration as far as it can be read: how its text calls the cell of a square, and what in it belongs to
// chosen cells. Pure; the engine says whether any of it is right.

import type { Path } from "./edits";

type Members = Record<string, unknown>;

/** A declaration that is JSON, and perhaps no more. */
export type Declaration = Members;

/** Null if the text is no JSON, or no object. */
export function declarationOf(text: string): Declaration | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A cell: how rules call it, and where it is drawn. */
export interface Place {
  id: string;
  row: number;
  column: number;
}

const isObject = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const objectOf = (value: unknown): Members => (isObject(value) ? value : {});

/** The cell that the engine drew there. */
export function placeAt(declaration: Declaration, row: number, column: number): Place {
  const own = isObject(declaration.grid)
    ? undefined
    : listOf(declaration.cells).find((cell) => isObject(cell) && cell.row === row && cell.column === column);
  const { id } = objectOf(own);
  return { id: typeof id === "string" ? id : `r${row + 1}c${column + 1}`, row, column };
}

/** Amid the cells. */
export function pointOf(places: readonly Place[]): { row: number; column: number } {
  const mean = (along: "row" | "column") => places.reduce((sum, one) => sum + one[along] + 0.5, 0) / places.length;
  return { row: mean("row"), column: mean("column") };
}

/** Whether the cells listed are all among the chosen ones. Patterns speak of more than they name: they are left alone. */
function within(cells: unknown, chosen: ReadonlySet<string>): boolean {
  const list = listOf(cells);
  return list.length > 0 && list.every((id) => typeof id === "string" && chosen.has(id));
}

/** A corner's label belongs to its cell, a sign to the cells on both sides of it. */
function labelled(label: unknown, places: readonly Place[]): boolean {
  const { row, column, style } = objectOf(label);
  if (typeof row !== "number" || typeof column !== "number") return false;
  const has = (r: number, c: number) => places.some((place) => place.row === r && place.column === c);
  if (style === "corner") return has(row, column);
  if (style !== "sign") return false;
  const upright = Number.isInteger(row);
  const [r, c] = [Math.floor(row), Math.floor(column)];
  return has(r, c) && (upright ? has(r - 1, c) : has(r, c - 1));
}

/** Where what belongs to no other cells than these stands: givens, rules, cages, marks, labels. The last come first. */
export function placed(declaration: Declaration, places: readonly Place[]): Path[] {
  const chosen = new Set(places.map(({ id }) => id));
  const layout = objectOf(declaration.layout);
  const found = (list: unknown, path: Path, belongs: (entry: unknown) => boolean): Path[] =>
    listOf(list).flatMap((entry, i) => (belongs(entry) ? [[...path, i]] : []));
  const about = (entry: unknown) => within(objectOf(entry).cells, chosen);
  const givens = Object.keys(objectOf(declaration.givens)).filter((id) => chosen.has(id));
  const paths = [
    ...givens.map((id): Path => ["givens", id]),
    ...found(declaration.constraints, ["constraints"], about),
    ...found(layout.cages, ["layout", "cages"], (cage) => within(cage, chosen)),
    ...found(layout.marks, ["layout", "marks"], about),
    ...found(layout.labels, ["layout", "labels"], (one) => labelled(one, places)),
  ];
  return paths.reverse();
}

/** The shorthands for rules that hold everywhere, in the order of engine/puzzles/custom/regular.h. */
export const REGULAR = ["rows", "columns", "boxes", "diagonals", "neighbours", "knight_moves", "king_moves"] as const;

/** A rule as a list names it. */
export interface RuleLine {
  path: Path;
  name: string;
  kind: string;
}

export function ruleLines({ constraints }: Declaration): RuleLine[] {
  const word = (value: unknown) => (typeof value === "string" ? value : "");
  return listOf(constraints).map((rule, i) => {
    const { name, kind } = objectOf(rule);
    return { path: ["constraints", i], name: word(name), kind: word(kind) };
  });
}

/** The kind of a shorthand's rule; empty if it has none. */
export function regularKind(rule: unknown): string {
  const kind = isObject(rule) ? rule.kind : rule;
  return typeof kind === "string" ? kind : "";
}
