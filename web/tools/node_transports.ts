// The host's transports under Node: the workers' services called directly, with the files that are shipped.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { detailOf, failWith } from "../src/protocol/problems";
import type { Transports } from "../src/host/transports";
import type { Assets } from "../src/protocol/assets";
import type { Part } from "../src/protocol/parts";
import { damaged, fileName } from "../src/workers/files";
import type { Files } from "../src/workers/files";
import { policyService } from "../src/workers/policy_service";
import type { Service } from "../src/workers/service";
import { wasmService } from "../src/workers/wasm_service";
import { directPort } from "../src/workers/direct_port";

const ROOT = path.join(import.meta.dirname, "../..");

/** A path inside the repository. */
export function repositoryPath(relative: string): string {
  return path.join(ROOT, relative);
}

/** The folders of what is shipped; the environment may name others, to try a module or a model. */
const WASM = process.env["FASTSLOW_WASM"] ?? repositoryPath("build/wasm/dist");
const MODELS = process.env["FASTSLOW_MODELS"] ?? repositoryPath("models");

/** What the page ships. */
export const SHIPPED: Assets = {
  engine: wasmFiles("fastslow"),
  solver: wasmFiles("fastslow-solver"),
  policy: {
    model: path.join(MODELS, "fastslow.onnx"),
    card: path.join(MODELS, "fastslow.json"),
    runtime: createRequire(import.meta.url).resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm"),
  },
};

function wasmFiles(name: string): { loader: string; wasm: string } {
  return { loader: path.join(WASM, `${name}.mjs`), wasm: path.join(WASM, `${name}.wasm`) };
}

export function nodeTransports(assets: Assets = SHIPPED): Transports {
  return { assets, modules: new Map(), spawn: (part) => directPort(serviceOf(part)) };
}

/** What a part's worker is given to load. */
export function loadArguments(part: Part, assets: Assets = SHIPPED): unknown {
  return { assets: assets[part], module: null };
}

/** One of the shipped parts, loaded, without a host around it. */
export async function loadedService(part: Part): Promise<Service> {
  const service = serviceOf(part);
  await service.load(loadArguments(part), () => {});
  return service;
}

export const nodeFiles: Files = {
  async read(address, report) {
    const bytes = await found(address, () => readFile(address));
    report({ loaded: bytes.length, total: bytes.length, phase: "fetch" });
    return new Uint8Array(bytes);
  },

  async compile(address, report) {
    const bytes = await this.read(address, report);
    return await WebAssembly.compile(bytes).catch((thrown: unknown) => {
      throw damaged(address, detailOf(thrown));
    });
  },

  async importDefault(address) {
    await found(address, () => readFile(address));
    try {
      const loaded = (await import(/* @vite-ignore */ pathToFileURL(address).href)) as { default?: unknown };
      return loaded.default;
    } catch (thrown) {
      throw damaged(address, detailOf(thrown));
    }
  },
};

async function found<T>(address: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    const status = (thrown as NodeJS.ErrnoException).code ?? detailOf(thrown);
    throw failWith("error.load.status", { file: fileName(address), status });
  }
}

export function serviceOf(part: Part): Service {
  if (part === "policy") return policyService(nodeFiles, SHIPPED.policy.runtime ?? "");
  return wasmService(nodeFiles);
}
