// The address carries the whole state, and whatever it holds, the page stays whole.

import { readFileSync } from "node:fs";

import { expect, it } from "vitest";

import { violations } from "./axe";
import { EASY, SMALL, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

it("holds the whole state, and a reload restores it", async () => {
  const query = { puzzle: EASY, mode: "both", strategy: "verify", threshold: "0.35", lang: "en" };
  const visitor = await (await Visitor.arrive({ query })).ready();
  await visitor.cell(1, 3).click();
  await visitor.page.keyboard.press("4");
  await visitor.mode("System 2");
  await visitor.button("한국어").click();
  await visitor.button(/^Colours|^화면 색/).click();
  const wanted = {
    puzzle: EASY,
    mode: "system2",
    strategy: "verify",
    threshold: "0.35",
    lang: "ko",
    theme: "light",
    moves: "2.4",
  };
  await visitor.address(wanted);
  await visitor.page.reload();
  await visitor.ready();
  expect(await visitor.page.locator("fs-modes input:checked").getAttribute("value")).toBe("system2");
  await expect.poll(() => visitor.label(1, 3)).toBe("1행 3열: 4, 나");
  await expect
    .poll(() => visitor.page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]))
    .toEqual(["ko", "light"]);
  await visitor.address(wanted);
  expect(visitor.complaints).toEqual([]);
});

it("tells the dial’s place, also when it is turned by keyboard", async () => {
  const visitor = await (await Visitor.arrive()).ready();
  const dial = visitor.page.locator("fs-arbitrator input[type=range]");
  await dial.focus();
  await visitor.page.keyboard.press("Home");
  await visitor.address({ threshold: "1" });
  await visitor.page.keyboard.press("End");
  await visitor.address({ threshold: "0" });
});

it("does not fill the browser’s history", async () => {
  const visitor = await (await Visitor.arrive()).ready();
  const before = await visitor.page.evaluate(() => history.length);
  await visitor.mode("System 1");
  await visitor.address({ mode: "system1" });
  await visitor.mode("System 2");
  await visitor.address({ mode: "system2" });
  expect(await visitor.page.evaluate(() => history.length)).toBe(before);
});

it("ignores hostile values and says so", async () => {
  const query = {
    mode: "<img src=x onerror=alert(1)>",
    strategy: "__proto__",
    threshold: "Infinity",
    lang: "../../etc/passwd",
    theme: "javascript:alert(1)",
    moves: "1.1_2",
  };
  const visitor = await (await Visitor.arrive({ query })).ready();
  await shows(visitor.notices(), "ignored: moves, mode, strategy, threshold, lang, theme.");
  expect(await visitor.page.locator("fs-modes input:checked").getAttribute("value")).toBe("both");
  expect(visitor.complaints).toEqual([]);
});

it.each([
  ["a puzzle of the wrong length", { puzzle: "12345" }, /this has 5\./],
  ["givens that clash", { puzzle: `11${".".repeat(79)}` }, /row 1, column 1 clashes/],
  ["a kind that does not exist", { family: "nonsense", puzzle: EASY }, /no kind of puzzle called “nonsense”/],
  ["markup", { puzzle: "<script>alert(1)</script>" }, /cannot be played/],
])("shows another puzzle for %s", async (_, query, sentence) => {
  const visitor = await (await Visitor.arrive({ query: query as Record<string, string> })).ready();
  await shows(visitor.notices(), sentence);
  await shows(visitor.notices(), "Another one is shown instead.");
  expect(visitor.complaints).toEqual([]);
});

it.each([
  ["no solution", `12345678.${".".repeat(18)}........9${".".repeat(45)}`, /This puzzle has no solution/],
  ["several solutions", "1".padEnd(81, "."), /more than one solution/],
])("says so when the puzzle has %s", async (_, puzzle, sentence) => {
  const visitor = await (await Visitor.arrive({ query: { puzzle } })).ready();
  await shows(visitor.notices(), sentence);
});

it("leaves out moves that do not fit the puzzle", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL, moves: "1.1_999.1_2.77" } })).ready();
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 1, You");
  expect(visitor.complaints).toEqual([]);
});

it("offers a link that opens the same puzzle", async () => {
  const context = { permissions: ["clipboard-read", "clipboard-write"] };
  const query = { puzzle: SMALL, mode: "system2", moves: "1.1" };
  const visitor = await (await Visitor.arrive({ query, context })).ready();
  await visitor.button("Share").click();
  expect(await violations(visitor)).toEqual([]);
  const copied = async (): Promise<Record<string, string>> => {
    await visitor.button("Copy the link").click();
    await shows(visitor.page.locator("fs-share"), "Copied");
    return Object.fromEntries(new URL(await visitor.page.evaluate(() => navigator.clipboard.readText())).searchParams);
  };
  expect(await copied()).toMatchObject(query);
  const frame = visitor.page.locator("fs-share #frame");
  expect(await frame.inputValue()).toMatch(/^<iframe src="[^"]*puzzle=[^"]*moves=1\.1[^"]*hide=header/);

  await visitor.page.getByLabel("With the moves made so far").uncheck();
  await expect.poll(() => frame.inputValue()).not.toContain("moves=");
  expect(await copied()).not.toHaveProperty("moves");
});

it("saves the board as a picture", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL, theme: "dark" } })).ready();
  await visitor.button("Share").click();
  const saved = async (kind: string): Promise<Buffer> => {
    const coming = visitor.page.waitForEvent("download");
    await visitor.button(kind).click();
    return readFileSync(await (await coming).path());
  };
  expect([...(await saved("PNG")).subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
  const svg = (await saved("SVG")).toString();
  // It stands by itself: with the colours of the page, and without its names.
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toMatch(/<text [^>]*fill="rgb[^>]*>2<\/text>/);
  expect(svg).not.toMatch(/class=|var\(|light-dark/);
  expect(visitor.complaints).toEqual([]);
});
