// Light, dark, or as the reader's system has it.

import type { Theme } from "../places/url_state";

export function applyTheme(theme: Theme | null): void {
  const { dataset } = document.documentElement;
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
}

/** auto -> light -> dark -> auto */
export function nextTheme(theme: Theme | null): Theme | null {
  if (theme === null) return "light";
  return theme === "light" ? "dark" : null;
}
