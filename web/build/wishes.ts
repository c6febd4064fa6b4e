// The graph of the exhibit "Why this product?": mined from WordNet and cleaned by the critic while the page is built, so that
// nothing of it is kept in the repository.

import type { Plugin } from "vite";

import { wishData } from "../tools/wishes/build";

const ID = "virtual:wishes";

export function wishes(): Plugin {
  return {
    name: "fastslow-wishes",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    // A text is parsed faster as JSON than as code.
    load: async (id) =>
      id === `\0${ID}` ? `export const data = JSON.parse(${JSON.stringify(JSON.stringify(await wishData()))});\n` : undefined,
  };
}
