// What became of a peer's answers: right, wrong or missing, and how long the right ones took.

import { quantile, rounded } from "../statistics";
import type { Checker } from "./checker";
import type { Task, Told } from "./measure";
import type { Answer, Posed } from "./peer";
import type { PeerName } from "./peers";

/** All that was told of one peer in one place on one set of puzzles. */
export interface Run {
  place: "node" | "chromium";
  peer: PeerName;
  told: Told[];
  /** Why it was ended before all was answered. */
  ended: string | null;
}

export interface Figures {
  /** Of the right answers, in milliseconds; null if there are none. */
  median: number | null;
  p95: number | null;
  right: number;
  wrong: number;
  missing: number;
  /** The first few things that were wrong or missing. */
  complaints: string[];
}

/** What the answers of all peers together show of a puzzle. */
export interface Shown {
  solutions: number;
}

export function shownBy(runs: readonly Run[], puzzles: readonly Posed[], checker: Checker): Shown[] {
  return puzzles.map((puzzle, at) => {
    const found = new Set<string>();
    for (const answer of runs.flatMap((run) => answersTo(run, at))) {
      for (const solution of answer.solutions) {
        const { right, values } = checker.check(puzzle, solution);
        if (right) found.add(JSON.stringify(values));
      }
    }
    return { solutions: found.size };
  });
}

function answersTo({ told }: Run, puzzle: number): Answer[] {
  return told.flatMap((one) => {
    if (one.kind === "first" && puzzle === 0) return [one.answer];
    return one.kind === "answer" && one.puzzle === puzzle ? [one.answer] : [];
  });
}

const COMPLAINTS = 3;

/** `solvable`: the puzzles are known to have a solution, so that "none" is wrong even if nobody has found one. */
export function judged(
  run: Run,
  task: Task,
  puzzles: readonly Posed[],
  { shown, checker, solvable }: { shown: readonly Shown[]; checker: Checker; solvable: boolean },
): Figures {
  const times: number[] = [];
  const complaints: string[] = [];
  let wrong = 0;
  let missing = 0;
  for (const [at, puzzle] of puzzles.entries()) {
    const told = run.told.find((one) => one.kind === "answer" && one.task === task && one.puzzle === at);
    const answer = told?.kind === "answer" ? told.answer : null;
    const complaint = answer === null ? null : wrongOf(answer, puzzle, shown[at]!, checker, solvable);
    if (answer === null || answer.verdict === "unknown") {
      missing++;
      complaints.push(`${puzzle.text}: ${answer?.why ?? run.ended ?? "no answer"}`);
    } else if (complaint !== null) {
      wrong++;
      complaints.push(`${puzzle.text}: ${complaint}`);
    } else if (told?.kind === "answer") times.push(told.ms);
  }
  const of = (share: number): number | null => (times.length === 0 ? null : rounded(quantile(times, share)));
  const figures = { median: of(0.5), p95: of(0.95), right: times.length, wrong, missing };
  return { ...figures, complaints: complaints.slice(0, COMPLAINTS) };
}

/** Null: nothing that can be shown to be wrong. */
export function wrongOf(
  answer: Answer,
  puzzle: Posed,
  shown: Shown,
  checker: Checker,
  solvable: boolean,
): string | null {
  if (answer.verdict === "unknown") return null;
  if (answer.verdict === "none")
    return solvable || shown.solutions > 0 ? "no solution, it says, but there is one" : null;
  const checked = answer.solutions.map((solution) => checker.check(puzzle, solution));
  if (checked.some(({ right }) => !right)) return "a rule is broken";
  if (answer.verdict === "one" && shown.solutions > 1) return "the only solution, it says, but there is another";
  const [first, second] = checked.map(({ values }) => JSON.stringify(values));
  return answer.verdict === "several" && first === second ? "one solution told as two" : null;
}
