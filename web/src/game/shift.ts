// What is said where System 1 is outside of what it knows. Pure apart from the language in use.

import type { Board, Shift } from "../protocol/engine";
import { t } from "../i18n/i18n";
import { joinPhrases, sizeText } from "../i18n/sentences";

/** One plain sentence; empty where the network knows its way. */
export function shiftText(board: Board, shift: Shift | null): string {
  if (!shift) return "";
  const what = newTo(board, shift);
  return [
    ...shift.switched.map(({ rule, on }) => t(on ? "shift.not_told" : "shift.believes", { rule: t(`rule.${rule}`) })),
    ...(what.length > 0 ? [t("shift.never", { what: joinPhrases(what) })] : []),
    t("shift.so"),
  ].join(" ");
}

/** A kind of puzzle that is new makes its size and its rules no news. */
function newTo(board: Board, { family, size, rules }: Shift): string[] {
  if (family) return [t(board.family === "custom" ? "shift.custom" : `family.${board.family}`)];
  // Letters in a kind stand for its rules, which are told anyway.
  const sizes =
    size && !(rules.length > 0 && /[a-z]$/.test(board.kind))
      ? [t("shift.size", { size: sizeText(board.family, board.kind) })]
      : [];
  return [...sizes, ...rules.map((rule) => t("shift.rule", { rule: t(`rule.${rule}`) }))];
}
