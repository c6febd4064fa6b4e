// The guide: it is read before anything is loaded, and each exhibit does what its paragraph says.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const page = "guide.html";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Reads on to an exhibit. */
async function exhibit(visitor: Visitor, id: string) {
  const place = visitor.page.locator(`#exhibit-${id}`);
  await place.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await place.locator("fs-board svg[aria-busy=false]").waitFor();
  return place;
}

const press = (place: Awaited<ReturnType<typeof exhibit>>, name: string | RegExp) =>
  place.getByRole("button", { name, exact: true }).click();

it("loads no engine before an exhibit is reached, and plays on where the reader left off", async () => {
  const fetched: string[] = [];
  const visitor = await Visitor.arrive({
    page,
    before: async (tab) => void tab.on("request", (request) => fetched.push(request.url())),
  });
  await shows(visitor.page.getByRole("heading", { name: "Two systems" }), "Two systems");
  expect(fetched.filter((url) => /wasm|onnx/.test(url))).toEqual([]);
  const two = await exhibit(visitor, "two");
  await press(two, "Step");
  await shows(two.locator(".reason"), "System 1");
  const why = await exhibit(visitor, "why");
  await press(why, "Step");
  await shows(why.locator("fs-system2"), "Proved");
  const again = await exhibit(visitor, "two");
  await shows(again.locator(".reason"), "System 1");
  await shows(visitor.page.locator("fs-meter tbody tr").nth(1).locator("td").first(), "1");
  expect(visitor.complaints).toEqual([]);
});

it("has System 2 settle a bet with reasons, and obey a rule that is switched on", async () => {
  const visitor = await Visitor.arrive({ page, query: { lang: "ko" } });
  const bet = await exhibit(visitor, "sure");
  await press(bet, "맞다");
  await shows(bet.locator(".verdict"), "시스템 2가");
  await bet.locator("fs-system2 .line, fs-system2 li").first().waitFor();
  await press(bet, "다음 추측");
  await bet.getByRole("button", { name: "틀리다", exact: true }).waitFor();
  const rule = await exhibit(visitor, "rule");
  await rule.locator("fs-rules label").click();
  await press(rule, /^한 수/);
  await shows(rule.locator(".reason"), "시스템 2");
});

it.each([
  { theme: "light", lang: "en", context: {} },
  { theme: "dark", lang: "ko", context: PHONE },
])("has no accessibility violation and fits ($theme, $lang)", async ({ theme, lang, context }) => {
  const visitor = await Visitor.arrive({ page, query: { theme, lang }, context });
  const bet = await exhibit(visitor, "sure");
  await bet.locator(".guess .bar").waitFor();
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
});

it("shows a section alone, to be put into a page, with the way to all of them", async () => {
  const visitor = await Visitor.arrive({ page, query: { section: "why" } });
  await exhibit(visitor, "why");
  expect(await visitor.page.getByRole("heading", { level: 3 }).count()).toBe(1);
  await visitor.page.getByRole("link", { name: "Read the whole guide" }).click();
  await visitor.page.getByRole("heading", { name: "Two systems" }).waitFor();
});

it("in a frame without an origin says what it needs, with the way to it", async () => {
  const visitor = await Visitor.arrive({ page });
  const src = new URL("guide.html?section=road", visitor.page.url()).href;
  await visitor.page.evaluate((address) => {
    document.body.innerHTML = `<iframe sandbox="allow-scripts" src="${address}" width="700" height="300"></iframe>`;
  }, src);
  const frame = visitor.page.frameLocator("iframe");
  await frame.getByRole("link", { name: src }).waitFor();
  await shows(frame.locator("body"), "allow-same-origin");
});
