// The networks that this device keeps, as files: made out of what was learned, taken from elsewhere, given to System 1.

import { HostError, problem } from "../protocol/problems";
import type { LearnedModel, PolicyAssets } from "../protocol/assets";
import type { Problem } from "../protocol/engine";
import { fetchedFiles } from "../workers/files";
import { toBase64 } from "./base64";
import { cleanName, type Learned } from "./learned";
import { MOST_BYTES, placesOf, rawOf, readNetwork, weightsOf, writeNetwork, type NetworkFile } from "./network_file";
import { joined } from "./protobuf";
import type { PracticeShelf } from "./shelf";

export interface Kept extends NetworkFile {
  file: Uint8Array<ArrayBuffer>;
}

export class Networks {
  readonly #shelf: PracticeShelf;
  readonly #read: () => Promise<Uint8Array<ArrayBuffer>>;
  #base: Promise<Uint8Array<ArrayBuffer>> | null = null;

  /** `read`: the shipped network's file. */
  constructor(shelf: PracticeShelf, read: () => Promise<Uint8Array<ArrayBuffer>>) {
    this.#shelf = shelf;
    this.#read = read;
  }

  /** Rejects with a HostError where the shipped file cannot be had. */
  async base(): Promise<Uint8Array<ArrayBuffer>> {
    this.#base ??= this.#read();
    this.#base.catch(() => (this.#base = null));
    return await this.#base;
  }

  /** How many numbers a network has learned. */
  async parameters(): Promise<number> {
    return placesOf(await this.base()).reduce((sum, { from, to }) => sum + (to - from) / 4, 0);
  }

  /** What the shipped network knows, as practice begins with it. */
  async shippedWeights(): Promise<string> {
    const base = await this.base();
    return toBase64(rawOf(weightsOf(base, placesOf(base))));
  }

  /** As `find`. Rejects with a HostError where it is gone or damaged. */
  async must(name: string): Promise<Kept> {
    const found = await this.find(name);
    if (found === null) throw new HostError(problem("error.network.missing", { name }));
    if ("problem" in found) throw new HostError(found.problem);
    return found.ok;
  }

  /** What a kept network knows. Rejects with a HostError where it is gone or damaged. */
  async weightsOf(name: string): Promise<string> {
    return toBase64(rawOf((await this.must(name)).weights));
  }

  /** Keeps a network under its card's name. False if the browser would not keep it. */
  async keep(network: NetworkFile): Promise<boolean> {
    return await this.#shelf.keep(network.card.name, writeNetwork(await this.base(), network));
  }

  /** A file from anywhere, kept under its card's name, or under another if that one is taken. */
  async take(bytes: Uint8Array): Promise<{ ok: Learned; kept: boolean } | { problem: Problem }> {
    const read = readNetwork(await this.base(), bytes);
    if ("problem" in read) return read;
    const names = await this.#shelf.names();
    const card = { ...read.ok.card, name: freeName(read.ok.card.name, names) };
    return { ok: card, kept: await this.keep({ ...read.ok, card }) };
  }

  /** Null if there is none of that name; a damaged one is a problem. */
  async find(name: string): Promise<{ ok: Kept } | { problem: Problem } | null> {
    const file = await this.#shelf.network(name);
    if (file === null) return null;
    const read = readNetwork(await this.base(), file);
    return "problem" in read ? read : { ok: { ...read.ok, file } };
  }

  /** All that can be read, by name. */
  async cards(): Promise<Learned[]> {
    const found = await Promise.all((await this.#shelf.names()).map((name) => this.find(name)));
    return found.flatMap((one) => (one && "ok" in one ? [one.ok.card] : []));
  }

  forget(name: string): Promise<void> {
    return this.#shelf.forget(name);
  }
}

export const fetchedNetworks = (shelf: PracticeShelf, { model }: PolicyAssets): Networks =>
  new Networks(shelf, () => fetchedFiles.read(model, () => undefined));

/** The name, with a number behind it where it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  for (let number = 2; ; number++) {
    const ending = ` ${number}`;
    const other = cleanName(`${[...name].slice(0, 40 - ending.length).join("")}${ending}`);
    if (!taken.includes(other)) return other;
  }
}

/** As System 1's worker takes it. What it has not practised is new to it. */
export function asModel({ file, card: { taught } }: Kept): LearnedModel {
  return { model: file, trained: [{ family: taught.family, sizes: [taught.size], rules: taught.rules }] };
}

/** A network's file from an address, with no more than can be one read of it. Rejects with a HostError. */
export async function fetchedNetwork(address: string, base: Uint8Array): Promise<Kept> {
  const fail = (detail: string): HostError =>
    new HostError(
      problem("error.network.address", { address: address.slice(0, MOST_TOLD), detail: detail.slice(0, MOST_TOLD) }),
    );
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    const response = await fetch(address);
    if (!response.ok) throw new Error(String(response.status));
    bytes = await begun(response, MOST_BYTES + 1);
  } catch (thrown) {
    throw fail(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const read = readNetwork(base, bytes);
  if ("problem" in read) throw new HostError(read.problem);
  return { ...read.ok, file: bytes };
}

const MOST_TOLD = 200;

/** The first so many bytes, or a few more. */
async function begun(response: Response, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length < most) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  void reader?.cancel().catch(() => undefined);
  return joined(parts);
}

/** Gives System 1 a network of this device. Problems: error.network.missing {name}, or as for `readNetwork`. */
export async function useNetwork(networks: Networks, name: string, policy: PolicyAssets): Promise<Learned> {
  const found = await networks.must(name);
  policy.learned = asModel(found);
  return found.card;
}
