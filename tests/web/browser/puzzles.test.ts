// Other puzzles: made, chosen, pasted well and pasted badly.

import { expect, it } from "vitest";

import { EASY, SMALL, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

async function withDialog(): Promise<Visitor> {
  const visitor = await (await Visitor.arrive({ query: { puzzle: SMALL } })).ready();
  await visitor.button("New puzzle").click();
  return visitor;
}

async function paste(visitor: Visitor, text: string): Promise<void> {
  await visitor.page.locator("fs-new-puzzle textarea").fill(text);
  await visitor.button("Play this").click();
}

const BAD: [string, string, RegExp][] = [
  ["of the wrong length", "1234", /this has 4\./],
  ["with a character that does not belong", `${".".repeat(40)}?${".".repeat(40)}`, /character at position 41/],
  [
    "whose givens clash",
    `5.......5${".".repeat(72)}`,
    /value 5 in row 1, column 1 clashes with the one in row 1, column 9/,
  ],
  ["of an absurd size", "9".repeat(70000), /70000 characters/],
  [
    "without a solution",
    `12345678.${".".repeat(18)}........9${".".repeat(45)}`,
    /This puzzle has no solution\. With the values that are given, .*: row 1 and column 9\./,
  ],
  ["that is no text", "\u0001\u0002\u{1F4A3}", /character at position|no puzzle/],
];

it.each(BAD)("refuses a text %s, says why, and keeps the game", async (_, text, sentence) => {
  const visitor = await withDialog();
  await paste(visitor, text);
  await shows(visitor.page.locator("fs-new-puzzle"), sentence);
  await shows(visitor.page.locator("fs-new-puzzle"), "The game you are playing is kept.");
  await visitor.page.keyboard.press("Escape");
  expect((await visitor.address({})).get("puzzle")).toBe(SMALL);
  expect(await visitor.page.locator("fs-board g[role=gridcell]").count()).toBe(16);
  expect(visitor.complaints).toEqual([]);
});

it.each([
  ["one line", EASY],
  ["a grid", EASY.replace(/(.{9})/g, "$1\n")],
  ["a game ID", "2x2:e1a4d1a2a"],
  ["a link to a puzzle of another kind", "https://puzz.link/p?nonogram/3/10/14i1121g43i2g1g2g2g1g1g3g1g1g3g"],
])("plays a pasted puzzle: %s", async (_, text) => {
  const visitor = await withDialog();
  await paste(visitor, text);
  await visitor.page.locator("fs-new-puzzle dialog[open]").waitFor({ state: "detached" });
  await expect.poll(() => new URL(visitor.page.url()).searchParams.get("puzzle")).not.toBe(SMALL);
});

it("lets one of several pasted puzzles be chosen", async () => {
  const visitor = await withDialog();
  await paste(visitor, `${"1".padEnd(81, ".")}\n${EASY}\n`);
  await shows(visitor.page.locator("fs-new-puzzle"), "The text holds 2 puzzles.");
  const which = visitor.page.locator("fs-new-puzzle select");
  await expect.poll(() => which.evaluate((select) => select.matches(":focus"))).toBe(true);
  await visitor.page.keyboard.press("ArrowDown");
  await visitor.button("Play this").click();
  await visitor.page.locator("fs-new-puzzle dialog[open]").waitFor({ state: "detached" });
  await expect.poll(() => new URL(visitor.page.url()).searchParams.get("puzzle")).toBe(EASY);
});

it("says of what other kind a pasted puzzle is, and plays it as that", async () => {
  const visitor = await withDialog();
  await paste(visitor, "5x5:....B.....B.1.3.....0....");
  await shows(visitor.page.locator("fs-new-puzzle"), "it is one of another: Light Up");
  await visitor.button("Play it as Light Up").click();
  await visitor.address({ family: "lightup", puzzle: "5x5:....B.....B.1.3.....0...." });
});

it("names the rule that the given values break once it is switched on", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: "1.....1........." } })).bothReady();
  await visitor.page.locator("fs-rules label", { hasText: "knight’s move" }).click();
  await shows(visitor.status(), "A rule is broken: the knight’s move between row 1, column 1 and row 2, column 3.");
  await shows(visitor.page.locator("fs-system1"), /was not told that the rule “.*” holds now/);
  await visitor.button("Step").click();
  await shows(visitor.status(), /What was given cannot be completed: .*There is no solution\./);
});

it("plays a puzzle with several solutions only when told to", async () => {
  const visitor = await withDialog();
  await paste(visitor, "1".padEnd(16, "."));
  await shows(visitor.page.locator("fs-new-puzzle"), /more than one solution.*The game you are playing is kept\./);
  await visitor.button("Play it anyway").click();
  await visitor.address({ puzzle: "1".padEnd(16, ".") });
});

it("makes the same puzzle from the same seed", async () => {
  const visitor = await withDialog();
  const puzzle = () => new URL(visitor.page.url()).searchParams.get("puzzle");
  const make = async (seed: string) => {
    const before = puzzle();
    await visitor.page.locator("fs-new-puzzle label", { hasText: /^\s*6×6\s*$/ }).click();
    await visitor.page.locator("fs-new-puzzle input[type=number]").fill(seed);
    await visitor.button("Make it").click();
    await expect.poll(puzzle).not.toBe(before);
    await visitor.page.locator("fs-new-puzzle dialog[open]").waitFor({ state: "detached" });
    return puzzle();
  };
  const again = async (seed: string) => {
    await visitor.button("New puzzle").click();
    return await make(seed);
  };
  const first = await make("42");
  expect(first).toHaveLength(36);
  expect(await again("43")).not.toBe(first);
  expect(await again("42")).toBe(first);
});

it("plays a puzzle of the collection and names its level", async () => {
  const visitor = await withDialog();
  await visitor.button("9×9, easy").click();
  await shows(visitor.page.locator("fs-app h2").first(), "Sudoku · 9×9 · easy");
});

it("saves every decision as JSON", async () => {
  const visitor = await (await Visitor.arrive({ query: { puzzle: EASY, mode: "system2" } })).bothReady();
  await visitor.button("Step").click();
  const download = visitor.page.waitForEvent("download");
  await visitor.button("Export").click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const trace = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  expect(trace).toMatchObject({ format: "fastslow-trace/2", text: EASY, decisions: [{ source: "system2" }] });
});
