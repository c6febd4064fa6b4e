import { chromium } from "playwright-core";
import { spawn } from "node:child_process";
import { readdirSync, existsSync } from "node:fs";
const site = process.argv[2];
const names = readdirSync(site + "/assets");
const find = (re) => names.find((n) => re.test(n));
const port = 8791;
const server = spawn("npx", ["sirv", site, "--port", String(port), "--quiet"], { stdio: "ignore", detached: true });
await new Promise((r) => setTimeout(r, 2500));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://localhost:${port}/notices.txt`);
const out = await page.evaluate(async ({ worker, loader, wasm }) => {
  const start = () => {
    const w = new Worker("/assets/" + worker, { type: "module" });
    const waiting = new Map();
    w.onmessage = ({ data }) => { const f = waiting.get(data.id); if (f) { waiting.delete(data.id); f(data); } };
    let id = 0;
    w.ask = (call, args) => new Promise((r) => { waiting.set(++id, r); w.postMessage({ id, call, args }); });
    return w;
  };
  const load = (w, module) => w.ask("load", { assets: { loader: location.origin + "/assets/" + loader, wasm: location.origin + "/assets/" + wasm }, module });
  const easy = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
  const tell = (w, p, t) => w.ask("call", { op: "tell", puzzle: p, family: "sudoku", text: t });
  const solve = (w, p) => w.ask("call", { op: "solve", puzzle: p, task: "choose", position: "0", facts: { from: 0, to: 1, keep: 0, drop: 0, add: [] }, budget: 20000000 });
  let w = start();
  const loaded = await load(w, null);
  if (!loaded.ok) return JSON.stringify(loaded);
  const module = loaded.ok.module;
  const rows = [];
  for (let i = 0; i < 8; i++) {
    await tell(w, "b" + i, "1".padEnd(625, "."));
    let done = false;
    solve(w, "b" + i).then(() => (done = true));
    await new Promise((r) => setTimeout(r, 700));
    const t0 = performance.now();
    w.terminate();
    const t1 = performance.now();
    w = start();
    const l = await load(w, module);
    const t2 = performance.now();
    await tell(w, "e", easy);
    const a = await solve(w, "e");
    const t3 = performance.now();
    rows.push({ done, terminate: +(t1 - t0).toFixed(1), loaded: +(t2 - t1).toFixed(1), firstAnswer: +(t3 - t2).toFixed(1), inWorkerLoad: +l.ms.toFixed(1), solveMs: +a.ms?.toFixed(1) });
    await new Promise((r) => setTimeout(r, 300));
  }
  // A spare that is already loaded takes over.
  const spares = [];
  for (let i = 0; i < 5; i++) {
    const spare = start();
    await load(spare, module);
    await tell(w, "c" + i, "1".padEnd(625, "."));
    solve(w, "c" + i);
    await new Promise((r) => setTimeout(r, 700));
    const t0 = performance.now();
    w.terminate();
    w = spare;
    await tell(w, "e", easy);
    await solve(w, "e");
    spares.push(+(performance.now() - t0).toFixed(1));
  }
  return { rows, spares };
}, { worker: find(/^wasm\.worker.*js$/), loader: find(/^fastslow-solver.*js$/), wasm: find(/^fastslow-solver.*packed$/) });
console.log(JSON.stringify(out, null, 1));
await browser.close();
process.kill(-server.pid);
