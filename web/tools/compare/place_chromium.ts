// A peer in Chromium: each in a browser of its own, on an empty page that loads it from a host on this machine. The
// host notes what it sent, which is what a visitor would have to download.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { chromium } from "playwright-core";
import { build } from "vite";

import { repositoryPath, SHIPPED } from "../node_transports";
import type { Job, Told } from "./measure";
import type { PeerName } from "./peers";
import { silent, watchdog } from "./run";
import type { Place } from "./run";

const BUNDLE = repositoryPath("build/compare");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** Z3's threads share memory, which a browser allows only behind these. */
const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const FOLDERS: Record<string, string> = {
  bundle: BUNDLE,
  packages: repositoryPath("node_modules"),
  ours: path.dirname(SHIPPED.solver.wasm),
};

const TYPES: Record<string, string> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

export interface Download {
  files: number;
  bytes: number;
  gzip: number;
}

export interface ChromiumPlace extends Place {
  /** What the peer's page has fetched, of those measured so far. */
  download(peer: PeerName): Download | null;
}

export async function chromiumPlace(): Promise<ChromiumPlace> {
  await bundled();
  const host = await startHost();
  const downloads = new Map<PeerName, Download>();
  return {
    name: "chromium",
    download: (peer) => downloads.get(peer) ?? null,
    async run(peer, job, tell, silenceMs) {
      host.forget();
      const ended = await runIn(`${host.address}/`, peer, job, tell, silenceMs);
      downloads.set(peer, host.sent());
      return ended;
    },
    close: host.close,
  };
}

/** A chunk for each peer (page.ts imports them when it is told which). */
async function bundled(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    root: repositoryPath("web/tools/compare"),
    base: "/bundle/",
    // z3-solver's own file for browsers asks for it.
    define: { global: "globalThis" },
    build: {
      outDir: BUNDLE,
      emptyOutDir: true,
      target: "chrome123",
      modulePreload: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: path.join(import.meta.dirname, "page.ts"),
        output: { entryFileNames: "page.js", chunkFileNames: "[name].js" },
      },
    },
  });
}

interface Host {
  address: string;
  /** Of what was sent since `forget`. */
  sent(): Download;
  forget(): void;
  close(): Promise<void>;
}

async function startHost(): Promise<Host> {
  const sizes = new Map<string, { bytes: number; gzip: number }>();
  const sent = new Set<string>();
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const address = new URL(request.url ?? "/", "http://host").pathname;
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (address === "/") {
      response
        .setHeader("Content-Type", "text/html")
        .end(`<!doctype html><script type="module" src="/bundle/page.js"></script>`);
      return;
    }
    const file = fileOf(address);
    const content = file === null ? null : contentOf(file);
    if (file === null || content === null) {
      response.writeHead(404).end();
      return;
    }
    sent.add(file);
    response.setHeader("Content-Type", TYPES[path.extname(file)] ?? "application/octet-stream").end(content);
  };
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const sizeOf = (file: string): { bytes: number; gzip: number } => {
    const content = readFileSync(file);
    const size = sizes.get(file) ?? { bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
    sizes.set(file, size);
    return size;
  };
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    sent: () => {
      const all = [...sent].map(sizeOf);
      const sum = (of: "bytes" | "gzip"): number => all.reduce((total, size) => total + size[of], 0);
      return { files: all.length, bytes: sum("bytes"), gzip: sum("gzip") };
    },
    forget: () => {
      sent.clear();
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

function fileOf(address: string): string | null {
  const [, top = "", ...rest] = path.posix.normalize(address).split("/");
  const folder = FOLDERS[top];
  return folder === undefined ? null : path.join(folder, ...rest);
}

function contentOf(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

async function runIn(
  address: string,
  peer: PeerName,
  job: Job,
  tell: (told: Told) => void,
  silenceMs: number,
): Promise<string | null> {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium-headless-shell";
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  let stop: (reason: string) => void = () => {};
  const stopped = new Promise<string>((resolve) => (stop = resolve));
  const watch = watchdog(silenceMs, () => {
    stop(silent(silenceMs));
  });
  try {
    const page = await browser.newPage();
    page.on("crash", () => {
      stop("the page crashed");
    });
    await page.exposeFunction("tell", (told: Told) => {
      watch.heard();
      tell(told);
    });
    await page.goto(address);
    await page.waitForFunction("'measure' in window");
    const finished = page
      .evaluate(`window.measure(${JSON.stringify(peer)}, ${JSON.stringify(job)})`)
      .then(() => null)
      .catch((thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)));
    return await Promise.race([finished, stopped]);
  } finally {
    watch.stop();
    await browser.close();
  }
}
