// The sentences and the declaration's names in the reader's language.

import { t } from "../../i18n/i18n";
import type { PlanWords } from "./plan";
import type { Sentences } from "./sentences";

export const optionText = <Part extends keyof Sentences>(part: Part, option: Sentences[Part]): string =>
  part === "limit" ? String(option) : t(`road.${part}.${option}`);

/** What stands before the part to choose, and what behind it. */
export function around(part: keyof Sentences): [string, string] {
  const gap = "\u0000";
  const [before = "", behind = ""] = t(`road.sentence.${part}`, { slot: gap }).split(gap);
  return [before, behind];
}

/** As it is cited within another sentence. */
const quoted = (sentence: string): string => t("road.quoted", { sentence: sentence.replace(/\.$/, "") });

/** A sentence as it stands, in quotation marks. */
export const sentenceText = (part: keyof Sentences, sentences: Sentences): string =>
  quoted(t(`road.sentence.${part}`, { slot: optionText(part, sentences[part]) }));

export function planWords(sentences: Sentences): PlanWords {
  const after = (what: "speed" | "before" | "behind", step: number) => {
    const when = step === 1 ? "next" : "later";
    return t(`road.cell.${what}.${when}`, { n: step });
  };
  return {
    speed: (step) => after("speed", step),
    car: quoted(t("road.car")),
    stop: sentenceText("stop", sentences),
    yield: sentenceText("yield", sentences),
    school: sentenceText("limit", sentences),
    passes: ({ kind }) => t(`road.cell.passes.${kind}`),
    before: (step) => after("before", step),
    behind: (step) => after("behind", step),
  };
}
