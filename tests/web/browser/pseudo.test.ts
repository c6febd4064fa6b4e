// A third language is a catalogue and nothing else: in one that has accents on all vowels and is half as long again, whatever is
// read or heard on a page has come out of the catalogue, and no page becomes wider than its window.

import type { Page } from "playwright-core";
import { expect, it } from "vitest";

import { EASY, shows, Visitor, withBrowser } from "./visitor";

withBrowser();

/** The page's own name; and how the browser itself joins a list (Intl.ListFormat), in whatever language it is asked to. */
const SAME = /^(fast|slow|and)$/;

/** Gaps stay what they are. */
const PSEUDO = `const accents = { a: "áá", e: "éé", i: "íí", o: "óó", u: "úú", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú" };
for (const key in e) e[key] = e[key].replace(/\\{\\{[^}]*\\}\\}|[aeiouAEIOU]/g, (found) => accents[found] ?? found);`;

/** Every English catalogue, as it arrives. */
async function speakPseudo(page: Page): Promise<void> {
  await page.route("**/assets/en-*.js", async (route) => {
    const response = await route.fetch();
    const text = (await response.text()).replace(/export\s*\{\s*e as default/, `${PSEUDO}$&`);
    await route.fulfill({ response, body: text });
  });
}

/** The words that come from elsewhere: text that is drawn, and what is said in its place. Not of <fast-slow>, which has its
 *  poster's words in itself. */
const foreign = (page: Page) =>
  page.evaluate(() => {
    const texts: string[] = [];
    const look = (root: ParentNode): void => {
      for (const one of root.querySelectorAll<HTMLElement>("*")) {
        if (one.matches("fast-slow, script, style, noscript, [lang=ko], .cm-editor, textarea, pre, code")) continue;
        // A figure is heard by its own name and its table; what a library calls its parts is not.
        if (one.closest("fast-slow, pre, code, .cm-editor, [role=img] *, [aria-hidden=true]")) continue;
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
  return await Visitor.arrive({ page, query: { lang: "en", ...query }, context, before: speakPseudo });
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
  ["studio.html", "fs-studio fast-slow"],
])("on %s", async (page, there) => {
  const visitor = await arrive(page);
  await visitor.page.locator(there).first().waitFor();
  await isWhole(visitor);
});
