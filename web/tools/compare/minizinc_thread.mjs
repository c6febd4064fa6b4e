// MiniZinc's worker for browsers in a thread of Node: what it needs of a browser, and its files from the package's folder.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { runInThisContext } from "node:vm";
import { parentPort, workerData as folder } from "node:worker_threads";

const { Response } = globalThis;
const script = path.join(folder, "minizinc-worker.js");
const heard = [];

Object.assign(globalThis, {
  self: globalThis,
  // Emscripten asks whether there is one.
  WorkerGlobalScope: Object,
  location: new URL("http://minizinc/minizinc-worker.js"),
  postMessage: (data) => parentPort.postMessage(data),
  addEventListener: (type, listener) => void (type === "message" && heard.push(listener)),
  fetch: async (address) => {
    const bytes = await readFile(path.join(folder, path.posix.basename(new URL(address).pathname)));
    return new Response(bytes, { headers: { "content-type": "application/wasm" } });
  },
});
// Else it would take this for Node, for which it was not built.
Object.defineProperty(globalThis, "process", { value: undefined });

parentPort.on("message", (data) => {
  globalThis.onmessage?.({ data });
  for (const listener of heard) listener({ data });
});

runInThisContext(readFileSync(script, "utf8"), { filename: script });
