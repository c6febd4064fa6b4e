// What a first look fetches, and what comes later, when it is wanted.

import { expect, it } from "vitest";

import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

/** A page, and the scripts that it has asked for, by their names without the hash. */
async function watched(query: Record<string, string> = {}, locale = "en-US") {
  const scripts: string[] = [];
  const visitor = await Visitor.arrive({
    query,
    context: { locale },
    before: async (page) =>
      void page.on("request", (request) => {
        const [, name] = /\/assets\/([\w.]+?)-[\w-]{8}\.js$/.exec(request.url()) ?? [];
        if (name !== undefined) scripts.push(name);
      }),
  });
  return { visitor: await visitor.ready(), scripts };
}

const LATER = ["fs_guide", "fs_hand_on", "fs_new_puzzle", "picture"];

it.each([
  ["en", "ko"],
  ["ko", "en"],
])("fetches the words of %s alone, and no dialog", async (read, other) => {
  const { scripts } = await watched({ lang: read });
  expect(scripts).toContain(read);
  for (const later of [other, ...LATER]) expect(scripts).not.toContain(later);
});

it("goes by the browser’s language, and fetches another’s words when it is wanted", async () => {
  const { visitor, scripts } = await watched({}, "ko-KR");
  expect(scripts).not.toContain("en");
  await visitor.button("English").click();
  await shows(visitor.page.locator("fs-controls"), "Step");
  expect(scripts).toContain("en");
  expect(await visitor.page.evaluate(() => document.documentElement.lang)).toBe("en");
  expect(visitor.complaints).toEqual([]);
});

it("opens each dialog, which is fetched then and once", async () => {
  const { visitor, scripts } = await watched();
  for (const [press, element] of [
    ["How to play", "fs-guide"],
    ["Share", "fs-hand-on"],
    ["New puzzle", "fs-new-puzzle"],
  ] as const) {
    await visitor.button(press).click();
    await visitor.page.locator(`${element} dialog[open]`).waitFor();
    await visitor.page.keyboard.press("Escape");
  }
  for (const dialog of LATER.slice(0, 3)) expect(scripts.filter((name) => name === dialog)).toHaveLength(1);
  expect(visitor.complaints).toEqual([]);
});

it("says so where they cannot be fetched, and stays as it is", async () => {
  const { visitor } = await watched();
  await visitor.page.route(/\/assets\/(ko|fs_guide)-/, (route) => route.abort());
  await visitor.button("한국어").click();
  await shows(visitor.notices(), "could not be loaded");
  await shows(visitor.page.locator("fs-controls"), "Step");
  await visitor.page.locator("fs-notices button").first().click();
  await visitor.button("How to play").click();
  await shows(visitor.notices(), "could not be loaded");
});
