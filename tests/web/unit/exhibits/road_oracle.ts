// The rules of the road, read a second time and otherwise: by searching through all ways to drive instead of by constraints.
// Tests hold System 2 against it.

import type { Sentences } from "../../../../web/src/exhibits/road/sentences";
import type { SeenGate, Sight } from "../../../../web/src/exhibits/road/sight";

const STEPS = 7;

function mustWait({ kind, glass }: SeenGate, { stop, yield: to }: Sentences): boolean {
  if (kind === "light") return stop === "both" ? true : stop === glass;
  if (to === "all") return true;
  return kind === "crossing" ? to === "pedestrians" : to === "ambulances";
}

/** Whether the step from one place to another breaks nothing. `step`: the first is 1. */
export function isLawful(
  { gates, school }: Sight,
  sentences: Sentences,
  { from, to, step }: { from: number; to: number; step: number },
): boolean {
  for (const gate of gates) {
    const crosses = from <= gate.distance && to > gate.distance;
    const closed = gate.free !== null && step > gate.free;
    if (crosses && closed && mustWait(gate, sentences)) return false;
  }
  if (!school) return true;
  const near = to >= school.from && from <= school.to;
  return !near || to - from <= sentences.limit;
}

/** Whether a car at this place and speed can go on, lawfully, to standing. */
function leadsOn(sight: Sight, sentences: Sentences, place: number, speed: number, step: number): boolean {
  if (step > STEPS) return speed === 0;
  return [speed + 1, speed, speed - 1].some(
    (next) =>
      next >= 0 &&
      next <= 4 &&
      isLawful(sight, sentences, { from: place, to: place + next, step }) &&
      leadsOn(sight, sentences, place + next, next, step + 1),
  );
}

/** The fastest next speed from which a lawful way leads on; null if there is none. */
export function fastest(sight: Sight, sentences: Sentences): number | null {
  const { speed } = sight;
  const lawful = [speed + 1, speed, speed - 1].find(
    (next) => next >= 0 && next <= 4 && isPossible(sight, sentences, next),
  );
  return lawful ?? null;
}

export const isPossible = (sight: Sight, sentences: Sentences, next: number): boolean =>
  isLawful(sight, sentences, { from: 0, to: next, step: 1 }) && leadsOn(sight, sentences, next, next, 2);
