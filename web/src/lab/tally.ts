// What a board has come to by a moment. Pure.

import type { Truth } from "../host/truth";
import { sum, type Cost } from "./cost";
import type { Moment } from "./lane";

export interface Tallies {
  /** Values that stand, by whoever put them there. */
  moves: number;
  /** Decisions for which System 2 was asked. */
  asked: number;
  takenBack: number;
  /** Values that System 1 put down unchecked, and of these, those that are not the solution's; null where it is not known. */
  unchecked: number;
  wrong: number | null;
  cost: Cost;
}

/** `moments`: from the start to the one that is shown. */
export function talliesOf(moments: readonly Moment[], truth: Truth | null): Tallies {
  const { tally } = moments.at(-1)?.view ?? { tally: { moves: 0, escalations: 0, takenBack: 0 } };
  const guesses = moments.flatMap(({ decision }) =>
    decision?.kind === "place" && decision.source === "system1" ? [decision] : [],
  );
  const values = truth?.values ?? null;
  return {
    moves: tally.moves,
    asked: tally.escalations,
    takenBack: tally.takenBack,
    unchecked: guesses.length,
    wrong: values && guesses.filter(({ variable, value }) => values[variable] !== value).length,
    cost: sum(moments.map(({ cost }) => cost)),
  };
}
