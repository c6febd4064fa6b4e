// How much text the lab reads.

import type { Problem } from "../protocol/engine";

/** Longer than any puzzle, list of puzzles, trace or file of games that is worth reading here, in characters. */
export const MOST_TEXT = 4_000_000;

/** Null if it is not. */
export function tooLong(length: number): Problem | null {
  const args = { size: String(Math.ceil(length / 1e6)), most: String(MOST_TEXT / 1e6) };
  return length > MOST_TEXT ? { key: "lab.own.too_long", args } : null;
}
