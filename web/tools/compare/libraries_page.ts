// The libraries in a page, each as its package says it is to be loaded there. place_chromium.ts has the addresses.

import type { Run } from "./clingo";
import type { Logic } from "./logic";
import type { MiniZinc } from "./minizinc";
import type { Libraries } from "./peers";
import type { Z3 } from "./z3";

const at = (address: string): string => new URL(address, location.href).href;

let compiled: WebAssembly.Module | null = null;

export const pageLibraries: Libraries = {
  async fastslow() {
    const [{ WasmModule }, { fetchedFiles }] = await Promise.all([
      import("../../src/workers/wasm_module"),
      import("../../src/workers/files"),
    ]);
    const assets = { loader: at("/ours/fastslow-solver.mjs"), wasm: at("/ours/fastslow-solver.wasm") };
    const { loaded, module } = await WasmModule.load({ assets, module: compiled }, fetchedFiles, () => {});
    compiled = module;
    return loaded;
  },

  async z3() {
    // Its threads need the script at an address of its own.
    await script("/packages/z3-solver/build/z3-built.js");
    const { init } = (await import("z3-solver/build/browser.js")) as { init: () => Promise<{ Z3: unknown }> };
    return (await init()).Z3 as Z3;
  },

  async clingo() {
    await script("/packages/clingo-wasm/dist/clingo.web.js");
    const { clingo } = globalThis as unknown as { clingo: { init: (wasm: string) => Promise<void>; run: Run } };
    await clingo.init(at("/packages/clingo-wasm/dist/clingo.wasm"));
    return clingo.run;
  },

  async minizinc() {
    const library = (await import("minizinc")) as unknown as MiniZinc & { init: (config: object) => Promise<void> };
    const file = (ending: string): string => at(`/packages/minizinc/dist/minizinc${ending}`);
    await library.init({ workerURL: file("-worker.js"), wasmURL: file(".wasm"), dataURL: file(".data") });
    return library;
  },

  async logic() {
    return (await import("logic-solver")).default as Logic;
  },
};

function script(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = () => {
      resolve();
    };
    element.onerror = () => {
      reject(new Error(`cannot load ${address}`));
    };
    document.head.append(element);
  });
}
