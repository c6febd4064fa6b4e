// The studio, the lesson's page, the sheet, and the lesson in one file: set up by using them, and opened as others would.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import type { Statement } from "../../../web/src/studio/statements";
import { violations } from "./axe";
import { hostPages, type HostPages } from "./host_pages";
import { serveSite, SITE, type SiteServer } from "./site_server";
import { EASY, SMALL, Visitor, withBrowser } from "./visitor";

withBrowser();

let site: SiteServer;
let lesson: HostPages;
let folder: string;
beforeAll(async () => {
  site = await serveSite(SITE, { "access-control-allow-origin": "*" });
  lesson = await hostPages();
  folder = mkdtempSync(path.join(tmpdir(), "fast-slow-studio-"));
});
afterAll(async () => {
  await Promise.all([site.close(), lesson.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function studio(query: Record<string, string> = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive({ site: site.address, page: "studio.html", query: { lang: "en", ...query } });
  await ready(visitor);
  return visitor;
}

const ready = ({ page }: Visitor) => page.locator("fast-slow fs-board svg[aria-busy=false]").first().waitFor();
const values = ({ page }: Visitor) =>
  page
    .locator("fast-slow")
    .first()
    .evaluate((tag: FastSlowElement) => tag.state.values);
const code = ({ page }: Visitor) => page.locator("fs-take textarea");
const search = ({ page }: Visitor) => Object.fromEntries(new URL(page.url()).searchParams);

/** Long enough for several pictures of the page without what is held back. */
const LATE_MS = 600;

/** Keeps what moved on the page, and how far. */
function watchShifts(): void {
  const kept = window as unknown as { shifts: string[] };
  kept.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources?: { node?: Node }[] })[])
      kept.shifts.push([entry.value.toFixed(3), ...(entry.sources ?? []).map(({ node }) => node?.nodeName)].join(" "));
  }).observe({ type: "layout-shift", buffered: true });
}
const shifts = ({ page }: Visitor) => page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);

/** Steps in the mode of the tag, and then by System 2 alone. */
const plays = ({ page }: Visitor) =>
  page
    .locator("fast-slow")
    .first()
    .evaluate(async (tag: FastSlowElement) => {
      const first = await tag.step();
      tag.mode = "system2";
      return [first?.source, (await tag.step())?.source, (await tag.explain()).length > 0];
    });

async function saved(visitor: Visitor, button: string | RegExp, name: string): Promise<string> {
  const download = visitor.page.waitForEvent("download");
  await visitor.button(button).click();
  const file = path.join(folder, name);
  await (await download).saveAs(file);
  return file;
}

describe("the studio", () => {
  it("sets a lesson up by using it, and its tag does the same in another page", async () => {
    const visitor = await studio({ puzzle: SMALL, mode: "system2" });
    await visitor.button("Step").click();
    await expect.poll(async () => (await values(visitor)).filter((value) => value !== null).length).toBeGreaterThan(4);
    const begun = await values(visitor);
    await visitor.button("Begin the lesson here").click();
    await visitor.page.getByText(/The lesson begins with \d+ value/).waitFor();
    await visitor.page.getByText("Students may not change").click();
    await visitor.page.getByLabel("The cells").check();
    await visitor.page.getByLabel("Question before a step").selectOption("asked");
    await expect.poll(() => search(visitor)).toMatchObject({ lock: "cells", ask: "asked", mode: "system2" });
    await expect
      .poll(() => code(visitor).inputValue())
      .toMatch(/moves=[\s\S]*lock="cells"[\s\S]*poster=[\s\S]*ask="asked"/);

    const { origin } = new URL(site.address);
    lesson.policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; worker-src ${origin} blob:; style-src 'unsafe-inline'`;
    lesson.body = await code(visitor).inputValue();
    const reader = await Visitor.arrive({ site: lesson.origin });
    await reader.page.locator("fast-slow fs-board svg").waitFor();
    await expect.poll(() => values(reader)).toEqual(begun);
    await reader.page.getByLabel("Yes").check();
    await reader.button("Reveal").click();
    await reader.page.getByText("As you predicted.").waitFor();
    await reader.page.getByText("1 of 1 predicted").waitFor();
    expect(reader.complaints).toEqual([]);
  });

  it("locks the preview only as a student sees it", async () => {
    const visitor = await studio({ lock: "cells modes" });
    const locks = () => visitor.page.locator("fast-slow").getAttribute("lock");
    expect(await locks()).toBeNull();
    await visitor.page.getByLabel("As a student sees it").check();
    await expect.poll(locks).toBe("cells modes");
  });

  it("keeps everything in its address, and in a file", async () => {
    const query = { family: "futoshiki", goal: "solved_3", show: "decisions", lesson_lang: "ko", width: "390" };
    const visitor = await studio(query);
    await expect.poll(() => search(visitor)).toEqual({ lang: "en", ...query });
    const file = await saved(visitor, "Save the settings", "lesson.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      format: "fastslow-lesson",
      lang: "ko",
      width: "390",
    });
    const other = await studio();
    await other.page.locator("fs-take input[type=file]").setInputFiles(file);
    await expect.poll(() => search(other)).toEqual({ lang: "en", ...query });
    await other.page.locator("fs-take input[type=file]").setInputFiles({
      ...{ name: "x.json", mimeType: "application/json" },
      buffer: Buffer.from(`{"format":"other"}`),
    });
    await other.page.getByText("This file holds no settings of a lesson.").waitFor();
  });

  it("makes one file that plays from disk, with both systems and a question, and asks for nothing", async () => {
    const visitor = await studio({ puzzle: EASY, ask: "who", lesson_lang: "ko" });
    await visitor.button("Download as one file").waitFor();
    const file = await saved(visitor, "Download as one file", "lesson.html");
    const asked: string[] = [];
    const reader = await Visitor.arrive({
      site: pathToFileURL(file).href,
      before: async (page) => void page.on("request", (request) => asked.push(request.url())),
    });
    await reader.page.locator("fast-slow").waitFor();
    expect(await plays(reader)).toEqual(["system1", "system2", true]);
    await reader.page.getByText("다음 수는 누가 둘까요?").waitFor();
    expect(asked.filter((address) => !/^(file|blob|data):/.test(address))).toEqual([]);
    expect(reader.complaints).toEqual([]);
  });
});

describe("the lesson’s page", () => {
  const visit = (query: Record<string, string>) =>
    Visitor.arrive({ site: site.address, page: "lesson.html", query: { lang: "en", ...query } });

  it("keeps a record only if the student wants it, and hands it to nobody else", async () => {
    const visitor = await visit({ puzzle: SMALL, mode: "system2", goal: "solved" });
    await visitor.button("Step").click();
    await visitor.page.getByLabel("Keep a record of what I do").check();
    const asked = site.asked.length;
    await visitor.page.locator("fast-slow").evaluate(async (tag: FastSlowElement) => {
      while (await tag.step());
    });
    const file = await saved(visitor, /^Save the record/, "record.json");
    const statements = JSON.parse(readFileSync(file, "utf8")) as Statement[];
    const verbs = statements.map(({ verb }) => verb.display["en-US"]);
    expect(verbs[0]).toBe("launched");
    expect(verbs).toContain("interacted");
    expect(verbs).toContain("completed");
    expect(verbs).toContain("satisfied");
    for (const { actor, timestamp } of statements) {
      expect(actor.account.name).toBe("a learner");
      expect(new Date(timestamp).toISOString()).toBe(timestamp);
    }
    // The solver may come as it is needed; a record goes nowhere.
    expect(site.asked.slice(asked).filter((file) => !file.startsWith("/assets/"))).toEqual([]);
  });

  it("tells its height to the page around it", async () => {
    lesson.policy = "";
    lesson.body = `<iframe src="${site.address}lesson.html?lang=en&ask=who" style="width: 640px; height: 100px"></iframe>`;
    const visitor = await Visitor.arrive({
      site: lesson.origin,
      before: (page) =>
        page.addInitScript(() => {
          addEventListener("message", ({ data }: MessageEvent<{ fastslow?: { height: number } }>) => {
            if (data.fastslow) (window as unknown as { told: number }).told = data.fastslow.height;
          });
        }),
    });
    await expect
      .poll(() => visitor.page.evaluate(() => (window as unknown as { told?: number }).told ?? 0))
      .toBeGreaterThan(600);
  });

  it("prints the puzzle with hints and the path to its solution", async () => {
    const visitor = await visit({ puzzle: SMALL, view: "sheet" });
    await visitor.page.locator("fs-sheet .path li").first().waitFor();
    await expect.poll(() => visitor.button("Print").isEnabled()).toBe(true);
    const steps = await visitor.page.locator("fs-sheet .path > li").count();
    expect(steps).toBeGreaterThanOrEqual(12);
    expect(await visitor.page.locator("fs-sheet section").first().locator("li").count()).toBeGreaterThan(1);
    await visitor.page.emulateMedia({ media: "print" });
    expect(await visitor.button("Print").isVisible()).toBe(false);
    expect(await visitor.page.locator("fast-slow fs-board svg").first().isVisible()).toBe(true);
    expect(visitor.complaints).toEqual([]);
  });
});

const LOOKS = ["light", "dark"].flatMap((theme) => ["en", "ko"].map((lang) => ({ theme, lang })));

it.each(LOOKS)("is accessible to everyone ($theme, $lang)", async ({ theme, lang }) => {
  const visitor = await studio({ theme, lang, ask: "own", goal: "solved_2" });
  for (const summary of await visitor.page.locator("fs-studio summary").all()) {
    if ((await summary.locator("..").getAttribute("open")) === null) await summary.click();
  }
  expect(await violations(visitor)).toEqual([]);
  for (const view of [{}, { view: "sheet" }] as Record<string, string>[]) {
    const query = { theme, lang, ask: "who", puzzle: SMALL, ...view };
    const page = await Visitor.arrive({ site: site.address, page: "lesson.html", query });
    await page.page.locator("fast-slow fs-board svg").first().waitFor();
    if (view["view"]) await page.page.locator("fs-sheet .path li").first().waitFor();
    expect(await violations(page)).toEqual([]);
  }
});

it("fits a phone without sideways scrolling", async () => {
  const context = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const visitor = await Visitor.arrive({ page: "studio.html", query: { lang: "ko", ask: "who" }, context });
  await ready(visitor);
  const overflow = () =>
    visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
});

/** On a phone the preview stands above everything: whatever of it comes late would move the rest. */
it.each([
  [{}, /fast-slow\.js$/],
  [{ puzzle: EASY, ask: "who" }, /\/assets\/element\/live-/],
  [{ family: "lightup" }, /\/(alone|versions)\.json$/],
] as [Record<string, string>, RegExp][])("moves nothing, however late its parts come: %o", async (query, late) => {
  let held = 0;
  const visitor = await Visitor.arrive({
    site: site.address,
    page: "studio.html",
    query: { lang: "en", ...query },
    context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    before: async (page) => {
      await page.addInitScript(watchShifts);
      await page.route(late, async (route) => {
        held += 1;
        await new Promise((resolve) => setTimeout(resolve, LATE_MS));
        await route.continue();
      });
    },
  });
  await ready(visitor);
  await visitor.page.locator("footer").waitFor({ state: "attached" });
  await visitor.button("Download as one file").waitFor();
  expect(held).toBeGreaterThan(0);
  expect(await shifts(visitor)).toEqual([]);
});
