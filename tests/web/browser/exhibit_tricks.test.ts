// Trick questions: the reader answers first, sees both systems' answers with reasons and which of the two they were, and can
// change the problem.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const page = "guide.html";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function arrive(options: Parameters<typeof Visitor.arrive>[0] = {}) {
  const visitor = await Visitor.arrive({ page, ...options, query: { section: "tricks", ...options.query } });
  const exhibit = visitor.page.locator("fs-tricks");
  await exhibit.locator("input").waitFor();
  return { visitor, exhibit };
}

type Exhibit = Awaited<ReturnType<typeof arrive>>["exhibit"];

async function answer(exhibit: Exhibit, text: string) {
  await exhibit.locator("input").fill(text);
  await exhibit.locator("input").press("Enter");
}

it("tells whom the reader answered like, with System 1’s confidence and System 2’s reasons", async () => {
  const { visitor, exhibit } = await arrive();
  await answer(exhibit, "much");
  await shows(exhibit.locator("#state"), "A whole number");
  await answer(exhibit, "2");
  await shows(exhibit.locator(".verdict"), "like System 1");
  await shows(exhibit.locator(".one"), "22 − 20 = 2");
  await shows(exhibit.locator(".two .lines"), "the price of the lamp has to be 1");
  await shows(exhibit.locator(".two .sums"), "the price of the tent + the price of the lamp = 22");
  await shows(exhibit.locator(".pair"), "cannot hold. System 2 has the word: 1");
  await exhibit.getByText("Why not 2?").click();
  await shows(exhibit.locator(".thoughts details"), "cannot be 2");
  await exhibit.getByRole("button", { name: "Next problem" }).click();
  await answer(exhibit, "11");
  await shows(exhibit.locator(".verdict"), "like System 2");
  await shows(exhibit, "2 answered: 1 like System 2, 1 like System 1");
  expect(visitor.complaints).toEqual([]);
});

it("reads a changed problem, names the word that does not fit, and keeps what was found", async () => {
  const { exhibit } = await arrive();
  await exhibit.getByRole("button", { name: "Change the problem" }).click();
  const text = exhibit.locator("textarea");
  const before = await text.inputValue();
  await text.fill(before.replace("22", "30").replaceAll("tent", "kite"));
  await shows(exhibit.locator("#reading"), "System 2 can read this");
  await answer(exhibit, "");
  await shows(exhibit.locator(".two .lines"), "the price of the lamp has to be 5");
  await text.fill(before.replace("together", "as a pair"));
  await shows(exhibit.locator("#reading"), "“as” does not fit here. Here could stand: “together”.");
  await answer(exhibit, "");
  await shows(exhibit.locator("#state"), "System 2 cannot read this");
  await shows(exhibit.locator(".two .lines"), "has to be 5");
  await text.fill(before.replace("20", "2000"));
  await shows(exhibit.locator("#reading"), "2000 is too large");
  await text.fill(before.replace("22", "21"));
  await answer(exhibit, "");
  await shows(exhibit.locator(".two"), "do not fit what the sentences say");
});

it("speaks Korean, and goes over to it with what was found", async () => {
  const { visitor, exhibit } = await arrive({ query: { lang: "en" } });
  await answer(exhibit, "1");
  await shows(exhibit.locator(".verdict"), "like System 2");
  await visitor.page.getByRole("button", { name: "한국어" }).click();
  await shows(exhibit.locator(".problem-text"), "텐트와 등불의 값은 합쳐서 22만 원입니다.");
  await shows(exhibit.locator(".two .lines"), "등불의 값은 1일 수밖에 없습니다.");
  await shows(exhibit.locator(".verdict"), "시스템 2와 같은 답입니다.");
});

it("takes turns with the other exhibits, which go on where they were", async () => {
  const visitor = await Visitor.arrive({ page });
  const reach = async (id: string) => {
    const place = visitor.page.locator(`#exhibit-${id}`);
    await place.evaluate((element) => element.scrollIntoView({ block: "center" }));
    return place;
  };
  const bet = await reach("sure");
  await bet.locator(".guess .bar").waitFor();
  const exhibit = (await reach("tricks")).locator("fs-tricks");
  await exhibit.locator("input").waitFor();
  await answer(exhibit, "2");
  await shows(exhibit.locator(".verdict"), "like System 1");
  await reach("sure");
  await bet.getByRole("button", { name: "It is right" }).click();
  await shows(bet.locator(".verdict"), "System 2");
  await reach("tricks");
  await shows(exhibit.locator(".two .lines"), "has to be 1");
  const meter = visitor.page.locator("fs-meter tbody tr").nth(1).locator("td").first();
  await expect.poll(async () => Number(await meter.innerText())).toBeGreaterThanOrEqual(2);
  expect(visitor.complaints).toEqual([]);
});

it("shows the grammar and what was measured", async () => {
  const { exhibit } = await arrive();
  await exhibit.getByText("Sentences that System 2 can read").click();
  await shows(exhibit, "The … and the … together cost # dollars.");
  await exhibit.getByText("How often each is right").click();
  expect(await exhibit.locator("tbody tr").count()).toBe(5);
  await shows(exhibit.locator("table"), "1,000 everyday");
});

it.each([
  { theme: "light", lang: "en", context: {} },
  { theme: "dark", lang: "ko", context: PHONE },
])("has no accessibility violation and fits ($theme, $lang)", async ({ theme, lang, context }) => {
  const { visitor, exhibit } = await arrive({ query: { theme, lang }, context });
  await answer(exhibit, "2");
  await exhibit.locator(".verdict").waitFor();
  for (const summary of await exhibit.locator("summary").all()) await summary.click();
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
});
