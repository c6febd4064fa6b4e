// What is wrong with a puzzle itself, before anyone plays it, and how that is told.

import { plain, problemText, tell } from "../i18n/sentences";
import type { Board, Clash, Problem, UniqueAnswer } from "../protocol/engine";

export interface Flaw {
  problem: Problem;
  /** Where there is no solution: the rules that clash, and the board that they speak of; null if nobody found which. */
  clash: { line: Clash; board: Board } | null;
}

/** Null: it has one solution. */
export function flawOf(board: Board, { count, clash }: Pick<UniqueAnswer, "count" | "clash">): Flaw | null {
  if (count === "one") return null;
  return { problem: { key: `error.paste.${count}`, args: {} }, clash: clash ? { line: clash, board } : null };
}

/** Which rules clash; empty if none do, or nobody found which. */
export function clashText(board: Board | null, clash: Clash | null): string {
  return board && clash ? plain(tell(clash, board)) : "";
}

export function flawText({ problem, clash }: Flaw): string {
  return [problemText(problem), clash ? clashText(clash.board, clash.line) : ""]
    .filter((text) => text !== "")
    .join(" ");
}
