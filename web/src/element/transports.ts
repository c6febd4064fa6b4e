// The workers of <fast-slow>, wherever its files lie: one set for all elements of a page.

import { assets } from "../host/assets";
import { workerPort } from "../host/browser";
import { sharedTransports } from "../host/shared";
import type { Transports } from "../host/transports";
import gamesScript from "../workers/games.worker.ts?worker&url";
import policyScript from "../workers/policy.worker.ts?worker&url";
import wasmScript from "../workers/wasm.worker.ts?worker&url";

/** A worker's script must be of the page's own origin; one that lies elsewhere is fetched by one that says only so. */
function started(script: string, name: string): Worker {
  const address = new URL(script, import.meta.url).href;
  if (self.origin !== "null" && new URL(address).origin === self.origin)
    return new Worker(address, { type: "module", name });
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  try {
    return new Worker(blob, { type: "module", name });
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

export const transports = sharedTransports(ownTransports, () => workerPort(started(gamesScript, "games")));
