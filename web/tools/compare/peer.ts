// A solver that is compared: what it is given and what it answers. An adapter for each is in a file of its own; what a
// library is loaded from differs between Node and a page (libraries_node.ts, libraries_page.ts).

import type { Groups } from "./groups";

/** A puzzle in every form that a peer may want; all are written from the one declaration by `fastslow export`. */
export interface Posed {
  family: string;
  text: string;
  groups: Groups;
  minizinc: string;
}

/** Values of the visible variables in order, or a text that the family reads. */
export type Solution = { values: readonly (number | null)[] } | { text: string };

/** `some`: a solution was asked for, and whether there are others was not. `unknown`: no answer, and `why`. */
export type Answer =
  | { verdict: "some" | "one"; solutions: [Solution] }
  | { verdict: "several"; solutions: [Solution, Solution] }
  | { verdict: "none"; solutions: [] }
  | { verdict: "unknown"; solutions: []; why: string };

export interface Peer {
  /** Loads the library, until it can be asked. */
  load(): Promise<void>;
  /** Only of those that keep rules: tells the rules that all puzzles to come share, without any givens. */
  tell?(puzzle: Posed): Promise<void>;
  /** A solution; if `unique`, also whether it is the only one. */
  solve(puzzle: Posed, unique: boolean): Promise<Answer>;
  /** Whatever was learned from puzzles is dropped; the library stays loaded. */
  forget(): Promise<void>;
}

/** One solution, or a second one as well, of at most two that were found. */
export function answerOf(found: readonly Solution[], unique: boolean): Answer {
  const [first, second] = found;
  if (first === undefined) return { verdict: "none", solutions: [] };
  if (!unique) return { verdict: "some", solutions: [first] };
  return second === undefined
    ? { verdict: "one", solutions: [first] }
    : { verdict: "several", solutions: [first, second] };
}

export function unknown(why: string): Answer {
  return { verdict: "unknown", solutions: [], why };
}
