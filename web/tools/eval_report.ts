// The evaluation's summary, as numbers and as a table.

import type { PuzzleReport, StepTimes } from "./eval_puzzle";
import { ratio, spread } from "./statistics";
import type { Spread } from "./statistics";
import { milliseconds, percent, table } from "./table";

export interface Summary {
  puzzles: number;
  solved: number;
  /** Values that System 1 put down unchecked and that are not the solution's. */
  wrong_moves: number;
  /** Share of the decisions for which System 2 was asked. */
  escalation_rate: number;
  taken_back: number;
  /** Per step in which the system was asked. */
  s1_ms: Spread;
  s2_ms: Spread;
  puzzle_ms: Spread;
}

export interface EvalReport {
  summary: Summary;
  puzzles: PuzzleReport[];
}

export function summarise(puzzles: readonly PuzzleReport[], times: StepTimes): Summary {
  const sum = (of: (puzzle: PuzzleReport) => number): number => puzzles.reduce((total, one) => total + of(one), 0);
  return {
    puzzles: puzzles.length,
    solved: puzzles.filter(({ solved }) => solved).length,
    wrong_moves: sum((one) => one.wrong_moves ?? 0),
    escalation_rate: ratio(
      sum((one) => one.escalations),
      sum((one) => one.decisions),
    ),
    taken_back: sum((one) => one.taken_back),
    s1_ms: spread(times.s1),
    s2_ms: spread(times.s2),
    puzzle_ms: spread(puzzles.map((one) => one.puzzle_ms)),
  };
}

export function summaryTable(summary: Summary): string {
  const time = ({ median, p95 }: Spread): string[] => [milliseconds(median), milliseconds(p95)];
  return [
    table([
      ["puzzles", String(summary.puzzles)],
      ["solved", `${String(summary.solved)} (${percent(ratio(summary.solved, summary.puzzles))})`],
      ["wrong moves of System 1", String(summary.wrong_moves)],
      ["guesses taken back", String(summary.taken_back)],
      ["escalation rate", percent(summary.escalation_rate)],
    ]),
    table([
      ["milliseconds", "median", "p95"],
      ["System 1, per step", ...time(summary.s1_ms)],
      ["System 2, per step", ...time(summary.s2_ms)],
      ["puzzle", ...time(summary.puzzle_ms)],
    ]),
  ].join("\n\n");
}

/** What is worth a line of its own: puzzles that were not solved, and those without exactly one solution. */
export function remarks(puzzles: readonly PuzzleReport[]): string[] {
  const unsolved = puzzles.filter(({ solved }) => !solved).map((one) => `line ${String(one.line)}: not solved (${one.end})`);
  const odd = puzzles.filter(({ solutions }) => solutions !== "one");
  return [...unsolved, ...odd.map((one) => `line ${String(one.line)}: number of solutions: ${one.solutions}`)];
}
