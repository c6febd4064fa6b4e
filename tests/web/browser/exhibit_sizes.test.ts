// "Small against large, by hand": a reader lets networks loose on a Sudoku, alone and with System 2, and sets up another one.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const page = "guide.html";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function arrive(query: Record<string, string> = {}, context = {}) {
  const fetched: string[] = [];
  const visitor = await Visitor.arrive({
    ...{ page, context, query: { section: "sizes", ...query } },
    before: async (tab) => void tab.on("request", (request) => fetched.push(request.url())),
  });
  const exhibit = visitor.page.locator("#exhibit-sizes");
  await exhibit.evaluate((element) => element.scrollIntoView({ block: "center" }));
  await exhibit.locator("fs-board svg[aria-busy=false]").waitFor();
  const networks = () => fetched.filter((url) => /(graph|cnn|mlp)-.*onnx/.test(url));
  return { visitor, exhibit, networks };
}

it("loads a network when it is let loose, and shows what became of it alone and with System 2", async () => {
  const { visitor, exhibit, networks } = await arrive();
  expect(networks()).toEqual([]);
  const [kind, parameters] = [exhibit.locator("select").nth(0), exhibit.locator("select").nth(1)];
  await exhibit.getByRole("button", { name: "Sudoku 2" }).click();
  await kind.selectOption("fully connected");
  await parameters.selectOption({ index: 0 });
  await exhibit.getByRole("button", { name: "Let it loose" }).click();
  const lane = exhibit.locator("li details").first();
  await shows(lane, "Together");
  await shows(lane, /fully connected.*questions: \d+/);
  await shows(lane, /Guesses of its own.*Solved\./);
  expect(new Set(networks()).size).toBe(1);
  expect(visitor.complaints).toEqual([]);
});

it("tells what is wrong with a reader's Sudoku, keeps the last good one, and plays another", async () => {
  const { exhibit } = await arrive({ lang: "ko" });
  await exhibit.getByRole("button", { name: "내 스도쿠", exact: true }).click();
  await exhibit.locator("input").fill("12");
  await exhibit.getByRole("button", { name: "이 스도쿠로 하기" }).click();
  await exhibit.locator(".problem").waitFor();
  await exhibit.getByRole("button", { name: "모두 비우기" }).click();
  await exhibit.locator(".problem").waitFor({ state: "detached" });
  await exhibit.locator("fs-board g[role=gridcell]").first().click();
  await exhibit.locator(".keys").getByRole("button", { name: "3" }).click();
  await expect.poll(() => exhibit.locator("input").inputValue()).toMatch(/^3\.+$/);
  await exhibit.getByRole("button", { name: "이 스도쿠로 하기" }).click();
  await shows(exhibit.locator(".problem"), "답이 둘 이상입니다");
  await exhibit.getByRole("button", { name: "앞의 스도쿠로" }).click();
  await exhibit.locator("select").nth(0).selectOption("배운 것 없음");
  await exhibit.getByRole("button", { name: "풀게 하기", exact: true }).click();
  await shows(exhibit.locator("li details").first(), /배운 것 없음.*함께: 다 풂, 질문 \d+번/);
});

it("lets a network guess any value, and can be stopped", async () => {
  const { exhibit } = await arrive();
  await exhibit.locator("select").nth(0).selectOption("nothing learned");
  await exhibit.getByRole("checkbox").uncheck();
  await exhibit.getByRole("button", { name: "Let it loose" }).click();
  await shows(exhibit.locator("li details").first(), /any value.*mistake at move \d+/);
  await exhibit.getByRole("button", { name: /^Let all/ }).click();
  await exhibit.locator("li").nth(3).waitFor();
  await exhibit.getByRole("button", { name: "Stop" }).click();
  await expect.poll(() => exhibit.getByRole("button", { name: "Let it loose" }).isEnabled()).toBe(true);
});

it.each([
  { theme: "light", lang: "en", context: {} },
  { theme: "dark", lang: "ko", context: PHONE },
])("has no accessibility violation and fits ($theme, $lang)", async ({ theme, lang, context }) => {
  const { visitor, exhibit } = await arrive({ theme, lang }, context);
  await exhibit.locator("button.primary").click();
  await exhibit.locator("li .sum").first().waitFor();
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
});

it("says of the cost of training what was measured, estimated and quoted", async () => {
  const visitor = await Visitor.arrive({ page, query: { section: "together" } });
  await shows(visitor.page.locator("fs-meter"), /measured here.*estimated, by the same formula.*quoted/);
});
