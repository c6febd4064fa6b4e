// Practice away from its page, and what was learned away from practice: in a frame, without a network, after a tab was closed
// while it learned; in the lab and in a tag on a page of somebody else's.

import { readFileSync } from "node:fs";

import type { Page } from "playwright-core";
import { expect, it } from "vitest";

import type { Learned } from "../../../web/src/practice/learned";
import { placesOf, weightsOf, writeNetwork } from "../../../web/src/practice/network_file";
import { repositoryPath } from "../../../web/tools/node_transports";
import { host, site, withLessons } from "./lesson";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();
withLessons();

type Scope = Pick<Page, "locator">;
const exhibitOf = (scope: Scope) => scope.locator("#exhibit-practice");

const puzzles = async (scope: Scope): Promise<number> => {
  const curve = exhibitOf(scope).locator("fs-practice-curves svg[role=img]").first();
  const told = (await curve.count()) > 0 ? await curve.getAttribute("aria-label") : "";
  return Number(/ after (\d+) puzzles/.exec(told ?? "")?.[1] ?? 0);
};

async function press(scope: Scope, name: string): Promise<void> {
  await exhibitOf(scope).locator(`button:has-text("${name}")`).first().click();
}

async function keepAs(scope: Scope, name: string): Promise<void> {
  await exhibitOf(scope).locator("input[name=name]").fill(name);
  await press(scope, "Keep it");
  await shows(exhibitOf(scope).locator("fs-practice-kept"), `“${name}” is kept on this device.`);
}

/** The exhibit plays only while it is in sight. */
async function inSight(scope: Scope): Promise<void> {
  await exhibitOf(scope).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await exhibitOf(scope).locator("fs-practice-kept").waitFor();
}

it("an author's own draft is practised in a frame, and found again when the tab was closed while it learned", async () => {
  const draft = readFileSync(repositoryPath("puzzles/examples/less.en.json"), "utf8");
  const query = "section=practice&lang=en";
  host.body = `<iframe style="width:1000px;height:720px" src="${site.address}guide.html?${query}"></iframe>`;
  const visitor = await Visitor.arrive({
    ...{ site: host.origin, context: { serviceWorkers: "allow" as const } },
    before: (page) =>
      page.addInitScript((text) => localStorage.setItem("fastslow.draft.mine", JSON.stringify({ at: 1, text })), draft),
  });
  const frame = visitor.page.frameLocator("iframe");
  await inSight(frame);
  await exhibitOf(frame).locator("select").first().selectOption({ label: "More or less" });
  await press(frame, "Begin practice");
  await press(frame, "Faster");
  await expect.poll(() => puzzles(frame)).toBeGreaterThan(1);

  await visitor.page.reload();
  await inSight(frame);
  await press(frame, "Go on");
  await press(frame, "Faster");
  await expect.poll(() => puzzles(frame)).toBeGreaterThan(2);
  await press(frame, "Pause");
  await keepAs(frame, "of my own");
  // An author's own puzzle goes along behind the address.
  const play = exhibitOf(frame).locator("fs-practice-kept a:has-text('Play with it')");
  expect(await play.getAttribute("href")).toMatch(/^\.\/\?network=of\+my\+own&lang=en#.{40}/);
  expect(visitor.complaints).toEqual([]);
});

it("practises without a network, and what it learned races in the lab", async () => {
  const visitor = await Visitor.arrive({
    ...{ site: site.address, page: "guide.html", query: { section: "practice" } },
    context: { serviceWorkers: "allow" },
  });
  const { page } = visitor;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.context().setOffline(true);
  await page.reload();
  await inSight(page);
  await press(page, "Begin practice");
  await press(page, "Faster");
  await expect.poll(() => puzzles(page)).toBeGreaterThan(1);
  await press(page, "Pause");
  await keepAs(page, "racer");
  await page.goto(`${site.address}lab.html?${new URLSearchParams({ network: "racer", family: "sudoku" })}`);
  await shows(visitor.notices(), "“racer”, a network that learned by practice");
  await expect.poll(() => new URL(page.url()).searchParams.has("lanes")).toBe(true);
  expect(new URL(page.url()).searchParams.get("network")).toBe("racer");
  expect(visitor.complaints).toEqual([]);
});

/** A file as the exhibit exports it: the shipped network's numbers, a little changed. */
function exported(): Uint8Array<ArrayBuffer> {
  const base = new Uint8Array(readFileSync(repositoryPath("models/fastslow.onnx")));
  const card: Learned = {
    ...{ name: "a pupil's", taught: { family: "sudoku", size: "6x6", rules: [] }, teacher: "short" },
    ...{ start: "shipped", seed: 1, puzzles: 3, moves: 30, steps: 30, seconds: 1, measured: null, version: "0.1.0" },
  };
  return writeNetwork(base, { weights: weightsOf(base, placesOf(base)).map((weight) => weight * 0.99), card });
}

it("a tag takes an exported file from its address; a damaged one is refused with a reason, and the game goes on", async () => {
  const file = exported();
  const tag = (id: string) => `<fast-slow id="${id}" family="sudoku" network="/${id}.onnx" loading="now"></fast-slow>`;
  host.body = `${tag("good")}${tag("cut")}<script type="module" src="${site.address}fast-slow.js"></script>
    <script>addEventListener("fast-slow-error", ({ target, detail }) => (target.dataset.why = detail.key))</script>`;
  const visitor = await Visitor.arrive({
    site: host.origin,
    before: async (page) => {
      const body = (bytes: Uint8Array) => ({ body: Buffer.from(bytes), contentType: "application/octet-stream" });
      await page.route("**/good.onnx", (route) => route.fulfill(body(file)));
      await page.route("**/cut.onnx", (route) => route.fulfill(body(file.subarray(0, 30_000))));
    },
  });
  const { page } = visitor;
  const state = (id: string) =>
    page.locator(`#${id}`).evaluate((tag) => (tag as unknown as { state: { stage: string } }).state.stage);
  await shows(page.locator("#good"), "“a pupil's”, a network that learned by practice");
  for (const id of ["good", "cut"]) await expect.poll(() => state(id)).toBe("ready");
  expect(await page.locator("#good").getAttribute("data-why")).toBeNull();
  expect(await page.locator("#cut").getAttribute("data-why")).toBe("error.network.damaged");
  // Its System 1 answers.
  const stepped = await page.locator("#good").evaluate(async (tag) => {
    const decision = await (tag as unknown as { step(): Promise<{ kind: string } | null> }).step();
    return decision?.kind ?? null;
  });
  expect(stepped).not.toBeNull();
  expect(visitor.complaints).toEqual([]);
});
