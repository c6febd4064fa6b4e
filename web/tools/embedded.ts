// <fast-slow> on a crowded page, in Chromium: ten on one page (when they can be used, long tasks while three of them solve,
// workers, memory beside that of one), and a thousand that come and go (memory must stay flat).
// Usage: npx tsx web/tools/embedded.ts [MOUNTS]     (./dev build web comes first). Times are of this machine; memory is what the
// page's own heap and nodes take after its garbage was collected, and what its workers' heaps take.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { chromium, type CDPSession, type Page } from "playwright-core";
import sirv from "sirv";

import { repositoryPath } from "./node_transports";

const MOUNTS = Number(process.argv[2] ?? 1000);
const EVERY = Math.max(1, Math.floor(MOUNTS / 5));

const files = sirv(repositoryPath("build/site"));
const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://host");
  if (url.pathname !== "/lesson") return files(request, response, () => void response.writeHead(404).end());
  const tags = `<fast-slow></fast-slow>`.repeat(Number(url.searchParams.get("tags")));
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html><html lang="en"><title>A lesson</title><body>${tags}
<script type="module" src="./fast-slow.js"></script>`);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
});

interface Measured {
  tags: number;
  /** From the script's arrival to the first board drawn, and to the last; longest task on the way. */
  firstMs: number;
  allMs: number;
  longestLoadingMs: number;
  /** While three of them solve. */
  longestSolvingMs: number;
  tasksOver100: number;
  workers: number;
  heapMB: number;
  nodes: number;
}

async function lesson(tags: number): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  // As text: what tsx makes of a function names things that the page does not have.
  await page.addInitScript({
    content: `window.tasks = []; new PerformanceObserver((list) => { for (const e of list.getEntries()) tasks.push([e.startTime, e.duration]); }).observe({ type: "longtask", buffered: true });`,
  });
  await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/lesson?tags=${String(tags)}`);
  return { page, session: await page.context().newCDPSession(page) };
}

const drawn = `[...document.querySelectorAll("fast-slow")].filter((one) => one.shadowRoot?.querySelector("fs-board")?.shadowRoot?.querySelector("svg")).length`;

async function measure(tags: number): Promise<Measured> {
  const { page, session } = await lesson(tags);
  await page.waitForFunction(`${drawn} >= 1`, null, { polling: 10 });
  const arrived = `performance.getEntriesByType("resource").find((one) => one.name.endsWith("fast-slow.js")).responseEnd`;
  const firstMs = Number(await page.evaluate(`performance.now() - ${arrived}`));
  await page.waitForFunction(`${drawn} === ${String(tags)}`, null, { polling: 10 });
  const allMs = Number(await page.evaluate(`performance.now() - ${arrived}`));
  const longest = "Math.max(0, ...tasks.map(([, duration]) => duration))";
  const longestLoadingMs = Number(await page.evaluate(longest));
  const three = `[...document.querySelectorAll("fast-slow")].slice(0, 3)`;
  await page.evaluate(`Promise.all(${three}.map((one) => one.load()))`);
  await page.evaluate("tasks.length = 0");
  await page.evaluate(
    `Promise.all(${three}.map((one) => { one.speed = "quick"; return one.updateComplete.then(() => one.play()); }))`,
  );
  // Two of them are out of sight and pause; each is asked for steps all the same.
  await page.evaluate(
    `Promise.all(${three}.map(async (one) => { for (let made = 0; made < 20; made++) await one.step(); }))`,
  );
  const solving = (await page.evaluate(
    `[${longest}, tasks.filter(([, duration]) => duration > 100).length]`,
  )) as number[];
  const workers = page.workers().length;
  const { heapMB, nodes } = await weigh(session);
  await page.close();
  const [longestSolvingMs = NaN, tasksOver100 = NaN] = solving;
  return { tags, firstMs, allMs, longestLoadingMs, longestSolvingMs, tasksOver100, workers, heapMB, nodes };
}

async function weigh(session: CDPSession): Promise<{ heapMB: number; nodes: number; listeners: number }> {
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  return { heapMB: metric("JSHeapUsedSize") / 1e6, nodes: metric("Nodes"), listeners: metric("JSEventListeners") };
}

/** Each is mounted, drawn, every tenth also played, and taken out again. */
async function mounts(): Promise<void> {
  const { page, session } = await lesson(1);
  await page.waitForFunction(`${drawn} >= 1`);
  console.log("\nmounts  heap MB   nodes  listeners  workers");
  for (let made = 0; made <= MOUNTS; made += EVERY) {
    if (made > 0)
      await page.evaluate(`(async () => { for (let i = 0; i < ${String(EVERY)}; i++) {
        const one = document.createElement("fast-slow");
        document.body.prepend(one);
        await one.updateComplete;
        if (i % 10 === 0) await one.step(); else await new Promise((resolve) => setTimeout(resolve, 5));
        one.remove();
      } })()`);
    await page.waitForTimeout(500);
    const { heapMB, nodes, listeners } = await weigh(session);
    const figures = [made, heapMB.toFixed(1), nodes, listeners, page.workers().length];
    console.log(figures.map((figure, index) => String(figure).padStart([6, 8, 7, 10, 8][index]!)).join(" "));
  }
  await page.close();
}

const [one, ten] = [await measure(1), await measure(10)];
const shown = (value: number): string => String(Math.round(value * 10) / 10);
for (const name of Object.keys(one) as (keyof Measured)[])
  console.log(name.padEnd(18), shown(one[name]).padStart(9), shown(ten[name]).padStart(9));
console.log("heap of ten / one ".padEnd(18), shown(ten.heapMB / one.heapMB).padStart(18));
await mounts();
await browser.close();
server.close();
