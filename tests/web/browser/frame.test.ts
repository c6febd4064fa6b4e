// In a tutorial: what the address hides is not there, the rest stays good to look at, and a way out to the whole page.

import { expect, it } from "vitest";

import type { FsBoard } from "../../../web/src/board/fs_board";
import { COLUMN_PX } from "../../../web/src/board/sizes";
import { PAGE_PARTS } from "../../../web/src/places/page_parts";
import { frameHeight } from "../../../web/src/shell/frame_height";
import { HEIGHT_SCRIPT } from "../../../web/src/shell/height_script";
import { violations } from "./axe";
import { EASY, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const ALL = PAGE_PARTS.join("_");
const SIDES = "system1_arbitrator_system2_decisions";

async function arrive(hide: string, { width = 1200, height = 800, ...query }: Record<string, string | number> = {}) {
  const context = { viewport: { width: Number(width), height: Number(height) }, reducedMotion: "reduce" as const };
  const asked = { puzzle: EASY, lang: "en", hide, ...query } as Record<string, string>;
  return await (await Visitor.arrive({ query: asked, context })).ready();
}

const headings = ({ page }: Visitor) =>
  page.getByRole("heading").evaluateAll((all) => all.map((one) => `${one.tagName} ${one.textContent}`));
const boxOf = async ({ page }: Visitor, selector: string) => (await page.locator(selector).first().boundingBox())!;
const scrolls = ({ page }: Visitor) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return [scrollWidth > clientWidth, scrollHeight > clientHeight];
  });

it.each([
  ["header", "fs-app header"],
  ["modes", "fs-modes"],
  ["title", ".caption :is(h1, h2):not(.visually-hidden)"],
  ["new", "fs-app button:text('New puzzle')"],
  ["rules", "fs-rules fieldset"],
  ["controls", "fs-controls, fs-app button:text('Start over')"],
  ["system1", "fs-system1"],
  ["arbitrator", "fs-arbitrator"],
  ["system2", "fs-system2"],
  ["decisions", "fs-decisions"],
])("leaves out %s, and nothing else", async (part, selector) => {
  const visitor = await arrive(part);
  expect(await visitor.page.locator(selector).count()).toBe(0);
  const others = PAGE_PARTS.filter((one) => one !== part).join("_");
  await visitor.page.goto(visitor.page.url().replace(/hide=[^&]*/, `hide=${others}`));
  await visitor.ready();
  expect(await visitor.page.locator(selector).count()).toBeGreaterThan(0);
  expect(visitor.complaints).toEqual([]);
});

it.each([
  [1200, 800],
  [1200, 560],
  [720, 800],
  [390, 844],
  [320, 700],
])("shows a board alone in the middle of %i × %i, whole", async (width, height) => {
  const visitor = await arrive(ALL, { width, height });
  const board = await boxOf(visitor, "fs-board svg");
  expect(Math.abs(board.x + board.width / 2 - width / 2)).toBeLessThan(2);
  expect(board.width).toBeGreaterThan(Math.min(width, height) * 0.6);
  expect(await scrolls(visitor)).toEqual([false, false]);
});

it("leaves no column empty", async () => {
  const visitor = await arrive("header_system1_arbitrator");
  const board = await boxOf(visitor, "fs-board svg");
  const proof = await boxOf(visitor, "fs-system2");
  const both = [board.x, proof.x + proof.width];
  expect(Math.abs((both[0]! + both[1]!) / 2 - 600)).toBeLessThan(12);
  expect(proof.x - board.x - board.width).toBeLessThan(60);
  // As wide as a tutorial's text: the board, and both systems beneath it.
  await visitor.page.setViewportSize({ width: 700, height: 900 });
  await visitor.page.goto(visitor.page.url().replace(/hide=[^&]*/, "hide=header_arbitrator_decisions"));
  await visitor.ready();
  const [one, two] = [await boxOf(visitor, "fs-system2"), await boxOf(visitor, "fs-system1")];
  expect([one.y, one.x < two.x]).toEqual([two.y, true]);
  expect((await scrolls(visitor))[0]).toBe(false);
});

it.each([
  ["light", ALL],
  ["dark", "header"],
  ["light", SIDES],
  ["dark", "title_new_controls"],
])("has no accessibility violation (%s, without %s)", async (theme, hide) => {
  const visitor = await arrive(hide, { theme });
  expect(await violations(visitor)).toEqual([]);
  const [first, ...others] = await headings(visitor);
  expect(first).toMatch(hide.includes("header") ? /^H1 Sudoku · 9×9/ : /^H1 fast·slow/);
  expect(others.filter((heading) => heading.startsWith("H1"))).toEqual([]);
});

it("can be played with the keyboard alone, and left for the whole page with the same game", async () => {
  const visitor = await arrive(ALL);
  await visitor.cell(1, 3).focus();
  await visitor.page.keyboard.press("4");
  await expect.poll(() => visitor.label(1, 3)).toBe("row 1, column 3: 4, You");
  await visitor.address({ moves: "2.4", hide: ALL });
  // The keys for values lie between.
  const outside = () =>
    visitor.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.matches(".out a") ?? false);
  for (let presses = 0; presses < 20 && !(await outside()); presses++) await visitor.page.keyboard.press("Tab");
  const opened = visitor.page.context().waitForEvent("page");
  await visitor.page.keyboard.press("Enter");
  const whole = await opened;
  await whole.locator("fs-board svg[aria-busy=false]").waitFor();
  expect(new URL(whole.url()).searchParams.get("hide")).toBeNull();
  await expect.poll(() => whole.getByRole("gridcell", { name: "row 1, column 3: 4, You" }).count()).toBe(1);
  expect(await whole.locator("fs-app header").count()).toBe(1);
  expect(await whole.locator("fs-app .out").count()).toBe(0);
});

it("tells the page around it how high it would like to be, and takes that height", async () => {
  const visitor = await Visitor.arrive({ page: "notices.txt" });
  await visitor.page.setViewportSize({ width: 700, height: 900 });
  await visitor.page.evaluate(
    (script) => {
      const src = `./?puzzle=${"1".padEnd(16, ".")}&hide=header_arbitrator_decisions`;
      document.body.innerHTML = `<iframe src="${src}" width="640" height="300"></iframe>`;
      new Function(script)(); // as an author pastes it
    },
    HEIGHT_SCRIPT.replace(/<\/?script>/g, ""),
  );
  const frame = visitor.page.frameLocator("iframe");
  await frame.locator("fs-board svg[aria-busy=false]").waitFor();
  const heights = () =>
    frame.locator("fs-app").evaluate((page: HTMLElement) => [page.offsetHeight, window.innerHeight] as const);
  await expect.poll(async () => Math.abs((await heights())[0] - (await heights())[1])).toBeLessThan(4);
  expect((await heights())[1]).toBeGreaterThan(600);
});

/** What learning platforms listen to, written from what they document: their own frames are as high as these say. */
const PLATFORMS = {
  lti: `addEventListener("message", ({ data, source }) => {
    if (data?.subject !== "lti.frameResize") return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.height = data.height;
  });`,
  h5p: `addEventListener("message", ({ data, source }) => {
    const frame = [...document.querySelectorAll("iframe")].find((one) => one.contentWindow === source);
    if (data?.context !== "h5p" || !frame) return;
    const answer = (action) => source.postMessage({ context: "h5p", action }, "*");
    if (data.action === "hello") answer("hello");
    if (data.action === "prepareResize") {
      if (frame.clientHeight === data.scrollHeight && data.scrollHeight === data.clientHeight) return;
      frame.style.height = data.clientHeight + "px";
      answer("resizePrepared");
    }
    if (data.action === "resize") frame.style.height = data.scrollHeight + "px";
  });`,
};

it.each(["lti", "h5p"] as const)(
  "is as high as it would like to be in a platform that listens to %s",
  async (platform) => {
    const visitor = await Visitor.arrive({ page: "notices.txt" });
    await visitor.page.setViewportSize({ width: 700, height: 900 });
    await visitor.page.evaluate(
      ([script, src]) => {
        new Function(script)();
        document.body.innerHTML = `<iframe src="${src}" width="640" height="300" style="border: 0"></iframe>`;
      },
      [PLATFORMS[platform], `./?puzzle=${"1".padEnd(16, ".")}&hide=header_arbitrator_decisions`] as const,
    );
    const frame = visitor.page.frameLocator("iframe");
    await frame.locator("fs-board svg[aria-busy=false]").waitFor();
    const heights = () =>
      frame.locator("fs-app").evaluate((page: HTMLElement) => [page.offsetHeight, window.innerHeight] as const);
    await expect.poll(async () => Math.abs((await heights())[0] - (await heights())[1])).toBeLessThan(4);
    expect((await heights())[1]).toBeGreaterThan(600);
  },
);

it.each([
  ["sudoku", ["rules"]],
  ["minesweeper", ["modes", "title"]],
  ["nonogram", ["header", "controls", "title"]],
  ["map", []],
] as const)("without the script it is about as high, but for the panels: %s with %j", async (family, shown) => {
  const hide = PAGE_PARTS.filter((part) => !(shown as readonly string[]).includes(part));
  const visitor = await Visitor.arrive({ page: "notices.txt" });
  await visitor.page.setViewportSize({ width: COLUMN_PX, height: 1200 });
  await visitor.page.evaluate(
    ([src, width, script]) => {
      document.body.style.margin = "0";
      document.body.innerHTML = `<iframe src="${src}" width="${width}" height="300" style="border: 0"></iframe>`;
      new Function(script)();
    },
    [`./?family=${family}&hide=${hide.join("_")}`, COLUMN_PX, HEIGHT_SCRIPT.replace(/<\/?script>/g, "")] as const,
  );
  const frame = visitor.page.frameLocator("iframe");
  await frame.locator("fs-board svg[aria-busy=false]").waitFor();
  const board = await frame.locator("fs-board").evaluate((element) => {
    const { rows, columns, counters, switchable } = (element as FsBoard).board!;
    return { rows, columns, counters, switchable };
  });
  const difference = async () =>
    frameHeight(board, hide) - (await frame.locator("fs-app").evaluate(() => window.innerHeight));
  await expect.poll(async () => Math.abs(await difference())).toBeLessThan(32);
});

it("frames that nobody sees start nothing, and those that are seen no more than they need", async () => {
  const visitor = await Visitor.arrive({ page: "notices.txt" });
  const { page } = visitor;
  await page.evaluate((src) => {
    document.body.innerHTML = `<iframe src="${src}" width="640" height="1200"></iframe><br>`.repeat(3);
  }, "./?hide=header");
  const [first, second] = [page.frameLocator("iframe").first(), page.frameLocator("iframe").nth(1)];
  await shows(first.locator("fs-system1"), /What it (feels for|would play next)/);
  await second.locator("fs-board svg[aria-busy=true]").waitFor();
  expect(page.workers()).toHaveLength(2);
  await second.locator("fs-app").scrollIntoViewIfNeeded();
  await shows(second.locator("fs-system1"), /What it (feels for|would play next)/);
  expect(page.workers()).toHaveLength(4);
  await first.getByRole("button", { name: "Hint" }).click();
  await shows(first.locator("fs-system2"), /System 2 knows a step/);
  expect(page.workers()).toHaveLength(5);
});

const everybody = { "access-control-allow-origin": "*" };

it.each([
  ["that gives it nothing", {}],
  ["that gives its files to everybody", everybody],
])(
  "closed off from its own site, on a host %s, it can be played by hand and says what is missing",
  async (_, headers) => {
    const before = (page: Visitor["page"]) =>
      page.route("**/assets/**", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
      });
    const visitor = await Visitor.arrive({ page: "notices.txt", before });
    await visitor.page.evaluate((src) => {
      document.body.innerHTML = `<iframe sandbox="allow-scripts" src="${src}" width="700" height="700"></iframe>`;
    }, `./?puzzle=${EASY}&lang=en&hide=header`);
    const frame = visitor.page.frameLocator("iframe");
    await frame.locator("fs-board g[role=row]:nth-of-type(1) g[role=gridcell]:nth-of-type(3)").click();
    await visitor.page.keyboard.press("4");
    await frame.getByRole("gridcell", { name: "row 1, column 3: 4, You" }).waitFor();
    await frame.getByRole("button", { name: "Step" }).click();
    await shows(frame.locator("fs-notices"), /Neither system is there/);
    await shows(frame.locator("fs-system1"), /closed off from its own site/);
    expect(await frame.locator(".out a").getAttribute("href")).toContain(EASY);
  },
);

it("says which words it does not know, and goes by the others", async () => {
  const visitor = await arrive("heder,modes");
  await shows(visitor.notices(), "ignored: hide=heder.");
  expect(await visitor.page.locator("fs-modes").count()).toBe(0);
  expect(await visitor.page.locator("fs-app header").count()).toBe(1);
});

it("says that a system is missing whose panel is", async () => {
  let broken = true;
  const visitor = await Visitor.arrive({
    query: { puzzle: EASY, hide: ALL },
    before: (page) =>
      page.route("**/fastslow-solver*.wasm*", (route) => (broken ? route.fulfill({ status: 404 }) : route.continue())),
  });
  await shows(visitor.page.locator("fs-app .trouble"), /System 2 could not be loaded.*404/);
  broken = false;
  await visitor.button("Try again").click();
  await expect.poll(() => visitor.page.locator("fs-app .trouble").count()).toBe(0);
});
