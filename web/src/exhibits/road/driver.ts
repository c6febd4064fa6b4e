// Who drives: System 1, System 2, or both. Together, intuition proposes. Its proposal is taken if it is sure of it and if no
// rule is near: plain braking afterwards would keep every sentence. Otherwise the arbitrator asks System 2.

import { isClear } from "./check";
import type { Impulse } from "./intuition";
import type { Sentences } from "./sentences";
import type { Sight } from "./sight";
import { CHANGE, nextSpeeds } from "./world";

export const DRIVERS = ["system1", "both", "system2"] as const;
export type Driver = (typeof DRIVERS)[number];

/** From so sure on, a proposal needs no second thought by itself. */
export const SURE = 0.8;

/** `C`: what System 2 tells besides the speed, which is null where every speed is refuted. */
export interface Minds<C extends { speed: number | null }> {
  feel(sight: Sight): Promise<Impulse>;
  consider(sight: Sight, sentences: Sentences, wanted: readonly number[]): Promise<C>;
}

export interface Decision<C> {
  speed: number;
  /** System 1's proposal; null if it was not asked. */
  felt: Impulse | null;
  /** What System 2 found; null if it was not asked. */
  considered: C | null;
  /** Why the arbitrator asked it. */
  asked: "near" | "unsure" | null;
}

export async function decide<C extends { speed: number | null }>(
  driver: Driver,
  { sight, sentences }: { sight: Sight; sentences: Sentences },
  minds: Minds<C>,
): Promise<Decision<C>> {
  const felt = driver === "system2" ? null : await minds.feel(sight);
  if (felt && driver === "system1") return { speed: felt.speed, felt, considered: null, asked: null };
  const unsure = felt !== null && felt.sureness < SURE;
  const near = felt !== null && !isClear(sight, sentences, felt.speed);
  if (felt && !unsure && !near) return { speed: felt.speed, felt, considered: null, asked: null };
  const possible = nextSpeeds(sight.speed);
  const wanted = felt && !unsure ? [felt.speed, ...possible.filter((speed) => speed !== felt.speed)] : possible;
  const considered = await minds.consider(sight, sentences, wanted);
  return {
    // Where nothing is lawful, braking does the least harm.
    speed: considered.speed ?? Math.max(0, sight.speed - CHANGE),
    felt,
    considered,
    asked: felt === null ? null : near ? "near" : "unsure",
  };
}
