// What the page and the tools see of the host: its events and its results.

import type { Board, Config, Decision, Effect, Intuition, SolverAnswer, Trace, View } from "../protocol/engine";
import type { Loading, Replaced, System, Timings } from "../protocol/parts";

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
