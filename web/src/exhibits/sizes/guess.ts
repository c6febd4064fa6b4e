// What a network's scores mean on a board: its most confident guess. Pure.
//
// In: scores [cell * values + value], and for each cell the values that are still possible. Out: the cell and value with the
// highest probability, a softmax over the possible values of each cell.

export interface Guess {
  variable: number;
  value: number;
  /** 0..1 */
  probability: number;
}

/** By variable: the values that may stand there, ascending; none where one stands already. */
export type Possible = readonly (readonly number[])[];

/** Null: no cell has a possible value. Of several that are alike, the first. */
export function bestGuess(
  scores: readonly number[],
  possible: Possible,
  { values, temperature }: { values: number; temperature: number },
): Guess | null {
  let best: Guess | null = null;
  possible.forEach((some, variable) => {
    const cold = some.map((value) => scores[variable * values + value - 1]! / temperature);
    const highest = Math.max(...cold);
    const total = cold.reduce((sum, score) => sum + Math.exp(score - highest), 0);
    const probability = 1 / total;
    if (some.length > 0 && (best === null || probability > best.probability)) {
      best = { variable, value: some[cold.indexOf(highest)]!, probability };
    }
  });
  return best;
}
