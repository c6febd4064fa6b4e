// What a visitor may wish to play: a puzzle of the collection, one of their own, a fresh one.

import type { EngineCalls } from "../protocol/engine";

/** What happened when the shipped systems played a puzzle of the collection with the page's settings. */
export interface Played {
  /** System 1 by itself: solved it, broke a rule, or had no move left. */
  alone: "solved" | "wrong" | "stuck";
  /** The pair: decisions for which System 2 was asked, and guesses that were taken back. */
  asked: number;
  taken_back: number;
}

/** Of the collection. */
export interface Sample {
  family: string;
  text: string;
  size: string;
  level: string;
  /** Absent where it was not played. */
  played?: Played;
}

/** The visitor's own text; `anyway`: although it has several solutions. `which`: of the puzzles that it was found to
 *  hold, from 0; null while nothing is known of it. */
export interface Pasted {
  family: string;
  text: string;
  anyway: boolean;
  which: number | null;
}

/** A fresh puzzle. */
export type Wish = EngineCalls["generate"][0];
