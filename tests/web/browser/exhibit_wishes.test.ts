// "Why this product?": a bet, four lists, and System 2's verdict with reasons, refusals and clashes.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function shop(lang: string, theme = "light", context = {}) {
  const visitor = await Visitor.arrive({ page: "guide.html", query: { section: "wishes", lang, theme }, context });
  const wishes = visitor.page.locator("fs-wishes");
  await wishes.waitFor();
  await wishes.evaluate((element) => element.scrollIntoView({ block: "center" }));
  return { visitor, wishes };
}

it("answers a wish four ways once the reader has bet, and holds the list to conditions with reasons", async () => {
  const { visitor, wishes } = await shop("en");
  await wishes.getByLabel("What do you wish for?").fill("something to sit on outdoors, under 20");
  await wishes.getByRole("button", { name: "That is my wish" }).click();
  expect(await wishes.locator(".order").count()).toBe(0);
  await wishes.getByRole("button", { name: "Graph of purposes" }).click();
  await shows(wishes.locator(".system2 .verdict"), /System 2: .+ nothing speaks against/);
  expect(await wishes.locator(".order").count()).toBe(4);
  await shows(wishes.locator(".reasons"), "sit");

  expect(await wishes.getByLabel("Price").inputValue()).toBe("20");
  await wishes.getByLabel("Material").selectOption("wood");
  await shows(wishes.locator(".refused"), "“under 20” is not met");
  await shows(wishes.locator(".reasons"), "“under 20” is met: it costs");
  await wishes.locator(".refused summary").first().click();
  await shows(wishes.locator(".refused details").first(), "price list");
  expect(visitor.complaints).toEqual([]);
});

it("names conditions that rule each other out, and goes on when one is let go", async () => {
  const { wishes } = await shop("en");
  await wishes.getByLabel("or one of these").selectOption({ label: "start the campfire" });
  await wishes.getByRole("button", { name: "Graph of purposes" }).click();
  await shows(wishes.locator(".system2 .verdict"), "nothing speaks against");
  await wishes.getByLabel("Price").selectOption("10");
  await wishes.getByLabel("Material").selectOption("plastic");
  await wishes.getByLabel("Place").selectOption("outdoors");
  await shows(wishes.locator(".verdict"), /rule each other out among them: .*“under 10”/);
  await wishes.getByLabel("Price").selectOption("");
  await shows(wishes.locator(".system2 .verdict"), "nothing speaks against");
});

it("says which words it does not know, and keeps the last wish", async () => {
  const { wishes } = await shop("en");
  const ask = async (text: string) => {
    await wishes.getByLabel("What do you wish for?").fill(text);
    await wishes.getByRole("button", { name: "That is my wish" }).click();
  };
  await ask("sweep the floor");
  await shows(wishes.locator(".asked"), "sweep the floor");
  await ask("qwrtz");
  await shows(wishes.locator(".problem"), "I do not know any word of “qwrtz”");
  await shows(wishes.locator(".asked"), "sweep the floor");
});

it("understands Korean wishes and answers with Korean words", async () => {
  const { wishes } = await shop("ko", "dark", PHONE);
  await wishes.getByLabel("무엇을 바라나요?").fill("비를 막는 것");
  await wishes.getByRole("button", { name: "찾기", exact: true }).click();
  await wishes.getByRole("button", { name: "쓰임새 그래프" }).click();
  await shows(wishes.locator(".system2 .verdict"), /시스템 2의 답: \p{Script=Hangul}/u);
  await shows(wishes.locator(".reasons"), /\p{Script=Hangul}/u);
});

it.each([
  { theme: "light", lang: "en", context: {} },
  { theme: "dark", lang: "ko", context: PHONE },
])("has no accessibility violation and fits ($theme, $lang)", async ({ theme, lang, context }) => {
  const { visitor, wishes } = await shop(lang, theme, context);
  await wishes.locator("#example").selectOption("0");
  await wishes.locator(".trust button").nth(2).click();
  await wishes.locator(".system2 .verdict").waitFor();
  for (const part of await wishes.locator("details").all())
    await part.evaluate((element: HTMLDetailsElement) => (element.open = true));
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
});
