// Proofs: as indices of the model, which the modules and traces pass on, and in words, which the engine makes on demand.

import type { Name } from "./words";

/** A proof in the model's own indices. */
export interface Core {
  literal: number;
  place: 0 | 1;
  parts: number[];
  facts: [number, 0 | 1][];
  minimal: boolean;
}

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
  /** Of each sliding block that the line names, the cells from its first possible place to its last. */
  reaches?: number[][];
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
