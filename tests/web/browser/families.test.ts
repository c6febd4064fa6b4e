// Every kind of puzzle: drawn, described, played by mouse and by keyboard, and thought about by both systems.

import { expect, it } from "vitest";

import { packedFamilies } from "../../../web/tools/pack_file";
import { violations } from "./axe";
import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

/** The first cell that is still open, and how it is called now. */
async function openCell(visitor: Visitor): Promise<{ id: string; label: string }> {
  const cell = visitor.page.locator('fs-board g[role=gridcell][aria-label*=": open"]').first();
  return { id: (await cell.getAttribute("id"))!, label: (await cell.getAttribute("aria-label"))! };
}

const labelOf = (visitor: Visitor, id: string) => visitor.page.locator(`fs-board #${id}`).getAttribute("aria-label");

async function families(visitor: Visitor): Promise<string[]> {
  await visitor.button("New puzzle").click();
  await visitor.page.locator("fs-new-puzzle .families").waitFor();
  return visitor.page
    .locator("fs-new-puzzle input[name=family]")
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

/** The families that have a pack. */
const PACKED = packedFamilies();

it("offers every kind but the visitors' own", async () => {
  const kinds = await families(await (await Visitor.arrive()).ready());
  expect(PACKED.length).toBeGreaterThanOrEqual(12);
  for (const family of PACKED) expect(kinds).toContain(family);
  expect(kinds).not.toContain("custom");
});

it.each(PACKED)("shows one of %s that can be played", async (family) => {
  const visitor = await (await Visitor.arrive({ query: { family, mode: "system2" } })).bothReady();
  const { id, label } = await openCell(visitor);
  await visitor.page.locator(`fs-board #${id}`).focus();
  await visitor.page.keyboard.press("1");
  await expect.poll(() => labelOf(visitor, id)).not.toBe(label);
  await visitor.button("Undo").click();
  await expect.poll(() => labelOf(visitor, id)).toBe(label);
  await visitor.button("Step").click();
  await shows(visitor.page.locator("fs-system2"), /Proved|Nothing|count/);
  expect(await violations(visitor)).toEqual([]);
  await visitor.address({ family });
  expect(visitor.complaints).toEqual([]);
});

it("goes through the values of a drawn cell by clicks and by the space bar", async () => {
  const visitor = await (await Visitor.arrive({ query: { family: "nonogram" } })).bothReady();
  const { id } = await openCell(visitor);
  const cell = visitor.page.locator(`fs-board #${id}`);
  await cell.click();
  await expect.poll(() => labelOf(visitor, id)).toContain("filled, You");
  await cell.click();
  await expect.poll(() => labelOf(visitor, id)).toContain("empty, You");
  await visitor.page.keyboard.press(" ");
  await expect.poll(() => labelOf(visitor, id)).toMatch(/: open/);
  await cell.click({ button: "right" });
  await expect.poll(() => labelOf(visitor, id)).toContain("empty, You");
});

it("only looks at a value by the first click on it", async () => {
  const visitor = await (await Visitor.arrive({ query: { family: "nonogram" } })).bothReady();
  const { id } = await openCell(visitor);
  await visitor.page.locator(`fs-board #${id}`).click();
  await expect.poll(() => labelOf(visitor, id)).toContain("filled, You");
  await visitor.page.locator("fs-board #cell-24").focus();
  await visitor.page.locator(`fs-board #${id}`).click();
  await shows(visitor.page.locator("fs-decisions"), /You: .* is filled/);
  expect(await labelOf(visitor, id)).toContain("filled, You");
});

it("reads the clues beside the board to those who cannot see them", async () => {
  const visitor = await (await Visitor.arrive({ query: { family: "nonogram" } })).ready();
  const clues = await visitor.page.locator("fs-board .clues li").allTextContents();
  expect(clues.some((clue) => /^above column 1: \d/.test(clue))).toBe(true);
  expect(clues.some((clue) => /^left of row 1: \d/.test(clue))).toBe(true);
});

it("withdraws claims of confidence where the network was never trained", async () => {
  const visitor = await (await Visitor.arrive({ query: { family: "custom" } })).bothReady();
  await shows(visitor.page.locator("fs-system1"), /never trained on puzzles of your own/);
  await shows(visitor.page.locator("fs-arbitrator"), /Confidence decides nothing here/);
  expect(await visitor.page.locator("fs-arbitrator .tick").count()).toBe(0);
  expect(await visitor.page.locator("fs-system1 .number").allTextContents()).not.toContainEqual(
    expect.stringMatching(/\d/),
  );
});

it("counts the solutions where nothing is certain, and shows how often each value is there", async () => {
  const visitor = await (
    await Visitor.arrive({ query: { family: "binairo", puzzle: `4x4:${".".repeat(16)}` } })
  ).bothReady();
  await visitor.button("Odds").click();
  await shows(visitor.page.locator("fs-system2"), /Counted over all solutions.*50 %.*50 %/);
  await expect.poll(() => labelOf(visitor, "cell-0")).toContain("in 50 % of all solutions: black");
  await visitor.page.locator("fs-board #cell-0").click();
  await visitor.page.keyboard.press("1");
  await expect.poll(() => visitor.page.locator("fs-board .odds").count()).toBe(0);
});
