// Errors, and the phrases of the engine that the catalogues turn into words.

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
