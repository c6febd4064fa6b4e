// The real game: the board answers every dig, and a mine ends it.

import { expect, it } from "vitest";

import { Visitor, shows, withBrowser } from "./visitor";

withBrowser();

/** 5 by 4, one mine, in the last square; the first is dug, and with it all that it opens. */
const ONE_MINE = "5x4:0,0,u00001";
/** Two mines at the ends of the second row, three squares shown. */
const POSITION = "3x2n2:121...";

it("counts the mines, and loses on one; Undo takes the dig back", async () => {
  const visitor = await (await Visitor.arrive({ query: { family: "minesweeper", puzzle: ONE_MINE } })).bothReady();
  const counter = visitor.page.locator("fs-counters");
  await shows(counter, "Mines: 1 · still to be found: 1");
  await visitor.cell(4, 5).focus();
  await visitor.page.keyboard.press("1");
  await shows(visitor.status(), "That was a mine. The game is lost; Undo takes the move back.");
  expect(await visitor.button("Step").isDisabled()).toBe(true);
  expect(await visitor.label(4, 5)).not.toMatch(/no mine/);
  await visitor.button("Undo").click();
  await expect.poll(() => visitor.status().innerText()).toBe("");
  await visitor.button("Step").click();
  await shows(visitor.status(), "Solved.");
  await shows(counter, "still to be found: 0");
  expect(visitor.complaints).toEqual([]);
});

it("says when there are more flags than mines", async () => {
  const visitor = await (await Visitor.arrive({ query: { family: "minesweeper", puzzle: POSITION } })).ready();
  for (const column of [1, 2, 3]) {
    await visitor.cell(2, column).focus();
    await visitor.page.keyboard.press("2");
  }
  await shows(visitor.page.locator("fs-counters"), "Mines: 2 · marked: 3, which is too many");
  await shows(visitor.status(), /A rule is broken: the total of 2 mines/);
});
