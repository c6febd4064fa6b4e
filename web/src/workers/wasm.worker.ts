// The script of two workers, the engine's and the solver's: which it is depends on the module it is told to load.

import { fetchedFiles } from "./files";
import { serve } from "./serve";
import { wasmService } from "./wasm_service";

serve(wasmService(fetchedFiles));
