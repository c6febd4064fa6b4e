// <fast-slow> for other pages: a build of its own beside the site's, so that neither takes part in how the other is cut. In
// the site lie `fast-slow.js`, whose name never changes, and `assets/element/`, whose names tell what is in them. The
// engines, the network and their workers are the site's own files, made a second time with the same names.

import { writeFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin, type ResolvedConfig } from "vite";

import { repositoryPath } from "../tools/node_transports";
import { afterwards } from "./afterwards";
import { buildFacts } from "./facts";
import { languages } from "./languages";
import { packed, packedEnding } from "./packed";
import { posters } from "./posters";

/** What only other pages need; the site's own are not kept from them for visits without a network. */
export const ELEMENT_FILE = "fast-slow.js";
export const ELEMENT_FOLDER = "assets/element/";
/** <fast-slow-question>, which few lessons have. */
export const QUESTION_FILE = "fast-slow-question.js";
/** For pages that take no modules in their markup. */
export const CLASSIC_FILE = "fast-slow.classic.js";

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
  private readonly entry: string;

  constructor(entry: string) {
    this.entry = entry;
    const { modules } = this;
    this.plugin.renderStart = function () {
      const follow = (id: string): void => {
        if (modules.has(id)) return;
        modules.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) follow(imported);
      };
      follow(entry);
    };
  }

  readonly has = (id: string): boolean => id !== this.entry && this.modules.has(id);
}

/** A script of the old kind, which fetches the module that lies beside it. */
const CLASSIC = `// For <script src>: a page's system may allow nothing else. In place of type="module" beside ${ELEMENT_FILE}.
(function () {
  var own = document.currentScript;
  import(new URL("${ELEMENT_FILE}", own.src).href).catch(function (thrown) {
    own.dispatchEvent(new Event("error"));
    throw thrown;
  });
})();
`;

/** One script with what it needs, in the site. Each is built alone, so that none is cut for the sake of another. */
async function script(config: ResolvedConfig, site: string, file: string, source: string): Promise<void> {
  const entry = repositoryPath(source);
  const atOnce = new AtOnce(entry);
  const chunk = `${ELEMENT_FOLDER}[name]-[hash].js`;
  await build({
    configFile: false,
    root: config.root,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    resolve: { alias: { i18next: repositoryPath("web/src/i18n/lean.ts") } },
    plugins: [plainImports(), languages(), posters(), buildFacts(), packed(), atOnce.plugin],
    build: {
      outDir: site,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      target: config.build.target,
      chunkSizeWarningLimit: 800,
      rolldownOptions: {
        input: { [path.parse(file).name]: entry },
        preserveEntrySignatures: "strict",
        output: {
          ...{ entryFileNames: file, chunkFileNames: chunk, assetFileNames: assetName },
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
}

export const element = (): Plugin =>
  afterwards("fastslow-element", async (site, config) => {
    await script(config, site, ELEMENT_FILE, "web/src/element/main.ts");
    await script(config, site, QUESTION_FILE, "web/src/element/question.ts");
    writeFileSync(path.join(site, CLASSIC_FILE), CLASSIC);
  });
