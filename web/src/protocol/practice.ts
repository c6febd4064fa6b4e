// Practice: System 2 teaches System 1. Operations of the solver module, in a worker of its own; see engine/practice.

import type { Intuition } from "./policy";

/** A puzzle as any engine opens it. */
export interface PuzzleText {
  family: string;
  text: string;
}

/** What the examples are made of: proofs that a beginner could follow, all proofs, or the bare answers. */
export const TEACHERS = ["short", "all", "answers"] as const;
export type Teacher = (typeof TEACHERS)[number];

export interface PracticeBegin {
  /** In the order in which they are played; after the last, the first comes again. */
  puzzles: readonly PuzzleText[];
  /** Never practised on. */
  test: readonly PuzzleText[];
  /** The fixed position whose picture is told: this puzzle at its start. */
  picture: PuzzleText;
  /** `weights`: those of a network's file (practice/network_file.ts), as base64. */
  start: "untrained" | { weights: string };
  /** Where the random numbers begin. */
  seed: number;
  teacher: Teacher;
  /** The longest proof that is kept by the teacher "short". */
  steps_kept: number;
  /** From so sure on, System 1 is not checked. */
  threshold: number;
  /** Puzzles of other kinds, so that they are not forgotten. */
  replay: readonly PuzzleText[] | null;
}

/** One puzzle that was practised on. */
export interface PracticePoint {
  /** From 0, in the order of playing. */
  puzzle: number;
  moves: number;
  /** Moves for which System 2 was asked. */
  escalated: number;
  /** Moves for which System 1's proposal was false. */
  wrong: number;
  /** Mean of System 1's confidence over the moves. */
  confidence: number;
  /** System 2's, in its units. */
  work: number;
  training_steps: number;
}

/** Since the beginning. */
export interface PracticeTotals {
  puzzles: number;
  moves: number;
  escalated: number;
  wrong: number;
  work: number;
  training_steps: number;
}

/** On puzzles that were never practised on. */
export interface PracticeTest {
  puzzles: number;
  solved: number;
  moves: number;
  escalated: number;
  wrong: number;
}

/** op -> [arguments, result] */
export interface PracticeCalls {
  practice_begin: [PracticeBegin, { parameters: number }];
  /** So many moves, with what is learned from them: a short piece of work. */
  practice_go: [{ moves: number }, { points: PracticePoint[]; totals: PracticeTotals; done: boolean }];
  /** On some of the held-out puzzles; nothing is learned. */
  practice_test: [{ from: number; count: number }, PracticeTest];
  practice_picture: [object, Pick<Intuition, "cells">];
  /** All that is needed to go on exactly here. */
  practice_save: [object, { state: string }];
  practice_weights: [object, { weights: string }];
  practice_resume: [{ state: string }, { parameters: number; totals: PracticeTotals }];
}
