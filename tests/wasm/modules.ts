// The shipped modules, for tests of what they say.

import { existsSync } from "node:fs";

import { nodeFiles, SHIPPED } from "../../web/tools/node_transports";
import { WasmModule } from "../../web/src/workers/wasm_module";

export async function loadModule(part: "engine" | "solver"): Promise<WasmModule> {
  const { loaded } = await WasmModule.load({ assets: SHIPPED[part], module: null }, nodeFiles, () => {});
  return loaded;
}

/** The tests that need the trained network skip themselves where it is not there. */
export const modelPresent = existsSync(SHIPPED.policy.model) && existsSync(SHIPPED.policy.card);

/** Puzzles with one solution: 4×4, 6×6, 9×9. */
export const SMALL = { family: "sudoku", text: "...3.3.....4.2.." };
export const SIX = { family: "sudoku", text: ".6513..3..5.2..3....3...6.........1." };
export const MIDDLING = {
  family: "sudoku",
  text: ".......2..45.3......16.5..8...3.716......2........17.4...59....9..1.6.3.3.7......",
};
