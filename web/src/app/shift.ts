// What is said where System 1 is outside of what it was trained on. Pure apart from the language in use.

import type { Board, Shift } from "../protocol";
import { t } from "../i18n/i18n";
import { joinPhrases, sizeText } from "../i18n/sentences";

/** One plain sentence; empty where the network knows its way. */
export function shiftText(board: Board, shift: Shift | null): string {
  if (!shift) return "";
  return t("shift.notice", { what: joinPhrases(newTo(board, shift)) });
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
