// How the host reaches its helpers. In the page a port is a Worker; under Node it is a direct call.

import type { Part } from "./types";

export interface PortListener {
  message(data: unknown): void;
  /** The worker itself failed: its script did not load, or an error escaped it. */
  failure(detail: string): void;
}

/** Our end of a conversation with one worker. */
export interface Port {
  post(message: unknown): void;
  listen(listener: PortListener): void;
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

/** Where a Wasm module lies: absolute URLs in the page, file paths under Node. */
export interface WasmAssets {
  /** Emscripten's loader, an ES module. */
  loader: string;
  wasm: string;
  /** Size of `wasm` before transport compression, for the progress bar. */
  bytes?: number;
}

export interface PolicyAssets {
  model: string;
  /** The model's card; its SHA-256 is checked. */
  card: string;
  /** ONNX Runtime's wasm; left out where the worker brings its own address. */
  runtime?: string;
  /** Size of the runtime and of the model together. */
  bytes?: number;
}

export interface Assets {
  engine: WasmAssets;
  solver: WasmAssets;
  policy: PolicyAssets;
}

export interface Transports {
  assets: Assets;
  /** Starts a fresh worker. Throws if that is impossible. */
  spawn(part: Part): Port;
}
