// The promise of the play view: given, refused and void, with its reason, and all of it in the address.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { EASY, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const asked = { mode: "both", strategy: "risk_controlled" };

it("promises on recorded games, or says why not, and checks everything then", async () => {
  const visitor = await (await Visitor.arrive({ query: { ...asked, puzzle: EASY } })).bothReady();
  const pledge = visitor.page.locator("fs-pledge");
  await shows(pledge, "no games are recorded of this kind of puzzle");
  await shows(pledge, "So every proposal is checked.");
  await visitor.button("Step").click();
  await shows(visitor.page.locator("fs-system2"), /Proved, not guessed|refuted/);

  await visitor.page.goto(
    visitor.page.url().replace(/\?.*/, "?") + new URLSearchParams({ ...asked, family: "kenken" }).toString(),
  );
  await visitor.bothReady();
  await shows(pledge, "No promise for this size: the recorded games are of KenKen, 4x4");
  await pledge.getByRole("button", { name: "A new puzzle of that kind" }).click();
  await shows(pledge, "Promised: at most 5% of games like this");
  await shows(pledge, "Of 1,600 recorded games, 55 would have been lost so");
  await pledge.locator("select[name=alpha]").selectOption("0.01");
  await shows(pledge, "at most 1% of games like this");
  await visitor.address({ strategy: "risk_controlled", promise: "0.01_0.1" });
  expect(await violations(visitor)).toEqual([]);
  await visitor.speed("instant");
  await visitor.button("Play").click();
  await shows(visitor.status(), "Solved. Every rule is met.");
  expect(visitor.complaints).toEqual([]);
});

it("refuses in Korean, on a phone and in the dark, what the recorded games cannot carry", async () => {
  const context = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const query = { ...asked, family: "knights", promise: "0.0005_0.1", lang: "ko", theme: "dark" };
  const visitor = await (await Visitor.arrive({ query, context })).bothReady();
  const pledge = visitor.page.locator("fs-pledge");
  await shows(pledge, /적어도 4,605판|기록된 판은/);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
  expect(await violations(visitor)).toEqual([]);
  expect(visitor.complaints).toEqual([]);
});
