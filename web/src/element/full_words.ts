// All words of a language, beyond the few that a poster has.

import { page } from "../../i18n/languages";
import type { Language } from "../i18n/catalogues";
import { learn } from "../i18n/i18n";

/** All that is said of a game. Rejects where it cannot be fetched. */
export async function fetchWords(language: Language): Promise<void> {
  learn(language, (await page[language]!()).default);
}
