// Measured numbers and shares as the reader's language writes them.

import { language } from "./i18n";

/** Making one takes the browser far longer than using it. */
const known = new Map<string, Intl.NumberFormat>();

/** `value` with so many digits behind the point at most. */
export function formatted(value: number, digits: number, style: "decimal" | "percent" = "decimal"): string {
  // The same in both languages, and most are such; the first use of the browser's own formatting takes some time.
  if (style === "decimal" && Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const name = `${language()} ${style} ${digits}`;
  let format = known.get(name);
  if (!format) {
    format = new Intl.NumberFormat(language(), { style, maximumFractionDigits: digits });
    known.set(name, format);
  }
  return format.format(value);
}

export const figureText = (value: number, digits = 0): string => formatted(value, digits);

/** `share` 0..1 in per cent, with the sign. */
export const shareText = (share: number, digits = 1): string => formatted(share, digits, "percent");
