// The lean translator that the site is built with says what i18next says, of every sentence of all catalogues.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, it, vi } from "vitest";

import { repositoryPath } from "../../../../web/tools/node_transports";
import * as withLibrary from "../../../../web/src/i18n/i18n";

async function lean(): Promise<typeof withLibrary> {
  vi.resetModules();
  vi.doMock("i18next", () => import("../../../../web/src/i18n/lean"));
  expect((await import("i18next")).createInstance().constructor.name).toBe("Lean");
  return await import("../../../../web/src/i18n/i18n");
}

const gaps = (sentence: string) => [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!);

/** Of all pages together. */
function everyWord(language: string): Record<string, string> {
  const folder = repositoryPath("web/i18n");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => path.basename(file) === `${language}.json`,
  );
  expect(files.length).toBeGreaterThan(8);
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as object));
}

const pluralOf = (key: string) => key.replace(/_(one|other)$/, "");

const VALUES = ["7", "1·5", "row 3", "9행 2열", "$&", "{{x}}"];

it.each(["en", "ko"] as const)("says the same: %s", async (language) => {
  const words = everyWord(language);
  const small = await lean();
  for (const one of [withLibrary, small]) {
    one.learn(language, words);
    one.setLanguage(language);
  }
  const keys = Object.keys(words);
  expect(keys.length).toBeGreaterThan(1500);
  const formsOf = new Map<string, string[]>();
  for (const key of keys) formsOf.set(pluralOf(key), [...(formsOf.get(pluralOf(key)) ?? []), words[key]!]);
  let formatted = 0;
  for (const key of keys) {
    const sentence = words[key]!;
    const names = gaps(sentence);
    if (/\{\{[^}]*,/.test(sentence)) formatted += 1;
    for (const value of VALUES.slice(0, 5)) {
      const args = Object.fromEntries(names.map((name) => [name, value]));
      expect([key, small.t(key, args)]).toEqual([key, withLibrary.t(key, args)]);
    }
    const plural = pluralOf(key);
    const forms = formsOf.get(plural)!;
    for (const count of [0, 1, 2, 21]) {
      const args = { ...Object.fromEntries(forms.flatMap(gaps).map((name) => [name, "4"])), count };
      expect([plural, small.t(plural, args)]).toEqual([plural, withLibrary.t(plural, args)]);
    }
    expect(small.hasKey(plural)).toBe(withLibrary.hasKey(plural));
  }
  expect(language === "en" || formatted > 100).toBe(true);
  for (const key of ["nothing.like.it", "__proto__", "constructor"]) {
    expect(small.t(key)).toBe(withLibrary.t(key));
    expect(small.hasKey(key)).toBe(false);
  }
});
