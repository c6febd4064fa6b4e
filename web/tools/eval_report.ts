// The evaluation's summary, as numbers and as a table.

import type { Settings } from "./eval_options";
import type { PuzzleReport, StepTimes } from "./eval_puzzle";
import { BadInput } from "./failure";
import { ratio, spread } from "./statistics";
import type { Spread } from "./statistics";
import { milliseconds, percent, table } from "./table";

export interface Summary {
  puzzles: number;
  solved: number;
  /** Values that System 1 put down unchecked and that are not the solution's. */
  wrong_moves: number;
  moves: number;
  moves_of: PuzzleReport["moves_of"];
  decisions: number;
  escalations: number;
  inferences: number;
  second_looks: number;
  reused: number;
  /** Share of the decisions for which System 2 was asked. */
  escalation_rate: number;
  taken_back: number;
  /** Per step in which the system was asked. */
  s1_ms: Spread;
  s2_ms: Spread;
  puzzle_ms: Spread;
}

export interface EvalReport {
  settings: Settings;
  summary: Summary;
  puzzles: PuzzleReport[];
  times: StepTimes;
}

export function reportOf(settings: Settings, puzzles: PuzzleReport[], times: StepTimes): EvalReport {
  return { settings, summary: summarise(puzzles, times), puzzles, times };
}

/** Reports of shards as one. Throws BadInput if they do not belong together. */
export function merged(reports: readonly EvalReport[]): EvalReport {
  const [first] = reports;
  if (first === undefined) throw new BadInput("nothing to merge");
  const settings = JSON.stringify(first.settings);
  if (reports.some((one) => JSON.stringify(one.settings) !== settings)) {
    throw new BadInput("the reports were made with different options");
  }
  const puzzles = reports.flatMap((one) => one.puzzles).sort((a, b) => a.line - b.line);
  const twice = puzzles.find(({ line }, at) => puzzles[at - 1]?.line === line);
  if (twice !== undefined) throw new BadInput(`line ${String(twice.line)} is in two reports`);
  const times = { s1: reports.flatMap(({ times: { s1 } }) => s1), s2: reports.flatMap(({ times: { s2 } }) => s2) };
  return reportOf(first.settings, puzzles, times);
}

export function summarise(puzzles: readonly PuzzleReport[], times: StepTimes): Summary {
  const sum = (of: (puzzle: PuzzleReport) => number): number => puzzles.reduce((total, one) => total + of(one), 0);
  return {
    puzzles: puzzles.length,
    solved: puzzles.filter(({ solved }) => solved).length,
    wrong_moves: sum((one) => one.wrong_moves ?? 0),
    moves: sum((one) => one.moves),
    moves_of: {
      system1: sum((one) => one.moves_of.system1),
      both: sum((one) => one.moves_of.both),
      system2: sum((one) => one.moves_of.system2),
    },
    decisions: sum((one) => one.decisions),
    escalations: sum((one) => one.escalations),
    inferences: sum((one) => one.inferences),
    second_looks: sum((one) => one.second_looks),
    reused: sum((one) => one.reused),
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

function part(count: number, whole: number): string {
  return `${String(count)} (${percent(ratio(count, whole))})`;
}

export function summaryTable(summary: Summary): string {
  const time = ({ median, p95 }: Spread): string[] => [milliseconds(median), milliseconds(p95)];
  return [
    table([
      ["puzzles", String(summary.puzzles)],
      ["solved", part(summary.solved, summary.puzzles)],
      ["moves that stand", String(summary.moves)],
      ["  of System 1, unchecked", part(summary.moves_of.system1, summary.moves)],
      ["  of System 1, proved by System 2", part(summary.moves_of.both, summary.moves)],
      ["  of System 2", part(summary.moves_of.system2, summary.moves)],
      ["looks of System 1", String(summary.inferences)],
      ["  second looks", part(summary.second_looks, summary.inferences)],
      ["  moves without a look of their own", part(summary.reused, summary.moves)],
      ["wrong guesses of System 1", String(summary.wrong_moves)],
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
  const unsolved = puzzles
    .filter(({ solved }) => !solved)
    .map((one) => `line ${String(one.line)}: not solved (${one.end})`);
  const odd = puzzles.filter(({ solutions }) => solutions !== "one");
  return [...unsolved, ...odd.map((one) => `line ${String(one.line)}: number of solutions: ${one.solutions}`)];
}
