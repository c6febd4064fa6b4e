// Which languages there are, and their words: each catalogue is a file of its own, fetched when somebody reads it.

export const LANGUAGES = ["en", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];

export type Words = Record<string, string>;

/** How a catalogue of each language is fetched. */
export type Files = Record<Language, () => Promise<{ default: Words }>>;

const files: Files[] = [{ en: () => import("../../i18n/en.json"), ko: () => import("../../i18n/ko.json") }];

const held = new Map<Language, Words>();

/** Puts words in place that came another way. */
export function hold(language: Language, words: Words): void {
  held.set(language, words);
}

/** Words that only one page has. Before any are fetched. */
export function alsoFetch(more: Files): void {
  files.push(more);
}

/** Rejects where they cannot be fetched. */
export async function fetchWords(language: Language): Promise<void> {
  if (held.has(language)) return;
  let fetched: number;
  do {
    fetched = files.length;
    const all = await Promise.all(files.map((one) => one[language]()));
    hold(language, Object.assign({}, ...all.map((one) => one.default)) as Words);
  } while (files.length > fetched); // somebody brought more meanwhile
}

/** Words of something that is loaded later: in every language that is here already, and in those that come. */
export async function fetchAlso(more: Files): Promise<void> {
  if (!files.includes(more)) files.push(more); // another try, perhaps
  const here = [...held.keys()];
  const fetched = await Promise.all(here.map((language) => more[language]()));
  here.forEach((language, i) => hold(language, { ...held.get(language), ...fetched[i]!.default }));
}

export function wordsOf(language: Language): Words | undefined {
  return held.get(language);
}

/** The language of the reader's browser, if there is a catalogue for it. */
export function preferredLanguage(offered: readonly string[]): Language {
  const first = offered.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => LANGUAGES.includes(tag as Language));
  return (first as Language | undefined) ?? "en";
}

/** The language that a page begins in: that of its address, else the browser's. */
export function firstLanguage(search: string, offered: readonly string[]): Language {
  const asked = new URLSearchParams(search).get("lang");
  return LANGUAGES.find((one) => one === asked) ?? preferredLanguage(offered);
}
