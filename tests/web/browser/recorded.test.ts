// A recorded run in a lesson: made by a game, gone through without any engine, left where the reader departs from it.

import { expect, it } from "vitest";

import { ask, boards, host, lesson, site, stateOf, told, withLessons } from "./lesson";
import type { Visitor } from "./visitor";
import { EASY, SMALL, withBrowser } from "./visitor";

withBrowser();
withLessons();

/** The pair's whole run of a puzzle. */
async function recorded(attributes: string, steps: number): Promise<{ text: string; values: unknown; said: string[] }> {
  const visitor = await lesson(`<fast-slow id="a" ${attributes}></fast-slow>`);
  for (let made = 0; made < steps; made++) await ask(visitor, "a", "step");
  const said = (await told(visitor))
    .filter(([name]) => name === "decision")
    .map(([, , detail]) => JSON.stringify(detail));
  const [text, { values }] = [await ask<string>(visitor, "a", "record"), await stateOf(visitor, "a")];
  await visitor.page.context().close();
  return { text, values, said };
}

const noEngine = (visitor: Visitor) => {
  expect(visitor.page.workers()).toHaveLength(0);
  expect(site.asked.filter((file) => /live|worker|wasm/.test(file))).toEqual([]);
};

it.each([
  ["sudoku", `puzzle="${SMALL}" mode="system2"`, 6],
  ["nonogram", `family="nonogram"`, 5],
  ["minesweeper", `family="minesweeper"`, 4],
])("steps, explains and goes back and forth with no engine at all: %s", async (_, attributes, steps) => {
  const run = await recorded(attributes, steps);
  const visitor = await lesson(`<fast-slow id="a" recorded="${run.text}"></fast-slow>`);
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("recorded");
  for (let made = 0; made < steps; made++) expect(await ask(visitor, "a", "step")).not.toBeNull();
  expect((await stateOf(visitor, "a")).values).toEqual(run.values);
  const decisions = (await told(visitor))
    .filter(([name]) => name === "decision")
    .map(([, , one]) => JSON.stringify(one));
  expect(decisions).toEqual(run.said);
  expect((await ask<string[]>(visitor, "a", "explain")).join(" ")).toMatch(/\w+ .*\./);
  await expect.poll(() => visitor.page.locator("fast-slow .reason").innerText()).toMatch(/System \d|They|Both/);
  await ask(visitor, "a", "undo");
  expect((await stateOf(visitor, "a")).decisions).toBe(steps - 1);
  await ask(visitor, "a", "reset");
  expect((await stateOf(visitor, "a")).decisions).toBe(0);
  noEngine(visitor);
  expect(visitor.complaints).toEqual([]);
});

it("replays by itself, from a file, and tells its end", async () => {
  const run = await recorded(`puzzle="${SMALL}" mode="system2"`, 13);
  const visitor = await lesson(`<fast-slow id="a" recorded="${site.address}run.txt" speed="instant"></fast-slow>`, {
    before: (page) =>
      page.route("**/run.txt", (route) =>
        route.fulfill({ body: run.text, headers: { "access-control-allow-origin": "*" } }),
      ),
  });
  await visitor.page.getByRole("button", { name: /^Play: / }).click();
  await expect.poll(async () => (await told(visitor)).some(([name]) => name === "solve")).toBe(true);
  expect((await stateOf(visitor, "a")).values).toEqual(run.values);
  noEngine(visitor);
});

it("hands over to the live game where the reader departs from it", async () => {
  const run = await recorded(`puzzle="${EASY}" mode="both"`, 6);
  const visitor = await lesson(`<fast-slow id="a" recorded="${run.text}"></fast-slow>`);
  await boards(visitor).waitFor();
  for (let made = 0; made < 4; made++) await ask(visitor, "a", "step");
  const before = await stateOf(visitor, "a");
  const open = before.values.findIndex((value) => value === null);
  await visitor.cell(Math.floor(open / 9) + 1, (open % 9) + 1).click();
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("ready");
  const after = await stateOf(visitor, "a");
  expect([after.values, after.decisions, after.puzzle]).toEqual([before.values, 4, before.puzzle]);
  // What was not shown yet can still be had.
  await ask(visitor, "a", "redo");
  expect((await stateOf(visitor, "a")).decisions).toBe(5);
  expect(await ask(visitor, "a", "step")).not.toBeNull();
  expect(visitor.complaints).toEqual([]);
});

it("of another version, damaged or missing it is told so, and the puzzle can be played", async () => {
  const run = await recorded(`puzzle="${SMALL}" mode="system2"`, 3);
  const bent = await (async () => {
    const visitor = await lesson("");
    return await visitor.page.evaluate(async (text) => {
      const [shape, packed] = [text.slice(0, text.indexOf(".") + 3), text.slice(text.indexOf(".") + 3)];
      const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), (letter) =>
        letter.charCodeAt(0),
      );
      const opened = await new Response(
        new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")),
      ).text();
      const plain = (json: string) =>
        shape.replace(/\.d\.$/, ".t.") +
        btoa(String.fromCharCode(...new TextEncoder().encode(json)))
          .replace(/\+/g, "-")
          .replace(/\//g, "_")
          .replace(/=+$/, "");
      return {
        same: plain(opened),
        foreign: plain(opened.replace(/"build":"[^"]*"/, '"build":"0.0.1-0"')),
        damaged: plain(opened.replace(/"value":\d/, '"value":9')),
      };
    }, run.text);
  })();
  for (const [text, key] of [
    [bent.foreign, "element.recorded.foreign"],
    [bent.damaged, "element.recorded.damaged"],
    [run.text.slice(0, -20), "element.recorded.damaged"],
    [`${host.origin}nothing`, "element.recorded.missing"],
    ["javascript:alert(1)", "element.recorded.missing"],
  ] as const) {
    const visitor = await lesson(`<fast-slow id="a" puzzle="${SMALL}" recorded="${text}"></fast-slow>`);
    await expect.poll(async () => (await told(visitor)).find(([name]) => name === "error")?.[2].key).toBe(key);
    await visitor.page.locator("fast-slow .message", { hasText: /recorded run/ }).waitFor();
    expect(await ask(visitor, "a", "load")).toBe(true);
  }
  const whole = await lesson(`<fast-slow id="a" recorded="${bent.same}"></fast-slow>`);
  await expect.poll(async () => (await stateOf(whole, "a")).stage).toBe("recorded");
});

it("shows what its page holds in it where no script runs, and the board on paper", async () => {
  const tag = `<fast-slow id="a"><p>Sudoku, 9 × 9</p></fast-slow>`;
  const visitor = await lesson(tag);
  await boards(visitor).waitFor();
  expect(await visitor.page.getByText("Sudoku, 9 × 9").isVisible()).toBe(false);
  await visitor.page.emulateMedia({ media: "print" });
  expect(await boards(visitor).isVisible()).toBe(true);
  expect(await visitor.page.locator("fast-slow fs-controls").isVisible()).toBe(false);
  expect(await visitor.page.locator("fast-slow .title").isVisible()).toBe(true);
  const without = await lesson(tag, { plain: true });
  expect(await without.page.getByText("Sudoku, 9 × 9").isVisible()).toBe(true);
});

// --- goals ---------------------------------------------------------------------------------------------------------

it("tells once that a goal is reached, and shows how far it is", async () => {
  const visitor = await lesson(
    `<fast-slow id="a" puzzle="${SMALL}" mode="system2" goal="solved_20" autoplay speed="instant"></fast-slow>`,
  );
  await visitor.page.getByText("Goal: solve the puzzle, asking System 2 20 times at most.").waitFor();
  const goals = async () => (await told(visitor)).filter(([name]) => name === "goal");
  await expect.poll(async () => (await goals()).length).toBe(1);
  await visitor.page.getByText("The goal is reached.").waitFor();
  await ask(visitor, "a", "undo");
  await ask(visitor, "a", "redo");
  expect(await goals()).toHaveLength(1);
  expect((await goals())[0]![2]).toMatchObject({ goal: "solved_20" });
  expect(visitor.complaints).toEqual([]);
});

it("says when System 2 was asked more than the goal allows, and ignores what is no goal", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="${SMALL}" mode="system2" goal="solved_1"></fast-slow>`);
  await ask(visitor, "a", "step");
  await visitor.page.getByText("System 2 was asked 1 time of 1.").waitFor();
  await ask(visitor, "a", "step");
  await visitor.page.getByText(/more than the goal allows/).waitFor();
  await visitor.page.evaluate(() => document.getElementById("a")!.setAttribute("goal", "solved_<b>"));
  await expect
    .poll(async () => (await told(visitor)).find(([name]) => name === "error")?.[2].key)
    .toBe("element.ignored");
});
