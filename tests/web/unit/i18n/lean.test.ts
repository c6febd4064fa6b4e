// The lean translator of <fast-slow> says what i18next says, of every sentence of both catalogues.

import { expect, it, vi } from "vitest";

import en from "../../../../web/i18n/en.json";
import ko from "../../../../web/i18n/ko.json";
import * as withLibrary from "../../../../web/src/i18n/i18n";

async function lean(): Promise<typeof withLibrary> {
  vi.resetModules();
  vi.doMock("i18next", () => import("../../../../web/src/i18n/lean"));
  expect((await import("i18next")).createInstance().constructor.name).toBe("Lean");
  return await import("../../../../web/src/i18n/i18n");
}

const gaps = (sentence: string) => [...sentence.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!);

const VALUES = ["7", "1·5", "row 3", "9행 2열", "$&", "{{x}}"];

it.each([
  ["en", en],
  ["ko", ko],
] as const)("says the same: %s", async (language, words) => {
  const small = await lean();
  for (const one of [withLibrary, small]) {
    one.learn(language, words);
    one.setLanguage(language);
  }
  const keys = Object.keys(words);
  expect(keys.length).toBeGreaterThan(500);
  let formatted = 0;
  for (const key of keys) {
    const sentence = (words as Record<string, string>)[key]!;
    const names = gaps(sentence);
    if (/\{\{[^}]*,/.test(sentence)) formatted += 1;
    for (const value of VALUES.slice(0, 5)) {
      const args = Object.fromEntries(names.map((name) => [name, value]));
      expect([key, small.t(key, args)]).toEqual([key, withLibrary.t(key, args)]);
    }
    const plural = key.replace(/_(one|other)$/, "");
    const forms = keys
      .filter((form) => form.startsWith(plural))
      .map((form) => (words as Record<string, string>)[form]!);
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
