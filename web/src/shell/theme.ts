// Light, dark, or as the reader's system has it.

import { language } from "../i18n/i18n";
import { writeUrl, type Theme } from "../places/url_state";

export function applyTheme(theme: Theme | null): void {
  const { dataset } = document.documentElement;
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
}

/** The query that has another page speak and look like this one. */
export const sameLook = (theme: Theme | null): string => writeUrl({ lang: language(), theme: theme ?? undefined });

/** auto -> light -> dark -> auto */
export function nextTheme(theme: Theme | null): Theme | null {
  if (theme === null) return "light";
  return theme === "light" ? "dark" : null;
}
