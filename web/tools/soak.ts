// A hundred puzzles in one tab: does anything grow? The built site in Chromium; the page is asked to collect its garbage
// before every line. Usage: npx tsx web/tools/soak.ts [PUZZLES]     (./dev build web comes first)

import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

import { chromium, type CDPSession, type Page } from "playwright-core";
import sirv from "sirv";

import { repositoryPath } from "./node_transports";

const PUZZLES = Number(process.argv[2] ?? 100);
const EVERY = 10;
const STEPS = 3;

const files = sirv(repositoryPath("build/site"));
const server = createServer((request, response) => files(request, response, () => void response.writeHead(404).end()));
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium-headless-shell",
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, bypassCSP: true });
await page.goto(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/?lang=en&mode=system2`);
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable");
const root = await browser.newBrowserCDPSession();

console.log("puzzles  heap MB   nodes  listeners  workers  process MB");
await tell(0);
for (let opened = 1; opened <= PUZZLES; opened++) {
  await another(page, opened);
  if (opened % EVERY === 0) await tell(opened);
}
await browser.close();
server.close();

/**
 * Of every kind in turn: opened from the collection, a few steps of both systems, and gone again. What is weighed is always
 * the same puzzle.
 */
async function another(on: Page, opened: number): Promise<void> {
  const count = opened % EVERY === 0 ? 0 : opened;
  await on.locator("fs-board svg[aria-busy=false]").waitFor();
  await on.getByRole("button", { name: "New puzzle" }).click();
  const kinds = on.locator("fs-new-puzzle .families label");
  await kinds.first().waitFor();
  await kinds.nth(count % (await kinds.count())).click();
  const samples = on.locator("fs-new-puzzle .samples button");
  await samples.first().waitFor();
  await samples.nth(count % (await samples.count())).click();
  await on.locator("fs-new-puzzle dialog").waitFor({ state: "hidden" });
  for (const mode of ["System 1", "System 2"]) {
    await on.locator("fs-modes label", { hasText: mode }).click();
    const step = on.getByRole("button", { name: "Step", exact: true });
    // The step before may solve the puzzle only after this was asked.
    for (let made = 0; made < STEPS && (await step.isEnabled()); made++)
      await step.click({ timeout: 1000 }).catch(() => undefined);
  }
  // As text: what tsx makes of a function names things that the page does not have.
  await on.waitForFunction('!document.querySelector("fs-app").play.busy');
}

async function tell(count: number): Promise<void> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
  const figures = [
    ...[count, (metric("JSHeapUsedSize") / 1e6).toFixed(1), metric("Nodes"), metric("JSEventListeners")],
    ...[page.workers().length, await residentOf(root)],
  ];
  console.log(figures.map((figure, at) => String(figure).padStart([7, 9, 8, 11, 9, 12][at] ?? 8)).join(""));
}

/** Of the process that runs the page and its workers, WebAssembly's memories included. */
async function residentOf(of: CDPSession): Promise<string> {
  const { processInfo } = await of.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => String(id));
  const sizes = execFileSync("ps", ["-o", "rss=", "-p", pages.join(",")], { encoding: "utf8" })
    .trim()
    .split(/\s+/);
  return (Math.max(...sizes.map(Number)) / 1024).toFixed(0);
}
