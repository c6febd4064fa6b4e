// What crosses the boundary between the page (or the evaluation tool) and the C++ engine: JSON, through
// one function `fs_call(request) -> response` in each of the two Wasm modules. Every response is
// { ok: T } or { error: Problem }; nothing is thrown across. The C++ side is engine/session/service.h
// (small module) and engine/session/solver_service.h (solver module).

/** A key of the sentence catalogues with its numbers, e.g. { key: "unit.row", args: { n: 6 } }. */
export interface Name {
  key: string;
  args: Record<string, number>;
}

/** An error as a value: catalogue key (`error.*`) and the place and cause as strings. */
export interface Problem {
  key: string;
  args: Record<string, string>;
}

export type Reply<T> = { ok: T } | { error: Problem };

// --- board: what a puzzle is, once per `open` ---------------------------------------------------

export interface BoardCell {
  variable: number;
  row: number;
  column: number;
  name: Name;
  /** Domain, both ends included. The symbol of value v is symbols[v - lowest]. */
  lowest: number;
  highest: number;
}

export interface Board {
  family: string;
  /** Size within the family, e.g. "9x9". */
  kind: string;
  /** The givens in the family's canonical form: parses back to the same puzzle. */
  text: string;
  rows: number;
  columns: number;
  cells: BoardCell[];
  /** Heavy lines between grid points. */
  borders: { row1: number; column1: number; row2: number; column2: number }[];
  symbols: string[];
}

// --- view: how it stands, after every change ------------------------------------------------------

export type Origin = "given" | "player" | "system1" | "system2" | "both";

export interface CellView {
  value: number | null;
  origin: Origin | null;
  /** The decision that placed the value. */
  decision: number | null;
  /** Values still open after direct elimination. Empty if a value is placed. */
  candidates: number[];
  /** Values that a proof ruled out (not by direct elimination). */
  ruledOut: number[];
}

/** open: go on · solved: complete and every rule met · conflict: some rule can visibly not be met any more. */
export type Status = "open" | "solved" | "conflict";

export interface Tally {
  moves: number; // values on the board that are not givens
  eliminations: number; // standing candidate eliminations
  escalations: number; // decisions for which System 2 was asked
  takenBack: number; // guesses taken back
  effort: number; // System 2's units
  inferences: number; // System 1's
}

/** One mark of the decision log. */
export interface DecisionMark {
  id: number;
  kind: "place" | "rule_out" | "take_back";
  source: Exclude<Origin, "given">;
  variable: number;
  value: number;
  /** No longer stands, because a later decision took it back. */
  takenBack: boolean;
  escalated: boolean;
}

export interface View {
  status: Status;
  cells: CellView[]; // by variable
  /** Cells of rules that are visibly broken, ascending. */
  conflicts: number[];
  decisions: DecisionMark[];
  tally: Tally;
  canUndo: boolean;
  canRedo: boolean;
  /** The board now, in the canonical form. */
  text: string;
}

// --- proofs and their sentences ---------------------------------------------------------------------

/** An argument of a line; numbers named "value"/"values" are domain values, shown as symbols. */
export type Argument = number | Name | number[] | Name[];

export interface Line {
  key: string;
  args: Record<string, Argument>;
  /** Cells to light while the line is read: those of the cited rules, and those of the facts used. */
  ruleCells: number[];
  factCells: number[];
}

export interface Fact {
  variable: number;
  value: number;
  place: boolean;
}

export interface Proof {
  variable: number;
  value: number;
  /** true: the value is forced; false: it is impossible. */
  place: boolean;
  minimal: boolean;
  rules: { name: Name; value: number | null; bound: "lower" | "upper" }[];
  facts: Fact[]; // without the givens
  lines: Line[];
  ruleCells: number[];
  factCells: number[];
}

// --- decisions: the trace ----------------------------------------------------------------------------

/** A proof in the model's own indices. */
export interface Core {
  literal: number;
  place: 0 | 1;
  parts: number[];
  facts: [number, 0 | 1][];
  minimal: boolean;
}

export type Strategy = "system1" | "system2" | "threshold" | "verify";

export interface Decision extends DecisionMark {
  strategy: Strategy | null; // null: the player's
  /** System 1's proposal, if it was asked. */
  proposal: { variable: number; value: number; probability: number } | null;
  /** Cheap evidence about the proposal: is it legal, how many rules would it visibly break. */
  evidence: { legal: boolean; violated: number } | null;
  /** The arbitrator's verdict, as sentence keys: first on the proposal, then (if escalated) the outcome. */
  verdict: string; // verdict.* (see VERDICTS)
  outcome: string | null; // outcome.* (see OUTCOMES)
  confidence: number | null;
  threshold: number | null;
  effort: number;
  proof: Proof | null;
  /** The same proof in dense indices, for `restore`. */
  core: Core | null;
  /** take_back: everything that went with it (the guess itself first). */
  removed: Fact[];
}

export const VERDICTS = [
  "verdict.player", //          the person's own move
  "verdict.system1_only", //    intuition alone
  "verdict.system2_only", //    deliberation alone
  "verdict.trusted", //         {confidence, threshold} at or above the dial
  "verdict.unsure", //          {confidence, threshold} below the dial: think it through
  "verdict.breaks_rule", //     sure, but it would visibly break a rule: think it through
  "verdict.verify", //          every proposal is checked
  "verdict.conflict", //        the board visibly contradicts itself: find the wrong guess
] as const;

export const OUTCOMES = [
  "outcome.confirmed", //       System 2 proved System 1's proposal
  "outcome.refuted", //         System 2 proved it impossible and ruled it out
  "outcome.own_step", //        System 2 found an easier step of its own
  "outcome.nothing_forced", //  both ways are possible (several solutions): the guess stands
  "outcome.out_of_budget", //   the proof was not found within the budget: the guess stands
  "outcome.took_back", //       a guess contradicted the rules and was taken back
] as const;

// --- the small module: engine/session/service.h -----------------------------------------------------

export interface Config {
  strategy: Strategy;
  threshold: number; // 0..1
  temperature: number; // calibration, from the model's card
  budget: number; // effort per System 2 request; 0: unlimited
}

export interface PolicyTensors {
  literals: number; // N
  groups: number; // G
  degree: number; // D
  width: number; // K
  literalGroups: number[]; // int32 [N, D]
  groupLiterals: number[]; // int32 [G, K]
  groupFeatures: number[]; // float32 [G, 4]
}

/** Verbatim for the solver module. */
export interface SolverRequest {
  op: "solver";
  task: "choose" | "examine" | "diagnose" | "solve" | "unique" | "backbone";
  family: string;
  text: string;
  facts: [literal: number, place: 0 | 1][];
  literal?: number;
  budget: number;
}

export type Effect =
  | { kind: "evaluate_policy"; ticket: number; tensors: PolicyTensors }
  | { kind: "run_solver"; ticket: number; request: SolverRequest }
  | { kind: "decided"; decision: Decision; view: View }
  /** Nothing to decide: solved · stuck (System 1 alone, no legal move or a visible conflict) ·
   *  several (System 2 alone, nothing is forced) · budget (System 2 alone, out of budget) ·
   *  impossible (the puzzle itself has no solution). */
  | { kind: "idle"; reason: "solved" | "stuck" | "several" | "budget" | "impossible"; view: View };

/** System 1's view of the present board. */
export interface Intuition {
  /** Per variable: calibrated probability of each open value; empty where a value is placed. */
  cells: { variable: number; candidates: { value: number; probability: number }[] }[];
  best: { variable: number; value: number; probability: number } | null;
}

export interface FamilyInfo {
  id: string;
  sizes: string[];
  formats: string[];
  rules: string[];
}

/** op -> [arguments, result] */
export interface EngineCalls {
  families: [object, FamilyInfo[]];
  generate: [{ family: string; size: string; seed: number }, { text: string }];
  /** Starts a new game. On an error the current game is kept. */
  open: [{ family: string; text: string }, { board: Board; view: View }];
  configure: [Partial<Config>, { config: Config }];
  /** A person's move; a value that stands there (not a given) is replaced. */
  play: [{ variable: number; value: number }, { view: View; decision: Decision }];
  /** Removes the value (not a given) of a cell and every step whose proof relied on it. */
  erase: [{ variable: number }, { view: View }];
  undo: [object, { view: View }];
  redo: [object, { view: View }];
  reset: [object, { view: View }];
  view: [object, { view: View }];
  /** One think step: returns the first effect; the host performs it and calls resume until decided or idle. */
  think: [object, Effect];
  /** `answer`: logits for evaluate_policy, the solver module's `ok` value for run_solver. A stale ticket is an error. */
  resume: [{ ticket: number; answer: { logits: number[] } | SolverAnswer }, Effect];
  /** Forgets a think step under way (cancel). */
  abandon: [object, { view: View }];
  /** The tensors of the present board, for the heat map; null if nothing is open. */
  encode: [object, { tensors: PolicyTensors | null }];
  /** Reads logits for those tensors. */
  intuition: [{ logits: number[] }, Intuition];
  /** A request for the solver module outside a think step: "choose" for a hint; "examine" for "why this?",
   *  with the cell's own value (and what was proved from it) left out of the facts. */
  ask: [{ task: "choose" } | { task: "examine"; variable: number; value: number } | { task: "unique" }, { request: SolverRequest }];
  decision: [{ id: number }, { decision: Decision }];
  trace: [object, { trace: Trace }];
  /** Opens the trace's puzzle and replays its decisions: how the host brings a game back after the engine's
   *  worker died. The trace's proofs are believed. On an error the current game is kept. */
  restore: [{ trace: Trace }, { board: Board; view: View }];
}

export interface Trace {
  format: "fastslow-trace/1";
  family: string;
  text: string;
  config: Config;
  decisions: Decision[];
  status: Status;
}

// --- the solver module: engine/session/solver_service.h ----------------------------------------------

export interface SolverAnswer {
  task: SolverRequest["task"];
  effort: number;
  /** choose, examine: forced · refuted · undetermined · contradiction · unknown;
   *  solve, diagnose, backbone: sat · unsat · unknown; unique: none · one · several · unknown */
  verdict: string;
  proof: Proof | null;
  /** The same proof for the session: dense indices. */
  core: Core | null;
  /** diagnose: literals of the guesses to take back, with the proof that each cannot stand. */
  wrong: { literal: number; proof: Proof; core: Core }[];
  /** solve, unique: in the puzzle's canonical form. */
  solutions: string[];
  /** backbone */
  steps: [number, 0 | 1][];
}

export interface SolverCalls {
  solver: [Omit<SolverRequest, "op">, SolverAnswer];
}

// --- keys the engine emits, besides VERDICTS and OUTCOMES --------------------------------------------
//   names      cell.at {row, column} · cell.lamp {n} · unit.row {n} · unit.column {n} · unit.box {n} · unit.lamps {}
//   lines      why.* : see engine/solver/narration.h
//   errors     error.text.empty {} · error.text.too_long {length, limit} · error.text.character {position}
//              error.sudoku.length {length} · error.file.unreadable {file} · error.format.unknown {format} · error.sudoku.value {symbol, row, column, side}
//              error.givens.conflict {symbol, row1, column1, row2, column2}
//              error.tatham.params {} · error.tatham.variant {} · error.tatham.side {size, limit} · error.tatham.number {position}
//              error.tatham.length {expected} · error.null.length {length}
//              error.family.unknown {family} · error.size.unknown {size} · error.step.unknown_literal {literal}
//              error.step.settled {literal} · error.step.given {} · error.policy.shape {expected, length} · error.policy.not_finite {}
//              error.request.json {} · error.request.op {op} · error.request.argument {name} · error.request.no_game {}
//              error.request.stale {ticket} · error.request.nothing_to_undo {} · error.solver.internal {detail} · error.engine.internal {detail}
