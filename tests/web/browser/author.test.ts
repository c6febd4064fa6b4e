// An author: mistakes are named with their line, what is typed is kept, and a link carries the whole puzzle.

import { expect, inject, it } from "vitest";
import type { Locator } from "playwright-core";

import { violations } from "./axe";
import { FIRST_CELLS, Visitor, shows, withBrowser } from "./visitor";

withBrowser();

const PUZZLE = JSON.stringify(
  {
    format: "fastslow-puzzle/1",
    title: "두 칸",
    about: "두 칸의 합은 3이고 왼쪽이 작습니다.",
    grid: { rows: 1, columns: 2, values: [1, 2] },
    constraints: [
      { kind: "sum", name: "합", cells: "r1c*", equals: 3 },
      { kind: "less", name: "왼쪽이 작음", cells: ["r1c1", "r1c2"] },
    ],
  },
  null,
  1,
);

const editor = ({ page }: Visitor): Locator => page.locator("fs-editor .cm-content");
const findings = ({ page }: Visitor): Locator => page.locator("fs-findings");
const text = (visitor: Visitor): Promise<string> =>
  editor(visitor).evaluate((content: HTMLElement) => content.innerText);

async function arrive(visit: Parameters<typeof Visitor.arrive>[0] = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive({ ...visit, page: "author.html" });
  await editor(visitor).waitFor();
  return await visitor.ready();
}

/** Puts a text in place of what is there, as a paste does. */
async function write(visitor: Visitor, typed: string): Promise<void> {
  await editor(visitor).click();
  await visitor.page.keyboard.press("Control+a");
  await visitor.page.keyboard.insertText(typed);
}

it("names mistakes with their line, keeps the last board, and shows the mended one", async () => {
  const author = await arrive();
  await shows(findings(author), "Valid");

  await write(author, PUZZLE.replace('"두 칸",', '"두 칸"'));
  await shows(findings(author), /Line 3 A comma is missing after this/);
  expect(await author.page.locator(".stale fs-board").count()).toBe(1);
  expect(await author.page.locator("fs-board g[role=gridcell]").count()).toBe(16);

  await write(author, PUZZLE.replace('"sum"', '"sums"'));
  await shows(findings(author), /Line 1\d Did you mean “sum”\?/);

  // Only the engine knows the cells.
  await write(author, PUZZLE.replace('"r1c2"', '"r9c9"'));
  await shows(findings(author), /Line 2\d There is no cell called “r9c9”/);
  await findings(author).locator("button").click();
  await expect.poll(() => author.page.locator("fs-editor .cm-activeLine").innerText()).toContain("r9c9");

  await write(author, PUZZLE);
  await shows(findings(author), "Valid");
  await expect.poll(() => author.page.locator("fs-board g[role=gridcell]").count()).toBe(2);
  await shows(author.page.locator("fs-author .middle"), /두 칸 .*두 칸의 합은 3이고/);
  await expect.poll(() => author.page.locator(".stale").count()).toBe(0);
  expect(author.complaints).toEqual([]);
});

it("keeps the line in sight that is being written", async () => {
  const author = await arrive();
  await editor(author).click();
  await author.page.keyboard.press("Control+End");
  await author.page.keyboard.type("x\ny\nz");
  await findings(author).locator("button").first().waitFor();
  const bottomOf = (selector: string) =>
    author.page.locator(selector).evaluate((element) => element.getBoundingClientRect().bottom);
  await expect
    .poll(async () => (await bottomOf("fs-editor .cm-activeLine")) - (await bottomOf("fs-editor .cm-scroller")))
    .toBeLessThanOrEqual(0);
});

it("lets a board be looked at, but not played on, that the text is no longer of", async () => {
  const author = await arrive();
  const check = author.page.locator("fs-check");
  await write(author, PUZZLE);
  await shows(check, /^Check Solutions exactly one/);
  await author.cell(1, 1).click();
  await author.page.keyboard.press("2");
  await expect.poll(() => author.label(1, 1)).toContain(": 2, You");

  await write(author, PUZZLE.replace("]", ""));
  await shows(check, /^Check of the last valid text Solutions exactly one/);
  for (const name of ["Step", "Play", "Hint", "Undo", "Start over"])
    await expect.poll(() => author.button(name).isDisabled()).toBe(true);
  await author.cell(1, 1).click();
  await author.page.keyboard.press("1");
  await shows(author.notices(), "The last valid board. The text has changed since.");
  await expect.poll(() => author.label(1, 1)).toContain(": 2, You");

  // Mended, the game and the examination go on where they were.
  await author.button("Undo in the text").click();
  await shows(check, /^Check Solutions exactly one/);
  await author.button("Undo").click();
  await expect.poll(() => author.label(1, 1)).not.toContain(": 2, You");
  expect(author.complaints).toEqual([]);
});

it("offers what may be written, with the keyboard alone", async () => {
  const author = await arrive();
  await write(author, '{ "format": "fastslow-puzzle/1", "gr');
  await author.page.keyboard.type("i");
  const offer = author.page.locator("fs-editor .cm-tooltip-autocomplete li[aria-selected]");
  await expect.poll(() => offer.innerText().catch(() => "")).toBe("grid");
  await author.page.waitForTimeout(150); // an offer that has just appeared is not taken by accident
  await author.page.keyboard.press("Enter");
  await expect.poll(() => text(author)).toContain('"grid": {}');
  await author.page.keyboard.type('"');
  await expect.poll(() => offer.innerText().catch(() => "")).toBe("columns");
  await author.page.keyboard.press("Escape");
  // Tab leaves the editor, as everywhere on the page. (CodeMirror takes its own class off some time after the focus.)
  await author.page.keyboard.press("Tab");
  await expect.poll(() => author.page.locator("fs-editor :focus").count()).toBe(0);
  expect(await text(author)).not.toContain("\t");
  expect(author.complaints).toEqual([]);
});

it("counts solutions, measures the difficulty, and plays with both systems", async () => {
  const author = await arrive();
  await write(author, PUZZLE);
  await shows(author.page.locator("fs-check"), /Solutions exactly one Difficulty easy · \d+ steps?/);
  await author.speed("instant");
  await author.mode("System 2");
  await author.button("Step").click();
  await shows(author.page.locator("fs-system2"), "Proved");
  await author.mode("System 1");
  await author.button("Play").click();
  await shows(author.page.locator("fs-author .status"), "Solved");

  await write(author, PUZZLE.replace(/,\s*\{[^{}]*"less"[^{}]*\}/, ""));
  await shows(author.page.locator("fs-check"), /Solutions more than one For example, row 1, column 1 can be/);
  expect(author.complaints).toEqual([]);
});

it("hands on the whole puzzle in a link and a frame, and takes it back", async () => {
  const author = await arrive({ query: { lang: "en" } });
  await write(author, PUZZLE);
  const frame = author.page.locator("fs-share #frame");
  await expect.poll(() => frame.inputValue().catch(() => "")).toContain('title="두 칸"');
  const url = await author.page.locator("fs-share #link").inputValue();
  expect(url).toContain("#puzzle=d.");

  // The play view shows it, with the author's words, and keeps it in its address.
  await author.page.goto(url);
  await author.ready();
  await shows(author.page.locator("fs-app .middle"), "두 칸 · 2×1");
  await shows(author.page.locator("fs-app .middle"), "왼쪽이 작습니다");
  await author.cell(1, 1).click();
  await author.page.keyboard.press("1");
  await author.address({ family: "custom", moves: "0.1" });
  expect(new URL(author.page.url()).searchParams.get("puzzle")).toBeNull();
  await author.page.reload();
  await author.ready();
  await expect.poll(() => author.label(1, 1)).toMatch(/: 1, /);

  // And from there it can be changed.
  await author.page.getByRole("link", { name: "Create" }).click();
  await editor(author).waitFor();
  await shows(findings(author), "Valid");
  expect(await text(author)).toContain('"title": "두 칸"');
  expect(author.complaints).toEqual([]);
});

it("hands on a frame that shows what the author chose, and a link that does so only if asked", async () => {
  const author = await arrive({ query: { lang: "en" } });
  await write(author, PUZZLE);
  const link = author.page.locator("fs-share #link");
  const frame = author.page.locator("fs-share #frame");
  const hidden = async (field: Locator) => /[?&](?:amp;)?hide=(\w+)/.exec(await field.inputValue())?.[1] ?? "";
  const height = async () => Number(/height="(\d+)"/.exec(await frame.inputValue())?.[1]);
  await expect.poll(() => hidden(frame).catch(() => "")).toBe("header_new_arbitrator_decisions");
  expect(await hidden(link)).toBe("");
  const usual = await height();
  for (const name of ["Mode switch", "System 1", "System 2"])
    await author.page.getByLabel(name, { exact: true }).last().uncheck();
  await expect.poll(() => hidden(frame)).toBe("header_modes_new_system1_arbitrator_system2_decisions");
  expect(await height()).toBeLessThan(usual);
  expect(await hidden(link)).toBe("");
  await author.page.getByLabel("The same for the link").check();
  await expect.poll(() => hidden(link)).toBe(await hidden(frame));

  // What was chosen outlives a reload, and is what the frame shows.
  await author.page.reload();
  await expect.poll(() => hidden(link).catch(() => "")).toBe("header_modes_new_system1_arbitrator_system2_decisions");
  const preview = (await author.page.getByRole("link", { name: "See what is in the frame" }).getAttribute("href"))!;
  await author.page.goto(preview);
  await author.ready();
  await shows(author.page.locator("fs-app .middle"), "두 칸 · 2×1");
  expect(await author.page.locator("fs-app header, fs-modes, fs-system1, fs-system2").count()).toBe(0);
  const way = await author.page.getByRole("link", { name: "Open in fast·slow" }).getAttribute("href");
  expect(way).toMatch(/^\.\/\?(?!.*hide).*#puzzle=/);
  expect(author.complaints).toEqual([]);
});

it("a damaged link costs one sentence", async () => {
  const visitor = await Visitor.arrive();
  await visitor.page.goto(`${inject("site")}?family=custom#puzzle=d.brokenlink`);
  await visitor.page.reload();
  await visitor.ready();
  await shows(visitor.notices(), "The link is damaged or was cut off.");
  expect(await visitor.page.locator("fs-board g[role=gridcell]").count()).toBe(FIRST_CELLS);
});

it("never loses what was typed: reload, undo, example, earlier draft", async () => {
  const author = await arrive();
  await write(author, PUZZLE.replace("두 칸", "first try"));
  await shows(findings(author), "Valid");
  await author.page.reload();
  await editor(author).waitFor();
  expect(await text(author)).toContain("first try");
  await author.button("Undo in the text").click();
  await expect.poll(() => text(author)).toContain("A small Sudoku");
  await author.button("Redo in the text").click();
  await expect.poll(() => text(author)).toContain("first try");

  // With the keyboard alone.
  const starts = author.page.locator("fs-starts");
  await starts.locator("summary").focus();
  await author.page.keyboard.press("Enter");
  for (let n = 0; n < 6; n++) await author.page.keyboard.press("Tab");
  await author.page.keyboard.press("Enter");
  await expect.poll(() => text(author)).toContain("A magic square");
  expect(await starts.locator("details[open]").count()).toBe(0);
  await author.page.keyboard.press("Space");
  await shows(starts, "first try");
  await author.page.keyboard.press("Tab");
  await author.page.keyboard.press("Escape");
  expect(await starts.locator("details[open]").count()).toBe(0);
  expect(await text(author)).toContain("A magic square");
  await author.button("Undo in the text").click();
  await expect.poll(() => text(author)).toContain("first try");
});

it.each(["light", "dark"].flatMap((theme) => ["en", "ko"].map((lang) => ({ theme, lang }))))(
  "has no accessibility violation ($theme, $lang)",
  async ({ theme, lang }) => {
    const author = await arrive({ query: { theme, lang }, context: { reducedMotion: "reduce" } });
    await author.page.locator("fs-check dd.good").waitFor();
    await author.page.locator("fs-author details.form summary").click();
    expect(await violations(author)).toEqual([]);
    await author.page.locator("fs-starts summary").click();
    expect(await violations(author)).toEqual([]);
    await author.page.locator("fs-starts summary").click();
    await write(author, "{ nothing");
    await findings(author).locator("button").first().waitFor();
    expect(await violations(author)).toEqual([]);
  },
);

it.each([320, 390])("fits a phone of %i pixels without sideways scrolling", async (width) => {
  const context = { viewport: { width, height: 844 }, hasTouch: true, isMobile: true };
  const author = await arrive({ query: { lang: "ko" }, context });
  await author.ready();
  await author.page.locator("fs-share #link").waitFor();
  expect(
    await author.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
});

it("goes on in a plain field when the editor cannot be fetched", async () => {
  const visitor = await Visitor.arrive({
    page: "author.html",
    before: (page) => page.route(/codemirror-/, (route) => route.abort()),
  });
  const field = visitor.page.locator("fs-editor textarea");
  await field.fill("{");
  await shows(visitor.page.locator("fs-findings"), /Line 1/);
});

it("begins with an empty board to draw on, for whoever wants none of the examples", async () => {
  const visitor = await arrive();
  await visitor.page.locator("fs-starts summary").click();
  await visitor.page.locator("fs-starts").getByRole("button", { name: "6×6" }).click();
  await visitor.page.locator("fs-draw").waitFor();
  await expect.poll(() => visitor.page.locator("fs-draw g[role=gridcell]").count()).toBe(36);
  expect(await text(visitor)).toContain('"boxes": "all_different"');
});
