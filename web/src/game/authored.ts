// What the author of a declared puzzle says about it: its title, and its rules in the author's own words.

import { derived } from "../board/derived";
import type { Board } from "../protocol/engine";

export interface Authored {
  title: string;
  about: string;
}

const SILENT: Authored = { title: "", about: "" };

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** Asked at every rendering, so the last answer is remembered. */
const wordsIn = derived((text: string): Authored => {
  const { title, about } = JSON.parse(text) as Record<string, unknown>;
  return { title: textOf(title), about: textOf(about) };
});

export const authored = (board: Pick<Board, "family" | "text"> | null): Authored =>
  board?.family === "custom" ? wordsIn(board.text) : SILENT;
