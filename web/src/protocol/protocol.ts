// What each module tells of itself; tests hold this side's lists against it.

import type { Strategy } from "./decision";

/** How the two systems can be paired: the engine's own list (engine/arbiter/registry.cc). */
export interface StrategyInfo {
  name: Strategy;
  /** Whether each is ever asked. */
  system1: boolean;
  system2: boolean;
  /** Knows the solution: only for measuring. */
  hindsight: boolean;
  /** Which fields of `Config` decide by it. */
  reads: string[];
}

/** A field of `Config` that strategies read. */
export interface Setting {
  name: string;
  default: number;
  least: number;
  most: number;
  whole: boolean;
}

/** The answer to `protocol`. */
export interface Protocol {
  /** Of the program. */
  version: string;
  operations: string[];
  /** Every word of every set of words. */
  enums: Record<string, string[]>;
  strategies: StrategyInfo[];
  settings: Setting[];
  limits: Record<string, number>;
  /** Formats of traces that `restore` reads; the last is what `trace` writes. */
  traces: string[];
}
