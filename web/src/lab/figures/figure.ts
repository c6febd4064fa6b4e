// What a figure of the lab is: numbers, how they are drawn, and where they come from. The same numbers are drawn, stand in
// a table, and are saved as CSV or JSON.

import type * as Plot from "./plot";

export type Drawing = typeof Plot;
export type Value = string | number | null;
export type Row = Record<string, Value>;

export interface Column {
  /** Its name in a row and in files. */
  key: string;
  label: string;
  kind: "text" | "count" | "share" | "ms";
}

export const MARKS = ["circle", "square", "triangle", "diamond", "star", "wye", "cross"] as const;

/** How something is told apart: by colour and by form. */
export interface Key {
  label: string;
  color: string;
  symbol: (typeof MARKS)[number];
}

export interface Figure {
  /** Of its files. */
  id: string;
  title: string;
  /** What is seen, on which data. */
  caption: string;
  /** The command that made the numbers; empty for numbers of this page. */
  command: string;
  /** For those who cannot see it: what it shows, and what is most of all to be seen in it. */
  description: string;
  columns: readonly Column[];
  rows: readonly Row[];
  keys: readonly Key[];
  draw(plot: Drawing, width: number): SVGElement | HTMLElement;
}

const COLOURS = [
  "var(--s1)",
  "var(--s2)",
  "var(--ink)",
  "var(--clue2)",
  "var(--clue6)",
  "var(--clue4)",
  "var(--muted)",
];

/** The i-th of several things that are told apart. */
export const keyOf = (index: number, label: string): Key => ({
  label,
  color: COLOURS[index % COLOURS.length]!,
  symbol: MARKS[index % MARKS.length]!,
});

/** Colours and forms are those of the keys, and there is room for the words below. */
export const BY_KEYS = {
  color: { type: "identity" as const },
  symbol: { type: "identity" } as never,
  marginBottom: 42,
};

/** Lines with a mark at each number, in the colour and form of their keys. `channels`: as Plot calls them. */
export function curves(
  plot: Drawing,
  rows: readonly Row[],
  channels: { x: string; y: string; z: string },
  marks: { keyFor(row: Row): Key; r: number; title?: (row: Row) => string },
) {
  const { keyFor, ...dots } = marks;
  const colorOf = (row: Row) => keyFor(row).color;
  return [
    plot.line(rows, { ...channels, stroke: colorOf, strokeWidth: 1.8 }),
    plot.dot(rows, { ...channels, ...dots, fill: colorOf, symbol: (row: Row) => keyFor(row).symbol }),
  ];
}

/** As spreadsheets read it: quotes where there could be doubt, and no text that begins a formula. */
export function csvOf({ columns, rows }: Pick<Figure, "columns" | "rows">): string {
  const lines = [columns.map(({ key }) => key), ...rows.map((row) => columns.map(({ key }) => row[key] ?? null))];
  return lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}

function csvCell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
