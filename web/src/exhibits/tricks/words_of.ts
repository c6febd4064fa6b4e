// What the readings and thoughts of the exhibit are in words.

import { t } from "../../i18n/i18n";
import { probabilityText } from "../../i18n/sentences";
import { LARGEST, MOST } from "./grammar";
import type { Quick } from "./quick";
import type { Expected, Misfit } from "./read";
import type { Careful, Thoughts } from "./think";

/** More than these would not be read. */
const MOST_EXPECTED = 4;

const expectedText = (one: Expected): string =>
  t(`tricks.expected.${one.kind}`, "text" in one ? { text: one.text } : {});

function listed(expected: readonly Expected[]): string {
  return [...new Set(expected.map(expectedText))].slice(0, MOST_EXPECTED).join(t("tricks.or"));
}

/** Why a text cannot be read, in a sentence. */
export function misfitText(misfit: Misfit): string {
  switch (misfit.kind) {
    case "empty":
      return t("tricks.misfit.empty");
    case "large":
      return t("tricks.misfit.large", { found: misfit.found, largest: LARGEST });
    case "more":
      return t("tricks.misfit.more", { found: misfit.found });
    case "word": {
      const expected = listed(misfit.expected);
      if (misfit.found === null) return t("tricks.misfit.end", { expected });
      return t("tricks.misfit.word", { found: misfit.found, expected });
    }
  }
}

/** System 1's answer, with how it came to it. */
export function quickText(quick: Quick | null): string {
  if (!quick) return t("tricks.quick_none");
  const { answer, operation, probability } = quick;
  const percent = probabilityText(probability);
  if (operation === String(answer)) return t("tricks.quick_one", { answer, percent });
  return t("tricks.quick", { operation, answer, percent });
}

/** What System 1 says of a text that System 2 cannot read. */
export function guessText(quick: Quick | null): string {
  if (!quick) return t("tricks.unread_none");
  return t("tricks.unread", { answer: quick.answer, percent: probabilityText(quick.probability) });
}

/** What System 2 says where it has no answer. */
export const unansweredText = ({ count }: Careful): string => t(`tricks.careful.${count}`, { most: MOST });

/** What the arbitrator did, in one sentence. */
export function arbitratorText({ quick, careful, checked, pair }: Thoughts): string {
  const answer = careful?.answer ?? null;
  if (!quick) return pair === null ? t("tricks.pair.nobody") : t("tricks.pair.alone", { answer: pair });
  const args = { quick: quick.answer };
  if (checked?.finding === "forced") return t("tricks.pair.forced", args);
  if (answer !== null) return t("tricks.pair.refuted", { ...args, answer });
  return t(checked?.finding === "refuted" ? "tricks.pair.refuted_none" : "tricks.pair.open", args);
}
