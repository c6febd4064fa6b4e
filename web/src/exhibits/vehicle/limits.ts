// A plan and its limits as a declaration over the steps to come. Cells are the speeds at the ends of those steps, in whole
// metres a second; every limit is a sum that bears its name, so that a refutation tells which limits forbid a plan. The
// numbers are what anybody may know of the car, not what the world has hidden (engine/physics/bicycle.h).

import type { Declaration } from "../road/declaration";
import { curvature, wayAhead, type Controls, type State } from "./yard";

/** Seconds of a step, and how many are looked ahead: enough to stop from the highest speed. */
export const STEP = 0.5;
export const STEPS = 8;
export const TOP = 16;
/** Metres a second that the brakes take off, and the motor adds, in a step. */
export const BRAKES = 3;
export const MOTOR = 2;
/** The sign at the gate. */
export const SIGN = 12;
/** Metres a second squared to the side that the tyres surely hold. */
export const GRIP = 6;

export const LIMITS = ["wall", "brakes", "motor", "grip", "sign"] as const;
export type Limit = (typeof LIMITS)[number];

export interface LimitWords {
  speed(step: number): string;
  limit(limit: Limit): string;
}

export const speedId = (step: number): string => `v${step}`;

/** What is seen and planned, in whole numbers on the safe side. */
export interface Plan {
  /** Now. */
  speed: number;
  /** After the first step. */
  next: number;
  /** Quarters of a metre to the wall. */
  quarters: number;
  /** The highest speed that the curve allows. */
  curve: number;
}

/** The lowest and the highest speed after a step. */
export const reachable = (speed: number): [number, number] => [
  Math.max(0, speed - BRAKES),
  Math.min(TOP, speed + MOTOR),
];

export function planFrom(state: State, { steering, pedal }: Controls): Plan {
  const now = Math.max(0, state[3]!);
  const change = pedal < 0 ? pedal * BRAKES : pedal * MOTOR;
  const bend = Math.abs(curvature(steering));
  const speed = Math.min(TOP, Math.ceil(now - 0.25));
  const [lowest, highest] = reachable(speed);
  return {
    speed,
    next: Math.min(highest, Math.max(lowest, Math.round(now + change))),
    quarters: Math.floor(wayAhead(state, steering).distance * 4),
    curve: Math.min(TOP, Math.floor(Math.sqrt(GRIP / Math.max(bend, 1e-6)))),
  };
}

/** Speeds that keep every limit and stand before the wall at the end. */
export function declare({ speed, quarters, curve }: Plan, words: LimitWords): Declaration {
  const steps = Array.from({ length: STEPS }, (_, i) => i + 1);
  const declaration: Declaration = {
    format: "fastslow-puzzle/1",
    cells: steps.map((step) => {
      const name = words.speed(step);
      return { id: speedId(step), name, row: 0, column: step - 1, values: [0, TOP] };
    }),
    constraints: [],
  };
  const limit = (
    name: Limit,
    cells: string[],
    coefficients: number[],
    bound: { at_least?: number; at_most?: number },
  ): void => {
    declaration.constraints.push({ kind: "sum", name: words.limit(name), cells, coefficients, ...bound });
  };
  for (const step of steps) {
    const own = speedId(step);
    if (step === 1) {
      limit("brakes", [own], [1], { at_least: reachable(speed)[0] });
      limit("motor", [own], [1], { at_most: speed + MOTOR });
    } else {
      const before = speedId(step - 1);
      limit("brakes", [own, before], [1, -1], { at_least: -BRAKES });
      limit("motor", [own, before], [1, -1], { at_most: MOTOR });
    }
    limit("grip", [own], [1], { at_most: curve });
    // Who is too fast already slows down first.
    if (speed - BRAKES * step <= SIGN) limit("sign", [own], [1], { at_most: SIGN });
  }
  // Twice the mean speed of a step, half a second long, is four times its way in metres. The last speed is standing.
  const weights = steps.map((step) => (step === STEPS ? 1 : 2));
  limit("wall", steps.map(speedId), weights, { at_most: Math.max(0, quarters - speed) });
  limit("wall", [speedId(STEPS)], [1], { at_most: 0 });
  return declaration;
}
