// Where the parts' files lie: what each worker is told to load.

import type { PolicyLoaded } from "./card";

/** Where a Wasm module lies: absolute URLs in the page, file paths under Node. */
export interface WasmAssets {
  /** Emscripten's loader, an ES module. */
  loader: string;
  wasm: string;
  /** Size of `wasm` once it is unpacked, for the progress bar. */
  bytes?: number;
}

export interface PolicyAssets {
  model: string;
  /** The model's card; its SHA-256 is checked. */
  card: string;
  /** ONNX Runtime's wasm; left out where the worker brings its own address. */
  runtime?: string;
  /** Size of the runtime and of the model together, once they are unpacked. */
  bytes?: number;
  /** A network that learned by practice, in the place of the shipped one, whose card is needed still. */
  learned?: LearnedModel;
}

/** The shipped network's file with other numbers. Nothing is claimed of how right it is when it is so sure. */
export interface LearnedModel {
  model: Uint8Array<ArrayBuffer>;
  /** What it practised: all else is new to it. At least one kind of puzzle. */
  trained: PolicyLoaded["trained"];
}

export interface Assets {
  engine: WasmAssets;
  solver: WasmAssets;
  policy: PolicyAssets;
}
