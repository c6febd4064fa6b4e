// <fast-slow> in the page of somebody else: another origin, a strict policy, no headers but the one that modules need.

import { expect, it } from "vitest";

import type { FastSlowElement } from "../../../web/src/element/contract";
import { packedFamilies } from "../../../web/tools/pack_file";
import { violations } from "./axe";
import { ask, boards, lesson, shift, site, stateOf, told, toldPolicy, withLessons } from "./lesson";
import { EASY, withBrowser } from "./visitor";

withBrowser();
withLessons();

// --- the poster --------------------------------------------------------------------------------------------------

it("draws its puzzle with nothing but the poster’s files, and starts no worker", async () => {
  const visitor = await lesson(`<fast-slow id="a"></fast-slow>`);
  await boards(visitor).waitFor();
  expect(await visitor.page.getByRole("gridcell", { name: "row 2, column 4: 6" }).count()).toBe(1);
  expect(visitor.page.workers()).toHaveLength(0);
  expect(site.asked.filter((file) => /live|worker|wasm|\/(en|ko)-/.test(file))).toEqual([]);
  expect(site.asked.length).toBeLessThan(6);
  expect(visitor.complaints).toEqual([]);
});

it.each(packedFamilies().map((family) => [family]))(
  "keeps its size and moves nothing, from poster to game: %s",
  async (family) => {
    const visitor = await lesson(`<fast-slow id="a" family="${family}"></fast-slow><p>What comes next</p>`);
    await boards(visitor).waitFor();
    const height = () => visitor.page.locator("#a").evaluate((element) => element.getBoundingClientRect().height);
    const [before, moved] = [await height(), await shift(visitor)];
    expect(await ask(visitor, "a", "load")).toBe(true);
    await visitor.page.locator("fast-slow .status").waitFor({ state: "attached" });
    await expect.poll(height).toBe(before);
    expect(await shift(visitor)).toBe(moved);
    expect(visitor.complaints).toEqual([]);
  },
);

it.each(["sudoku", "minesweeper", "zebra"])(
  "moves nothing at all where its page keeps the room free while the script is on its way: %s",
  async (family) => {
    const tag = `<fast-slow id="a" family="${family}"></fast-slow><p>What comes next</p>`;
    const first = await lesson(tag);
    await boards(first).waitFor();
    const height = await first.page.locator("#a").evaluate((element) => element.getBoundingClientRect().height);
    // As the contract tells authors.
    const rule = `fast-slow { display: block; min-height: ${height}px }`;
    const visitor = await lesson(tag, {
      policy: `${toldPolicy()}; style-src 'unsafe-inline'`,
      head: `<style>${rule}</style>`,
    });
    await boards(visitor).waitFor();
    await ask(visitor, "a", "load");
    expect(await shift(visitor)).toBe(0);
  },
);

it("carries a poster of any other puzzle, drawn without an engine", async () => {
  const first = await lesson(`<fast-slow id="a" puzzle="${EASY}"></fast-slow>`);
  await boards(first).waitFor(); // by the engine, as it has none
  const poster = await ask<string>(first, "a", "snapshot");
  const visitor = await lesson(`<fast-slow id="a" puzzle="${EASY}" poster="${poster}"></fast-slow>`);
  await visitor.page.getByRole("gridcell", { name: /^row 1, column 1: 5/ }).waitFor();
  expect(visitor.page.workers()).toHaveLength(0);
  expect(await shift(visitor)).toBe(0);
});

// --- the game ----------------------------------------------------------------------------------------------------

it("plays in three modes and explains, from another origin and under the policy that authors are told", async () => {
  const visitor = await lesson(`<fast-slow id="a" show="system2"></fast-slow>`);
  const sources: (string | undefined)[] = [];
  for (const mode of ["system1", "both", "system2"]) {
    await visitor.page.evaluate((one) => document.getElementById("a")!.setAttribute("mode", one), mode);
    sources.push((await ask<{ source: string } | null>(visitor, "a", "step"))?.source);
  }
  expect([sources[0], sources[2]]).toEqual(["system1", "system2"]);
  expect((await ask<string[]>(visitor, "a", "explain")).join(" ")).toMatch(/\w+ .*\./);
  expect(await ask(visitor, "a", "hint")).toMatch(/\w/);
  expect((await stateOf(visitor, "a")).decisions).toBe(3);
  expect((await told(visitor)).map(([name]) => name)).toEqual(["ready", "decision", "decision", "decision"]);
  expect(visitor.complaints).toEqual([]);
});

it("solves by itself and tells every decision", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="..24.4.112.3..12" autoplay speed="instant"></fast-slow>`);
  await expect.poll(async () => (await told(visitor)).some(([name]) => name === "solve")).toBe(true);
  const state = await stateOf(visitor, "a");
  expect([state.status, state.playing]).toEqual(["solved", false]);
  const decisions = (await told(visitor)).filter(([name]) => name === "decision");
  expect(decisions).toHaveLength(state.decisions);
});

it("can be played with the keyboard alone, from the poster on", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="${EASY}" loading="now"></fast-slow>`);
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("ready");
  await visitor.cell(1, 3).focus();
  await visitor.page.keyboard.press("4");
  await expect.poll(async () => (await told(visitor)).filter(([name]) => name === "move").length).toBe(1);
  expect((await stateOf(visitor, "a")).values[2]).toBe(4);
});

it("has keys for fingers, once a cell was chosen", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="${EASY}" loading="now"></fast-slow>`, {
    width: 390,
    touch: true,
  });
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("ready");
  expect(await visitor.page.locator("fast-slow fs-pad").isVisible()).toBe(false);
  await visitor.cell(1, 3).tap();
  await visitor.page.locator("fast-slow fs-pad").getByRole("button", { name: /^4,/ }).tap();
  await expect.poll(async () => (await stateOf(visitor, "a")).values[2]).toBe(4);
});

it("keeps what its author has locked", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="${EASY}" lock="cells modes" loading="now"></fast-slow>`);
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("ready");
  await visitor.cell(1, 3).focus();
  await visitor.page.keyboard.press("4");
  await visitor.page.getByText("fixed what stands on the board").waitFor();
  expect((await stateOf(visitor, "a")).values[2]).toBeNull();
  expect(await visitor.page.locator("fast-slow .modes").getAttribute("inert")).not.toBeNull();
  expect(await ask(visitor, "a", "enter", 2, 4)).toBe(true);
});

it("makes a puzzle by its number, the same each time, and starts where its author wants", async () => {
  const tag = (id: string) =>
    `<fast-slow id="${id}" family="futoshiki" seed="7" size="4x4" steps="2" loading="now"></fast-slow>`;
  const visitor = await lesson(tag("a") + tag("b"));
  const ready = async () => (await told(visitor)).filter(([name]) => name === "ready").length;
  await expect.poll(ready).toBe(2);
  const [one, other] = [await stateOf(visitor, "a"), await stateOf(visitor, "b")];
  expect(one.puzzle).toBe(other.puzzle);
  expect(one.decisions).toBe(2);
});

// --- several -----------------------------------------------------------------------------------------------------

it("ten of them share one worker of each kind, and each has its own game", async () => {
  const ids = Array.from({ length: 10 }, (_, i) => `f${i}`);
  const visitor = await lesson(ids.map((id) => `<fast-slow id="${id}"></fast-slow>`).join(""));
  await boards(visitor).nth(9).waitFor();
  expect(visitor.page.workers()).toHaveLength(0);
  await Promise.all(ids.slice(0, 3).map((id) => ask(visitor, id, "step")));
  await Promise.all(ids.map((id, i) => (i % 2 === 0 ? ask(visitor, id, "step") : ask(visitor, id, "load"))));
  await ask(visitor, "f4", "hint");
  expect(visitor.page.workers()).toHaveLength(3);
  const made = await Promise.all(ids.map(async (id) => (await stateOf(visitor, id)).decisions));
  expect(made).toEqual([2, 1, 2, 0, 1, 0, 1, 0, 1, 0]);
  expect(visitor.complaints).toEqual([]);
});

it("one that is out of sight does not play, and goes on when it is seen again", async () => {
  const visitor = await lesson(`<fast-slow id="a" puzzle="${EASY}"></fast-slow><hr><p id="end">End</p>`);
  await visitor.page.evaluate(() => {
    const line = document.querySelector<HTMLElement>("hr")!;
    line.style.setProperty("margin-bottom", "3000px");
  });
  await ask(visitor, "a", "play");
  await expect.poll(async () => (await stateOf(visitor, "a")).playing).toBe(true);
  await visitor.page.locator("#end").scrollIntoViewIfNeeded();
  await expect.poll(async () => (await stateOf(visitor, "a")).playing).toBe(false);
  await visitor.page.locator("#a").scrollIntoViewIfNeeded();
  await expect.poll(async () => (await stateOf(visitor, "a")).playing).toBe(true);
});

it("leaves nothing behind where it is taken out, and goes on with its game where it comes back", async () => {
  const visitor = await lesson(`<fast-slow id="a"></fast-slow>`);
  await ask(visitor, "a", "step");
  await visitor.page.evaluate(async () => {
    const element = document.getElementById("a")!;
    (window as unknown as { kept: Element }).kept = element;
    void (element as FastSlowElement).step();
    element.remove();
    for (let round = 0; round < 30; round++) {
      const other = document.createElement("fast-slow") as FastSlowElement;
      document.body.append(other);
      void other.step();
      await new Promise((resolve) => setTimeout(resolve, 5));
      other.remove();
    }
  });
  await expect.poll(() => visitor.page.workers().length).toBe(0);
  await visitor.page.evaluate(() =>
    document.querySelector("main")!.append((window as unknown as { kept: Element }).kept),
  );
  expect(await ask(visitor, "a", "load")).toBe(true);
  expect((await stateOf(visitor, "a")).decisions).toBeGreaterThan(0);
  expect(visitor.complaints).toEqual([]);
});

// --- what goes wrong ---------------------------------------------------------------------------------------------

it.each([
  ["a puzzle that is none", `puzzle="&lt;img src=x onerror=alert(1)&gt;"`, /^error\./],
  ["a family that there is not", `family="nonsense"`, /^error\./],
  ["attributes that mean nothing", `mode="x" show="y" steps="-1" lang="zz" rules="&lt;b&gt;"`, /^element\.ignored$/],
  ["a poster that is none", `poster="9x9.d.AAAA"`, /^element\.ignored$/],
])("%s is told in the page and to the script, and throws nothing", async (_, attributes, key) => {
  const visitor = await lesson(`<fast-slow id="a" ${attributes} loading="near"></fast-slow>`);
  await expect.poll(async () => (await told(visitor)).find(([name]) => name === "error")?.[2].key).toMatch(key);
  const problem = (await told(visitor)).find(([name]) => name === "error")![2];
  expect(problem.reason).toMatch(/\w.*[.”]$/);
  expect(await visitor.page.locator("fast-slow img, fast-slow b").count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});

it("says that nothing comes, where nothing does", async () => {
  const visitor = await lesson(`<fast-slow id="a" loading="now"></fast-slow>`, {
    before: (page) => page.route("**/*.wasm.packed", () => undefined),
  });
  await expect
    .poll(async () => (await told(visitor)).filter(([name]) => name === "error").map(([, , { key }]) => key))
    .toContain("element.blocked");
});

it("says what a page’s policy keeps from it", async () => {
  const policy = toldPolicy().replace(/worker-src[^;]*/, "worker-src 'none'");
  const visitor = await lesson(`<fast-slow id="a" loading="now"></fast-slow>`, { policy });
  await expect
    .poll(async () => (await told(visitor)).find(([name]) => name === "error")?.[2].key)
    .toMatch(/^error\.worker/);
  await expect.poll(async () => (await stateOf(visitor, "a")).stage).toBe("failed");
});

it("works in a frame that has no origin", async () => {
  const visitor = await lesson("", { policy: "" });
  await visitor.page.evaluate((script) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.width = "700";
    frame.height = "800";
    frame.srcdoc = `<script type="module" src="${script}"></` + `script><fast-slow id="a"></fast-slow>`;
    document.body.append(frame);
  }, `${site.address}fast-slow.js`);
  const frame = visitor.page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Step" }).click();
  await frame
    .getByText(/System 1: row \d, column \d is \d/)
    .first()
    .waitFor();
});

// --- for everybody -----------------------------------------------------------------------------------------------

it.each([
  ["en", 1280, false],
  ["ko", 390, true],
] as const)("has no accessibility violation, as a poster and as a game (%s, %i wide)", async (lang, width, dark) => {
  const tag = `<fast-slow id="a" lang="${lang}" theme="auto" show="system1 arbitrator system2 decisions"></fast-slow>`;
  const visitor = await lesson(tag, { width, dark, policy: "" });
  await boards(visitor).waitFor();
  expect(await violations(visitor)).toEqual([]);
  await ask(visitor, "a", "step");
  expect(await violations(visitor)).toEqual([]);
  expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
});
