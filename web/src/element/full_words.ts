// All words of a language, beyond the few that a poster has.

import type { Language } from "../i18n/catalogues";
import { learn } from "../i18n/i18n";

const WORDS = { en: () => import("../../i18n/en.json"), ko: () => import("../../i18n/ko.json") };

/** All that is said of a game. Rejects where it cannot be fetched. */
export async function fetchWords(language: Language): Promise<void> {
  learn(language, (await WORDS[language]()).default);
}
