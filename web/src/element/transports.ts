// The workers of <fast-slow>, wherever its files lie: one set for all elements of a page.

import runtime from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";

import { assets as shipped } from "../host/assets";
import { workerPort } from "../host/worker_port";
import { sharedTransports } from "../host/shared";
import type { LearnedModel } from "../protocol/assets";
import type { Transports } from "../host/transports";
import gamesScript from "../workers/games.worker.ts?worker&url";
import { fetchedFiles } from "../workers/files";
import policyScript from "../workers/policy.worker.ts?worker&url";
import wasmScript from "../workers/wasm.worker.ts?worker&url";

/** A worker that a bundler has moved does not know where the runtime lies beside it. */
const policy = { ...shipped.policy, runtime: new URL(runtime, import.meta.url).href };
const assets = { ...shipped, policy };

/**
 * A worker's script must be of the page's own origin; one that lies elsewhere is fetched by one that says only so. A frame
 * without an origin has no blobs that a worker could be made of, but may write the script into the address.
 */
function started(script: string, name: string): Worker {
  const address = new URL(script, import.meta.url).href;
  const options = { type: "module", name } as const;
  const hops = `import ${JSON.stringify(address)};`;
  if (self.origin === "null") return new Worker(`data:text/javascript,${encodeURIComponent(hops)}`, options);
  if (new URL(address).origin === self.origin) return new Worker(address, options);
  const blob = URL.createObjectURL(new Blob([hops], { type: "text/javascript" }));
  try {
    return new Worker(blob, options);
  } finally {
    // The worker has read it long before.
    setTimeout(() => URL.revokeObjectURL(blob), 60_000);
  }
}

/** For a game that no other shares: to make a puzzle, which takes seconds. */
export const ownTransports: Transports = {
  assets,
  modules: new Map(),
  spawn: (part) => workerPort(started(part === "policy" ? policyScript : wasmScript, part)),
};

/** The shipped network's file. */
export const shippedNetwork = (): Promise<Uint8Array<ArrayBuffer>> => fetchedFiles.read(policy.model, () => undefined);

/** For a game whose System 1 has another network: nothing is shared with the others but what was compiled. */
export const transportsWith = (learned: LearnedModel): Transports =>
  sharedTransports({ ...ownTransports, assets: { ...assets, policy: { ...policy, learned } } }, games);

const games = () => workerPort(started(gamesScript, "games"));

export const transports = sharedTransports(ownTransports, games);
