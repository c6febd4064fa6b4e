// What a lesson in one file needs beside the site's own files (src/alone): the page in one script, and one script for every
// worker. `alone.json` tells where all of it lies.

import { readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, type Plugin, type ResolvedConfig } from "vite";

import { LIST, type AloneFiles, type PartName } from "../src/studio/alone_parts";
import { repositoryPath, SHIPPED } from "../tools/node_transports";
import { afterwards } from "./afterwards";
import { buildFacts } from "./facts";
import { languages } from "./languages";
import { posters } from "./posters";

const LOADERS = "virtual:alone-loaders";
const FOLDER = "assets/alone/";

/** Only authors who download such a file fetch it; it is not kept for visits without a network. */
export const isForFiles = (url: string): boolean => url === LIST || url.startsWith(FOLDER);

/** A script that holds everything leads to no files; the bundler would put them beside it, unpacked. */
export function noFilesBeside(): Plugin {
  return {
    name: "fastslow-no-files-beside",
    enforce: "pre",
    transform: (code, id) =>
      /fastslow(-solver)?\.mjs$|onnxruntime-web/.test(id)
        ? code.replace(/new URL\(("[^"]+\.(?:wasm|mjs)"),\s*import\.meta\.url\)/g, 'new URL($1, "https://localhost/")')
        : undefined,
  };
}

/** The engine draws the first board, and the parts are in the page. */
function insideOne(): Plugin {
  return {
    name: "fastslow-alone",
    enforce: "pre",
    resolveId: (id, importer) => {
      if (id === "virtual:posters") return "\0no-posters";
      const own = /[\\/]element[\\/][^\\/]+$/.test(importer ?? "");
      if (id === LOADERS) return `\0${LOADERS}`;
      return own && id === "./transports" ? repositoryPath("web/src/alone/transports.ts") : undefined;
    },
    load: (id) => {
      if (id === "\0no-posters") return "export const posters = {};";
      if (id !== `\0${LOADERS}`) return undefined;
      const loader = (part: "engine" | "solver") =>
        `export { default as ${part} } from ${JSON.stringify(SHIPPED[part].loader)};`;
      return `${loader("engine")}\n${loader("solver")}\n`;
    },
  };
}

/** `place`: what tells such a script where it is. It holds everything, and resolves nothing. */
async function script(config: ResolvedConfig, site: string, name: string, source: string, place: string) {
  await build({
    configFile: false,
    root: config.root,
    base: "./",
    publicDir: false,
    logLevel: "warn",
    define: { "import.meta.url": place, "import.meta.resolve": "undefined" },
    plugins: [noFilesBeside(), insideOne(), languages(), posters(), buildFacts()],
    build: {
      outDir: site,
      emptyOutDir: false,
      modulePreload: false,
      target: config.build.target,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: { [name]: repositoryPath(source) },
        output: { format: "iife", codeSplitting: false, entryFileNames: `${FOLDER}[name]-[hash].js` },
      },
    },
  });
}

function list(site: string): AloneFiles {
  const all = readdirSync(site, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll(path.sep, "/"));
  const one = (pattern: RegExp): string => {
    const found = all.filter((file) => pattern.test(file));
    if (found.length !== 1) throw new Error(`${pattern.source} is ${found.length} files of the site`);
    return found[0]!;
  };
  const files: Record<PartName, string> = {
    page: one(/^assets\/alone\/page-.*\.js$/),
    worker: one(/^assets\/alone\/worker-.*\.js$/),
    engine: one(/^assets\/fastslow-(?!solver).*\.wasm\.packed$/),
    solver: one(/^assets\/fastslow-solver-.*\.wasm\.packed$/),
    runtime: one(/^assets\/ort-wasm.*\.packed$/),
    model: one(/^assets\/models\/fastslow-.*\.onnx\.packed$/),
    card: one(/^assets\/models\/fastslow-.*\.json$/),
  };
  const sizes = Object.values(files).map((file) => statSync(path.join(site, file)).size);
  return { files, bytes: Math.ceil((sizes.reduce((sum, size) => sum + size, 0) * 4) / 3) };
}

export const alone = (): Plugin =>
  afterwards("fastslow-alone-files", async (site, config) => {
    await script(config, site, "page", "web/src/alone/main.ts", "document.baseURI");
    await script(config, site, "worker", "web/src/alone/any.worker.ts", "self.location.href");
    writeFileSync(path.join(site, LIST), `${JSON.stringify(list(site), null, 1)}\n`);
  });
