// What can be drawn on the author's board, and what each drawing means as a declaration: a mark or a cage, and the rule
// that goes with it. Pure; names of rules are given by whoever knows the author's language.

import type { Edit } from "./edits";
import { pointOf, placed, type Declaration, type Place } from "./cells";

export const TOOLS = [
  "given",
  "different",
  "sum",
  "cage",
  "less",
  "thermometer",
  "arrow",
  "line",
  "white",
  "black",
  "erase",
] as const;
export type Tool = (typeof TOOLS)[number];

/** What a tool is used on. */
export interface Stroke {
  declaration: Declaration;
  /** The chosen cells, in the order in which they were chosen. */
  places: Place[];
  /** What is written in the field for a number; null if nothing is. */
  number: number | null;
  /** What a rule is called: `key` is author.draw.name.* */
  name(key: string, args?: Record<string, string | number>): string;
}

/** How many cells a tool needs, and whether it needs a number. */
const NEEDS: Record<Tool, { least: number; most?: number; number?: true; beside?: true }> = {
  given: { least: 1, number: true },
  different: { least: 2 },
  sum: { least: 1, number: true },
  cage: { least: 1 },
  less: { least: 2, most: 2, beside: true },
  thermometer: { least: 2 },
  arrow: { least: 2 },
  line: { least: 2 },
  white: { least: 2, most: 2 },
  black: { least: 2, most: 2 },
  erase: { least: 1 },
};

const apart = (a: Place, b: Place) => Math.abs(a.row - b.row) + Math.abs(a.column - b.column);

/** Why a tool cannot be used now: a key of author.draw.needs.*; empty if it can. */
export function lacking(tool: Tool, places: readonly Place[], number: number | null): string {
  const { least, most, number: asks, beside } = NEEDS[tool];
  if (places.length < least) return least === 1 ? "author.draw.needs.cell" : "author.draw.needs.cells";
  if (most !== undefined && places.length > most) return "author.draw.needs.two";
  if (beside && apart(places[0]!, places[1]!) !== 1) return "author.draw.needs.beside";
  return asks && number === null ? "author.draw.needs.number" : "";
}

const rule = (kind: string, name: string, more: object): Edit => ({
  kind: "add",
  path: ["constraints"],
  value: { kind, name, ...more },
});
const mark = (shape: string, cells: string[], more: object = {}): Edit => ({
  kind: "add",
  path: ["layout", "marks"],
  value: { shape, cells, ...more },
});
const label = (row: number, column: number, text: string, style: string): Edit => ({
  kind: "add",
  path: ["layout", "labels"],
  value: { row, column, text, style },
});

const idsOf = ({ places }: Stroke) => places.map(({ id }) => id);

/** A sum, or no number: cells that differ. The sum stands in the cell that is first in reading order. */
function cage(stroke: Stroke): Edit[] {
  const cells = idsOf(stroke);
  const { number, name, places } = stroke;
  const first = [...places].sort((a, b) => a.row - b.row || a.column - b.column)[0]!;
  const outline: Edit = { kind: "add", path: ["layout", "cages"], value: cells };
  const differ = cells.length > 1 ? [rule("all_different", name("cage", { cell: first.id }), { cells })] : [];
  if (number === null) return [...differ, outline];
  const sum = rule("sum", name("cage_sum", { number }), { cells, equals: number });
  return [sum, ...differ, outline, label(first.row, first.column, String(number), "corner")];
}

/** The first cell chosen is the smaller one: the sign opens towards the other. */
function less({ places, name }: Stroke): Edit[] {
  const [small, large] = places as [Place, Place];
  const text = small.row === large.row ? (small.column < large.column ? "<" : ">") : small.row < large.row ? "^" : "v";
  const { row, column } = pointOf(places);
  const cells = [small.id, large.id];
  return [rule("less", name("less", { one: small.id, other: large.id }), { cells }), label(row, column, text, "sign")];
}

function dot(stroke: Stroke, color: "white" | "black"): Edit[] {
  const cells = idsOf(stroke);
  const usual = color === "white" ? 1 : 2;
  const equals = stroke.number ?? usual;
  const written = equals === usual ? {} : { text: String(equals) };
  const [one, other] = cells as [string, string];
  const kind = color === "white" ? "difference" : "ratio";
  return [
    rule(kind, stroke.name(kind, { one, other }), { cells, equals }),
    mark("dot", cells, color === "white" ? written : { color, ...written }),
  ];
}

/** How far apart neighbours on it are at least, if a number is given; else it is only drawn. */
function line(stroke: Stroke): Edit[] {
  const cells = idsOf(stroke);
  const { number, name } = stroke;
  const [one] = cells as [string];
  const said = number === null ? [] : [rule("difference", name("line", { cell: one }), { cells, at_least: number })];
  return [...said, mark("line", cells, { color: "green" })];
}

const DRAWS: Record<Exclude<Tool, "erase">, (stroke: Stroke) => Edit[]> = {
  given: ({ places, number }) => places.map(({ id }) => ({ kind: "put", path: ["givens", id], value: number })),
  different: (stroke) => [
    rule("all_different", stroke.name("different", { cell: idsOf(stroke)[0]! }), { cells: idsOf(stroke) }),
  ],
  sum: (stroke) => [
    rule("sum", stroke.name("sum", { number: stroke.number! }), { cells: idsOf(stroke), equals: stroke.number }),
  ],
  cage,
  less,
  thermometer: (stroke) => {
    const cells = idsOf(stroke);
    return [rule("less", stroke.name("thermometer", { cell: cells[0]! }), { cells }), mark("thermometer", cells)];
  },
  arrow: (stroke) => {
    const cells = idsOf(stroke);
    const coefficients = cells.map((_, i) => (i === 0 ? 1 : -1));
    const more = { cells, coefficients, equals: 0 };
    return [rule("sum", stroke.name("arrow", { cell: cells[0]! }), more), mark("arrow", cells)];
  },
  line,
  white: (stroke) => dot(stroke, "white"),
  black: (stroke) => dot(stroke, "black"),
};

/** From the end of each list, so that no path moves before it is used. */
function erase({ declaration, places }: Stroke): Edit[] {
  return placed(declaration, places).map((path) => ({ kind: "drop", path }));
}

/** What using a tool changes in the declaration. */
export function drawn(tool: Tool, stroke: Stroke): Edit[] {
  return tool === "erase" ? erase(stroke) : DRAWS[tool](stroke);
}
