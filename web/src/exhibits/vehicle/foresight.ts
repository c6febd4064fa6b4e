// What is expected if wheel and pedal stay as they are: by each learner, in one run of one network, and by the world itself.

import type { Host } from "../../host/host";
import type { NetworkFile, PlainTensors } from "../../protocol/messages";
import { LEARNERS, type Learner } from "./assets";
import { placeOf, type Controls, type Point, type State } from "./yard";

/** Seconds of a step of the world. */
export const TICK = 0.1;
/** Steps that are looked ahead. */
export const AHEAD = 30;

export interface Foresight {
  paths: Readonly<Record<Learner, Point[]>>;
  world: Point[];
  /** How far each learner is off at the end, in metres. */
  off: Readonly<Record<Learner, number>>;
  ms: number;
}

export type Seer = Pick<Host, "run" | "simulate">;

const rowOf = ({ steering, pedal }: Controls): [number, number] => [steering, pedal];

/** The world's states to come. */
export function simulate(seer: Pick<Seer, "simulate">, start: State, controls: Controls, steps: number) {
  return seer.simulate({ world: "vehicle", start, controls: Array.from({ length: steps }, () => rowOf(controls)) });
}

export async function foresee(seer: Seer, network: NetworkFile, start: State, controls: Controls): Promise<Foresight> {
  const inputs: PlainTensors = {
    start: { type: "float32", shape: [1, 6], data: [...start] },
    controls: {
      type: "float32",
      shape: [AHEAD, 1, 2],
      data: Array.from({ length: AHEAD }, () => rowOf(controls)).flat(),
    },
  };
  const [{ outputs, ms }, states] = await Promise.all([
    seer.run(network, inputs),
    simulate(seer, start, controls, AHEAD),
  ]);
  const world = states.map(placeOf);
  const paths = byLearner((learner) => pointsOf(outputs[learner]!.data));
  return { paths, world, off: byLearner((learner) => distance(paths[learner].at(-1)!, world.at(-1)!)), ms };
}

const byLearner = <T>(of: (learner: Learner) => T): Record<Learner, T> =>
  Object.fromEntries(LEARNERS.map((learner) => [learner, of(learner)])) as Record<Learner, T>;

/** Six numbers a step. */
function pointsOf(numbers: readonly number[]): Point[] {
  return Array.from({ length: numbers.length / 6 }, (_, i) => ({ x: numbers[6 * i]!, y: numbers[6 * i + 1]! }));
}

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);
