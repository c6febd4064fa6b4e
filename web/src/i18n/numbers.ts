// Measured numbers and shares as the reader's language writes them.

import { language } from "./i18n";

export const figureText = (value: number, digits = 0): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: digits }).format(value);

/** `share` 0..1 in per cent, with the sign. */
export const shareText = (share: number, digits = 1): string =>
  new Intl.NumberFormat(language(), { style: "percent", maximumFractionDigits: digits }).format(share);
