// Puzzles to start from. Each is fetched when it is chosen.

import type { Language } from "../i18n/catalogues";

const TEXTS = import.meta.glob<string>("../../../puzzles/examples/*.json", { query: "?raw", import: "default" });

/** In the order in which they teach. */
export const EXAMPLES = ["small", "less", "magic", "marks", "dots", "products", "binary", "pets", "letters"] as const;
export type Example = (typeof EXAMPLES)[number];

export function readExample(example: Example, language: Language): Promise<string> {
  const text = TEXTS[`../../../puzzles/examples/${example}.${language}.json`];
  if (!text) throw new Error(`there is no example ${example} in ${language}`);
  return text();
}
