// The promise in the lab: wishes with and without sense, a certificate raced on, games as files.

import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, it } from "vitest";

import { violations } from "./axe";
import { Visitor, drawn, shows, withBrowser } from "./visitor";

withBrowser();

async function open(query: Record<string, string> = {}, context = {}) {
  const lanes = { family: "sudoku", puzzle: "..2..4..1......2", lanes: "system2", tempo: "instant" };
  const visitor = await Visitor.arrive({ page: "lab.html", query: { ...lanes, ...query }, context });
  await visitor.page.locator("#guarantee").scrollIntoViewIfNeeded();
  const section = visitor.page.locator("fs-guarantee");
  await section.locator(".found").waitFor();
  return { visitor, section };
}

it("certifies a threshold, refuses what cannot be promised, and goes on with bets while one races", async () => {
  const { visitor, section } = await open();
  const found = section.locator(".found");
  await shows(found, "System 1 may be trusted from");
  await shows(found, "void for what is raced on just now");
  await drawn(section, 3);
  await shows(section.locator("fs-figure").nth(1).locator("figcaption"), "dealt anew 1,000 times");

  const alpha = section.locator("input[name=alpha]");
  for (const wrong of ["0", "100", "-3", "many"]) {
    await alpha.fill(wrong);
    await alpha.press("Enter");
    await shows(section.getByRole("alert"), "between 0% and 100%");
  }
  await alpha.fill("0.05");
  await alpha.press("Enter");
  await shows(found, "it takes at least 4,605 games");
  await alpha.fill("5");
  await alpha.press("Enter");
  await shows(found, "System 1 may be trusted from");

  const [download] = await Promise.all([
    visitor.page.waitForEvent("download"),
    section.getByRole("button", { name: "Save these games as a file" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  const file = join(tmpdir(), `calibration-${process.pid}.json`);
  const load = async (content: string) => {
    await writeFile(file, content);
    await section.locator("input[type=file]").setInputFiles(file);
  };
  await load(text.slice(0, 99));
  await shows(section.getByRole("alert"), "not valid JSON");
  await load(text.replace(/"network":"..../, '"network":"0000'));
  await shows(section.getByRole("alert"), "another network");
  await shows(found, "System 1 may be trusted from");
  await load(text);
  await shows(section.locator("select option:checked"), "From a file");
  expect(await section.getByRole("alert").count()).toBe(0);

  await section.getByRole("button", { name: "Race by it on a new puzzle" }).click();
  const lane = visitor.page.locator("fs-lane").first();
  await shows(lane.locator("select"), "With a guarantee");
  await lane.locator("fs-board svg[aria-busy=false]").waitFor();
  await visitor.page.getByRole("button", { name: "Play", exact: true }).first().click();
  await shows(lane, "Solved.");
  await shows(section.locator(".bets + p"), "so far: 1");
  expect(await section.locator(".found .problem").count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});

it("has no accessibility violation and fits on a phone, in Korean and in the dark", async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { visitor, section } = await open({ theme: "dark", lang: "ko" }, phone);
  await drawn(section, 3);
  expect(await violations(visitor)).toEqual([]);
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await visitor.page.evaluate(wider)).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
