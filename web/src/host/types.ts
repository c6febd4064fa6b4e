// What the page and the tools see of the host: its events, its results and what it is given.

import type { Board, Config, Decision, Effect, Intuition, Problem, SolverAnswer, Trace, View } from "../protocol";

/** The three parts that are loaded and can fail on their own. */
export type Part = "engine" | "policy" | "solver";

export type System = "system1" | "system2";

/**
 * How far a part is. `total` is 0 while the size is unknown; a bar is then indeterminate.
 * `problem` says why a part failed; the next request that needs the part tries again.
 */
export interface Loading {
  part: Part;
  state: "idle" | "loading" | "ready" | "failed";
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

/** Of the positions where the network was about that sure: how many there were, and how often it was right. */
export interface ReliabilityBin {
  confidence: number;
  accuracy: number;
  count: number;
}

export interface ReliabilityCurve {
  /** Expected calibration error: the gap between the two, averaged over all positions. */
  ece: number;
  bins: ReliabilityBin[];
}

/** Before and after calibration. */
export interface Reliability {
  before: ReliabilityCurve;
  after: ReliabilityCurve;
}

/** What the model's card says, as far as the engine decides by it or a reader is told. */
export interface PolicyLoaded extends Pick<Config, "temperature" | "trained"> {
  /** By family; `temperature` is for those that are not named. */
  calibration: Record<string, { temperature: number; reliability: Reliability | null }>;
}

/** System 1's view of a board, and how sure it is of the whole of it. */
export interface Reading extends Intuition {
  sureness: number;
}

export type IdleReason = Extract<Effect, { kind: "idle" }>["reason"];

/** What one think step came to. */
export type StepResult =
  | { kind: "decided"; decision: Decision; view: View; timings: Timings }
  | { kind: "idle"; reason: IdleReason; view: View; timings: Timings }
  /** `cancel()`, a person's move or a new game came first. Nothing was changed. */
  | { kind: "cancelled" };

/** An answer of System 2 outside a think step, and the time it took to compute. */
export interface TimedAnswer {
  answer: SolverAnswer;
  system2Ms: number;
}

export interface TimedDecision extends Decision {
  timings: Timings | null;
}

/** The engine's trace, with the time that the host measured for every decision. */
export interface TimedTrace extends Omit<Trace, "decisions"> {
  decisions: TimedDecision[];
}

export interface Game {
  board: Board;
  view: View;
}

export interface HostEvents {
  /** A new game is open. A `view` event follows. */
  board: Game;
  /** The game changed (also after every decision); the board too, if the view brings one. */
  view: View;
  /** A step or a person's move was decided; the `view` event comes first. */
  decision: { decision: Decision; timings: Timings };
  /** Calibration or strategy changed. */
  config: Config;
  loading: Loading;
  /** Who is computing now, for a step, a hint or an examination. */
  thinking: { who: System | null };
  replaced: Replaced;
}

export type Listener<K extends keyof HostEvents> = (event: HostEvents[K]) => void;
