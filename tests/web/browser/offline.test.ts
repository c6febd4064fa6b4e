// After one visit the whole page is there without a network; a new version of it takes over without breaking a visit.

import { rmSync } from "node:fs";

import { chromium, type Page } from "playwright-core";
import { afterEach, beforeEach, expect, it } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import { nextVersion, type NextVersion } from "./next_version";
import { SITE, serveSite, type SiteServer } from "./site_server";
import { EASY, LAUNCH, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

let server: SiteServer;
let next: NextVersion | null = null;
beforeEach(async () => {
  server = await serveSite(SITE);
});
afterEach(async () => {
  await server.close();
  if (next) rmSync(next.folder, { recursive: true });
  next = null;
});

function arrive(visit: { page?: string; query?: Record<string, string> } = {}): Promise<Visitor> {
  return Visitor.arrive({ ...visit, site: server.address, context: { serviceWorkers: "allow" } });
}

/** Waits until the whole site is kept: only then does its worker answer for the page. */
async function kept({ page }: { page: Page }): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The host goes, too, so that nobody's requests come through. */
async function goOffline({ page }: Visitor): Promise<void> {
  await page.context().setOffline(true);
  await server.close();
}

/** Puts a new version in the place of the present one. Returns the file that only the present one has. */
function replaceSite(): string {
  next = nextVersion(SITE);
  server.replace(next.folder);
  return next.gone;
}

const version = (page: Page) => page.evaluate(() => document.documentElement.dataset["version"] ?? "first");
/** Fetches past the browser's own cache: what is kept, or else from the host. */
const status = (page: Page, file: string) =>
  page.evaluate((path) => fetch(path, { cache: "no-store" }).then((response) => response.status), file);
/** Looks past the worker, for one that is asked again and again finds no time to be replaced. */
const isKept = (page: Page, file: string) =>
  page.evaluate((path) => caches.match(path).then((response) => response !== undefined), file);
const waiting = () => navigator.serviceWorker.getRegistration().then((registration) => registration?.waiting != null);

it("after one visit has the guide and its exhibits without a network, with their networks", async () => {
  const visitor = await arrive();
  await kept(visitor);
  await goOffline(visitor);
  await visitor.page.goto(`${server.address}guide.html?section=road`);
  const road = visitor.page.locator("fs-road");
  await road.locator("fs-modes label", { hasText: "System 1" }).click();
  await road.getByRole("button", { name: "One second" }).click();
  await shows(road, /System 1 felt like it/);
  await visitor.page.goto(`${server.address}guide.html?section=tricks`);
  const tricks = visitor.page.locator("fs-tricks");
  await tricks.getByRole("textbox").or(tricks.getByRole("spinbutton")).first().fill("2");
  await tricks.getByRole("button", { name: "Answer", exact: true }).click();
  await shows(tricks, /You answered like System 1/);
  expect(visitor.complaints).toEqual([]);
});

it("after one visit plays, explains and lets create without a network", async () => {
  const visitor = await arrive({ query: { puzzle: EASY } });
  await kept(visitor);
  await goOffline(visitor);
  await visitor.page.reload();
  await (await visitor.bothReady()).address({ puzzle: EASY });

  await visitor.button("New puzzle").click();
  await visitor.page.locator("fs-new-puzzle label", { hasText: "Futoshiki" }).click();
  await visitor.button("5×5, medium").click();
  await visitor.address({ family: "futoshiki" });
  await visitor.mode("System 1");
  await visitor.button("Step").click();
  await visitor.page.locator('fs-board [aria-label*="System 1"]').first().waitFor();
  await visitor.button("Hint").click();
  await shows(visitor.page.locator("fs-system2"), /System 2 knows a step/);

  await visitor.page.getByRole("link", { name: "Create" }).click();
  await visitor.page.locator("fs-editor .cm-content").waitFor();
  await shows(visitor.page.locator("fs-check"), /Solutions exactly one/);
  await visitor.page.goto(`${server.address}index.html?family=zebra&lang=ko`);
  await visitor.bothReady();
  await shows(visitor.page.locator("fs-app h2").first(), "아인슈타인");
  await visitor.page.locator("footer a[href$='notices.txt']").click();
  await shows(visitor.page.locator("body"), /Z3 \(MIT\)/);
  expect(visitor.complaints).toEqual([]);
});

it("after one visit has the lab without a network: boards race, and the recorded figures are drawn", async () => {
  const visitor = await arrive({ query: { puzzle: EASY } });
  await kept(visitor);
  await goOffline(visitor);
  await visitor.page.goto(
    `${server.address}lab.html?family=sudoku&puzzle=..2..4..1......2&lanes=threshold-0.8*system2`,
  );
  await visitor.page.getByRole("button", { name: "Step", exact: true }).first().click();
  await shows(visitor.page.locator("fs-race .clock output"), "1 decision");
  await visitor.page.locator("#deciding").scrollIntoViewIfNeeded();
  await visitor.page.locator("fs-deciding fs-figure .drawing svg").first().waitFor();
  expect(visitor.complaints).toEqual([]);
});

it("keeps the play view for those who came to create", async () => {
  const author = await arrive({ page: "author.html" });
  await kept(author);
  await goOffline(author);
  await author.page.goto(server.address);
  await (await author.bothReady()).address({ family: "sudoku" });
  expect(author.complaints).toEqual([]);
});

it("asks the host for every file once", async () => {
  // With a cache on disk: the one in memory, for private windows, takes no file as large as these.
  const context = await chromium.launchPersistentContext("", LAUNCH);
  try {
    const page = await context.newPage();
    await page.goto(server.address);
    await kept({ page });
  } finally {
    await context.close();
  }
  const files = server.asked.filter((path) => path.startsWith("/assets/")).sort();
  expect(files.filter((path) => path.endsWith(".wasm.packed"))).toHaveLength(3);
  expect(files).toEqual([...new Set(files)]);
});

it("shows a new version at the next visit, and keeps that one from then on", async () => {
  const visitor = await arrive();
  await kept(visitor);
  const gone = replaceSite();
  await visitor.page.reload();
  expect(await version((await visitor.ready()).page)).toBe("next");
  // Nobody else is there, so the new worker need not wait; what only the old version had goes.
  await expect.poll(() => isKept(visitor.page, gone)).toBe(false);
  await goOffline(visitor);
  await visitor.page.reload();
  expect(await version((await visitor.bothReady()).page)).toBe("next");
  expect(visitor.complaints).toEqual([]);
});

it("keeps the old files for as long as a visit may need them", async () => {
  const visitor = await arrive();
  await kept(visitor);
  const gone = replaceSite();
  const later = await visitor.page.context().newPage();
  await later.goto(server.address);
  await later.waitForFunction(waiting);
  expect(await version(later)).toBe("next");
  expect(await status(visitor.page, gone)).toBe(200);
  await later.reload();
  await later.waitForFunction(waiting);
  expect(await status(visitor.page, gone)).toBe(200);
  // The game of the old version goes on: its proofs, and files that it asks for only now.
  await visitor.button("Hint").click();
  await shows(visitor.page.locator("fs-system2"), /System 2 knows a step/);
  await visitor.button("New puzzle").click();
  await visitor.page.locator("fs-new-puzzle label", { hasText: "Futoshiki" }).click();
  await visitor.button("5×5, medium").click();
  await visitor.address({ family: "futoshiki" });

  await visitor.page.close();
  await later.reload();
  await expect.poll(() => isKept(later, gone)).toBe(false);
  expect(await status(later, gone)).toBe(404);
});

it.each([
  ["are unknown", "undefined"],
  ["are refused", "({ register: () => Promise.reject(new DOMException('refused', 'SecurityError')) })"],
])("plays on where service workers %s, without a word", async (_, found) => {
  const script = `Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => ${found} });`;
  const visitor = await Visitor.arrive({ before: (page) => page.addInitScript(script) });
  const heard: string[] = [];
  visitor.page.on("console", (message) => heard.push(message.text()));
  await visitor.bothReady();
  await visitor.button("Hint").click();
  await shows(visitor.page.locator("fs-system2"), /System 2 knows a step/);
  expect([...heard, ...visitor.complaints]).toEqual([]);
});

it("has the studio and its lessons without a network, for those who came to play", async () => {
  const visitor = await arrive();
  await kept(visitor);
  await goOffline(visitor);
  await visitor.page.goto(`${server.address}studio.html`);
  await visitor.page.locator("fast-slow fs-board svg").first().waitFor();
  await visitor.page.goto(`${server.address}lesson.html?family=binairo&ask=who`);
  await visitor.page.locator("fast-slow fs-board svg").first().waitFor();
  const made = await visitor.page.locator("fast-slow").evaluate((tag) => (tag as FastSlowElement).step());
  expect(made?.source).toMatch(/^system/);
  expect(visitor.complaints).toEqual([]);
});
