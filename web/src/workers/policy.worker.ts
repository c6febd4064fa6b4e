import runtime from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";

import { fetchedFiles } from "./files";
import { policyService } from "./policy_service";
import { serve } from "./serve";

serve(policyService(fetchedFiles, new URL(runtime, import.meta.url).href));
