// The tour of a first visit: it goes on by what the visitor does, is skipped at a press, and comes once.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const card = (visitor: Visitor) => visitor.page.locator("fs-tour section");

/** Presses Step until the tour has come so far. */
async function stepTo(visitor: Visitor, at: string): Promise<void> {
  for (let presses = 0; presses < 8; presses++) {
    if ((await card(visitor).innerText()).includes(at)) return;
    await visitor.button("Step").click();
    await visitor.page.locator("fs-board svg[aria-busy=false]").waitFor();
    await visitor.page.waitForTimeout(400);
  }
}

it.each([
  { where: "wide", context: {} },
  { where: "phone", context: PHONE },
])("leads through both systems by what the visitor does, and comes once ($where)", async ({ context }) => {
  const visitor = await Visitor.arrive({ newcomer: true, context });
  await shows(card(visitor), "Press Step");
  await visitor.button("Step").click();
  await shows(card(visitor), "System 1 felt that move");
  expect(await violations(visitor)).toEqual([]);
  await stepTo(visitor, "3 of 5");
  await shows(card(visitor), "took it back");
  await card(visitor).getByRole("button", { name: "Next" }).click();
  await shows(card(visitor), "arbitrator");
  await card(visitor).getByRole("button", { name: "Next" }).click();
  await shows(card(visitor), "guide");
  const box = await card(visitor).boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(visitor.page.viewportSize()!.width);
  await card(visitor).getByRole("button", { name: "Done" }).click();
  await card(visitor).waitFor({ state: "detached" });
  await visitor.page.goto(new URL("./", visitor.page.url()).href.replace(/\?.*/, ""));
  await visitor.ready();
  expect(await card(visitor).count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});

it("is skipped at a press, and shown again to whoever asks", async () => {
  const visitor = await Visitor.arrive({ newcomer: true });
  await card(visitor).getByRole("button", { name: "Skip the tour" }).click();
  await card(visitor).waitFor({ state: "detached" });
  await visitor.button("How to play").click();
  await visitor.page.locator("fs-guide").getByRole("button", { name: "Show me around" }).click();
  await shows(card(visitor), "Press Step");
});

it("is not in the way of whoever follows a link to a puzzle", async () => {
  const visitor = await Visitor.arrive({ newcomer: true, query: { family: "queens" } });
  await visitor.bothReady();
  expect(await card(visitor).count()).toBe(0);
});

it("leads from each panel to the section of the guide about it", async () => {
  const visitor = await Visitor.arrive({ query: { theme: "dark" } });
  await visitor.ready();
  await visitor.page.getByRole("link", { name: "System 2: more in the guide" }).click();
  await visitor.page.getByRole("heading", { name: "Ask why" }).waitFor();
  const top = () => visitor.page.locator("section#why").evaluate((section) => section.getBoundingClientRect().top);
  await expect.poll(top).toBeLessThan(200);
  expect(await visitor.page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
});
