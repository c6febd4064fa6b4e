// Declarations as a person would write them: what fits on a line stands on one. Pure.

const WIDTH = 100;
const INDENT = 2;

/** The order in which a person tells it; what is not here comes last, as it was. */
const ORDER = [
  ...["$schema", "format", "title", "about", "kind", "shape", "name", "id", "grid", "row", "column", "rows", "columns"],
  ...[
    "boxes",
    "diagonals",
    "neighbours",
    "knight_moves",
    "king_moves",
    "text",
    "style",
    "cell",
    "is",
    "is_not",
    "cells",
  ],
  ...[
    "values",
    "color",
    "symbols",
    "givens",
    "coefficients",
    "size",
    "value",
    "equals",
    "not_equals",
    "at_least",
    "at_most",
    "of",
  ],
  ...["constraints", "layout", "borders", "walls", "cages", "marks", "labels"],
];

/** How early a member is told. */
export const rankOf = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

function membersOf(object: object): [string, unknown][] {
  return Object.entries(object).sort(([a], [b]) => rankOf(a) - rankOf(b));
}

/** On one line. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = membersOf(value).map(([name, member]) => `${JSON.stringify(name)}: ${inline(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** `taken`: what stands on the first line already. */
function lines(value: unknown, depth: number, taken: number): string {
  const short = inline(value);
  // The declaration itself is always broken, however short.
  const fits = depth > 0 && depth * INDENT + taken + short.length <= WIDTH;
  if (fits || typeof value !== "object" || value === null) return short;
  const inner = " ".repeat((depth + 1) * INDENT);
  const outer = " ".repeat(depth * INDENT);
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + lines(item, depth + 1, 1)).join(",\n")}\n${outer}]`;
  }
  const members = membersOf(value).map(([name, member]) => {
    const start = `${JSON.stringify(name)}: `;
    return inner + start + lines(member, depth + 1, start.length + 1);
  });
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${outer}}`;
}

/** The same text if it is no JSON. */
export function pretty(text: string): string {
  try {
    return `${lines(JSON.parse(text), 0, 0)}\n`;
  } catch {
    return text;
  }
}
