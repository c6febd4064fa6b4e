// What a pointer or a key means for an object that is held. Pure. A place is an angle or metres up the slope; coordinates are
// those of the drawings (scene.ts): metres, y downwards.

import type { ObjectName } from "./assets";
import type { Start } from "./follow";

/** Where and how fast an object can be let go: what the networks have seen begin (engine/physics/objects.cc). */
export const RANGE = {
  pendulum: { q: [-2.2, 2.2], p: [-2, 2], step: 0.1, push: 2 },
  block: { q: [0.1, 2], p: [-1.5, 2], step: 0.1, push: 2 },
} as const;

/** Drawn as the slope is whose pull is 3 m/s². */
export const SLOPE = Math.asin(3 / 9.81);

const within = (value: number, [low, high]: readonly [number, number]): number => Math.min(Math.max(value, low), high);

export const held = (object: ObjectName, { q, p }: Start): Start => ({
  q: within(q, RANGE[object].q),
  p: within(p, RANGE[object].p),
});

/** The place under a point, seen from the pivot or from the stop. */
export function placeAt(object: ObjectName, { x, y }: { x: number; y: number }): number {
  if (object === "pendulum") return within(Math.atan2(x, y), RANGE.pendulum.q);
  return within(x * Math.cos(SLOPE) - y * Math.sin(SLOPE), RANGE.block.q);
}

export interface Trace {
  q: number;
  /** Milliseconds. */
  at: number;
}
/** A hand that has rested so long throws nothing. */
const RECENT = 120;

/** How fast a hand moved just before it let go. */
export function speedOf(traces: readonly Trace[], now: number): number {
  const recent = traces.filter(({ at }) => now - at <= RECENT);
  const first = recent[0];
  const last = recent.at(-1);
  if (!first || !last || last.at - first.at < 10) return 0;
  return ((last.q - first.q) / (last.at - first.at)) * 1000;
}

/** Where a key moves what is held; null if it means nothing. */
export function afterKey(object: ObjectName, key: string, q: number): number | null {
  const { step, q: range } = RANGE[object];
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return within(q - step, range);
    case "ArrowRight":
    case "ArrowUp":
      return within(q + step, range);
    case "Home":
      return range[0];
    case "End":
      return range[1];
    default:
      return null;
  }
}
