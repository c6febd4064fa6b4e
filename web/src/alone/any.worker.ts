// Every worker of a lesson in one file: which it is depends on its name.

import { fetchedFiles } from "../workers/files";
import { policyService } from "../workers/policy_service";
import { serve, serveMany } from "../workers/serve";
import { wasmService } from "../workers/wasm_service";

if (self.name === "games") serveMany(() => wasmService(fetchedFiles));
else serve(self.name === "policy" ? policyService(fetchedFiles, "") : wasmService(fetchedFiles));
