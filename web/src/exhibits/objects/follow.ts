// What becomes of an object that is let go: the engine simulates it, and every network foresees it from the same start.

import type { EngineCalls } from "../../protocol/engine";
import type { NetworkFile, PlainTensors } from "../../protocol/messages";
import { INTERVAL, NETWORKS, numberOf, type NetworkName, type ObjectName, type Setup } from "./assets";

/** Seconds that the networks learned from at a time, and that they are followed. */
export const LEARNED = 3;
export const FOLLOWED = 10 * LEARNED;
const STEPS = Math.round(FOLLOWED / INTERVAL);

/** Place and speed. */
export interface Start {
  q: number;
  p: number;
}

export const WAYS = ["truth", ...NETWORKS] as const;
export type Way = (typeof WAYS)[number];

/** Moments that lie `step` seconds apart, the first at 0. */
export interface Path {
  step: number;
  place: readonly number[];
  energy: readonly number[];
}

export interface Followed {
  paths: Readonly<Record<Way, Path>>;
  /** How what holds the object is shaken, as a path of the truth’s step. */
  drive: readonly number[];
  /** How long the networks computed. */
  ms: number;
}

/** The host, as far as this needs it. */
export interface Helpers {
  simulate(asked: EngineCalls["simulate"][0]): Promise<number[][]>;
  run(network: NetworkFile, inputs: PlainTensors): Promise<{ outputs: PlainTensors; ms: number }>;
}

export async function follow(
  helpers: Helpers,
  setup: Setup,
  start: Start,
  fileOf: (object: ObjectName, network: NetworkName) => NetworkFile,
): Promise<Followed> {
  const { object } = setup;
  const switches = [setup.friction ? 1 : 0, setup.drive ? 1 : 0];
  // It is held for a moment, so that the first state is that of the start; then two steps of the engine are an interval.
  const controls = [[...switches, 1], ...Array.from({ length: 2 * STEPS }, () => [...switches, 0])];
  const states = await helpers.simulate({ world: object, start: [start.q, start.p, 0, 0, 0], controls });
  const column = (i: number): number[] => states.map((state) => state[i]!);
  const drive = column(4);
  const inputs: PlainTensors = {
    which: { type: "int32", shape: [1], data: [numberOf(setup)] },
    start: { type: "float32", shape: [1, 2], data: [start.q, start.p] },
    drive: { type: "float32", shape: [drive.length], data: drive },
  };
  let spent = 0;
  const foreseen = async (network: NetworkName): Promise<Path> => {
    const { outputs, ms } = await helpers.run(fileOf(object, network), inputs);
    spent += ms;
    return { step: INTERVAL, place: outputs["place"]!.data, energy: outputs["energy"]!.data };
  };
  const [plain, hamiltonian, port] = await Promise.all(NETWORKS.map(foreseen));
  const truth = { step: INTERVAL / 2, place: column(0), energy: column(3) };
  return { paths: { truth, plain: plain!, hamiltonian: hamiltonian!, port: port! }, drive, ms: spent };
}

/** The value at a time, between the moments along a line; not a number where a prediction has run away. */
export function valueAt(values: readonly number[], step: number, time: number): number {
  const at = Math.min(Math.max(time / step, 0), values.length - 1);
  const before = Math.floor(at);
  const share = at - before;
  const first = values[before]!;
  return share === 0 ? first : first + (values[before + 1]! - first) * share;
}
