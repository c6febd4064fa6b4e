// The language in use, and its words. Keys are flat; the C++ tool embeds en.json as it is.

import { createInstance, type i18n as I18n } from "i18next";

import { fetchAlso, fetchWords, hold, LANGUAGES, wordsOf, type Files, type Language, type Words } from "./catalogues";
import { withParticle } from "./korean";

const NAMESPACE = "translation";

const i18n: I18n = createInstance();
void i18n.init({
  lng: "en",
  fallbackLng: false, // both catalogues are whole
  supportedLngs: LANGUAGES,
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false }, // Lit escapes
});
// `{{value, josa(이/가)}}`: i18next hands the particle over as the name of an option.
i18n.services.formatter?.add("josa", (value, _language, options) => {
  const particle = Object.keys(options).find((name) => name.includes("/")) ?? "";
  return withParticle(String(value), particle);
});
// `{{value, each(도)}}`: after each item of a short list ("1·5" -> "1도 5도").
i18n.services.formatter?.add("each", (value, _language, options) => {
  const particle = Object.keys(options).find((name) => /^\p{Script=Hangul}+$/u.test(name)) ?? "";
  return String(value)
    .split("·")
    .map((item) => item + particle)
    .join(" ");
});

const listeners = new Set<() => void>();

export function language(): Language {
  return i18n.language as Language;
}

/** To a language whose words are here. */
export function setLanguage(next: Language): void {
  if (!i18n.hasResourceBundle(next, NAMESPACE)) i18n.addResourceBundle(next, NAMESPACE, wordsOf(next) ?? {});
  void i18n.changeLanguage(next);
  listeners.forEach((listener) => listener());
}

/** Fetches the words first, if need be. Rejects where they cannot be fetched; the present language stays. */
export async function switchLanguage(next: Language): Promise<void> {
  await fetchWords(next);
  setLanguage(next);
}

/** More words of a language, of which some are here already. */
export function learn(more: Language, words: Words): void {
  hold(more, { ...wordsOf(more), ...words });
  i18n.addResourceBundle(more, NAMESPACE, wordsOf(more) ?? {});
  listeners.forEach((listener) => listener());
}

/** Words of something that is loaded later. Rejects where they cannot be fetched. */
export async function alsoSpeak(more: Files): Promise<void> {
  await fetchAlso(more);
  for (const one of LANGUAGES) {
    if (i18n.hasResourceBundle(one, NAMESPACE)) i18n.addResourceBundle(one, NAMESPACE, wordsOf(one) ?? {});
  }
}

export function t(key: string, args: Record<string, string | number> = {}): string {
  return i18n.t(key, args);
}

export function hasKey(key: string): boolean {
  return i18n.exists(key);
}

/** Calls back whenever the language changes; returns the function that stops it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
