// Puzzles to start from. Each is fetched when it is chosen.

import type { Language } from "../i18n/catalogues";
import { pretty } from "./pretty";

const TEXTS = import.meta.glob<string>("../../../puzzles/examples/*.json", { query: "?raw", import: "default" });

/** In the order in which they teach. */
export const EXAMPLES = ["small", "less", "magic", "marks", "dots", "products", "binary", "pets", "letters"] as const;
export type Example = (typeof EXAMPLES)[number];

/** Sides of the empty boards. */
export const BLANKS = [4, 6, 9] as const;

/** A board with nothing on it yet but rows, columns and boxes. */
export function blank(side: number): string {
  const differ = "all_different";
  const grid = { rows: side, columns: side, values: [1, side] };
  return pretty(JSON.stringify({ format: "fastslow-puzzle/1", grid, rows: differ, columns: differ, boxes: differ }));
}

export function readExample(example: Example, language: Language): Promise<string> {
  const inTongue = (tongue: Language) => TEXTS[`../../../puzzles/examples/${example}.${tongue}.json`];
  const text = inTongue(language) ?? inTongue("en");
  if (!text) throw new Error(`there is no example ${example}`);
  return text();
}
