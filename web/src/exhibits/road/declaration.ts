// The part of a puzzle's declaration (puzzles/puzzle.schema.json) that the road needs: cells with their values, and sums,
// differences and choices between statements.

export interface Cell {
  id: string;
  name: string;
  row: number;
  column: number;
  /** Lowest and highest. */
  values: [number, number];
}

export type Statement = { cell: string; is: number };

export type Constraint = { name: string } & (
  | { kind: "sum"; cells: string[]; coefficients: number[]; at_least?: number; at_most?: number }
  | { kind: "difference"; cells: [string, string]; at_most: number }
  | { kind: "any"; of: Statement[] }
);

export interface Declaration {
  format: "fastslow-puzzle/1";
  cells: Cell[];
  constraints: Constraint[];
}

export type Values = ReadonlyMap<string, number>;

/** Whether a constraint holds where every cell of it has a value. */
export function holds(constraint: Constraint, values: Values): boolean {
  const of = (cell: string): number => values.get(cell)!;
  switch (constraint.kind) {
    case "any":
      return constraint.of.some(({ cell, is }) => of(cell) === is);
    case "difference":
      return Math.abs(of(constraint.cells[0]) - of(constraint.cells[1])) <= constraint.at_most;
    case "sum": {
      const { cells, coefficients, at_least = -Infinity, at_most = Infinity } = constraint;
      const sum = cells.reduce((total, cell, i) => total + of(cell) * coefficients[i]!, 0);
      return at_least <= sum && sum <= at_most;
    }
  }
}
