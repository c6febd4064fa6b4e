// The service of the engine's worker and of the solver's: a Wasm module behind messages.

import { failWith } from "../protocol/problems";
import type { Files } from "./files";
import type { Service } from "./service";
import { WasmModule } from "./wasm_module";
import type { WasmLoadArguments } from "./wasm_module";

export function wasmService(files: Files): Service {
  let wasm: WasmModule | null = null;
  return {
    async load(args, report) {
      const { loaded, module } = await WasmModule.load(args as WasmLoadArguments, files, report);
      wasm = loaded;
      return { module };
    },
    call(args, tell) {
      if (wasm === null) throw failWith("error.worker.answer", { part: "engine" });
      return wasm.call(args, tell);
    },
  };
}
