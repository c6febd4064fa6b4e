// Where the parts lie once the page is built. Each is a file of its own, fetched when it is needed.

import { bytes } from "virtual:build-facts";
import engineLoader from "../../../build/wasm/dist/fastslow.mjs?url";
import engineWasm from "../../../build/wasm/dist/fastslow.wasm?url";
import solverLoader from "../../../build/wasm/dist/fastslow-solver.mjs?url";
import solverWasm from "../../../build/wasm/dist/fastslow-solver.wasm?url";
import model from "../../../models/fastslow.onnx?url";
import card from "../../../models/fastslow.json?url";

import type { Assets } from "../protocol/assets";

const absolute = (url: string) => new URL(url, location.href).href;

export const assets: Assets = {
  engine: { loader: absolute(engineLoader), wasm: absolute(engineWasm), bytes: bytes.engine },
  solver: { loader: absolute(solverLoader), wasm: absolute(solverWasm), bytes: bytes.solver },
  policy: { model: absolute(model), card: absolute(card), bytes: bytes.policy },
};
