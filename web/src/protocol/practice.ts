// Practice: System 2 teaches System 1. Operations of the solver module (engine/wire/practice_door.h), which plays, proves
// and learns in one place; a worker of its own runs them, as they compute for long.

import type { Intuition } from "./policy";

export const TEACHERS = ["short", "all", "answers"] as const;
/** What an example teaches: what few rules prove, whatever propagation proves, or the bare answer. */
export type Teacher = (typeof TEACHERS)[number];

/** Where puzzles come from: `texts` over and over; or the family's generator, at a `size`; or `deal`, one puzzle's
 *  declaration whose givens are dealt anew. */
export interface PuzzleSupply {
  family: string;
  texts?: string[];
  size?: string;
  deal?: string;
}

export interface PracticeSetup {
  practise: PuzzleSupply;
  /** Never practised on; `count` of them. */
  heldOut: PuzzleSupply & { count?: number };
  /** Other puzzles, taught beside so that they are not forgotten. */
  replay?: PuzzleSupply[];
  seed?: number;
  teacher?: Teacher;
  /** Rules that a short proof cites at most. */
  longest?: number;
  threshold?: number;
  /** Of a look. */
  iterations?: number;
  /** Positions of a training step, and training steps after a move. */
  batch?: number;
  steps?: number;
  rate?: number;
}

/** What came of moves. */
export interface PracticeTally {
  moves: number;
  escalated: number;
  /** Accepted though wrong, found out at once and taken back. */
  wrong: number;
  /** Of System 1's proposals, on average. */
  confidence: number;
  /** System 2's, as its solver counts. */
  work: number;
  /** Facts that the teacher kept as examples. */
  proofs: number;
  trainingSteps: number;
}

export interface PracticePoint extends PracticeTally {
  puzzle: number;
}

export interface PracticePicture {
  family: string;
  text: string;
  intuition: Intuition;
}

export interface PracticeProgress {
  /** A point for each puzzle that ended. */
  points: PracticePoint[];
  /** Of all puzzles that ended. */
  total: PracticeTally;
  puzzles: number;
  /** That are remembered. */
  examples: number;
}

export interface PracticeTest extends PracticeTally {
  puzzles: number;
  /** Without a wrong move. */
  solved: number;
  /** And without System 2. */
  alone: number;
  done: boolean;
}

/** How a practice stands when it begins, or goes on. */
export interface PracticeBegun extends PracticeProgress {
  parameters: number;
  setup: PracticeSetup;
  picture: PracticePicture;
}

/** op -> [arguments, result] */
export interface PracticeCalls {
  /** `weights`: base64 of float32, little-endian, in the order of `practice_weights`. */
  practice_begin: [PracticeSetup & { start: "untrained" | { weights: string } }, PracticeBegun];
  practice_go: [{ moves: number }, PracticeProgress];
  /** The next `puzzles` of those held out (all by default); the counts are of all since the first. */
  practice_test: [{ puzzles?: number }, PracticeTest];
  practice_picture: [object, PracticePicture];
  /** Everything, as text: to be given to `practice_resume` and nobody else. */
  practice_save: [object, { state: string }];
  practice_weights: [object, { weights: string; tensors: { name: string; shape: number[] }[] }];
  practice_resume: [{ state: string }, PracticeBegun];
}

export const PRACTICE_OPERATIONS = [
  "practice_begin",
  "practice_go",
  "practice_test",
  "practice_picture",
  "practice_save",
  "practice_weights",
  "practice_resume",
] as const satisfies readonly (keyof PracticeCalls)[];
