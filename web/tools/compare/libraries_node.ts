// The libraries under Node, each by the door its package has for Node; only MiniZinc's would start a program that has
// to be installed, so its build for browsers is run in a thread instead.

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";

import { WasmModule } from "../../src/workers/wasm_module";
import { nodeFiles, SHIPPED } from "../node_transports";
import type { Run } from "./clingo";
import type { Logic } from "./logic";
import type { MiniZinc } from "./minizinc";
import type { Libraries } from "./peers";
import type { Z3 } from "./z3";

const require = createRequire(import.meta.url);

let compiled: WebAssembly.Module | null = null;

export const nodeLibraries: Libraries = {
  async fastslow() {
    const { loaded, module } = await WasmModule.load({ assets: SHIPPED.solver, module: compiled }, nodeFiles, () => {});
    compiled = module;
    return loaded;
  },

  async z3() {
    const { init } = require("z3-solver") as { init: () => Promise<{ Z3: unknown }> };
    return (await init()).Z3 as Z3;
  },

  async clingo() {
    const { init } = require("clingo-wasm") as { init: (wasm?: string) => Promise<void>; run: Run };
    await quietly(init);
    return (require("clingo-wasm") as { run: Run }).run;
  },

  async minizinc() {
    const folder = path.dirname(require.resolve("minizinc/minizinc.wasm"));
    Object.assign(globalThis, { Worker: workerOf(folder) });
    const module = pathToFileURL(path.join(folder, "minizinc.mjs")).href;
    const library = (await import(module)) as MiniZinc & { init: (config: object) => Promise<void> };
    await library.init({ workerURL: new URL("http://minizinc/minizinc-worker.js") });
    return library;
  },

  logic: () => Promise.resolve(require("logic-solver") as Logic),
};

/** It says on the console that it is being loaded. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const { info } = console;
  console.info = () => {};
  try {
    await work();
  } finally {
    console.info = info;
  }
}

type Heard = (event: { data: unknown }) => void;

/** A browser's Worker, as far as MiniZinc's library needs one; whatever address it is given, it runs that library's. */
function workerOf(folder: string): new () => object {
  return class {
    readonly #thread = new Worker(path.join(import.meta.dirname, "minizinc_thread.mjs"), { workerData: folder });
    readonly #once: Heard[] = [];
    onmessage: Heard | null = null;

    constructor() {
      this.#thread.on("message", (data: unknown) => {
        this.onmessage?.({ data });
        for (const heard of this.#once.splice(0)) heard({ data });
      });
    }

    postMessage(data: unknown): void {
      this.#thread.postMessage(data);
    }

    addEventListener(_type: "message", heard: Heard): void {
      this.#once.push(heard);
    }

    terminate(): void {
      void this.#thread.terminate();
    }
  };
}
