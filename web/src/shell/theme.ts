// Light, dark, or as the reader's system has it.

import { language } from "../i18n/i18n";
import { writeUrl, type Theme } from "../places/url_state";

export function applyTheme(theme: Theme | null): void {
  const { dataset } = document.documentElement;
  if (!theme) delete dataset.theme;
  else if (dataset.theme !== theme) dataset.theme = theme;
}

/** Whoever writes the same language again has the browser style the whole page anew: three boards then stutter. */
export function applyLanguage(): void {
  const { documentElement: root } = document;
  if (root.lang !== language()) root.lang = language();
}

/** The query that has another page speak and look like this one. */
export const sameLook = (theme: Theme | null): string => writeUrl({ lang: language(), theme: theme ?? undefined });

/** auto -> light -> dark -> auto */
export function nextTheme(theme: Theme | null): Theme | null {
  if (theme === null) return "light";
  return theme === "light" ? "dark" : null;
}
