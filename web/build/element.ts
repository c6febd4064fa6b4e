// <fast-slow> for other pages: a build of its own beside the site's, so that neither takes part in how the other is cut. In
// the site lie `fast-slow.js`, whose name never changes, and `assets/element/`, whose names tell what is in them. The
// engines, the network and their workers are the site's own files, made a second time with the same names.

import { build, type Plugin, type ResolvedConfig } from "vite";

import { repositoryPath } from "../tools/node_transports";
import { buildFacts } from "./facts";
import { packed, packedEnding } from "./packed";
import { posters } from "./posters";

/** What only other pages need; the site's own are not kept from them for visits without a network. */
export const ELEMENT_FILE = "fast-slow.js";
export const ELEMENT_FOLDER = "assets/element/";

const ENTRY = repositoryPath("web/src/element/main.ts");

type Named = { originalFileNames: string[]; names: string[] };

/** Scripts end in `.js`, and what is packed in `.packed`, as everywhere in the site (vite.config.ts). */
function assetName({ originalFileNames: files, names }: Named): string {
  const folder = files.some((file) => file.includes("models/")) ? "assets/models/" : "assets/";
  const ending = names.some((name) => name.endsWith(".mjs")) ? ".js" : `[extname]${packedEnding(names)}`;
  return `${folder}[name]-[hash]${ending}`;
}

/** What Vite wraps imports in, to fetch their styles first: there are none. */
function plainImports(): Plugin {
  const ID = "\0vite/preload-helper.js";
  return {
    name: "fastslow-plain-imports",
    enforce: "pre",
    load: (id) => (id === ID ? "export const __vitePreload = (load) => load();" : undefined),
  };
}

/** All that the script imports before anything else, in one file beside it: each further one is a request. */
class AtOnce {
  readonly plugin: Plugin = {
    name: "fastslow-at-once",
    renderStart: (): void => undefined,
  };
  private readonly modules = new Set<string>();

  constructor() {
    const { modules } = this;
    this.plugin.renderStart = function () {
      const follow = (id: string): void => {
        if (modules.has(id)) return;
        modules.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) follow(imported);
      };
      follow(ENTRY);
    };
  }

  readonly has = (id: string): boolean => id !== ENTRY && this.modules.has(id);
}

export function element(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "fastslow-element",
    apply: "build",
    configResolved: (resolved) => void (config = resolved),
    writeBundle: {
      sequential: true,
      async handler({ dir: site }) {
        const atOnce = new AtOnce();
        const chunk = `${ELEMENT_FOLDER}[name]-[hash].js`;
        await build({
          configFile: false,
          root: config.root,
          base: "./",
          publicDir: false,
          logLevel: "warn",
          resolve: { alias: { i18next: repositoryPath("web/src/i18n/lean.ts") } },
          plugins: [plainImports(), posters(), buildFacts(), packed(), atOnce.plugin],
          build: {
            outDir: site!,
            emptyOutDir: false,
            assetsInlineLimit: 0,
            modulePreload: false,
            target: config.build.target,
            chunkSizeWarningLimit: 800,
            rolldownOptions: {
              input: { "fast-slow": ENTRY },
              preserveEntrySignatures: "strict",
              output: {
                ...{ entryFileNames: ELEMENT_FILE, chunkFileNames: chunk, assetFileNames: assetName },
                codeSplitting: { groups: [{ name: "at-once", test: atOnce.has }] },
              },
            },
          },
          worker: {
            format: "es",
            plugins: () => [packed()],
            rolldownOptions: { output: { entryFileNames: chunk, chunkFileNames: chunk, assetFileNames: assetName } },
          },
        });
      },
    },
  };
}
