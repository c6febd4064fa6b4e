// A network that learned by practice, as a file: the shipped network's own ONNX file with other numbers in its initializers, and
// its card among the file's metadata. So it runs wherever the shipped one does.
//
// Whoever reads one trusts nothing: apart from the learned numbers, every byte must be the shipped file's own, so that no file
// can bring another graph along; the numbers must be finite and of a bearable size; and a checksum tells damage. The shipped
// file is needed for both ways (`base`).
//
// Source: ModelProto, GraphProto and TensorProto in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.

import type { Problem } from "../protocol/engine";
import { problem } from "../protocol/problems";
import { readLearned, type Learned } from "./learned";
import { bytesField, fieldsOf, joined, Malformed, type Field } from "./protobuf";

/** The numbers of fields, as ONNX calls them. */
const MODEL = { graph: 7, metadata: 14 };
const GRAPH = { initializer: 5 };
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 };
const ENTRY = { key: 1, value: 2 };
const FLOAT = 1;

/** What the graph computes with and nobody learns (models/export/onnx_graph.py). */
const CONSTANTS = ["no_vote", "nothing", "least_votes"];

const KEY = "fastslow.learned";
/** A file is a network of 42 kB and a card. */
export const MOST_BYTES = 200_000;
/** Learned numbers lie below 10; beyond this, what the network computes would not stay finite. */
const MOST_WEIGHT = 1000;

/** Where the numbers of one learned tensor lie in the file. */
export interface Place {
  name: string;
  shape: number[];
  from: number;
  to: number;
}

/** What a file holds: the learned numbers in the order of `placesOf`, and the card. */
export interface NetworkFile {
  weights: Float32Array<ArrayBuffer>;
  card: Learned;
}

/** The learned tensors of a network's file, in its own order. Throws Malformed. */
export function placesOf(base: Uint8Array): Place[] {
  const graph = fieldsOf(base).find(({ number, kind }) => number === MODEL.graph && kind === "bytes");
  if (!graph) throw new Malformed("no graph");
  const places = fieldsOf(base, graph.from, graph.to)
    .filter(({ number, kind }) => number === GRAPH.initializer && kind === "bytes")
    .flatMap((tensor) => placeOf(base, tensor));
  if (places.length === 0) throw new Malformed("no learned numbers");
  return places.filter(({ name }) => !CONSTANTS.includes(name));
}

/** None if it is a tensor of something else than real numbers. */
function placeOf(base: Uint8Array, tensor: Field): Place[] {
  const fields = fieldsOf(base, tensor.from, tensor.to);
  const one = (number: number) => fields.find((field) => field.number === number);
  const [name, raw] = [one(TENSOR.name), one(TENSOR.raw)];
  if (one(TENSOR.type)?.value !== FLOAT || !name || !raw) return [];
  const shape = fields.filter(({ number }) => number === TENSOR.dims).map(({ value }) => value);
  if (raw.to - raw.from !== 4 * shape.reduce((size, length) => size * length, 1))
    throw new Malformed("a tensor's size");
  return [{ name: new TextDecoder().decode(base.subarray(name.from, name.to)), shape, from: raw.from, to: raw.to }];
}

/** The learned numbers of a file that has places there. */
export function weightsOf(bytes: Uint8Array, places: readonly Place[]): Float32Array<ArrayBuffer> {
  const raw = joined(places.map(({ from, to }) => bytes.subarray(from, to)));
  const view = new DataView(raw.buffer);
  return Float32Array.from({ length: raw.length / 4 }, (_, index) => view.getFloat32(4 * index, true));
}

/** The file of a network. Requires as many numbers as `base` has. */
export function writeNetwork(base: Uint8Array, { weights, card }: NetworkFile): Uint8Array<ArrayBuffer> {
  const text = JSON.stringify({ ...card, checksum: crc32(rawOf(weights)) });
  const [key, value] = [KEY, text].map((part) => new TextEncoder().encode(part));
  const entry = joined([bytesField(ENTRY.key, key!), bytesField(ENTRY.value, value!)]);
  return joined([withWeights(base, weights), bytesField(MODEL.metadata, entry)]);
}

/** The shipped network with other numbers, without a card. */
export function withWeights(base: Uint8Array, weights: Float32Array): Uint8Array<ArrayBuffer> {
  const places = placesOf(base);
  const raw = rawOf(weights);
  if (raw.length !== places.reduce((sum, { from, to }) => sum + to - from, 0)) throw new RangeError("other weights");
  const file = joined([base]);
  let at = 0;
  for (const { from, to } of places) {
    file.set(raw.subarray(at, at + to - from), from);
    at += to - from;
  }
  return file;
}

/** As they stand in files: little-endian. */
export function rawOf(weights: Float32Array): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(weights.length * 4);
  const view = new DataView(raw.buffer);
  weights.forEach((weight, index) => view.setFloat32(4 * index, weight, true));
  return raw;
}

/** The other way; null if these cannot be a network's numbers. `count`: how many there have to be. */
export function weightsFrom(raw: Uint8Array, count: number): Float32Array<ArrayBuffer> | null {
  if (raw.length !== 4 * count) return null;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.length);
  const weights = Float32Array.from({ length: count }, (_, index) => view.getFloat32(4 * index, true));
  return weights.every((weight) => Math.abs(weight) <= MOST_WEIGHT) ? weights : null;
}

/**
 * A file from anywhere. Problems: error.network.size {}, .damaged {} (cut short, or changed on the way), .foreign {} (another
 * network, or none), .shipped {} (the page's own, which nobody taught), .numbers {}, .card {}.
 */
export function readNetwork(base: Uint8Array, bytes: Uint8Array): { ok: NetworkFile } | { problem: Problem } {
  if (bytes.length > MOST_BYTES) return refused("size");
  if (same(base, bytes, 0, base.length) && bytes.length === base.length) return refused("shipped");
  const places = placesOf(base);
  if (!sameGraph(base, bytes, places)) return refused(isWhole(bytes) ? "foreign" : "damaged");
  const text = cardText(bytes, base.length);
  if (text === null) return refused(isWhole(bytes) ? "card" : "damaged");
  const card = parsed(text);
  const learned = readLearned(card);
  if (learned === null) return refused("card");
  const raw = joined(places.map(({ from, to }) => bytes.subarray(from, to)));
  if ((card as { checksum?: unknown }).checksum !== crc32(raw)) return refused("damaged");
  const weights = weightsFrom(raw, raw.length / 4);
  return weights === null ? refused("numbers") : { ok: { weights, card: learned } };
}

const refused = (why: "size" | "damaged" | "foreign" | "shipped" | "numbers" | "card") => ({
  problem: problem(`error.network.${why}`),
});

function same(one: Uint8Array, other: Uint8Array, from: number, to: number): boolean {
  if (other.length < to) return false;
  for (let at = from; at < to; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** Everything but the learned numbers is the shipped file's own. */
function sameGraph(base: Uint8Array, bytes: Uint8Array, places: readonly Place[]): boolean {
  const ends = [0, ...places.map(({ to }) => to)];
  const starts = [...places.map(({ from }) => from), base.length];
  return ends.every((end, index) => same(base, bytes, end, starts[index]!));
}

/** It can be read as fields to its end. */
function isWhole(bytes: Uint8Array): boolean {
  try {
    return fieldsOf(bytes).length > 0;
  } catch {
    return false;
  }
}

/** The card behind the network; null unless that is all that stands there. */
function cardText(bytes: Uint8Array, from: number): string | null {
  try {
    const [entry, ...more] = fieldsOf(bytes, from);
    if (!entry || more.length > 0 || entry.number !== MODEL.metadata || entry.kind !== "bytes") return null;
    const [key, value, ...rest] = fieldsOf(bytes, entry.from, entry.to);
    const ours = key?.number === ENTRY.key && value?.number === ENTRY.value && rest.length === 0;
    if (!ours || decoded(bytes, key) !== KEY) return null;
    return decoded(bytes, value);
  } catch {
    return null;
  }
}

const decoded = (bytes: Uint8Array, { from, to }: Field): string =>
  new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(from, to));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** CRC-32 of IEEE 802.3, as in zip files. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
