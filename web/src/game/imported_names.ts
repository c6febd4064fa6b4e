// Rules of other programs' puzzles come with the bare words that every language shares ("thermometer r1c1",
// engine/formats/variant.cc). Where such a puzzle becomes an author's, they are called as the reader would call them;
// from then on the names are the author's own.

import { hasKey, t } from "../i18n/i18n";

/** Of a rule that has no cell of its own: "region 3". */
const NUMBERED = /^(region|disjoint group) (\d+)$/;
/** "thermometer r1c1", and of a cage its sum. */
const PLACED = /^([\p{L} ]+) r(\d+)c(\d+)(?: = (\d+))?$/u;

function keyOf(words: string): string {
  const stem = words.replaceAll(" ", "_");
  return `imported.${stem}`;
}

/** A name that is none of these stays as it is. */
export function nameInWords(name: string): string {
  if (name === "diagonal ↘") return t("unit.diagonal.falling");
  if (name === "diagonal ↗") return t("unit.diagonal.rising");
  const numbered = NUMBERED.exec(name);
  if (numbered) return t(keyOf(numbered[1]!), { n: numbered[2]! });
  const placed = PLACED.exec(name);
  if (!placed) return name;
  const [, word, row, column, sum] = placed;
  const key = keyOf(sum === undefined ? word! : `${word!} sum`);
  const cell = t("cell.at", { row: row!, column: column! });
  return hasKey(key) ? t(key, sum === undefined ? { cell } : { cell, sum }) : name;
}

/** A declaration with its rules named so. */
export function namedInWords(text: string): string {
  const declaration = JSON.parse(text) as { constraints?: { name?: string }[] };
  for (const rule of declaration.constraints ?? []) {
    if (rule.name !== undefined) rule.name = nameInWords(rule.name);
  }
  return JSON.stringify(declaration);
}
