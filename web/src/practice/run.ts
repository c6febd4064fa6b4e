// A run of practice as the page keeps it, and how it is read again: what the database holds may be of another version, or
// damaged. What only the C++ side understands (`state`) is looked at there.

import { isFields } from "../protocol/messages";
import { TEACHERS, type PracticePicture, type PracticePoint, type Teacher } from "../protocol/practice";
import type { Intuition } from "../protocol/policy";
import { readTaught, STARTS, type Measured, type Taught } from "./learned";

export type Picture = Pick<Intuition, "cells">;
/** The fixed position, that nobody practises on: a puzzle at its start. */
export type Fixed = Pick<PracticePicture, "family" | "text">;

/** What is to be learned, and how. */
export interface Plan {
  /** The choice that it was made from (courses.ts). */
  course: string;
  taught: Taught;
  teacher: Teacher;
  start: (typeof STARTS)[number];
  seed: number;
}

/** The held-out puzzles after so much practice. */
export interface Tested {
  puzzles: number;
  seconds: number;
  result: Measured;
}

export interface Run {
  plan: Plan;
  points: PracticePoint[];
  tested: Tested[];
  fixed: Fixed;
  /** The fixed position as it was seen before anything was learned. */
  before: Picture | null;
  seconds: number;
  state: string;
}

const FORM = 1;

export const keptRun = (run: Run): unknown => ({ form: FORM, ...run });

/** Null if it is none. */
export function readRun(value: unknown): Run | null {
  if (!isFields(value) || value["form"] !== FORM) return null;
  const plan = readPlan(value["plan"]);
  const { points, tested, fixed, before, seconds, state } = value;
  if (plan === null || !isFixed(fixed) || typeof state !== "string" || !isCount(seconds)) return null;
  if (!isListOf(points, isPoint) || !isListOf(tested, isTested)) return null;
  return { plan, points, tested, fixed, before: isPicture(before) ? before : null, seconds, state };
}

function readPlan(value: unknown): Plan | null {
  if (!isFields(value)) return null;
  const { course, teacher, start, seed } = value;
  const taught = readTaught(value["taught"]);
  if (typeof course !== "string" || taught === null || !isCount(seed)) return null;
  const known = TEACHERS.find((one) => one === teacher);
  const begun = STARTS.find((one) => one === start);
  return known && begun ? { course, taught, teacher: known, start: begun, seed } : null;
}

const isCount = (value: unknown): value is number => typeof value === "number" && value >= 0 && Number.isFinite(value);

function isListOf<T>(value: unknown, is: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

const hasCounts = (value: unknown, names: readonly string[]): value is Record<string, number> =>
  isFields(value) && names.every((name) => isCount(value[name]));

export const isPoint = (value: unknown): value is PracticePoint =>
  hasCounts(value, ["puzzle", "moves", "escalated", "wrong", "confidence", "work", "proofs", "trainingSteps"]);

const isTested = (value: unknown): value is Tested =>
  hasCounts(value, ["puzzles", "seconds"]) &&
  hasCounts((value as { result?: unknown }).result, ["puzzles", "solved", "alone", "moves", "escalated", "wrong"]);

const isFixed = (value: unknown): value is Fixed =>
  isFields(value) && typeof value["family"] === "string" && typeof value["text"] === "string";

export function isPicture(value: unknown): value is Picture {
  if (!isFields(value) || !Array.isArray(value["cells"])) return false;
  return value["cells"].every(
    (cell: unknown) =>
      isFields(cell) &&
      isCount(cell["variable"]) &&
      isListOf(cell["candidates"], (one): one is { value: number; probability: number } =>
        hasCounts(one, ["value", "probability"]),
      ),
  );
}
