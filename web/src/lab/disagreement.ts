// Where boards of one puzzle first disagreed: two of them put different values into the same cell, whether or not one of
// these was taken back later. Pure.

import type { Moment } from "./lane";
import type { Pace } from "./cost";

export interface Disagreement {
  variable: number;
  /** Of each board: what it had put there when they disagreed, and with which decision; null where it had put nothing. */
  said: ({ value: number; made: number } | null)[];
  /** When. */
  clock: number;
}

interface Placed {
  lane: number;
  made: number;
  clock: number;
  variable: number;
  value: number;
}

/** `games`: the moments of each board. Those of another puzzle are left out by whoever calls. */
export function firstDisagreement(games: readonly (readonly Moment[])[], pace: Pace): Disagreement | null {
  const standing = new Map<number, ({ value: number; made: number } | null)[]>();
  for (const { lane, made, clock, variable, value } of placings(games, pace)) {
    const said = standing.get(variable) ?? games.map(() => null);
    said[lane] = { value, made };
    standing.set(variable, said);
    if (said.some((other) => other !== null && other.value !== value)) return { variable, said, clock };
  }
  return null;
}

/** Every value that was put down, in the order of the common clock. */
function placings(games: readonly (readonly Moment[])[], pace: Pace): Placed[] {
  const all = games.flatMap((moments, lane) =>
    moments.flatMap(({ decision, clocks }, made): Placed[] => {
      if (decision?.kind !== "place") return [];
      return [{ lane, made, clock: clocks[pace], variable: decision.variable, value: decision.value }];
    }),
  );
  return all.sort((one, other) => one.clock - other.clock || one.lane - other.lane);
}
