// Solving: each mode to the end, by steps, by keyboard, and with a person's own moves.

import { expect, it } from "vitest";

import { EASY, ENDLESS, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const MODES: [string, Record<string, string>][] = [
  ["both, by confidence", { mode: "both", strategy: "threshold" }],
  ["both, checking all", { mode: "both", strategy: "verify" }],
  ["System 2 alone", { mode: "system2" }],
];

it.each(MODES)("%s solves a hard puzzle to the end", async (_, query) => {
  const visitor = await (await Visitor.arrive({ query })).bothReady();
  await visitor.speed("instant");
  await visitor.button("Play").click();
  await shows(visitor.status(), "Solved. Every rule is met.");
  await expect.poll(() => visitor.button("Step").isDisabled()).toBe(true);
  expect(visitor.complaints).toEqual([]);
});

it("System 1 alone plays to an end, and says honestly how it went", async () => {
  const visitor = await (await Visitor.arrive({ query: { mode: "system1", puzzle: EASY } })).bothReady();
  await visitor.speed("instant");
  await visitor.button("Play").click();
  await shows(visitor.status(), /Solved|stuck|broken/);
  await shows(visitor.page.locator("fs-decisions"), "System 2: 0 ms");
});

it("marks each move with who decided it, and undoes and redoes it", async () => {
  const visitor = await (await Visitor.arrive({ query: { mode: "system2", puzzle: EASY } })).bothReady();
  await visitor.button("Step").click();
  await shows(visitor.page.locator("fs-decisions"), /System 2: /);
  await shows(visitor.page.locator("fs-system2"), /Proved, not guessed/);
  await expect.poll(() => visitor.page.locator("fs-board .rule, fs-board .fact").count()).toBeGreaterThan(0);
  await visitor.button("Undo").click();
  await shows(visitor.page.locator("fs-decisions"), "Press Step");
  await visitor.button("Redo").click();
  await shows(visitor.page.locator("fs-decisions"), /System 2: /);
});

it("lets System 1 look again where it is unsure, unless that is switched off", async () => {
  const query = { mode: "both", strategy: "threshold", threshold: "1", puzzle: EASY };
  const visitor = await (await Visitor.arrive({ query })).bothReady();
  const again = visitor.page.getByRole("checkbox", { name: "let it look again first" });
  expect(await again.isChecked()).toBe(true);
  await visitor.button("Step").click();
  await shows(visitor.page.locator("fs-decisions"), /System 1: [12] look/);
  await again.uncheck();
  await visitor.address({ looks: "1" });
  await visitor.button("Step").click();
  await again.check();
  await expect.poll(() => new URL(visitor.page.url()).searchParams.get("looks")).toBeNull();
});

it("tells how sure System 1 is of the whole picture, and how far it can be believed", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY } })).bothReady();
  const panel = visitor.page.locator("fs-system1");
  await shows(panel, /right about the whole board: [<>]?\d+ %/);
  await panel.getByText("How far can it be believed?").click();
  await shows(panel, /how often it is right are \d+\.\d % apart/);
  expect(await panel.getByRole("table").count()).toBe(2);
  expect(visitor.complaints).toEqual([]);
});

it("changes who decides while it plays", async () => {
  const visitor = await (await Visitor.arrive({ query: { mode: "system1", puzzle: EASY } })).bothReady();
  await visitor.speed("quick");
  await visitor.button("Play").click();
  await shows(visitor.page.locator("fs-decisions"), /System 1: /);
  await visitor.mode("System 2");
  await shows(visitor.page.locator("fs-system2"), /Proved, not guessed/);
  await visitor.mode("Both");
  await shows(visitor.status(), "Solved. Every rule is met.");
  await visitor.address({ mode: "both" });
});

it("can be played with the keyboard alone, and both systems react", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY } })).bothReady();
  const { keyboard } = visitor.page;
  for (let presses = 0; presses < 30; presses++) {
    await keyboard.press("Tab");
    if (
      await visitor.page.evaluate(() =>
        document.activeElement?.shadowRoot?.querySelector("fs-board")?.matches(":focus-within"),
      )
    )
      break;
  }
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await keyboard.press("4");
  await expect.poll(() => visitor.label(1, 3)).toBe("row 1, column 3: 4, You");
  await shows(
    visitor.page.locator("fs-arbitrator"),
    /System 1 gave this a chance of [<>]?\d+(\.\d+)? %\. System 2: it is forced\./,
  );
  await keyboard.press("5");
  await shows(visitor.page.locator("fs-arbitrator"), /System 2: it is impossible\./);
  await expect.poll(() => visitor.label(1, 3)).toMatch(/breaks a rule/);
  await keyboard.press("Backspace");
  await expect.poll(() => visitor.label(1, 3)).toMatch(/open/);
  await keyboard.press("Home");
  await keyboard.press("9");
  await shows(visitor.notices(), "This value belongs to the puzzle and stays.");
});

it("tells a hint without playing it", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY } })).bothReady();
  await visitor.button("Hint").click();
  await shows(visitor.page.locator("fs-hint"), /Look at/);
  for (let degree = 2; degree <= 4; degree++) {
    await visitor.button("Hint").click();
    await shows(visitor.page.locator("fs-hint"), `Hint ${degree} of 4`);
  }
  await shows(visitor.page.locator("fs-system2"), /Hint: .*row \d, column \d/);
  expect(await visitor.button("Undo").isDisabled()).toBe(true);
});

it('answers "why?" of a move that intuition made', async () => {
  const query = { mode: "system1", puzzle: EASY };
  const visitor = await (await Visitor.arrive({ query })).bothReady();
  await visitor.button("Step").click();
  await visitor.button(/^Why \d\?$/).click();
  await shows(visitor.page.locator("fs-system2"), /It is forced|It is wrong/);
});

it("cancels a long proof and loses nothing", async () => {
  const visitor = await (
    await Visitor.arrive({ query: { mode: "system2", puzzle: ENDLESS, moves: "1.2" } })
  ).bothReady();
  await visitor.button("Step").click();
  await visitor.button("Cancel").click();
  await shows(visitor.notices(), "Stopped. Nothing was lost");
  await expect.poll(() => visitor.label(1, 2)).toBe("row 1, column 2: 2, You");
  await visitor.mode("System 1");
  await visitor.button("Step").click();
  await shows(visitor.page.locator("fs-decisions"), /System 1: row \d+, column \d+ is /);
  expect(visitor.complaints).toEqual([]);
});
