// What crosses the boundary between the page (or the evaluation tool) and the C++ engine: JSON, through
// one function `fs_call(request) -> response` in each of the two Wasm modules. Every response is
// { ok: T } or { error: Problem }; nothing is thrown across. The C++ side is engine/wire/engine_door.h
// (small module) and engine/wire/solver_door.h (solver module).

/** A key of the sentence catalogues with its numbers, e.g. { key: "unit.row", args: { n: 6 } }. Phrases within
 *  the phrase are arguments p1, p2, ... The argument "value" is a value of the board, told as its symbol. The
 *  catalogues may tell names that differ in one argument x together, under "unit.row.many.x". */
export interface Name {
  key: string;
  args: Record<string, number | Name>;
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
  /** Domain, both ends included. The symbol of value v is board.symbols[v - board.lowest]. */
  lowest: number;
  highest: number;
  /** The squares it covers, if not just its own (a region of a map). */
  squares?: Square[];
}

export interface Square {
  row: number;
  column: number;
}

export interface Board {
  family: string;
  /** The id of its size. */
  kind: string;
  size: Size;
  /** The givens in the family's canonical form: parses back to the same puzzle. */
  text: string;
  rows: number;
  columns: number;
  /** By variable, ascending. Every variable that can be played has one. */
  cells: BoardCell[];
  /** Heavy lines between grid points. */
  borders: { row1: number; column1: number; row2: number; column2: number }[];
  /** The lowest value of any cell, and the symbols of the values from there: plain text, or a key "glyph.*"
   *  (drawn by the board, named by the catalogue) or "symbol.*" (a word of the catalogue). */
  lowest: number;
  symbols: string[];
  /** Squares without a variable: "wall" is black, "open" is dug up, "lost" is where a mine was dug up. `text` is a
   *  symbol; may be empty. `constraints`: lit when a proof cites one of them, as with labels. */
  blocks: (Square & { style: "wall" | "open" | "lost"; text: string; constraints: number[] })[];
  /** Text beside or between cells, in grid units: "corner" is small and in the top left of the square that starts
   *  there (cage sums), "sign" centred on the point between cells ("<", ">", "^", "v"), "margin" centred on the
   *  point outside the cells. `constraints`: lit when a proof cites one of them. */
  labels: { row: number; column: number; text: string; style: "corner" | "sign" | "margin"; constraints: number[] }[];
  /** Squares with one dashed outline. */
  cages: { squares: Square[]; constraint: number }[];
  /** While `variable` has `value`, it throws light on these variables' cells. */
  lights: { variable: number; value: number; cells: number[] }[];
  /** Sentences that stand beside the board ("A says: B is a knave"). */
  notes: { says: Name; constraints: number[] }[];
  /** How many of `counted` (pairs of variable and value) hold in the end; `key` (counter.*) tells it. */
  counters: { key: string; counted: [variable: number, value: number][]; total: number; constraint: number }[];
  /** Moves may reveal more of the puzzle: that several solutions fit what is seen is no flaw of it. */
  grows?: boolean;
  /** Rule switches that are on, and those that can be switched on this board (keys rule.ID). */
  rules: string[];
  switchable: string[];
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

/** Why System 1's confidence means little here: the puzzle is outside what the network knows. */
export interface Shift {
  /** What it was never trained on; `rules`: of those in force. */
  family: boolean;
  size: boolean;
  rules: string[];
  /** Rules that were switched in play, and how they are now: it goes on seeing them as they were. */
  switched: { rule: string; on: boolean }[];
}

/** open: go on · solved: complete and every rule met · lost: a move that cannot be taken back has ended the game ·
 *  conflict: some rule can visibly not be met any more. */
export type Status = "open" | "solved" | "lost" | "conflict";

export interface Tally {
  moves: number; // values on the board that are not givens
  eliminations: number; // standing candidate eliminations
  escalations: number; // decisions for which System 2 was asked
  takenBack: number; // guesses taken back
  effort: number; // System 2's units
  inferences: number; // System 1's looks
  secondLooks: number; // decisions for which System 1 looked more than once
  reused: number; // decisions whose move System 1 had seen at an earlier look
}

/** One mark of the decision log. */
export interface DecisionMark {
  id: number;
  /** switch_rule: `rule` is on (or off) from here; variable and value mean nothing. */
  kind: "place" | "rule_out" | "take_back" | "switch_rule";
  rule: string;
  on: boolean;
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
  /** Of rules that are visibly broken, the cells that are too many, or that have no room for what is missing. */
  conflicts: number[];
  /** The first few of these rules: "upper", there is too much; "lower", something has no place left. */
  broken: RuleBound[];
  decisions: DecisionMark[];
  tally: Tally;
  canUndo: boolean;
  canRedo: boolean;
  /** Set while the puzzle at hand is outside the network's training: claims of risk are withdrawn. */
  shift: Shift | null;
  /** The board, if this change made it grow (a dug cell that shows a number) or switched a rule. */
  board?: Board;
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
  /** The constraints cited: those of the board's labels, cages and notes are lit. */
  constraints: number[];
}

export interface Fact {
  variable: number;
  value: number;
  place: boolean;
}

/** `value`: of the group of a rule that is about one value. */
export interface RuleBound {
  name: Name;
  /** That a cell has one value. */
  cell: boolean;
  value: number | null;
  bound: "lower" | "upper";
}

export interface Proof {
  variable: number;
  value: number;
  /** true: the value is forced; false: it is impossible. */
  place: boolean;
  minimal: boolean;
  rules: RuleBound[];
  facts: Fact[]; // without the givens
  lines: Line[];
  ruleCells: number[];
  factCells: number[];
  constraints: number[];
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

/** Cheap evidence about a proposal. */
export interface Evidence {
  legal: boolean;
  /** Rules that it would visibly break. */
  violated: number;
  shifted: boolean;
  /** How often System 1 looked at the position that the proposal is from. */
  looks: number;
  /** System 1's own probability that its whole picture of that position is right. */
  sureness: number;
  /** The board answers the move by showing more: it cannot be taken back, and is not played while another can be proved. */
  irrevocable: boolean;
}

export type Strategy = "system1" | "system2" | "threshold" | "verify";

export interface Decision extends DecisionMark {
  strategy: Strategy | null; // null: the player's
  /** System 1's proposal, if it was asked. */
  proposal: { variable: number; value: number; probability: number } | null;
  evidence: Evidence | null;
  /** Whether System 1 was asked for this decision, or had seen the move when it last looked. */
  inference: "none" | "fresh" | "reused";
  /** Iterations of the network for this decision. */
  iterations: number;
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
  "verdict.look_again", //      below the dial at first: System 1 looked again. Told before what followed
  "verdict.unsure", //          {confidence, threshold} below the dial: think it through
  "verdict.breaks_rule", //     sure, but it would visibly break a rule: think it through
  "verdict.shift", //           never trained on anything like this: think it through
  "verdict.irrevocable", //     sure, but the move could not be taken back: check it
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

// --- the small module: engine/wire/engine_door.h -----------------------------------------------------

export interface Config {
  strategy: Strategy;
  threshold: number; // 0..1
  looks: number; // System 1's at one position, at most; 1: a glance must do
  reuse: number; // probability from which moves of one look are played without another; above 1: never
  temperature: number; // calibration, from the model's card
  budget: number; // effort per System 2 request; 0: unlimited
  /** What the network was trained on, from the model's card. */
  trained: { family: string; sizes: string[]; rules: string[] }[];
}

/** See engine/policy/encoder.h. */
export interface PolicyTensors {
  literals: number; // N
  groups: number; // G
  degree: number; // D
  width: number; // K
  literalGroups: number[]; // int32 [N, D]
  groupLiterals: number[]; // int32 [G, K]
  groupFeatures: number[]; // float32 [G, 4]
  sums: number; // W
  sumDegree: number; // Dw
  sumWidth: number; // Kw
  literalSums: number[]; // int32 [N, Dw]
  literalCoefficients: number[]; // float32 [N, Dw]
  sumLiterals: number[]; // int32 [W, Kw]
  sumCoefficients: number[]; // float32 [W, Kw]
  sumFeatures: number[]; // float32 [W, 4]
}

/** What one look of the network gives. */
export interface PolicyAnswer {
  logits: number[]; // [N]
  sureness: number; // 0..1
  iterations: number; // that this look ran
}

/** Verbatim for the solver module. */
export interface SolverRequest {
  op: "solver";
  task: "choose" | "examine" | "diagnose" | "solve" | "unique" | "marginals";
  family: string;
  text: string;
  facts: [literal: number, place: 0 | 1][];
  /** examine: which; choose: preferred among equals, or, if `insist`, to all others. */
  literal?: number;
  insist?: boolean;
  budget: number;
}

export type Effect =
  /** look 0: a glance. Otherwise the network goes on with the tensors it has, and `tensors` is null. */
  | { kind: "evaluate_policy"; ticket: number; look: number; tensors: PolicyTensors | null }
  | { kind: "run_solver"; ticket: number; request: SolverRequest }
  | { kind: "decided"; decision: Decision; view: View }
  /** Nothing to decide: solved · lost · stuck (System 1 alone, no legal move or a visible conflict) ·
   *  several (System 2 alone, nothing is forced) · budget (System 2 alone, out of budget) ·
   *  impossible (the puzzle itself has no solution). */
  | { kind: "idle"; reason: "solved" | "lost" | "stuck" | "several" | "budget" | "impossible"; view: View };

/** System 1's view of the present board. */
export interface Intuition {
  /** Per variable: calibrated probability of each open value; empty where a value is placed. */
  cells: { variable: number; candidates: { value: number; probability: number }[] }[];
  best: { variable: number; value: number; probability: number } | null;
}

export type Level = "easy" | "medium" | "hard";

/** A size of a family (engine/puzzles/size.h). What it means is in the fields; nobody takes the id apart. */
export interface Size {
  /** What lists, packs and commands call it: "9x9", "9x9k", "10x8n15", "5". */
  id: string;
  /** Squares across and down; 0 where the board is no grid. */
  width: number;
  height: number;
  /** Of what else a size counts: regions of a map, mines, people who speak. */
  count: number;
  /** The rule switches that `variant` stands for. */
  rules: string[];
  /** Tells apart kinds of one width and height ("k", "game"); `size.FAMILY-VARIANT` is its word. */
  variant: string;
  /** Grows as it is played, so that there is not one solution at the start. */
  game: boolean;
}

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

/** op -> [arguments, result] */
export interface EngineCalls {
  families: [object, FamilyInfo[]];
  /** `level` of the result is the one measured (solver/rating.h), the closest to the wish that a few draws gave. */
  generate: [{ family: string; size: string; level: Level; seed: number }, { text: string; level: Level }];
  /** Switches a rule in the middle of the game. The solver obeys at once; the network is not told and goes on seeing
   *  the rules the game began with. Steps keep standing, as assumptions: what was proved under other rules is not. */
  switch_rule: [{ rule: string; on: boolean }, { board: Board; view: View }];
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
  /** `answer`: the network's for evaluate_policy, the solver module's `ok` value for run_solver. A stale ticket is an error. */
  resume: [{ ticket: number; answer: PolicyAnswer | SolverAnswer }, Effect];
  /** Forgets a think step under way (cancel). */
  abandon: [object, { view: View }];
  /** The tensors of the present board, for the heat map; null if nothing is open. */
  encode: [object, { tensors: PolicyTensors | null }];
  /** Reads logits for those tensors. */
  intuition: [{ logits: number[] }, Intuition];
  /** A request for the solver module outside a think step: "choose" for a hint; "examine" for "why this?",
   *  with the cell's own value (and what was proved from it) left out of the facts. */
  ask: [
    (
      | { task: "choose" }
      | { task: "examine"; variable: number; value: number }
      | { task: "unique" }
      | { task: "marginals" }
    ),
    { request: SolverRequest },
  ];
  decision: [{ id: number }, { decision: Decision }];
  /** `brief`: the proofs only as what `restore` needs (`core`), not in words. */
  trace: [{ brief?: boolean }, { trace: Trace }];
  /** Opens the trace's puzzle and replays its decisions: how a game is brought back that the page has kept.
   *  The trace's proofs are believed. On an error the current game is kept. */
  restore: [{ trace: Trace }, { board: Board; view: View }];
}

export interface Trace {
  format: "fastslow-trace/1";
  family: string;
  text: string;
  config: Config;
  decisions: Decision[];
  /** As it is at the end of them. */
  shift: Shift | null;
  status: Status;
}

// --- the solver module: engine/wire/solver_door.h ----------------------------------------------

export interface SolverAnswer {
  task: SolverRequest["task"];
  effort: number;
  /** choose, examine: forced · refuted · undetermined · contradiction · unknown;
   *  solve, diagnose: sat · unsat · unknown; unique: none · one · several · unknown */
  verdict: string;
  proof: Proof | null;
  /** The same proof for the session: dense indices. */
  core: Core | null;
  /** diagnose: literals of the guesses to take back, with the proof that each cannot stand. */
  wrong: { literal: number; proof: Proof; core: Core }[];
  /** solve, unique: in the puzzle's canonical form. */
  solutions: string[];
  /** marginals: in which share of all solutions each open value holds, exactly. Empty if counting took too long. */
  marginals: { variable: number; value: number; probability: number }[];
}

export interface SolverCalls {
  solver: [Omit<SolverRequest, "op">, SolverAnswer];
}

// --- keys the engine emits, besides VERDICTS and OUTCOMES --------------------------------------------
//   names      cell.at {row, column} · cell.lamp {n} · unit.row {n} · unit.column {n} · unit.box {n} · unit.lamps {}
//              because.*, so.* : see engine/solver/narration.h
//   lines      why.* : see engine/solver/narration.h
//   errors     error.text.empty {} · error.text.too_long {length, limit} · error.text.character {position}
//              error.sudoku.length {length} · error.file.unreadable {file} · error.format.unknown {format} · error.sudoku.value {symbol, row, column, side}
//              error.givens.conflict {symbol, row1, column1, row2, column2}
//              error.tatham.params {} · error.tatham.variant {} · error.tatham.side {size, limit} · error.tatham.number {position}
//              error.tatham.length {expected} · error.null.length {length}
//              error.family.unknown {family} · error.size.unknown {size} · error.step.unknown_literal {literal}
//              error.step.settled {literal} · error.step.given {} · error.game.lost {} · error.policy.shape {expected, length} · error.policy.not_finite {}
//              error.request.json {} · error.request.op {op} · error.request.argument {name} · error.request.no_game {}
//              error.request.stale {ticket} · error.request.nothing_to_undo {} · error.request.nothing_to_redo {}
//              error.request.nothing_to_erase {} · error.solver.internal {detail} · error.engine.internal {detail}
