// Files that are missing or damaged: a clear sentence in the place concerned, and the rest goes on.

import type { Page } from "playwright-core";
import { expect, it } from "vitest";

import { violations } from "./axe";
import { FIRST_CELLS, EASY, SMALL, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const ENGINE = /fastslow-(?!solver)[^/]*\.wasm/;

const missing = (pattern: string | RegExp) => (page: Page) =>
  page.route(pattern, (route) => route.fulfill({ status: 404 }));
const damaged = (pattern: string | RegExp) => (page: Page) =>
  page.route(pattern, (route) =>
    route.fulfill({
      status: 200,
      body: Buffer.from("not what was asked for"),
      contentType: "application/octet-stream",
    }),
  );

/** A page in the place of a file that is not there, as some hosts answer. */
const replaced = (pattern: string | RegExp) => (page: Page) =>
  page.route(pattern, (route) => route.fulfill({ status: 200, body: "<!doctype html>", contentType: "text/html" }));
const silent = (pattern: string | RegExp) => (page: Page) => page.route(pattern, () => undefined);

const FAULTS: [string, (page: Page) => Promise<unknown>, string, RegExp][] = [
  ["the network is missing", missing("**/*.onnx*"), "fs-system1", /System 1 could not be loaded.*404/],
  [
    "the network is damaged",
    damaged("**/*.onnx*"),
    "fs-system1",
    /System 1 could not be loaded.*not the network that its card describes/,
  ],
  [
    "its card is damaged",
    damaged("**/models/*.json"),
    "fs-system1",
    /System 1 could not be loaded.*not a readable description/,
  ],
  ["the solver is missing", missing("**/fastslow-solver*.wasm*"), "fs-system2", /System 2 could not be loaded.*404/],
  [
    "the solver is damaged",
    damaged("**/fastslow-solver*.wasm*"),
    "fs-system2",
    /System 2 could not be loaded.*damaged/,
  ],
  ["what runs the network is a page", replaced("**/ort-*"), "fs-system1", /System 1 could not be loaded.*damaged/],
  ["the network does not come", silent("**/*.onnx*"), "fs-system1", /Loading the network/],
];

it.each(FAULTS)("when %s, it says so and the rest plays on", async (_, before, panel, sentence) => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY }, before })).ready();
  await shows(visitor.page.locator(panel), sentence);
  await visitor.cell(1, 3).click();
  await visitor.page.keyboard.press("4");
  await expect.poll(() => visitor.label(1, 3)).toBe("row 1, column 3: 4, You");
  // Both were to play: the one that is there does.
  const other = panel === "fs-system1" ? "System 2" : "System 1";
  await visitor.button("Step").click();
  await visitor.page.locator(`fs-board [aria-label$=", ${other}"]`).first().waitFor();
  if (other === "System 2") await shows(visitor.notices(), /System 1 is (not there|still being loaded)/);
  expect(visitor.complaints).toEqual([]);
});

it.each([
  ["missing", missing(ENGINE)],
  ["damaged", damaged(ENGINE)],
])("when the engine is %s, it says so beneath the board", async (_, before) => {
  const visitor = await Visitor.arrive({ before });
  await shows(visitor.page.locator("fs-app .trouble"), /The rules could not be loaded/);
  expect(await visitor.page.locator("fs-board g[role=gridcell]").count()).toBe(FIRST_CELLS);
});

it("tries again when asked", async () => {
  let broken = true;
  const before = (page: Page) =>
    page.route("**/*.onnx*", (route) => (broken ? route.fulfill({ status: 404 }) : route.continue()));
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY }, before })).ready();
  await shows(visitor.page.locator("fs-system1"), /could not be loaded/);
  broken = false;
  await visitor.button("Try again").click();
  await shows(visitor.page.locator("fs-system1"), /What it (feels for|would play next)/);
});

it("says that a collection cannot be fetched, and fetches it when asked again", async () => {
  let broken = true;
  const before = (page: Page) =>
    page.route("**/nonogram-*.json", (route) => (broken ? route.abort() : route.continue()));
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY }, before })).ready();
  const dialog = visitor.page.locator("fs-new-puzzle");
  await visitor.button("New puzzle").click();
  await visitor.button("9×9, easy").waitFor();
  await dialog.locator("label", { hasText: "Nonogram" }).click();
  await shows(dialog, "The collection cannot be fetched just now.");
  expect(await dialog.locator(".samples").count()).toBe(0);
  expect(await violations(visitor)).toEqual([]);
  broken = false;
  await visitor.button("Try again").click();
  await visitor.button("5×5, easy").click();
  await visitor.address({ family: "nonogram" });
  expect(visitor.complaints).toEqual([]);
});

it("says why no fresh puzzle can be made", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).bothReady();
  await visitor.page.route("**/wasm.worker-*.js", (route) => route.abort());
  await visitor.button("New puzzle").click();
  await visitor.button("Make it").click();
  await shows(visitor.page.locator("fs-new-puzzle"), /The part that runs the engine stopped with an error/);
  expect(await visitor.page.locator("fs-board g[role=gridcell]").count()).toBe(16);
});

it("paints the first puzzle before the engine arrives", async () => {
  const before = (page: Page) => page.route("**/fastslow*.wasm*", () => undefined);
  const visitor = await Visitor.arrive({ before });
  await visitor.page.locator("fs-board .given text").first().waitFor();
  expect(await visitor.page.locator("fs-board svg").getAttribute("aria-busy")).toBe("true");
});

it("asks nothing of any other host", async () => {
  const hosts = new Set<string>();
  const before = async (page: Page) => {
    page.on("request", (request) => hosts.add(new URL(request.url()).protocol + new URL(request.url()).hostname));
  };
  await (await Visitor.arrive({ before })).bothReady();
  expect([...hosts]).toEqual(["http:127.0.0.1"]);
});
