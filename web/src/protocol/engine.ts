// What crosses the boundary between the page (or the evaluation tool) and the C++ engine: JSON, through one function
// `fs_call(request) -> response` in each of the two Wasm modules. Every response is { ok: T } or { error: Problem };
// nothing is thrown across. The C++ side is engine/wire (engine_door.h, solver_door.h), whose `protocol` operation tells
// its own lists: tests/wasm/protocol.test.ts holds the two sides together.

import type { Size } from "./board";
import type { Decision } from "./decision";
import type { Intuition, PolicyAnswer, PolicyTensors } from "./policy";
import type { Core, Proof } from "./proof";
import type { Protocol } from "./protocol";
import type { Bets, Certificate, Dealing, KeptPromise, RecordedGame, Wish } from "./risk";
import type { SolverAnswer, SolverRequest } from "./solver";
import type { Config, KeptGame, ToldTrace, Trace } from "./trace";
import type { PositionId, ViewChange } from "./view";
import type { Problem } from "./words";

export type * from "./board";
export type * from "./decision";
export type * from "./policy";
export type * from "./practice";
export type * from "./proof";
export type * from "./protocol";
export type * from "./risk";
export type * from "./solver";
export type * from "./trace";
export type * from "./view";
export type * from "./words";

export type Reply<T> = { ok: T } | { error: Problem };

/** What the sender of a request still has, so that it is not sent again. Goes with any request to the engine. */
export interface Held {
  /** The position of its view: the next comes as what has changed since. */
  view?: PositionId;
  /** The position of its tensors. */
  tensors?: PositionId;
}

export const LEVELS = ["easy", "medium", "hard"] as const;
export type Level = (typeof LEVELS)[number];

/** Why there is nothing to decide: solved · lost · stuck (System 1 alone, no legal move or a visible conflict) ·
 *  several (System 2 alone, nothing is forced) · budget (System 2 alone, out of budget) · impossible (the puzzle itself
 *  has no solution). */
export const IDLE_REASONS = ["solved", "lost", "stuck", "several", "budget", "impossible"] as const;
export type IdleReason = (typeof IDLE_REASONS)[number];

export const EFFECTS = ["evaluate_policy", "run_solver", "decided", "idle"] as const;

export type Effect =
  /** look 0: a glance. start 0: from the usual states; else anew, from others. `tensors`: null if those of the position
   *  are held. */
  | {
      kind: "evaluate_policy";
      ticket: number;
      look: number;
      start: number;
      position: PositionId;
      tensors: PolicyTensors | null;
    }
  | { kind: "run_solver"; ticket: number; request: SolverRequest }
  | { kind: "decided"; decision: Decision; view: ViewChange }
  | { kind: "idle"; reason: IdleReason; view: ViewChange };

export interface FamilyInfo {
  id: string;
  /** Which drawing stands for it (panels/family_icons.ts). */
  icon: string;
  /** Offered to visitors; what authors bring along is not. */
  listed: boolean;
  sizes: string[];
  /** What each of `sizes` means. */
  dimensions: Size[];
  formats: string[];
  rules: string[];
  /** Up to how many rules the hardest explanation of an easy and of a medium puzzle cites. */
  yardstick: { easy: number; medium: number };
}

/** A puzzle of a text from anywhere: as `open` takes it. */
export interface Recognised {
  family: string;
  text: string;
  /** As the text has it; may be empty. */
  title: string;
  /** How the text was read, where it could be read otherwise or something was left out: sentences `remark.*`. */
  remarks: Problem[];
}

/** What the solver module can be asked about the game outside a think step. */
export type Question =
  | { task: "choose" }
  /** With the cell's own value, and what was proved from it, left out of the facts. */
  | { task: "examine"; variable: number; value: number }
  /** Which of the moves nobody proved, the visitor's among them, cannot stand. */
  | { task: "diagnose" }
  /** About the puzzle as it was set. */
  | { task: "unique" }
  /** About the board as it stands. */
  | { task: "solve" }
  | { task: "marginals" };

/** op -> [arguments, result] */
export interface EngineCalls {
  protocol: [object, Protocol];
  families: [object, FamilyInfo[]];
  /** `level` of the result is the one measured (solver/rating.h), the closest to the wish that a few draws gave; null
   *  where there was nothing to measure, or too much to search. */
  generate: [{ family: string; size: string; level: Level; seed: number }, { text: string; level: Level | null }];
  /** What a text from anywhere holds: at least one puzzle, and all those of a list. `family`: what a bare text is taken for. */
  recognise: [{ family: string; text: string }, { puzzles: Recognised[] }];
  /** The loosest threshold that keeps the wish: the first `order` of the games are for the order in which thresholds are
   *  tried, the others are what it is certified on. */
  certify: [Wish & { games: RecordedGame[]; order: number }, Certificate];
  /** How often the promise would have been broken on these games. */
  splits: [Wish & Dealing & { games: RecordedGame[] }, KeptPromise];
  /** What the bets come to after these games, each lost or not. */
  bets: [Wish & { lost: boolean[] }, Bets];
  /** The states of a simulated world (engine/physics/worlds.h) after each row of controls. Needs no game and changes none. */
  simulate: [
    { world: string; start: readonly number[]; controls: readonly (readonly number[])[] },
    { states: number[][] },
  ];
  /** Starts a new game. On an error the current game is kept. */
  open: [{ family: string; text: string }, { view: ViewChange }];
  /** Opens the trace's puzzle and replays its decisions, with those that were undone: how a game that was kept, or
   *  whose engine was lost, is brought back. Its proofs are believed. On an error the current game is kept. */
  restore: [{ trace: KeptGame }, { view: ViewChange }];
  /** With nothing to change it tells the configuration, at first the engine's own. */
  configure: [Partial<Config>, { config: Config }];
  /** A person's move; a value that stands there (not a given) is replaced. */
  play: [{ variable: number; value: number }, { view: ViewChange; decision: Decision }];
  /** Removes the value (not a given) of a cell and every step whose proof relied on it. */
  erase: [{ variable: number }, { view: ViewChange; decision: Decision }];
  undo: [object, { view: ViewChange }];
  redo: [object, { view: ViewChange }];
  reset: [object, { view: ViewChange }];
  /** Switches a rule in the middle of the game. The solver obeys at once; the network is not told and goes on seeing
   *  the rules the game began with. Steps keep standing, as assumptions: what was proved under other rules is not. */
  switch_rule: [{ rule: string; on: boolean }, { view: ViewChange; decision: Decision }];
  /** The puzzle as it was set, with a rule switched: what to tell the solver module of it and to ask, and the givens
   *  that clash at sight. Changes nothing. */
  if_switched: [
    { rule: string; on: boolean },
    { family: string; text: string; clash: number[]; request: SolverRequest },
  ];
  view: [object, { view: ViewChange }];
  /** Forgets a think step under way (cancel). */
  abandon: [object, { view: ViewChange }];
  /** One think step: returns the first effect; the host performs it and calls resume until decided or idle. */
  think: [object, Effect];
  /** `answer`: the network's for evaluate_policy, the solver module's for run_solver. A stale ticket is an error. */
  resume: [{ ticket: number; answer: PolicyAnswer | SolverAnswer }, Effect];
  /** The tensors of the position after so many decisions, else of the present one, for the heat map: null if they are
   *  held, or if nothing is open. */
  encode: [{ made?: number }, { position: PositionId; open: boolean; tensors: PolicyTensors | null }];
  /** Reads logits for those tensors. An error once the game is elsewhere. */
  intuition: [{ position: PositionId; logits: number[]; made?: number }, Intuition];
  /** A request for the solver module outside a think step. */
  ask: [Question, { request: SolverRequest }];
  /** A decision of the log, with its proof in words. */
  decision: [{ id: number }, { decision: Decision; proof: Proof | null }];
  /** The game as it stood after so many decisions, told whole. Changes nothing. */
  past: [{ made: number }, { view: ViewChange }];
  /** A proof about the present puzzle in words. */
  narrate: [{ core: Core }, { proof: Proof }];
  /** `words`: with every proof told. */
  trace: [{ words?: boolean }, { trace: Trace | ToldTrace }];
}

export const ENGINE_OPERATIONS = [
  ...(["protocol", "families", "generate", "recognise", "certify", "splits", "bets", "simulate"] as const),
  ...(["open", "restore", "configure", "play", "erase"] as const),
  ...(["undo", "redo", "reset", "switch_rule", "if_switched", "view", "abandon", "think"] as const),
  ...(["resume", "encode", "intuition", "ask", "decision", "past", "narrate", "trace"] as const),
] satisfies readonly (keyof EngineCalls)[];
