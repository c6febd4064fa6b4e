// "Red means stop": the network goes on as it learned, System 2 obeys the edited sentence at once, the pair is held back
// where a rule is near, and an amber that is too short is told to be more than anybody can keep.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const page = "guide.html";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The section alone, and the road in the middle of what is seen. */
async function arrive(query: Record<string, string> = {}, context = {}) {
  const visitor = await Visitor.arrive({ page, query: { section: "road", ...query }, context });
  const road = visitor.page.locator("fs-road");
  await road.waitFor();
  await visitor.page.locator("#exhibit-road").evaluate((element) => element.scrollIntoView({ block: "center" }));
  await road.locator(".bet button:not([disabled])").first().waitFor();
  const press = (name: string) => road.getByRole("button", { name, exact: true }).click();
  /** Seconds driven, rules broken, questions asked. */
  const counts = (driver: string) =>
    road.locator(".counts tbody tr", { hasText: driver }).locator("td").allInnerTexts();
  return { visitor, road, press, counts };
}

it("settles the bet by letting the network drive: at a blue light it goes on as it learned", async () => {
  const { visitor, road, press, counts } = await arrive();
  await press("It stops");
  await shows(road.locator(".verdict"), "It drove on, as it had learned");
  expect(await road.locator("select").first().inputValue()).toBe("blue");
  await shows(road.locator(".broken"), "At blue, stop before the line");
  expect((await counts("System 1"))[1]).toBe("1");
  expect(visitor.complaints).toEqual([]);
});

it("has System 2 obey a sentence that is edited while it drives, and say why it braked", async () => {
  const { road, press, counts } = await arrive();
  await road.locator("fs-modes label", { hasText: "System 2" }).click();
  await road.getByLabel("How fast to drive near a school").selectOption("1");
  await press("Drive");
  await road.getByLabel("At which lights to stop").selectOption("both");
  await expect.poll(async () => Number((await counts("System 2"))[0]), { timeout: 60_000 }).toBeGreaterThan(12);
  await press("Pause");
  expect((await counts("System 2"))[1]).toBe("0");
  await shows(road.locator(".reason"), "System 2");
});

it("asks System 2 where a rule is near, and takes its word", async () => {
  const { road, press, counts } = await arrive();
  await press("It drives on");
  await shows(road.locator(".verdict"), "You are right");
  await press("Pause");
  await road.locator("fs-modes label", { hasText: "Both" }).click();
  await press("Another road");
  await press("Drive");
  await expect.poll(async () => Number((await counts("Both"))[2]), { timeout: 60_000 }).toBeGreaterThan(0);
  expect((await counts("Both"))[1]).toBe("0");
});

it("shows an amber that is too short as what nobody could keep", async () => {
  const { road, press } = await arrive({ lang: "ko" });
  await press("너무 짧은 황색 등");
  await shows(road.locator(".reason.none"), "지킬 수 없습니다");
  await shows(road.locator(".reason.none"), "멈추려면 6칸이 필요한데 정지선까지는 4칸");
  await road.getByRole("button", { name: "달리기", exact: true }).waitFor();
});

it.each([
  { theme: "light", lang: "en", context: {} },
  { theme: "dark", lang: "ko", context: PHONE },
])("has no accessibility violation and fits ($theme, $lang)", async ({ theme, lang, context }) => {
  const { visitor, road } = await arrive({ theme, lang }, context);
  await road.locator("summary").click();
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
});
