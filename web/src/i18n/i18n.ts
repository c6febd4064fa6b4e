// The two catalogues and the language in use. Keys are flat; the C++ tool embeds en.json as it is.

import { createInstance, type i18n as I18n } from "i18next";

import en from "../../i18n/en.json";
import ko from "../../i18n/ko.json";
import { withParticle } from "./korean";

export const LANGUAGES = ["en", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];

const i18n: I18n = createInstance();
void i18n.init({
  lng: "en",
  fallbackLng: "en",
  supportedLngs: LANGUAGES,
  resources: { en: { translation: en }, ko: { translation: ko } },
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

const listeners = new Set<() => void>();

export function language(): Language {
  return i18n.language as Language;
}

export function setLanguage(next: Language): void {
  void i18n.changeLanguage(next);
  listeners.forEach((listener) => listener());
}

/** The language of the reader's browser, if there is a catalogue for it. */
export function preferredLanguage(offered: readonly string[]): Language {
  const first = offered.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => LANGUAGES.includes(tag as Language));
  return (first as Language | undefined) ?? "en";
}

export function t(key: string, args: Record<string, string | number> = {}): string {
  return i18n.t(key, args);
}

/** Words that only one page has. */
export function addWords(words: Record<Language, Record<string, string>>): void {
  for (const one of LANGUAGES) i18n.addResourceBundle(one, "translation", words[one]);
}

export function hasKey(key: string): boolean {
  return i18n.exists(key, { fallbackLng: [] });
}

/** Calls back whenever the language changes; returns the function that stops it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
