// The reader's own Sudoku: from a text to a puzzle that can be played, or to a sentence that says what is wrong with it. The
// engine reads the text and System 2 counts the solutions; nothing of Sudoku's rules is written here.

import type { Host } from "../../host/host";
import type { Board, Problem, View } from "../../protocol/engine";
import { HostError, problem } from "../../protocol/problems";
import { SIZE } from "./networks";

export const FAMILY = "sudoku";
/** What stands for an empty cell. */
const EMPTY = ".";

/** A board as it is opened: perhaps not yet a puzzle. */
export interface Draft {
  text: string;
  board: Board;
  view: View;
}

export interface Puzzle extends Draft {
  /** By variable. */
  solution: readonly number[];
}

export const EMPTY_TEXT = EMPTY.repeat(36);

/** The values of a text in the family's canonical form, by variable; NaN where a cell is empty. */
export const valuesOf = (text: string): number[] => [...text].map(Number);

/** The text with another value in a cell; null: empty. */
export const withValue = (text: string, variable: number, value: number | null): string =>
  [...text].map((old, index) => (index === variable ? String(value ?? EMPTY) : old)).join("");

export type Read<T> = { ok: T } | { problem: Problem };

/** Opens what a reader typed or drew, with spaces, lines and zeros for empty cells as they come. */
export async function openDraft(host: Host, typed: string): Promise<Read<Draft>> {
  const text = typed.replace(/\s+/g, "");
  if (text === "") return { problem: problem("sizes.problem.empty") };
  try {
    const { board, view } = await host.open({ family: FAMILY, text });
    if (board.kind !== SIZE) return { problem: problem("sizes.problem.size", { n: String(board.cells.length) }) };
    return { ok: { text: board.text, board, view } };
  } catch (thrown) {
    if (thrown instanceof HostError) return { problem: thrown.problem };
    throw thrown;
  }
}

/** With exactly one solution, or a problem. The draft has to be what is open. */
export async function asPuzzle(host: Host, draft: Draft): Promise<Read<Puzzle>> {
  const { count, solutions } = await host.unique();
  if (count === "one") return { ok: { ...draft, solution: valuesOf(solutions[0]!) } };
  return { problem: problem(`sizes.problem.${count}`) };
}
