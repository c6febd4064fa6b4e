// How this visitor likes to play, from one visit to the next. Where nothing can be kept, the usual holds.

import { quietly } from "./quietly";

const PLACE = "fastslow.habits";

export interface Habits {
  /** Every entry is checked at once. */
  checks: boolean;
  /** The time is shown. */
  time: boolean;
}

export function readHabits(): Habits {
  const kept = quietly(() => JSON.parse(localStorage.getItem(PLACE) ?? "{}") as Partial<Habits> | null, null);
  return { checks: kept?.checks !== false, time: kept?.time === true };
}

export function keepHabits({ checks, time }: Habits): void {
  quietly(() => localStorage.setItem(PLACE, JSON.stringify({ checks, time })), undefined);
}
