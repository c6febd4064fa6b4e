// One puzzle of the evaluation: what is true of it, how it is played, and what is made of that.

import type { Decision, View } from "../src/protocol/engine";
import type { Host, IdleReason, StepResult } from "../src/host/host";
import type { Truth } from "../src/host/truth";
import type { PuzzleLine } from "./puzzle_file";
import { rounded } from "./statistics";

export interface PuzzleReport {
  line: number;
  puzzle: string;
  solutions: string;
  /** Complete, every rule met, and (if the puzzle has exactly one solution) equal to it. */
  solved: boolean;
  rules_met: boolean;
  agrees: boolean | null;
  /** solved, or why nothing more could be decided. */
  end: IdleReason | "step_limit";
  result: string;
  decisions: number;
  moves: number;
  /** The values that stand, by who put them down; `both` were proposed by System 1 and proved by System 2. */
  moves_of: { system1: number; both: number; system2: number };
  /** Values that System 1 put down unchecked and that are not the solution's; null if nothing is known of it. */
  wrong_moves: number | null;
  escalations: number;
  escalation_rate: number;
  taken_back: number;
  effort: number;
  /** Looks of System 1; decisions with more than one; moves that an earlier look had seen. */
  inferences: number;
  second_looks: number;
  reused: number;
  /** Sums over the puzzle's steps. */
  s1_ms: number;
  s2_ms: number;
  puzzle_ms: number;
}

/** Times of the single steps in which a system was asked. */
export interface StepTimes {
  s1: number[];
  s2: number[];
}

export async function playPuzzle(
  player: Host,
  family: string,
  puzzle: PuzzleLine,
  truth: Truth,
): Promise<{ report: PuzzleReport; times: StepTimes }> {
  const { board, view: start } = await player.open({ family, text: puzzle.text });
  const times: StepTimes = { s1: [], s2: [] };
  const begin = performance.now();
  const { view, end } = await play(player, start, times, stepLimit(board.cells.length));
  const puzzleMs = performance.now() - begin;
  const { decisions } = await player.trace();
  const report = judged({ puzzle, truth, view, end, decisions });
  return { report: { ...report, ...sums(times), puzzle_ms: rounded(puzzleMs) }, times };
}

/** Far more than any game needs: every step settles a literal, or takes a guess back for good. */
export function stepLimit(cells: number): number {
  return 200 * cells;
}

async function play(
  player: Host,
  start: View,
  times: StepTimes,
  limit: number,
): Promise<{ view: View; end: PuzzleReport["end"] }> {
  let view = start;
  for (let steps = 0; steps < limit; steps++) {
    const result = await player.step();
    noteTimes(result, times);
    if (result.kind === "idle") return { view: result.view, end: result.reason };
    if (result.kind === "decided") view = result.view;
    if (view.status === "solved") return { view, end: "solved" };
  }
  return { view, end: "step_limit" };
}

function noteTimes(result: StepResult, times: StepTimes): void {
  if (result.kind === "cancelled") return;
  if (result.timings.system1Ms > 0) times.s1.push(result.timings.system1Ms);
  if (result.timings.system2Ms > 0) times.s2.push(result.timings.system2Ms);
}

function sums(times: StepTimes): { s1_ms: number; s2_ms: number } {
  const sum = (samples: number[]): number => rounded(samples.reduce((total, ms) => total + ms, 0));
  return { s1_ms: sum(times.s1), s2_ms: sum(times.s2) };
}

interface Played {
  puzzle: PuzzleLine;
  truth: Truth;
  view: View;
  end: PuzzleReport["end"];
  decisions: readonly Decision[];
}

export function judged(played: Played): Omit<PuzzleReport, "s1_ms" | "s2_ms" | "puzzle_ms"> {
  const { puzzle, truth, view, decisions } = played;
  const rulesMet = view.status === "solved";
  // The values, not the text: a game shows more of itself as it is played.
  const values = view.cells.map((cell) => cell.value);
  const agrees = truth.values === null ? null : truth.values.every((value, i) => value === values[i]);
  return {
    line: puzzle.line,
    puzzle: puzzle.text,
    solutions: truth.solutions,
    solved: rulesMet && agrees !== false,
    rules_met: rulesMet,
    agrees,
    end: played.end,
    result: view.text,
    decisions: decisions.length,
    moves: view.tally.moves,
    moves_of: movesOf(decisions),
    wrong_moves: truth.values === null ? null : wrongMoves(decisions, truth.values),
    escalations: view.tally.escalations,
    escalation_rate: decisions.length === 0 ? 0 : view.tally.escalations / decisions.length,
    taken_back: view.tally.takenBack,
    effort: view.tally.effort,
    inferences: view.tally.inferences,
    second_looks: view.tally.secondLooks,
    reused: view.tally.reused,
  };
}

function movesOf(decisions: readonly Decision[]): PuzzleReport["moves_of"] {
  const standing = decisions.filter(({ kind, takenBack }) => kind === "place" && !takenBack);
  const of = (who: Decision["source"]): number => standing.filter(({ source }) => source === who).length;
  return { system1: of("system1"), both: of("both"), system2: of("system2") };
}

/** Also those that were later taken back. */
export function wrongMoves(decisions: readonly Decision[], values: readonly (number | null)[]): number {
  const wrong = (decision: Decision): boolean =>
    decision.kind === "place" && decision.source === "system1" && values[decision.variable] !== decision.value;
  return decisions.filter(wrong).length;
}
