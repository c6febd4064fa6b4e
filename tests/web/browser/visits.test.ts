// Games of one visit: kept as they were left, each an entry of the browser's history.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { EASY, SMALL, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const marks = (visitor: Visitor) => visitor.page.locator("fs-decisions .marks button").count();
const grid = (visitor: Visitor) =>
  visitor.page
    .locator("fs-board g[role=gridcell]")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));

it("a reload brings back every move, whoever made it, and what was proved", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY, mode: "system2" } })).bothReady();
  await visitor.cell(1, 3).click();
  await visitor.page.keyboard.press("4");
  for (let i = 0; i < 3; i++) {
    const before = await grid(visitor);
    await visitor.button("Step").click();
    await expect.poll(() => grid(visitor)).not.toEqual(before);
  }
  const left = await grid(visitor);
  const decided = await marks(visitor);
  expect(left.filter((label) => label?.endsWith("System 2")).length).toBeGreaterThan(0);
  // What is kept is written a moment later.
  await expect.poll(() => keptDecisions(visitor)).toBe(4);
  await visitor.page.reload();
  await visitor.ready();
  await expect.poll(() => grid(visitor)).toEqual(left);
  expect(await marks(visitor)).toBe(decided);
  await visitor.button("Undo").click();
  await expect.poll(() => grid(visitor)).not.toEqual(left);
  expect(visitor.complaints).toEqual([]);
});

it("a reload brings back what was undone, too", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).ready();
  await visitor.cell(1, 2).click();
  await visitor.page.keyboard.press("1");
  await visitor.cell(1, 1).click();
  await visitor.page.keyboard.press("3");
  await expect.poll(() => keptDecisions(visitor)).toBe(2);
  await visitor.button("Undo").click();
  await expect.poll(() => keptDecisions(visitor)).toBe(1);
  // The address follows a moment later, and may still tell of it.
  await visitor.page.evaluate(() => {
    history.replaceState(history.state, "", location.search.replace(/(&moves=[^&]*)?$/, "&moves=0.3_1.1"));
  });
  await visitor.page.reload();
  await visitor.ready();
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 1, You");
  expect(await visitor.label(1, 1)).not.toContain("You");
  await visitor.button("Redo").click();
  await expect.poll(() => visitor.label(1, 1)).toBe("row 1, column 1: 3, You");
  expect(visitor.complaints).toEqual([]);
});

it("a reload brings back the game of an entry whose state the browser lost", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).ready();
  await visitor.cell(1, 2).click();
  await visitor.page.keyboard.press("1");
  await expect.poll(() => keptDecisions(visitor)).toBe(1);
  await visitor.button("Undo").click();
  await expect.poll(() => keptDecisions(visitor)).toBe(0);
  await visitor.page.evaluate(() => history.replaceState(null, ""));
  await visitor.page.reload();
  await visitor.ready();
  await visitor.button("Redo").click();
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 1, You");
  expect(visitor.complaints).toEqual([]);
});

it("a game that an earlier version kept goes on", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).ready();
  const old = readFileSync(new URL("../../fixtures/trace-1.json", import.meta.url), "utf8");
  const place = await visitor.page.evaluate(() => `fastslow.game.${history.state.game}`);
  await visitor.page.evaluate(() => history.replaceState(history.state, "", location.pathname));
  await visitor.page.evaluate(([name, trace]) => sessionStorage.setItem(name!, trace!), [place, old]);
  await visitor.page.reload();
  await visitor.ready();
  await expect.poll(() => marks(visitor)).toBe((JSON.parse(old) as { decisions: unknown[] }).decisions.length);
  expect(visitor.complaints).toEqual([]);
});

function keptDecisions(visitor: Visitor): Promise<number> {
  return visitor.page.evaluate(() => {
    const kept = sessionStorage.getItem(`fastslow.game.${history.state.game}`);
    return kept === null ? 0 : JSON.parse(kept).decisions.length;
  });
}

it("a move that came too late to be kept is taken from the address", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).ready();
  await visitor.cell(1, 2).click();
  await visitor.page.keyboard.press("1");
  await expect.poll(() => keptDecisions(visitor)).toBe(1);
  const place = await visitor.page.evaluate(() => `fastslow.game.${history.state.game}`);
  const early = await visitor.page.evaluate((name) => sessionStorage.getItem(name)!, place);
  await visitor.cell(1, 1).click();
  await visitor.page.keyboard.press("3");
  await expect.poll(() => keptDecisions(visitor)).toBe(2);
  await visitor.address({ moves: "0.3_1.1" });
  await visitor.page.evaluate(([name, trace]) => sessionStorage.setItem(name!, trace!), [place, early]);
  await visitor.page.reload();
  await visitor.ready();
  await expect.poll(() => visitor.label(1, 1)).toBe("row 1, column 1: 3, You");
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 1, You");
  expect(visitor.complaints).toEqual([]);
});

it("Back leads to the game before, as it was left, and Forward to the other", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).ready();
  await visitor.cell(1, 2).click();
  await visitor.page.keyboard.press("1");
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 1, You");
  await expect.poll(() => keptDecisions(visitor)).toBe(1);
  await visitor.button("New puzzle").click();
  await visitor.button("9×9, easy").click();
  await shows(visitor.page.locator("fs-app h2").first(), "9×9 · easy");
  const other = (await visitor.address({})).get("puzzle");
  expect(other).toHaveLength(81);
  await visitor.page.goBack();
  await visitor.address({ puzzle: SMALL, moves: "1.1" });
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 1, You");
  await visitor.page.goForward();
  await visitor.address({ puzzle: other! });
  await expect.poll(() => visitor.page.locator("fs-board g[role=gridcell]").count()).toBe(81);
  expect(visitor.complaints).toEqual([]);
});

it("two tabs on one game each keep their own", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).ready();
  await visitor.cell(1, 2).click();
  await visitor.page.keyboard.press("1");
  await visitor.address({ moves: "1.1" });
  await expect.poll(() => keptDecisions(visitor)).toBe(1);
  // A tab that is opened from another begins with a copy of what that one has kept.
  const opening = visitor.page.waitForEvent("popup");
  await visitor.page.evaluate(() => void window.open(location.href));
  const other = await opening;
  const cell = (row: number, column: number) =>
    other.locator(`fs-board g[role=row]:nth-of-type(${row}) g[role=gridcell]:nth-of-type(${column})`);
  await other.locator("fs-board svg[aria-busy=false]").waitFor();
  await cell(1, 1).click();
  await other.keyboard.press("3");
  await expect.poll(() => cell(1, 1).getAttribute("aria-label")).toContain("3, You");
  await expect.poll(() => new URL(other.url()).searchParams.get("moves")).toBe("0.3_1.1");
  await visitor.page.reload();
  await visitor.ready();
  expect(await visitor.label(1, 1)).not.toContain("You");
  await expect.poll(() => visitor.label(1, 2)).toContain("1, You");
  await other.reload();
  await other.locator("fs-board svg[aria-busy=false]").waitFor();
  await expect.poll(() => cell(1, 1).getAttribute("aria-label")).toContain("3, You");
  expect(visitor.complaints).toEqual([]);
});

it("goes on without a word where nothing may be kept", async () => {
  const before = (page: Visitor["page"]) =>
    page.addInitScript(() => {
      Object.defineProperty(window, "sessionStorage", {
        get: () => {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL }, before })).ready();
  await visitor.cell(1, 2).click();
  await visitor.page.keyboard.press("1");
  await visitor.address({ moves: "1.1" });
  await visitor.page.reload();
  await visitor.ready();
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 1, You");
  expect(visitor.complaints).toEqual([]);
});
