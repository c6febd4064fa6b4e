// The three parts that are loaded, and what there is to tell of them while they load, work and fail.

import type { Problem } from "./engine";

/** The three parts that are loaded and can fail on their own. */
export type Part = "engine" | "policy" | "solver";

export type System = "system1" | "system2";

/** What a part that is loading does: it is fetched (and compiled as it comes), the rest is compiled, it is set up. */
export const PHASES = ["fetch", "compile", "set_up"] as const;
export type Phase = (typeof PHASES)[number];

/**
 * How far a part is. `total` is 0 while the size is unknown; a bar is then indeterminate.
 * `problem` says why a part failed; the next request that needs the part tries again.
 */
export interface Loading {
  part: Part;
  state: "idle" | "loading" | "ready" | "failed";
  /** While it is loading. */
  phase: Phase;
  loaded: number;
  total: number;
  problem: Problem | null;
}

/** Time that each system computed for one step, without loading and without waiting. */
export interface Timings {
  system1Ms: number;
  system2Ms: number;
}

/**
 * Why a worker was replaced: the visitor cancelled or moved on (nothing to tell), it stopped with an error, or it
 * ran out of memory.
 */
export type ReplacedReason = "cancelled" | "crashed" | "memory";

export interface Replaced {
  part: Part;
  reason: ReplacedReason;
  problem: Problem | null;
  /** false only if the game's steps could not be repeated in a new engine: the puzzle then starts again. */
  gameKept: boolean;
}
