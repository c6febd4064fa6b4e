// On a fresh machine `./dev serve` shows the page while Z3 still compiles (FASTSLOW_SOLVER_LATER=1). The solver module then
// has an address without a hash, where nothing lies yet: the page says that System 2 could not be loaded. Its "Try again"
// finds the module once ./dev has laid it there; a reload finds the complete page.

import type { Plugin } from "vite";

export const solverComesLater = process.env["FASTSLOW_SOLVER_LATER"] === "1";

export function solverLater(): Plugin {
  return {
    name: "fastslow-solver-later",
    apply: () => solverComesLater,
    enforce: "pre",
    resolveId: (id) => {
      const file = /\/(fastslow-solver\.\w+)\?url$/.exec(id)?.[1];
      return file === undefined ? undefined : `\0later:${file}`;
    },
    load: (id) => (id.startsWith("\0later:") ? `export default "./assets/${id.slice("\0later:".length)}";` : undefined),
  };
}
