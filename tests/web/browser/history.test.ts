// Looking back: an earlier decision is a place that one can go to, and that can be shown to somebody else.

import { expect, it } from "vitest";

import { violations } from "./axe";
import { EASY, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const STEPS = 5;

/** A game of five steps: System 1 has guessed, and System 2 proved. `cells` and `labels`: of each decision. */
async function played(query: Record<string, string> = {}) {
  const visitor = await (
    await Visitor.arrive({ query: { puzzle: EASY, mode: "both", strategy: "verify", ...query } })
  ).bothReady();
  const { page } = visitor;
  const marks = page.locator("fs-decisions .marks button");
  for (let step = 1; step <= STEPS; step++) {
    await page.locator("fs-controls button", { hasText: /Step|한 걸음/ }).click();
    await expect.poll(() => marks.count()).toBe(step);
  }
  const labels = await marks.evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? ""));
  const open = () => page.locator("fs-board").evaluate((board) => board.shadowRoot!.querySelectorAll(".value").length);
  return { visitor, page, marks, labels, filled: open, moment: page.locator("fs-moment") };
}

it("shows board, bars and proof of a decision that is chosen, and lets nothing be played there", async () => {
  const { visitor, page, marks, labels, filled, moment } = await played();
  const all = await filled();
  await marks.nth(1).click();
  await shows(moment, `Looking back at decision 2 of ${STEPS}. ${labels[1]}`);
  await expect.poll(filled).toBe(all - (STEPS - 2));
  await page.mouse.move(0, 0);
  await shows(page.locator("fs-decisions .story"), labels[1]!);
  await shows(page.locator("fs-system2"), /Proved, not guessed/);
  await expect.poll(() => page.locator("fs-board .rule, fs-board .fact").count()).toBeGreaterThan(0);
  await shows(page.locator("fs-system1"), /before this move .*%/);
  const { row, column } = placeOf(labels[1]!);
  await expect.poll(() => visitor.label(row, column)).toMatch(/: \d, Both/);
  const later = placeOf(labels[2]!);
  await expect.poll(() => visitor.label(later.row, later.column)).toMatch(/open/);
  await visitor.cell(later.row, later.column).click();
  await page.keyboard.press("1");
  await expect.poll(() => visitor.label(later.row, later.column)).toMatch(/open/);
  expect(await visitor.button("Step").isDisabled()).toBe(true);
  expect(await violations(visitor)).toEqual([]);
  await visitor.button("Back to now").click();
  await expect.poll(filled).toBe(all);
  expect(await moment.count()).toBe(0);
  expect(await visitor.button("Step").isDisabled()).toBe(false);
  expect(visitor.complaints).toEqual([]);
});

it("stays under the pointer: pointing lights the board and tells the story, and moves nothing", async () => {
  const { page, marks, labels } = await played();
  const places = () =>
    marks.evaluateAll((buttons) => buttons.map((button) => JSON.stringify(button.getBoundingClientRect())));
  const before = await places();
  for (const [index, label] of labels.entries()) {
    await marks.nth(index).hover();
    await shows(page.locator("fs-decisions .story"), label);
    expect(await places()).toEqual(before);
  }
});

/** "row 1, column 3 is 4": where that is. */
function placeOf(label: string): { row: number; column: number } {
  const [, row, column] = /row (\d), column (\d)/.exec(label)!;
  return { row: Number(row), column: Number(column) };
}

it("is walked through with arrow keys, Home and End, and left with Escape", async () => {
  const { page, marks, labels, filled, moment } = await played();
  const all = await filled();
  const at = (decision: number) => shows(moment, `decision ${decision} of ${STEPS}. ${labels[decision - 1]}`);
  await marks.nth(3).click();
  await at(4);
  await page.keyboard.press("ArrowLeft");
  await at(3);
  await expect.poll(filled).toBe(all - 2);
  await page.keyboard.press("Home");
  await at(1);
  await page.keyboard.press("ArrowLeft");
  await at(1);
  await page.keyboard.press("ArrowRight");
  await at(2);
  await page.keyboard.press("End");
  await expect.poll(() => moment.count()).toBe(0);
  await expect.poll(filled).toBe(all);
  await page.keyboard.press("ArrowLeft");
  await at(4);
  await page.mouse.move(5, 5);
  await page.keyboard.press("Escape");
  await expect.poll(() => moment.count()).toBe(0);
  await expect.poll(filled).toBe(all);
  // The panels, too: of the mark that has the keyboard's focus nothing is told any more.
  await shows(page.locator("fs-decisions"), labels.at(-1)!);
});

it("can be shared: the address opens the board of that moment", async () => {
  const { visitor, page, marks, labels, filled, moment } = await played();
  const all = await filled();
  await marks.nth(2).click();
  await shows(moment, `decision 3 of ${STEPS}`);
  await visitor.button("Share").click();
  const dialog = page.locator("fs-hand-on");
  await shows(dialog, "Only the values go along.");
  const link = dialog.locator("fs-share #link");
  await expect.poll(() => link.inputValue()).toMatch(/moves=\d+\.\d+_\d+\.\d+_\d+\.\d+(&|$)/);
  const query = Object.fromEntries(new URL(await link.inputValue()).searchParams);
  const other = await (await Visitor.arrive({ query })).ready();
  await expect
    .poll(() => other.page.locator("fs-board").evaluate((board) => board.shadowRoot!.querySelectorAll(".value").length))
    .toBe(all - 2);
  for (const [index, label] of labels.entries()) {
    const { row, column } = placeOf(label);
    if (index < 3) await expect.poll(() => other.label(row, column)).toMatch(/: \d, You/);
    else await expect.poll(() => other.label(row, column)).toMatch(/open/);
  }
});
