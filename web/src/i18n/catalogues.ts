// The words of each language, fetched when somebody reads it. Which languages there are: ../../i18n/languages.ts.

import { LANGUAGES, page, type Files, type Words } from "../../i18n/languages";

export { LANGUAGES, type Files, type Words };

/** The tag of one of these. */
export type Language = string;

const files: Files[] = [page];

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
    const all = await Promise.all(files.map((one) => one[language]!()));
    hold(language, Object.assign({}, ...all.map((one) => one.default)) as Words);
  } while (files.length > fetched); // somebody brought more meanwhile
}

/** Words of something that is loaded later: in every language that is here already, and in those that come. */
export async function fetchAlso(more: Files): Promise<void> {
  if (!files.includes(more)) files.push(more); // another try, perhaps
  const here = [...held.keys()];
  const fetched = await Promise.all(here.map((language) => more[language]!()));
  here.forEach((language, i) => hold(language, { ...held.get(language), ...fetched[i]!.default }));
}

export function wordsOf(language: Language): Words | undefined {
  return held.get(language);
}

/** The language that a tag means ("ko-KR"), if there is one. */
export const known = (tag: string | null | undefined): Language | undefined =>
  LANGUAGES.find((one) => one === tag?.split("-")[0]!.toLowerCase());

/** The language of the reader's browser, if there is a catalogue for it. */
export function preferredLanguage(offered: readonly string[]): Language {
  return offered.map(known).find((tag) => tag !== undefined) ?? "en";
}

/** The language that a page begins in: that of its address, else the browser's. */
export function firstLanguage(search: string, offered: readonly string[]): Language {
  const asked = new URLSearchParams(search).get("lang");
  return LANGUAGES.find((one) => one === asked) ?? preferredLanguage(offered);
}
