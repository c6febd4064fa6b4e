// Objects that are let go: without friction the Hamiltonian network keeps the energy, with friction it keeps it wrongly.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function arrive(query: Record<string, string> = {}, context = {}) {
  // Motion is reduced, so that nothing moves by itself.
  const quiet = { reducedMotion: "reduce" as const, ...context };
  const visitor = await Visitor.arrive({ page: "guide.html", query: { section: "objects", ...query }, context: quiet });
  const objects = visitor.page.locator("fs-objects");
  await objects.waitFor();
  await visitor.page.locator("#exhibit-objects").evaluate((element) => element.scrollIntoView({ block: "center" }));
  // A flat line has no height, and so counts as hidden.
  await objects.locator(".charts .way.truth").waitFor({ state: "attached" });
  /** Of the sentence about the end: start, truth, plain, Hamiltonian, port-Hamiltonian, in joules. */
  const energies = async () => {
    const told = await objects.locator(".told").innerText();
    return [...told.matchAll(/(\d+(?:\.\d+)?) J/g)].map(([, joules]) => Number(joules));
  };
  return { visitor, objects, energies };
}

it("lets go by key, button and pointer; the Hamiltonian network cannot lose what friction takes", async () => {
  const { visitor, objects, energies } = await arrive();
  const hand = objects.getByRole("slider", { name: "The pendulum’s angle" });
  await hand.press("ArrowLeft");
  await shows(objects.locator(".told"), "In your hand");
  await hand.press(" ");
  await shows(objects.locator(".told"), "After 30 seconds");
  const [begun = 0, truth, , hamiltonian = 0] = await energies();
  expect(truth).toBeCloseTo(begun, 0);
  expect(Math.abs(hamiltonian - begun)).toBeLessThan(begun / 10);

  await objects.getByLabel("Friction", { exact: true }).check();
  await expect.poll(async () => (await energies())[1] ?? 9).toBeLessThan(0.2);
  const [, , plain = 9, kept = 0, port = 9] = await energies();
  expect(kept).toBeGreaterThan(begun / 2);
  expect(Math.max(plain, port)).toBeLessThan(begun / 10);

  const box = (await hand.boundingBox())!;
  await visitor.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 40);
  await visitor.page.mouse.down();
  await visitor.page.mouse.move(box.x + box.width / 2 + 50, box.y + box.height / 2, { steps: 4 });
  await shows(objects.locator(".told"), "In your hand");
  await visitor.page.mouse.up();
  await shows(objects.locator(".told"), "After 30 seconds");
  expect(Number(await hand.getAttribute("aria-valuenow"))).toBeGreaterThan(0.8);
  expect(visitor.complaints).toEqual([]);
});

it("has no accessibility violation and fits (dark, ko, phone)", async () => {
  const { visitor, objects } = await arrive({ theme: "dark", lang: "ko" }, PHONE);
  await objects.locator("select").first().selectOption({ index: 1 });
  await objects.getByRole("button", { name: "비탈 위로 밀기", exact: true }).click();
  await shows(objects.locator(".told"), "30초 뒤 실제 에너지");
  await objects.locator("summary").click();
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
