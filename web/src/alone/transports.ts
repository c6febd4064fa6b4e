// Workers out of the page itself. Chromium gives a worker of a page from disk no addresses of that page's blobs, so that it is
// handed the blobs themselves, as its first message (any.worker.ts), and names them as it would name files.

import { bytes } from "virtual:build-facts";

import { sharedTransports } from "../host/shared";
import type { Transports } from "../host/transports";
import { workerPort } from "../host/worker_port";
import type { Assets, LearnedModel } from "../protocol/assets";
import type { Part } from "../protocol/parts";
import type { PartName } from "../studio/alone_parts";
import { fetchedFiles } from "../workers/files";
import { partOf } from "./parts";

const assets: Assets = {
  engine: { loader: "engine", wasm: "engine", bytes: bytes.engine },
  solver: { loader: "solver", wasm: "solver", bytes: bytes.solver },
  policy: { model: "model", card: "card", runtime: "runtime", bytes: bytes.policy },
};

const NEEDS: Record<Part, readonly PartName[]> = {
  engine: ["engine"],
  solver: ["solver"],
  policy: ["model", "card", "runtime"],
};

let script = "";

function started(name: string, needs: readonly PartName[]): Worker {
  if (script === "") script = URL.createObjectURL(partOf("worker"));
  // Of the old kind: Chromium starts no modules from disk.
  const worker = new Worker(script, { name });
  worker.postMessage({ parts: Object.fromEntries(needs.map((one) => [one, partOf(one)])) });
  return worker;
}

export const ownTransports: Transports = {
  assets,
  modules: new Map(),
  spawn: (part) => workerPort(started(part, NEEDS[part])),
};

const games = () => workerPort(started("games", NEEDS.engine));

/** For a game whose System 1 has another network. */
export const transportsWith = (learned: LearnedModel): Transports =>
  sharedTransports({ ...ownTransports, assets: { ...assets, policy: { ...assets.policy, learned } } }, games);

/** The shipped network's file. */
export async function shippedNetwork(): Promise<Uint8Array<ArrayBuffer>> {
  const address = URL.createObjectURL(partOf("model"));
  try {
    return await fetchedFiles.read(address, () => undefined);
  } finally {
    URL.revokeObjectURL(address);
  }
}

export const transports = sharedTransports(ownTransports, games);
