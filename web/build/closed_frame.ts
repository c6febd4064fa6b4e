// The page for frames that are closed off from their site (src/closed): a build of its own, into one script.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build, type Plugin, type ResolvedConfig } from "vite";

import { SHIPPED, repositoryPath } from "../tools/node_transports";
import { noFilesBeside } from "./alone";
import { buildFacts } from "./facts";
import { languages } from "./languages";

const ID = "virtual:embedded-engine";
/** Where public/closed-frame.js looks for it; it is not kept for visits without a network, where there are no such frames. */
export const CLOSED_FRAME_APP = "assets/closed-frame-app.js";

function embeddedEngine(): Plugin {
  return {
    name: "fastslow-embedded-engine",
    enforce: "pre",
    resolveId: (id) => {
      if (id === ID) return `\0${ID}`;
      return /\/host\/page$/.test(id) ? repositoryPath("web/src/closed/transports.ts") : undefined;
    },
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const { loader, wasm } = SHIPPED.engine;
      const packed = gzipSync(readFileSync(wasm), { level: 9 }).toString("base64");
      return `export { default as loader } from ${JSON.stringify(loader)};\nexport const packed = "${packed}";\n`;
    },
  };
}

/** The page's style, too, is refused to such a frame if it is asked for as scripts are. */
const plainStyles = (page: string): string => page.replace(/(<link rel="stylesheet") crossorigin/g, "$1");

export function closedFrame(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "fastslow-closed-frame",
    apply: "build",
    configResolved: (resolved) => void (config = resolved),
    transformIndexHtml: { order: "post", handler: plainStyles },
    writeBundle: {
      sequential: true,
      async handler({ dir: site }) {
        await build({
          configFile: false,
          root: config.root,
          base: config.base,
          publicDir: false,
          logLevel: "warn",
          // Nothing is resolved by a script that holds everything.
          define: { "import.meta.url": "document.baseURI", "import.meta.resolve": "undefined" },
          plugins: [noFilesBeside(), embeddedEngine(), languages(), buildFacts()],
          build: {
            outDir: site!,
            emptyOutDir: false,
            assetsInlineLimit: 0,
            modulePreload: false,
            target: config.build.target,
            chunkSizeWarningLimit: 2000,
            rolldownOptions: {
              input: repositoryPath("web/src/closed/main.ts"),
              output: {
                format: "iife",
                entryFileNames: CLOSED_FRAME_APP,
                assetFileNames: "assets/[name]-[hash][extname]",
              },
            },
          },
        });
      },
    },
  };
}
