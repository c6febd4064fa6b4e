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

const TOURED = "fastslow.toured";

/** Whether the tour was seen or skipped. Where nothing can be kept it comes again, which is better than never. */
export const isToured = (): boolean => quietly(() => localStorage.getItem(TOURED) !== null, false);

export const keepToured = (): void => quietly(() => localStorage.setItem(TOURED, "1"), undefined);
