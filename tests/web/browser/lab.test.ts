// The lab: boards race, branch and replay, figures have their numbers, and bad input costs a sentence.

import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, drawn, shows, withBrowser } from "./visitor";

withBrowser();

const page = "lab.html";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** The play page's first puzzle: System 1 goes wrong in it. */
const TRICKY = { family: "sudoku", puzzle: "[diagonals].........6..456132.1..6......66.5..." };

const boards = (visitor: Visitor) => visitor.page.locator("fs-lane");

async function open(query: Record<string, string> = {}, context = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive({ page, query: { ...TRICKY, tempo: "instant", ...query }, context });
  await boards(visitor).last().locator("fs-board svg[aria-busy=false]").waitFor();
  return visitor;
}

const press = (visitor: Visitor, name: string) =>
  visitor.page.getByRole("button", { name, exact: true }).first().click();

it("races three boards with one worker for each system, marks where they disagree, and goes back", async () => {
  const visitor = await open();
  await press(visitor, "Play");
  await shows(visitor.page.locator("fs-race .disputed"), "First disagreement");
  await shows(boards(visitor).nth(1), "Solved.");
  await shows(boards(visitor).nth(2), "Solved.");
  const workers = visitor.page.workers().map((worker) => worker.url().split("/").at(-1)!.split("-")[0]);
  expect(workers.sort()).toEqual(["games.worker", "policy.worker", "wasm.worker"]);
  await press(visitor, "Start over");
  await shows(boards(visitor).first(), "Nothing is decided yet.");
  // The keyboard moves the clock.
  await visitor.page.locator("fs-race .clock input").focus();
  await visitor.page.keyboard.press("ArrowRight");
  await shows(visitor.page.locator("fs-race .clock output"), "1 decision");
  expect(visitor.complaints).toEqual([]);
});

it("branches from a decision, and the address leads to the branch", async () => {
  const visitor = await open({ lanes: "system1" });
  await press(visitor, "Step");
  await shows(visitor.page.locator("fs-race .clock output"), "1 decision");
  await press(visitor, "Step");
  await shows(visitor.page.locator("fs-race .clock output"), "2 decisions");
  const [first] = [boards(visitor).first()];
  await first.getByText("What if?").click();
  await first.getByLabel("Who decides instead").selectOption("system2");
  await press(visitor, "Play on from here");
  await shows(boards(visitor).nth(1), "in place of its decision 2");
  await press(visitor, "Play");
  await shows(boards(visitor).nth(1), "Solved.");
  await visitor.page.waitForURL(/from1-1/);
  await visitor.page.reload();
  await shows(boards(visitor).nth(1), "in place of its decision 2");
});

it("saves a game and replays it; damaged ones, foreign text and what is far too long cost a sentence", async () => {
  const visitor = await open({ lanes: "threshold-0.8" });
  await press(visitor, "Play");
  await shows(boards(visitor).first(), "Solved.");
  await boards(visitor).first().getByText("What if?").click();
  const [download] = await Promise.all([
    visitor.page.waitForEvent("download"),
    press(visitor, "Save this game as a file"),
  ]);
  const text = await readFile(await download.path(), "utf8");
  await visitor.page.getByText("Your own puzzle, or a recorded game").click();
  const own = visitor.page.locator("details.own");
  const paste = async (content: string) => {
    // Set at once: typing ten megabytes takes longer than reading them.
    await own.locator("textarea").evaluate((area, value) => ((area as HTMLTextAreaElement).value = value), content);
    await press(visitor, "Race on it");
  };
  await paste(text.slice(0, -30));
  await shows(own, "it is not valid JSON");
  await paste(text.replace("fastslow-trace/2", "fastslow-trace/9"));
  await shows(own, "does not know");
  await paste("nothing of the kind");
  await own.getByRole("alert").waitFor();
  await paste("1".repeat(10_000_000));
  await shows(own, "10 million characters");
  await shows(boards(visitor).first(), "Solved.");
  const file = join(tmpdir(), `lab-${process.pid}.json`);
  await writeFile(file, text);
  await own.locator("input[type=file]").setInputFiles(file);
  await shows(boards(visitor).nth(1), "Decisions recorded");
  expect(await own.getByRole("alert").count()).toBe(0);
});

it("measures on this machine, and shows what it measured with its numbers", async () => {
  const visitor = await open({ lanes: "system2" });
  const section = visitor.page.locator("#run");
  await section.scrollIntoViewIfNeeded();
  const form = section.locator("fs-measure");
  await form.getByLabel("How many").fill("0");
  await form.getByRole("button", { name: "Measure" }).click();
  await shows(form.getByRole("alert"), "from 1 to 500");
  await form.getByLabel("How many").fill("2");
  await form.getByLabel("Size").selectOption({ index: 0 });
  await form.getByRole("button", { name: "Measure" }).click();
  await shows(form.getByRole("status"), "All 6 games are played.");
  await form.getByText("The numbers as a table").click();
  await shows(form.locator("tbody"), "System 2 alone");
  await form.locator(".drawing svg").waitFor();
  const [csv] = await Promise.all([
    visitor.page.waitForEvent("download"),
    form.getByRole("button", { name: /^CSV/ }).click(),
  ]);
  expect((await readFile(await csv.path(), "utf8")).split("\r\n")[0]).toContain("name,setting");
  expect(visitor.complaints).toEqual([]);
});

it.each([
  { theme: "light", lang: "en", context: {} },
  { theme: "dark", lang: "ko", context: PHONE },
])("has no accessibility violation, fits, and draws every figure ($theme, $lang)", async ({ theme, lang, context }) => {
  const visitor = await open({ theme, lang }, context);
  await visitor.page.locator("#small").scrollIntoViewIfNeeded();
  await drawn(visitor.page.locator("fs-small"), 3);
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
