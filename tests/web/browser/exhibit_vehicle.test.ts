// "Where will the car be?": keys and pointer drive the car, every learner's way is drawn, System 2 names the limit that forbids
// a plan and brakes where it may; on a phone, in Korean, without accessibility violations.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function arrive(query: Record<string, string> = {}, context = {}) {
  const visitor = await Visitor.arrive({ page: "guide.html", query: { section: "vehicle", ...query }, context });
  const vehicle = visitor.page.locator("fs-vehicle");
  await vehicle.waitFor();
  await visitor.page.locator("#exhibit-vehicle").evaluate((element) => element.scrollIntoView({ block: "center" }));
  await vehicle.locator(".row .button.primary:not([disabled])").waitFor();
  return { visitor, vehicle };
}

it("is driven by keys, shows what each learner expects, and tells the limits that forbid the plan", async () => {
  const { visitor, vehicle } = await arrive();
  await expect.poll(() => vehicle.locator(".scene .way").count()).toBe(4);
  await shows(vehicle.locator(".verdict"), "nothing forbids");
  await vehicle.getByLabel("System 2 brakes").check();
  await vehicle.locator(".scene").focus();
  for (let i = 0; i < 4; i++) await visitor.page.keyboard.press("ArrowUp");
  // It ends before the wall, whatever the driver wants.
  await shows(vehicle.locator(".verdict.forbidden"), "Stop before the wall on this curve");
  await shows(vehicle.locator(".verdict.forbidden"), "The brakes take off");
  expect(await vehicle.locator(".verdict.hit").count()).toBe(0);
  await vehicle.getByRole("button", { name: "From the start" }).click();
  await shows(vehicle.locator(".verdict"), "nothing forbids");
  const before = await vehicle.locator(".legend li").first().innerText();
  await vehicle.locator(".drives input").fill("0");
  await shows(vehicle.locator("output"), "10 drives");
  await expect.poll(() => vehicle.locator(".legend li").first().innerText()).not.toBe(before);
  await vehicle.locator(".scene").click({ position: { x: 300, y: 40 } });
  await vehicle.getByRole("button", { name: "Pause" }).click();
  await vehicle.locator("details summary", { hasText: "What was measured" }).click();
  await shows(vehicle.locator("details[open]"), "46.7");
  expect(visitor.complaints).toEqual([]);
  expect(await violations(visitor)).toEqual([]);
});

it("fits a phone, in Korean and in the dark", async () => {
  const { visitor, vehicle } = await arrive({ lang: "ko", theme: "dark" }, PHONE);
  await shows(vehicle.locator(".verdict"), "시스템 2");
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
});
