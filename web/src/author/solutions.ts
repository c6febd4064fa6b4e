// What two solutions of a declared puzzle say differently. Pure.

interface Solved {
  grid?: { rows: number; columns: number };
  cells?: { id?: string; row: number; column: number }[];
  givens?: Record<string, number>;
}

export interface Difference {
  variable: number;
  values: [number, number];
}

const idAt = (row: number, column: number) => `r${row + 1}c${column + 1}`;

/** By variable: cells are numbered in reading order. */
function idsOf({ grid, cells }: Solved): string[] {
  if (grid) {
    return Array.from({ length: grid.rows * grid.columns }, (_, index) =>
      idAt(Math.floor(index / grid.columns), index % grid.columns),
    );
  }
  const sorted = [...(cells ?? [])].sort((a, b) => a.row - b.row || a.column - b.column);
  return sorted.map(({ id, row, column }) => id ?? idAt(row, column));
}

/** `texts`: the same puzzle, solved in two ways, in canonical form. */
export function differences([one, other]: [string, string]): Difference[] {
  const first = JSON.parse(one) as Solved;
  const second = JSON.parse(other) as Solved;
  return idsOf(first).flatMap((id, variable) => {
    const values: [number, number] = [first.givens?.[id] ?? 0, second.givens?.[id] ?? 0];
    return values[0] === values[1] ? [] : [{ variable, values }];
  });
}
