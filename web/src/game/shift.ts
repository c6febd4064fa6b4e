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
  // A size that names rules is no news where the rules are told anyway.
  const named = rules.length > 0 && board.size.rules.length > 0;
  const sizes = size && !named ? [t("shift.size", { size: sizeText(board.family, board.size) })] : [];
  return [...sizes, ...rules.map((rule) => t("shift.rule", { rule: t(`rule.${rule}`) }))];
}
