// What the author of a declared puzzle says about it: its title, and its rules in the author's own words.

import type { Board } from "../protocol/engine";

export interface Authored {
  title: string;
  about: string;
}

const SILENT: Authored = { title: "", about: "" };

let lastText = "";
let last = SILENT;

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** Asked at every rendering, so the last answer is remembered. */
export function authored(board: Pick<Board, "family" | "text"> | null): Authored {
  if (board?.family !== "custom") return SILENT;
  if (board.text !== lastText) {
    lastText = board.text;
    const { title, about } = JSON.parse(board.text) as Record<string, unknown>;
    last = { title: textOf(title), about: textOf(about) };
  }
  return last;
}
