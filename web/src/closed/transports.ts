// Without workers: the engine, whose answers take milliseconds, is called directly. Neither system could be: what they do
// takes seconds, and would stop the page.

import { loader, packed } from "virtual:embedded-engine";

import type { Transports } from "../host/transports";
import type { Assets } from "../protocol/assets";
import { failWith } from "../protocol/problems";
import type { Files } from "../workers/files";
import { directPort } from "../workers/direct_port";
import { wasmService } from "../workers/wasm_service";

const nowhere = { loader: "", wasm: "" };
const assets: Assets = { engine: nowhere, solver: nowhere, policy: { model: "", card: "" } };

/** All that the engine asks for is here. */
const embedded: Files = {
  read: () => Promise.reject(failWith("error.load.closed")),
  importDefault: () => Promise.resolve(loader),
  async compile() {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await WebAssembly.compile(await new Response(unpacked).arrayBuffer());
  },
};

export const pageTransports: Transports = {
  assets,
  modules: new Map(),
  spawn(part) {
    if (part !== "engine") throw failWith("error.load.closed");
    return directPort(wasmService(embedded));
  },
};
