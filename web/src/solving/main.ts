// The package `fastslow-solver` (web/tools/pack_solver.ts): its one function.

import loader from "virtual:solver-loader";

import { detailOf, failWith, HostError } from "../protocol/problems";
import type { Files } from "../workers/files";
import { WasmModule } from "../workers/wasm_module";
import type { Declaration, Loading, Solver } from "./contract";
import { Declared, Desk } from "./declared";
import { SolverError } from "./problem";

export { SolverError };

const FILE = "fastslow-solver.wasm";

/** The bytes at an address; under Node also of a file. */
async function bytesAt(address: URL): Promise<BufferSource> {
  if (address.protocol === "file:") {
    const node = "node:fs/promises"; // named so that bundlers leave it alone
    const { readFile } = (await import(/* @vite-ignore */ node)) as {
      readFile(file: URL): Promise<Uint8Array<ArrayBuffer>>;
    };
    return await readFile(address).catch(() => {
      throw failWith("error.load.status", { file: FILE, status: "404" });
    });
  }
  const response = await fetch(address).catch(() => {
    throw failWith("error.load.network", { file: FILE });
  });
  if (!response.ok) throw failWith("error.load.status", { file: FILE, status: String(response.status) });
  return await response.arrayBuffer();
}

async function compiled(wasm: Loading["wasm"]): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== "object") throw failWith("error.load.unsupported", { feature: "WebAssembly" });
  if (wasm instanceof WebAssembly.Module) return wasm;
  // A bundler sees this and takes the file along.
  const beside = new URL("./fastslow-solver.wasm", import.meta.url);
  const given =
    typeof wasm === "string" ? new URL(wasm, globalThis.document?.baseURI ?? import.meta.url) : (wasm ?? beside);
  const bytes = given instanceof URL ? await bytesAt(given) : given;
  return await WebAssembly.compile(bytes).catch((thrown: unknown) => {
    throw failWith("error.load.module", { file: FILE, detail: detailOf(thrown) });
  });
}

/** Loads it: 2 MB, once for each call. What goes wrong is a SolverError. */
export async function loadSolver({ wasm }: Loading = {}): Promise<Solver> {
  try {
    const module = await compiled(wasm);
    const files = { importDefault: () => Promise.resolve(loader) } as Partial<Files> as Files;
    const { loaded } = await WasmModule.load({ assets: { loader: FILE, wasm: FILE }, module }, files, () => {});
    const desk = new Desk(loaded);
    return { declare: (declaration: Declaration) => new Declared(desk, declaration) };
  } catch (thrown) {
    throw thrown instanceof HostError ? new SolverError(thrown.problem) : thrown;
  }
}
