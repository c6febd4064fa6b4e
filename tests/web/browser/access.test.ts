// For everyone: no violation of the accessibility rules, both languages, both themes, a phone's width.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { EASY, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const LOOKS = ["light", "dark"].flatMap((theme) => ["en", "ko"].map((lang) => ({ theme, lang })));

it.each(LOOKS)("has no accessibility violation ($theme, $lang)", async ({ theme, lang }) => {
  const query = { theme, lang, puzzle: EASY, mode: "both", strategy: "verify" };
  const visitor = await (await Visitor.arrive({ query, context: { reducedMotion: "reduce" } })).bothReady();
  expect(await violations(visitor)).toEqual([]);
  await visitor.button(/^(Step|한 수)$/).click();
  await visitor.page.locator("fs-system2 .badge").waitFor();
  expect(await violations(visitor)).toEqual([]);
  await visitor.cell(1, 3).click();
  await visitor.page.keyboard.press("9");
  await visitor.page.locator("fs-board .conflict, fs-system2 h3").first().waitFor();
  expect(await violations(visitor)).toEqual([]);
  await visitor.mode(lang === "en" ? "System 2" : "시스템 2");
  await visitor.button(/^(New puzzle|새 문제)$/).click();
  await visitor.page.locator("fs-new-puzzle .samples").waitFor();
  expect(await violations(visitor)).toEqual([]);
});

it("switches the language of everything, and back", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY } })).ready();
  await visitor.button("한국어").click();
  await shows(visitor.page.locator("fs-system2"), "시스템 2 증명");
  await expect.poll(() => visitor.label(1, 1)).toBe("1행 1열: 5, 주어진 값");
  await expect.poll(() => visitor.page.title()).toContain("직관과 증명");
  await visitor.button("English").click();
  await shows(visitor.page.locator("fs-system2"), "System 2 Proof");
});

it("follows the language of the browser", async () => {
  const visitor = await (await Visitor.arrive({ context: { locale: "ko-KR" } })).ready();
  await shows(visitor.page.locator("fs-controls"), "한 수");
});

it.each([320, 390])("fits a phone of %i pixels without sideways scrolling", async (width) => {
  const context = { viewport: { width, height: 844 }, hasTouch: true, isMobile: true };
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY, lang: "ko" }, context })).bothReady();
  const overflow = () =>
    visitor.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await visitor.cell(1, 3).tap();
  await visitor.page.locator("fs-pad button", { hasText: "4" }).tap();
  await expect.poll(() => visitor.label(1, 3)).toBe("1행 3열: 4, 나");
  await visitor.button("새 문제").tap();
  await visitor.page.locator("fs-new-puzzle .samples").waitFor();
  expect(await overflow()).toBe(0);
});
