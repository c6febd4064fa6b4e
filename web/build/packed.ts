// What is large is shipped packed: a plain host would send WebAssembly and the network as they are, 18 MB instead of 6. The
// workers unpack them while they arrive (src/workers/files.ts). What a browser keeps, and the service worker, is the packed
// file, once.

import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const LARGE = /\.(wasm|onnx)$/;

/** No ending that a host would take as a sign to unpack the file itself, or to pack it a second time. */
const ENDING = ".packed";

/** The ending of a shipped file, by the file it is made from. */
export const packedEnding = (names: readonly string[]): string => (names.some((name) => LARGE.test(name)) ? ENDING : "");

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** For the build of the workers and for that of the pages, which hands on what the workers' has packed. */
export function packed(): Plugin {
  return {
    name: "fastslow-packed",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(ENDING)) continue;
        const bytes = typeof file.source === "string" ? Buffer.from(file.source) : file.source;
        if (!isPacked(bytes)) file.source = gzipSync(bytes, { level: 9 });
      }
    },
  };
}
