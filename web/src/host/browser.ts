// The page's transports: three module workers.

import type { Assets } from "../protocol/assets";
import type { Part } from "../protocol/parts";
import type { Transports } from "./transports";
import { workerPort } from "./worker_port";

/**
 * `assets` holds absolute URLs:
 * engine {loader: …/fastslow.mjs, wasm: …/fastslow.wasm}, solver {…/fastslow-solver.*},
 * policy {model: …/fastslow.onnx, card: …/fastslow.json}. The three scripts of the workers and ONNX
 * Runtime's wasm are emitted by the bundler. `bytes` may give raw sizes where the server compresses.
 */
export function browserTransports(assets: Assets): Transports {
  return { assets, modules: new Map(), spawn: (part) => workerPort(startWorker(part)) };
}

// Bundlers find a worker's script only in this exact form, with literal arguments.
function startWorker(part: Part): Worker {
  switch (part) {
    case "engine":
      return new Worker(new URL("../workers/wasm.worker.ts", import.meta.url), { type: "module", name: "engine" });
    case "solver":
      return new Worker(new URL("../workers/wasm.worker.ts", import.meta.url), { type: "module", name: "solver" });
    case "policy":
      return new Worker(new URL("../workers/policy.worker.ts", import.meta.url), { type: "module", name: "policy" });
  }
}
