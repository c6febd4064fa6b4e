// The service worker: built last, because it holds the list of all files of the site.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { build, type Plugin, type ResolvedConfig } from "vite";
import type { PrecacheEntry } from "workbox-precaching";

import { repositoryPath } from "../tools/node_transports";
import { isForFiles } from "./alone";
import { CLOSED_FRAME_APP } from "./closed_frame";
import { CLASSIC_FILE } from "./element";

const ID = "virtual:site-files";

/** Pages that are replaced while former versions are kept (tools/keep_versions.ts) change this one. */
const VERSIONS = "versions.json";

/** Frames without an origin and other sites have no service worker of ours. <fast-slow> is kept: the studio and the lesson's
 *  page show it. */
const isForOthers = (url: string): boolean =>
  [CLOSED_FRAME_APP, CLASSIC_FILE, VERSIONS].includes(url) ||
  isForFiles(url) ||
  /^v\d[\d.]*\//.test(url);

/** Small files first: what is kept when a visit ends early does not come again. */
function filesOf(site: string): PrecacheEntry[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ url: path.slice(site.length + 1).replaceAll(sep, "/"), bytes: readFileSync(path) }))
    .filter(({ url }) => !isForOthers(url))
    .sort((one, other) => one.bytes.length - other.bytes.length || (one.url < other.url ? -1 : 1))
    .map(({ url, bytes }) => ({ url, ...(url.startsWith("assets/") ? { revision: null } : checked(bytes)) }));
}

/** A file whose name tells nothing of what is in it: a site that is replaced just now must not be kept half old, half new. */
function checked(bytes: Buffer): { revision: string; integrity: string } {
  const hash = createHash("sha256").update(bytes).digest("base64");
  return { revision: hash, integrity: `sha256-${hash}` };
}

function siteFiles(site: string): Plugin {
  return {
    name: "fastslow-site-files",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const files = filesOf(site);
      const pages = files.map(({ url }) => url).filter((url) => url.endsWith(".html"));
      return `export const files = ${JSON.stringify(files)};\nexport const pages = ${JSON.stringify(pages)};\n`;
    },
  };
}

export function serviceWorker(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "fastslow-service-worker",
    apply: "build",
    configResolved: (resolved) => void (config = resolved),
    writeBundle: {
      order: "post",
      sequential: true,
      async handler({ dir: site }) {
        await build({
          configFile: false,
          root: config.root,
          publicDir: false,
          logLevel: "warn",
          plugins: [siteFiles(site!)],
          build: {
            outDir: site,
            emptyOutDir: false,
            target: config.build.target,
            rolldownOptions: {
              input: repositoryPath("web/src/offline/service_worker.ts"),
              // Not every browser of the target takes a worker that is a module.
              output: { format: "iife", entryFileNames: "service-worker.js" },
            },
          },
        });
      },
    },
  };
}
