// The curves of a run: what is drawn, what stands in the table and in files. Pure.

import type { PracticePoint } from "../../protocol/practice";
import { latest } from "../../practice/learning";
import type { Tested } from "../../practice/run";

export const CURVES = ["escalated", "wrong", "work", "confidence"] as const;
export type Curve = (typeof CURVES)[number];

export interface Step {
  /** How many puzzles were practised. */
  at: number;
  value: number;
}

const per = (moves: number, of: number): number => (moves === 0 ? 0 : of / moves);

/** By move; of `confidence` the mean is known for each puzzle. */
const VALUES: Record<Curve, (points: readonly PracticePoint[]) => number> = {
  escalated: (points) => per(sum(points, "moves"), sum(points, "escalated")),
  wrong: (points) => per(sum(points, "moves"), sum(points, "wrong")),
  work: (points) => per(sum(points, "moves"), sum(points, "work")),
  confidence: (points) =>
    per(
      sum(points, "moves"),
      points.reduce((all, { confidence, moves }) => all + confidence * moves, 0),
    ),
};

const sum = (points: readonly PracticePoint[], what: "moves" | "escalated" | "wrong" | "work"): number =>
  points.reduce((all, point) => all + point[what], 0);

/** Each over the last few puzzles, since one puzzle alone is a matter of luck. */
export function curveOf(points: readonly PracticePoint[], curve: Curve): Step[] {
  return points.map((_, index) => ({
    at: index + 1,
    value: VALUES[curve](latest(points, index + 1)),
  }));
}

/** At most so many, evenly; the last is always there. */
export function thinned(steps: readonly Step[], most: number): Step[] {
  const every = Math.ceil(steps.length / most);
  return steps.filter((_, index) => (steps.length - 1 - index) % every === 0);
}

/** The same on puzzles that were never practised on; null where that is not measured. */
export function testedOf(tested: readonly Tested[], curve: Curve): Step[] {
  if (curve !== "escalated" && curve !== "wrong") return [];
  return tested.map(({ puzzles, result }) => ({ at: puzzles, value: per(result.moves, result[curve]) }));
}

const COLUMNS = ["puzzle", "moves", "escalated", "wrong", "confidence", "work", "proofs", "trainingSteps"] as const;

/** Puzzle by puzzle. */
export const csvOf = (points: readonly PracticePoint[]): string =>
  [COLUMNS.join(","), ...points.map((point) => COLUMNS.map((name) => point[name]).join(","))]
    .map((line) => `${line}\r\n`)
    .join("");

/** Where a scale ends: the least round number that is not below. */
export function roundEnd(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= largest * 0.999999)!;
}
