// The contract of the package `fastslow-solver`: Z3 behind a small typed API, in one WebAssembly file without threads, so that
// no page needs special headers. Only this is promised; all else may change.
//
//   import { loadSolver } from "fastslow-solver";
//   const solver = await loadSolver();
//   const puzzle = solver.declare({ cells: [{ id: "x", values: [1, 9] }, { id: "y", values: [1, 9] }],
//     constraints: [{ kind: "sum", cells: ["x", "y"], equals: 17 }, { kind: "less", cells: ["x", "y"] }] });
//   puzzle.check().values;                                  // { x: 8, y: 9 }
//   puzzle.core({ assume: [{ cell: "x", is: 9 }] }).said;   // ["x is 9", "rule 1"]
//
// A call computes until it answers: ask in a worker where that may take long, or give it a budget of effort. The same question
// gives the same answer for the same effort, on every machine.

/** A cell is, or is not, a value. */
export type Statement = { cell: string; is: number } | { cell: string; is_not: number };

/** A cell's id, or a pattern of a grid ("r1c*": a row, "r*c2": a column, "r1c1:r3c3": a rectangle), or a list of these. */
export type Cells = string | string[];

interface Bounds {
  equals?: number;
  at_least?: number;
  at_most?: number;
}

/** One rule. `name`: your words for it, as cores name it. */
export type Constraint = { name?: string } & (
  | { kind: "all_different" | "less" | "same"; cells: Cells }
  | ({ kind: "sum"; cells: Cells; coefficients?: number[]; not_equals?: number } & Bounds)
  | ({ kind: "difference"; cells: Cells } & Bounds)
  | { kind: "ratio"; cells: Cells; equals?: number; not_equals?: number }
  | { kind: "product"; cells: Cells; equals: number }
  | ({ kind: "count"; cells: Cells; value: number } & Bounds)
  | { kind: "any"; of: Statement[] }
  | { kind: "table"; cells: Cells; rows: number[][] }
);

/** Cells, values and rules: the “fastslow-puzzle/1” of puzzle.schema.json, of which all else may be left out. Either `grid`
 *  (cells r1c1, r1c2 …) or `cells`. At most 400 cells of 36 values each, between -1000 and 1000, and 2,000 rules. */
export interface Declaration {
  grid?: { rows: number; columns: number; values: [lowest: number, highest: number] };
  cells?: { id: string; values: [lowest: number, highest: number]; name?: string }[];
  /** Cells whose value is known, by id. */
  givens?: Record<string, number>;
  constraints?: Constraint[];
}

export interface Asked {
  /** What shall hold beside the rules. */
  assume?: readonly Statement[];
  /** So much work at most, in Z3's own count of it, for each question that is put to Z3; without it, until there is an answer. */
  budget?: number;
}

export type Checked =
  /** It can be: with these values, by cell. `effort`: the work it took, in Z3's own count. */
  | { truth: "sat"; values: Record<string, number>; effort: number }
  /** It cannot be; `core` tells why. */
  | { truth: "unsat"; effort: number }
  /** The budget is spent. */
  | { truth: "unknown"; effort: number };

/** Why something cannot be: what is named here rules each other out. */
export interface Core {
  /** Of the declaration's `constraints`, by index. */
  constraints: number[];
  assumptions: Statement[];
  givens: string[];
  /** All of these as words: “cage 3”, “x is 9”; what has no name is “rule 1”. */
  said: string[];
  /** Nothing of it can be left out. False where the budget did not last to find that out. */
  minimal: boolean;
}

export interface Puzzle {
  /** All cells, in order. */
  readonly cells: readonly string[];
  check(asked?: Asked): Checked;
  /** Null where there is no contradiction, or where the budget did not last to find one. */
  core(asked?: Asked): Core | null;
  /** Whether there is none, one or more than one solution. */
  count(asked?: Asked): "none" | "one" | "several" | "unknown";
}

export interface Solver {
  /** Throws a SolverError where the declaration makes no sense; it says where. */
  declare(declaration: Declaration): Puzzle;
}

export interface Loading {
  /** The file fastslow-solver.wasm, if it does not lie beside the script: its address, its bytes, or compiled. */
  wasm?: string | URL | BufferSource | WebAssembly.Module;
}
