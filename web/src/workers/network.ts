// The network's form: what goes in by name and shape, and what comes out. See engine/policy/encoder.h; the state that
// comes out of one look goes into the next.

import { Tensor } from "onnxruntime-web/wasm";

import type { PolicyTensors } from "../protocol/engine";
import type { Card } from "./card";

export type Feeds = Record<string, Tensor>;

/** What the network keeps between two looks. */
const STATE = ["literal_state", "group_message", "sum_message"] as const;
export type State = Record<(typeof STATE)[number], Tensor>;

const INPUTS = [
  ...["literal_groups", "group_literals", "group_features"],
  ...["literal_sums", "literal_coefficients", "sum_literals", "sum_coefficients", "sum_features"],
  ...["iterations", ...STATE],
];

/** What is wrong with a network of these inputs; null if nothing is. */
export function mismatch(inputs: readonly string[]): string | null {
  const missing = INPUTS.filter((name) => !inputs.includes(name));
  if (missing.length > 0) return `the network lacks the inputs ${missing.join(", ")}`;
  const unknown = inputs.filter((name) => !INPUTS.includes(name));
  return unknown.length > 0 ? `the network wants the inputs ${unknown.join(", ")}` : null;
}

export function feedsOf(tensors: PolicyTensors, state: State, iterations: number): Feeds {
  const { literals, groups, degree, width, sums, sumDegree, sumWidth } = tensors;
  const whole = (data: readonly number[], ...shape: number[]): Tensor =>
    new Tensor("int32", Int32Array.from(data), shape);
  const real = (data: readonly number[], ...shape: number[]): Tensor =>
    new Tensor("float32", Float32Array.from(data), shape);
  return {
    literal_groups: whole(tensors.literalGroups, literals, degree),
    group_literals: whole(tensors.groupLiterals, groups, width),
    group_features: real(tensors.groupFeatures, groups, 4),
    literal_sums: whole(tensors.literalSums, literals, sumDegree),
    literal_coefficients: real(tensors.literalCoefficients, literals, sumDegree),
    sum_literals: whole(tensors.sumLiterals, sums, sumWidth),
    sum_coefficients: real(tensors.sumCoefficients, sums, sumWidth),
    sum_features: real(tensors.sumFeatures, sums, 4),
    iterations: new Tensor("int64", BigInt64Array.of(BigInt(iterations)), [1]),
    ...state,
  };
}

/** Before the first look. */
export function blankState({ literals, groups, sums }: PolicyTensors, { state, votes }: Card["widths"]): State {
  const zeros = (rows: number, width: number): Tensor =>
    new Tensor("float32", new Float32Array(rows * width), [rows, width]);
  return {
    literal_state: zeros(literals, state),
    group_message: zeros(groups, votes),
    sum_message: zeros(sums, votes),
  };
}

/** Standard deviation of the noise: measured, see models/results/many_looks.json. */
const NOISE = 0.2;

/** States to begin from anew: the usual ones and noise, the same on every machine for the same number and shapes. */
export function noisyState(tensors: PolicyTensors, widths: Card["widths"], start: number): State {
  const blank = blankState(tensors, widths);
  const next = uniform(start);
  const noise = Float32Array.from(
    { length: tensors.literals * widths.state },
    () => NOISE * Math.sqrt(3) * (2 * next() - 1),
  );
  return { ...blank, literal_state: new Tensor("float32", noise, [tensors.literals, widths.state]) };
}

/** Numbers from 0 to 1. Source: mulberry32, T. Ettinger, 2017 (public domain). */
function uniform(number: number): () => number {
  let state = number >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Outcome {
  logits: Float32Array;
  sureness: number;
  state: State;
}

export function outcomeOf(outputs: Readonly<Record<string, Tensor>>): Outcome {
  const floats = (name: string): Float32Array => {
    const data = outputs[name]?.data;
    if (!(data instanceof Float32Array)) throw new Error(`the network has no float output named ${name}`);
    return data;
  };
  const kept = STATE.map((name): [string, Tensor | undefined] => [name, outputs[`${name}_out`]]);
  const lost = kept.find(([, tensor]) => tensor === undefined);
  if (lost !== undefined) throw new Error(`the network has no output named ${lost[0]}_out`);
  const sureness = floats("sureness")[0] ?? NaN;
  return { logits: floats("logits"), sureness, state: Object.fromEntries(kept) as State };
}
