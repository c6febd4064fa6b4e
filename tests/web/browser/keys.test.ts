// Keys that everybody knows: undo and redo, wherever the keyboard is on the page, but for text fields and dialogs.

import { expect, it } from "vitest";

import { EASY, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

async function entered() {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY } })).ready();
  await visitor.cell(1, 3).click();
  await visitor.page.keyboard.press("4");
  const stands = (value: string | RegExp) => expect.poll(() => visitor.label(1, 3)).toMatch(value);
  await stands(/: 4, You/);
  return { visitor, page: visitor.page, keys: visitor.page.keyboard, stands };
}

it.each([
  ["on the board", "fs-board g[role=gridcell][tabindex='0']"],
  ["on a button", "fs-app .caption button"],
  ["on the speed", "fs-controls select"],
  ["on the dial", "fs-arbitrator input[type=range]"],
])("are undo and redo %s", async (_, place) => {
  const { page, keys, stands } = await entered();
  await page.locator(place).first().focus();
  await keys.press("Control+z");
  await stands(/open/);
  await keys.press("Control+Shift+z");
  await stands(/: 4, You/);
  await keys.press("Control+z");
  await stands(/open/);
  await keys.press("Control+y");
  await stands(/: 4, You/);
});

it("are undo and redo where nothing has the focus", async () => {
  const { page, keys, stands } = await entered();
  await page.evaluate(() => (document.activeElement?.shadowRoot?.activeElement as HTMLElement | null)?.blur());
  await keys.press("Control+z");
  await stands(/open/);
});

it("belong to the text where text is written, and do nothing behind a dialog", async () => {
  const { visitor, page, keys, stands } = await entered();
  await visitor.button("New puzzle").click();
  const dialog = page.locator("fs-new-puzzle dialog[open]");
  await dialog.waitFor();
  await keys.press("Control+z");
  const field = page.locator("fs-new-puzzle textarea");
  await page.locator("fs-new-puzzle summary, fs-new-puzzle textarea").first().click();
  await field.focus();
  await field.press("End");
  const before = await field.inputValue();
  await keys.type("12");
  expect(await field.inputValue()).toBe(`${before}12`);
  await keys.press("Control+z");
  await expect.poll(() => field.inputValue()).not.toBe(`${before}12`);
  await keys.press("Control+Shift+z");
  await expect.poll(() => field.inputValue()).toBe(`${before}12`);
  await keys.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await stands(/: 4, You/);
  expect(visitor.complaints).toEqual([]);
});

it("first lead back to now from an earlier moment", async () => {
  const { page, keys, stands } = await entered();
  await page.locator("fs-board g[role=gridcell]").nth(3).focus();
  await keys.press("6");
  await expect.poll(() => page.locator("fs-decisions .marks button").count()).toBe(2);
  await page.locator("fs-decisions .marks button").first().click();
  await shows(page.locator("fs-moment"), "decision 1 of 2");
  await keys.press("Control+z");
  await expect.poll(() => page.locator("fs-moment").count()).toBe(0);
  expect(await page.locator("fs-decisions .marks button").count()).toBe(2);
  await keys.press("Control+z");
  await expect.poll(() => page.locator("fs-decisions .marks button").count()).toBe(1);
  await stands(/: 4, You/);
});
