// What to say to the solver module, which is told of a puzzle once and then only how the facts of each question differ
// from those of the question before.

import type { Board, IndexedFact, SolverCalls, SolverRequest, Splice } from "../protocol/engine";

export type Puzzle = Pick<Board, "puzzle" | "family" | "text">;

export type Said = { op: "tell" } & SolverCalls["tell"][0];
export type Asked = { op: "solve" } & SolverCalls["solve"][0];

/** Several games may share a module, even several of one puzzle (host/shared.ts). A version that one of them has told must
 *  never be taken for another's, so no number is given twice. */
let lastVersion = 0;

export class SolverTalk {
  /** What the module holds, if it has heard everything. */
  #held: { puzzle: string; version: number; facts: IndexedFact[] } | null = null;

  /** The requests that put a question, in order: the puzzle comes first if it is new. */
  put(request: SolverRequest, { puzzle, family, text }: Puzzle): [...Said[], Asked] {
    const known = this.#held?.puzzle === puzzle;
    if (this.#held === null || !known) this.#held = { puzzle, version: 0, facts: [] };
    const { version, facts } = this.#held;
    const to = ++lastVersion;
    const splice = { from: version, to, ...spliced(facts, request.facts) };
    this.#held = { puzzle, version: to, facts: request.facts };
    const asked: Asked = { op: "solve", ...request, facts: splice };
    return known ? [asked] : [{ op: "tell", puzzle, family, text }, asked];
  }

  /** The module is a new one, or something got lost: everything is told again. */
  forget(): void {
    this.#held = null;
  }
}

/** Facts are in the order of the game, so that most of them stay where they were. */
export function spliced(before: readonly IndexedFact[], after: readonly IndexedFact[]): Omit<Splice, "from" | "to"> {
  const same = (a: IndexedFact | undefined, b: IndexedFact | undefined): boolean =>
    a?.[0] === b?.[0] && a?.[1] === b?.[1];
  const most = Math.min(before.length, after.length);
  let keep = 0;
  while (keep < most && same(before[keep], after[keep])) keep++;
  let end = 0;
  while (end < most - keep && same(before.at(-1 - end), after.at(-1 - end))) end++;
  return { keep, drop: before.length - keep - end, add: after.slice(keep, after.length - end) };
}
