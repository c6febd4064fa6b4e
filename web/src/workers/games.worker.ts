// The script of a worker in which every game of a page has an engine of its own.

import { fetchedFiles } from "./files";
import { serveMany } from "./serve";
import { wasmService } from "./wasm_service";

serveMany(() => wasmService(fetchedFiles));
