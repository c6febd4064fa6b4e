// What the page and the tools see of the host: its events and its results.

import type {
  Board,
  Config,
  Decision,
  FindingAnswer,
  IdleReason,
  Intuition,
  KeptGame,
  Proof,
  ToldTrace,
  Trace,
  View,
} from "../protocol/engine";
import type { Loading, Replaced, System, Timings } from "../protocol/parts";
import type { Shown } from "./engine_client";
import type { Absence } from "./stand_in";
import type { Timed } from "./solver_client";

export type { Absence, IdleReason, Shown, Timed };

/** System 1's view of a board, and how sure it is of the whole of it. */
export interface Reading extends Intuition {
  sureness: number;
}

/** What one think step came to. */
export type StepResult =
  | ({ kind: "decided"; decision: Decision; timings: Timings } & Shown)
  | ({ kind: "idle"; reason: IdleReason; timings: Timings } & Shown)
  /** `cancel()`, a person's move or a new game came first. Nothing was changed. */
  | { kind: "cancelled" };

/** What System 2 found of a step outside a think step: with the proof in words, if there is one. */
export interface Found extends Timed<FindingAnswer> {
  proof: Proof | null;
  /** Where the board contradicts itself: why one of the moves on it cannot stand. */
  wrong: Proof | null;
  /** A first reason; a shorter one is being looked for. */
  draft?: boolean;
}

/** A decision with its proof in words. */
export interface Explained {
  decision: Decision;
  proof: Proof | null;
}

type TimedDecision<D> = D & { timings?: Timings | null };

/** A game as the page keeps it: with the time that the host measured for every decision. */
export interface TimedGame extends KeptGame {
  decisions: TimedDecision<Decision>[];
}

/** The engine's trace, told and timed, for people. */
export interface TimedTrace extends Trace {
  decisions: TimedDecision<ToldTrace["decisions"][number]>[];
}

export interface Game {
  board: Board;
  view: View;
}

export interface HostEvents {
  /** A new game is open. A `view` event follows. */
  board: Game;
  /** The game changed (also after every decision); the board too, if there is one. */
  view: Shown;
  /** A step or a person's move was decided; the `view` event comes first. */
  decision: { decision: Decision; timings: Timings };
  /** Calibration or strategy changed. */
  config: Config;
  loading: Loading;
  /** Who is computing now, for a step, a hint or an examination. */
  thinking: { who: System | null };
  replaced: Replaced;
  /** A system is not there, so that the other makes the steps; null: it is there again. */
  absence: { absence: Absence | null };
}

export type Listener<K extends keyof HostEvents> = (event: HostEvents[K]) => void;
