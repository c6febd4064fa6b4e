// A third language is one file and nothing else: in one that has accents on all vowels and is half as long again, whatever is
// read or heard on a page has come out of that file, and no page becomes wider than its window.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";

import { ROOMS, wordsIn } from "../../../web/i18n/languages";
import type { FastSlowElement } from "../../../web/src/element/contract";
import { repositoryPath } from "../../../web/tools/node_transports";
import { serveSite, type SiteServer } from "./site_server";
import { EASY, shows, Visitor, withBrowser } from "./visitor";

withBrowser();

/** The page's own name; and what the browser itself says (Intl) of lists and numbers, in whatever language it is asked to. */
const SAME = /^(fast|slow|and|million)$/;

const ACCENTS: Record<string, string> = {
  ...{ a: "áá", e: "éé", i: "íí", o: "óó", u: "úú", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú" },
};

/** Gaps stay what they are. */
const accented = (sentence: string): string =>
  sentence.replace(/\{\{[^}]*\}\}|[aeiouAEIOU]/g, (found) => ACCENTS[found] ?? found);

/** A site of the same sources, whose folder of languages has one file more. It is no part of what the others test. */
const folder = mkdtempSync(path.join(tmpdir(), "fast-slow-pseudo-"));
let site: SiteServer;

beforeAll(async () => {
  const words = ROOMS.flatMap((room) => Object.entries(wordsIn(room, "en")));
  const own = Object.fromEntries(words.map(([key, sentence]) => [key, accented(sentence)]));
  mkdirSync(path.join(folder, "languages"));
  writeFileSync(path.join(folder, "languages/qps.json"), JSON.stringify({ ...own, "language.own": "Pséúdó" }));
  execFileSync("npx", ["vite", "build", "--logLevel", "error", "--outDir", path.join(folder, "site")], {
    cwd: repositoryPath("."),
    stdio: "pipe",
    env: { ...process.env, FASTSLOW_LANGUAGES: path.join(folder, "languages") },
  });
  site = await serveSite(path.join(folder, "site"));
}, 900_000);
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The words that come from elsewhere: text that is drawn, and what is said in its place. */
const foreign = (page: Page) =>
  page.evaluate(() => {
    const texts: string[] = [];
    const look = (root: ParentNode): void => {
      for (const one of root.querySelectorAll<HTMLElement>("*")) {
        if (one.matches("script, style, noscript, option[lang], .cm-editor, textarea, pre, code")) continue;
        // A figure is heard by its own name and its table; what a library calls its parts is not.
        if (one.closest("pre, code, .cm-editor, [role=img] *, [aria-hidden=true]")) continue;
        for (const name of ["aria-label", "title", "alt", "placeholder", "aria-valuetext"])
          texts.push(one.getAttribute(name) ?? "");
        for (const child of one.childNodes)
          if (child.nodeType === Node.TEXT_NODE && one.checkVisibility()) texts.push(child.nodeValue ?? "");
        if (one.shadowRoot) look(one.shadowRoot);
      }
    };
    look(document.body);
    return [...new Set(texts.flatMap((text) => text.match(/[\p{L}]+/gu) ?? []))];
  });

const plain = (words: string[]) => words.filter((word) => /^[A-Za-z]*[aeiou][A-Za-z]*$/.test(word) && !SAME.test(word));

async function arrive(page: string, query: Record<string, string> = {}): Promise<Visitor> {
  const context = { viewport: { width: 390, height: 844 } };
  return await Visitor.arrive({ site: site.address, page, query: { lang: "qps", ...query }, context });
}

async function isWhole({ page, complaints }: Visitor): Promise<void> {
  const words = await foreign(page);
  expect(words.filter((word) => /[áéíóú]/.test(word)).length).toBeGreaterThan(20);
  expect(plain(words)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
}

it("on the play page, with a proof", async () => {
  const visitor = await (await arrive("", { puzzle: EASY, mode: "system2" })).bothReady();
  await visitor.page.locator("fs-controls .primary, button.primary").first().click();
  await shows(visitor.page.locator("fs-decisions"), /Systéém 2: /);
  await isWhole(visitor);
});

it.each([
  ["lab.html", "fs-lane"],
  ["guide.html", "fs-article section"],
  ["studio.html", "fs-studio fast-slow fs-board svg"],
])("on %s", async (page, there) => {
  const visitor = await arrive(page);
  await visitor.page.locator(there).first().waitFor();
  await isWhole(visitor);
});

it("is offered beside the others, and chosen", async () => {
  const visitor = await arrive("studio.html");
  const chooser = visitor.page.locator("header select");
  await chooser.waitFor();
  expect(await chooser.locator("option").allTextContents()).toEqual(["English", "한국어", "Pséúdó"]);
  await visitor.page.locator("fs-studio fast-slow[lang=qps]").first().waitFor();
  expect(await visitor.page.locator("fs-studio select option[value=qps]").count()).toBeGreaterThan(0);
  await chooser.selectOption("ko");
  await expect.poll(() => visitor.page.evaluate(() => document.documentElement.lang)).toBe("ko");
  await chooser.selectOption("qps");
  await expect.poll(() => visitor.page.evaluate(() => document.documentElement.lang)).toBe("qps");
  // The tag itself, by its attribute, with the game’s words too.
  const said = await visitor.page.evaluate(async () => {
    const tag = document.querySelector("fs-studio")!.shadowRoot!.querySelector("fast-slow") as FastSlowElement;
    tag.mode = "system2";
    return [(await tag.step())?.said, await tag.explain()].flat().join(" ");
  });
  expect(said).toMatch(/[áéíóú]{2}/);
});
