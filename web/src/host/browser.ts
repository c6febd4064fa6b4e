// The page's transports: three module workers.

import type { Assets } from "../protocol/assets";
import { isFields } from "../protocol/messages";
import type { Part } from "../protocol/parts";
import type { Port, PortListener, Transports } from "./transports";

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

/** Our end of a worker. */
export function workerPort(worker: Worker): Port {
  const watch = new AbortController();
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    listen: (listener) => {
      attach(worker, listener, watch.signal);
    },
    terminate: () => {
      watch.abort();
      worker.terminate();
    },
  };
}

function attach(worker: Worker, listener: PortListener, signal: AbortSignal): void {
  const lock = `fastslow.worker.${crypto.randomUUID?.() ?? Math.random()}`;
  worker.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (isAlive(event.data)) watchOver(lock, listener, signal);
    else listener.message(event.data);
  });
  worker.postMessage({ hold: lock });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    // A script that cannot be fetched gives an event without a message.
    listener.failure(event.message || "the worker's script could not be loaded");
  });
  worker.addEventListener("messageerror", () => {
    listener.failure("a message could not be read");
  });
}

/**
 * No browser says that a worker has ended without an error. But it lets go of every lock that the worker held: one that it
 * took at its start (workers/serve.ts) comes free when it ends, whyever it does.
 */
function watchOver(lock: string, listener: PortListener, signal: AbortSignal): void {
  const ended = () => {
    if (!signal.aborted) listener.failure("it ended without a word");
  };
  navigator.locks.request(lock, { signal }, ended).catch(() => undefined);
}

const isAlive = (data: unknown): boolean => isFields(data) && data["holds"] === true;
