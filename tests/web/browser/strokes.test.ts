// Painting several cells in one stroke, and large boards on small screens.

import { expect, it } from "vitest";
import type { Locator } from "playwright-core";

import { Visitor, withBrowser } from "./visitor";

withBrowser();

const SMALL = "5x5:4/5/1/2/3/1/2/2.2/2.2/3.1";
/** Too large for a phone. */
const LARGE = `20x20:${Array.from({ length: 40 }, () => "20").join("/")}`;

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function nonogram(puzzle: string, context = {}): Promise<Visitor> {
  return await (await Visitor.arrive({ query: { family: "nonogram", puzzle, lang: "en" }, context })).bothReady();
}

const cell = ({ page }: Visitor, variable: number): Locator => page.locator(`fs-board #cell-${variable}`);
const label = (visitor: Visitor, variable: number) => cell(visitor, variable).getAttribute("aria-label");

async function middleOf(visitor: Visitor, variable: number): Promise<{ x: number; y: number }> {
  const box = (await cell(visitor, variable).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses on one cell, moves to another at once, and lets go. */
async function drag(visitor: Visitor, from: number, to: number, button: "left" | "right" = "left"): Promise<void> {
  const [start, end] = [await middleOf(visitor, from), await middleOf(visitor, to)];
  const { mouse } = visitor.page;
  await mouse.move(start.x, start.y);
  await mouse.down({ button });
  await mouse.move(end.x, end.y);
  await mouse.up({ button });
}

/** As `drag`, with a finger. */
async function swipe(visitor: Visitor, from: number, to: number): Promise<void> {
  const [start, end] = [await middleOf(visitor, from), await middleOf(visitor, to)];
  const device = await visitor.page.context().newCDPSession(visitor.page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    device.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [start]);
  for (let step = 1; step <= 8; step++) {
    const part = (a: number, b: number) => a + ((b - a) * step) / 8;
    await touch("touchMove", [{ x: part(start.x, end.x), y: part(start.y, end.y) }]);
  }
  await touch("touchEnd", []);
}

/** Waits until these cells are so. */
async function become(visitor: Visitor, variables: number[], wanted: string): Promise<void> {
  for (const variable of variables) await expect.poll(() => label(visitor, variable)).toContain(wanted);
}

it("paints all cells that the pointer passes, and only those that were like the first", async () => {
  const visitor = await nonogram(SMALL);
  await drag(visitor, 0, 4);
  await become(visitor, [0, 1, 2, 3, 4], "filled, You");
  await drag(visitor, 0, 1);
  await become(visitor, [0, 1], "empty, You");
  await drag(visitor, 12, 2);
  await become(visitor, [12, 7], "filled, You");
  await expect.poll(() => label(visitor, 2)).toContain("filled, You");
  await drag(visitor, 20, 24, "right");
  await become(visitor, [20, 21, 22, 23, 24], "empty, You");
  await visitor.button("Undo").click();
  await become(visitor, [20, 21, 22, 23, 24], ": open");
  expect(visitor.complaints).toEqual([]);
});

it("takes a stroke back at once, and brings it back at once", async () => {
  const visitor = await nonogram(SMALL);
  await cell(visitor, 24).click();
  await become(visitor, [24], "filled, You");
  await drag(visitor, 0, 4);
  await become(visitor, [0, 1, 2, 3, 4], "filled, You");
  await drag(visitor, 5, 7);
  await become(visitor, [5, 6, 7], "filled, You");
  await visitor.button("Undo").click();
  await become(visitor, [5, 6, 7], ": open");
  await expect.poll(() => label(visitor, 4)).toContain("filled, You");
  await visitor.button("Undo").click();
  await become(visitor, [0, 1, 2, 3, 4], ": open");
  await expect.poll(() => label(visitor, 24)).toContain("filled, You");
  await visitor.button("Redo").click();
  await become(visitor, [0, 1, 2, 3, 4], "filled, You");
  await expect.poll(() => label(visitor, 5)).toContain(": open");
});

it("still takes a click for one cell after a stroke", async () => {
  const visitor = await nonogram(SMALL);
  await drag(visitor, 5, 6);
  await become(visitor, [5, 6], "filled, You");
  await cell(visitor, 8).click();
  await become(visitor, [8], "filled, You");
  await expect.poll(() => label(visitor, 9)).toContain(": open");
  await visitor.button("Undo").click();
  await become(visitor, [8], ": open");
});

it("paints with a finger that moves sideways, and scrolls the page with one that moves up", async () => {
  const visitor = await nonogram(SMALL, PHONE);
  await swipe(visitor, 10, 13);
  await become(visitor, [10, 11, 12, 13], "filled, You");
  await swipe(visitor, 23, 3);
  await expect.poll(() => visitor.page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect.poll(() => label(visitor, 18)).toContain(": open");
});

it("keeps the rows’ clues in sight while a large board is scrolled on a phone", async () => {
  const visitor = await nonogram(LARGE, PHONE);
  const sheet = visitor.page.locator("fs-board .window");
  const rail = visitor.page.locator("fs-board .rail");
  const before = await rail.boundingBox();
  await sheet.evaluate((element) => (element.scrollLeft = element.scrollWidth));
  await expect.poll(() => sheet.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(100);
  expect(await rail.boundingBox()).toEqual(before);
  expect(await rail.locator("text").count()).toBe(20);
  // What lies beneath the clues cannot be hit by accident.
  await visitor.page.touchscreen.tap(before!.x + before!.width - 8, before!.y + before!.height - 8);
  await cell(visitor, 399).tap();
  await become(visitor, [399], "filled, You");
  await expect.poll(() => visitor.page.locator('fs-board [role=gridcell][aria-label*="filled, You"]').count()).toBe(1);
  await visitor.button("Show the whole board").tap();
  await expect.poll(() => rail.count()).toBe(0);
});
