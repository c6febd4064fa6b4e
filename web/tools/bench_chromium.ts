// The parts as the built page runs them: the site's own workers in Chromium, spoken to from here.

import { readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

import { chromium } from "playwright-core";
import sirv from "sirv";

import type { Assets } from "../src/protocol/assets";
import type { Part } from "../src/protocol/parts";
import type { Parts, Timed } from "./bench_parts";
import { BadInput } from "./failure";
import { loadArguments, repositoryPath } from "./node_transports";

const SITE = repositoryPath("build/site");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** Runs in the page. The messages are those of web/src/protocol/messages.ts. */
const GLUE = `
  const workers = {}, waiting = {};
  let last = 0;
  window.startPart = (part, script, args) => {
    workers[part] = new Worker(script, { type: "module", name: part });
    workers[part].onmessage = ({ data }) => {
      if ("progress" in data || "holds" in data) return;
      if ("fatal" in data) throw new Error(part + ": " + data.fatal);
      waiting[data.id](data);
      delete waiting[data.id];
    };
    return window.callPart(part, args, "load");
  };
  window.callPart = (part, args, call = "call") => {
    const id = ++last;
    const start = performance.now();
    return new Promise((resolve, reject) => {
      waiting[id] = ({ ok, error, ms }) => {
        if (error) reject(new Error(JSON.stringify(error)));
        else resolve({ value: ok instanceof Object && "module" in ok ? null : ok, ms, roundMs: performance.now() - start });
      };
      workers[part].postMessage({ id, call, args });
    });
  };
`;

export async function chromiumParts(): Promise<Parts> {
  const { address, close } = await served();
  const files = filesOfSite(address);
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium-headless-shell",
    args: FLAGS,
  });
  const page = await browser.newPage();
  // An empty page of the same origin: the site's own page would start workers of its own.
  await page.goto(`${address}/empty`);
  await page.evaluate(GLUE);
  const said = (what: string, ...args: unknown[]): Promise<unknown> =>
    page.evaluate(`window.${what}(${args.map((arg) => JSON.stringify(arg)).join(",")})`);
  return {
    load: async (part) => {
      const script = part === "policy" ? files.policyWorker : files.wasmWorker;
      return ((await said("startPart", part, script, loadArguments(part, files.assets))) as Timed<unknown>).value;
    },
    call: async (part, args) => (await said("callPart", part, args)) as Timed<unknown>,
    close: async () => {
      await browser.close();
      close();
    },
  };
}

async function served(): Promise<{ address: string; close: () => void }> {
  const files = sirv(SITE);
  const server = createServer((request, response) => {
    if (request.url === "/empty") response.setHeader("Content-Type", "text/html").end("<!doctype html>");
    else files(request, response, () => void response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () => void server.close(),
  };
}

interface SiteFiles {
  wasmWorker: string;
  policyWorker: string;
  assets: Assets;
}

/** Where the bundler has put them: names with a hash in them. */
function filesOfSite(address: string): SiteFiles {
  const found = listed("assets");
  const url = (pattern: RegExp): string => {
    const file = found.find((name) => pattern.test(path.posix.basename(name)));
    if (file === undefined) throw new BadInput(`build/site lacks ${String(pattern)}; run ./dev build web first`);
    return `${address}/${file}`;
  };
  const wasm = (part: Exclude<Part, "policy">): Assets["engine"] => {
    const name = part === "engine" ? "fastslow-(?!solver)" : "fastslow-solver-";
    return { loader: url(new RegExp(`^${name}.*\\.js$`)), wasm: url(new RegExp(`^${name}.*\\.wasm\\.packed$`)) };
  };
  return {
    wasmWorker: url(/^wasm\.worker-.*\.js$/),
    policyWorker: url(/^policy\.worker-.*\.js$/),
    assets: {
      engine: wasm("engine"),
      solver: wasm("solver"),
      policy: { model: url(/^fastslow-.*\.onnx\.packed$/), card: url(/^fastslow-.*\.json$/) },
    },
  };
}

function listed(folder: string): string[] {
  const inside = path.join(SITE, folder);
  if (!statSync(inside, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(inside, { recursive: true, encoding: "utf8" }).map((name) => path.posix.join(folder, name));
}
