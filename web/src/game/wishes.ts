// What a visitor may wish to play: a puzzle of the collection, one of their own, a fresh one.

import type { EngineCalls } from "../protocol/engine";

/** Of the collection. */
export interface Sample {
  family: string;
  text: string;
  size: string;
  level: string;
}

/** The visitor's own text; `anyway`: although it has several solutions. */
export interface Pasted {
  family: string;
  text: string;
  anyway: boolean;
}

/** A fresh puzzle. */
export type Wish = EngineCalls["generate"][0];
