// From the grammar to text: patterns with their slots filled, whole problems, and the printed grammar.

import { withParticle } from "../../i18n/korean";
import { piecesOf, type Both, type Piece, type Slots, type Structure, type Tongue } from "./grammar";

const ORDINALS: Record<string, string> = { one: "st", two: "nd", few: "rd" };

/** 3 -> 3rd */
function ordinal(n: number): string {
  return `${n}${ORDINALS[new Intl.PluralRules("en", { type: "ordinal" }).select(n)] ?? "th"}`;
}

function fillSlot(piece: Extract<Piece, { slot: string }>, { words, numbers }: Slots): string {
  const { slot, endings } = piece;
  const number = numbers[slot];
  if (endings[0] === "th") return ordinal(number ?? 0);
  const text = number === undefined ? (words[slot] ?? "…") : String(number);
  return endings.length > 1 ? withParticle(text, endings.join("/")) : text + endings.join("");
}

/** A pattern with its slots filled. */
export function fill(pattern: string, slots: Slots): string {
  return piecesOf(pattern)
    .map((piece) => ("literal" in piece ? piece.literal : fillSlot(piece, slots)))
    .join("");
}

/** The text of a problem. `ways`: which way of saying each sentence; the first where it is left out. */
export function write(structure: Structure, language: Tongue, slots: Slots, ways: readonly number[] = []): string {
  const sentences = structure.story[language].map((one, i) => fill(one[(ways[i] ?? 0) % one.length]!, slots));
  return sentences.join(" ");
}

/** A text as a quotation: the name of a rule. */
export const quoted = (says: Both<string>, language: Tongue, slots: Slots): string =>
  language === "ko" ? `‘${fill(says.ko, slots)}’` : `“${fill(says.en, slots)}”`;

/** A pattern as readers see it: slots of words as …, of numbers as #. */
export function shown(pattern: string, { numbers }: Structure): string {
  return piecesOf(pattern)
    .map((piece) => {
      if ("literal" in piece) return piece.literal;
      const sign = piece.slot in numbers ? "#" : "…";
      const ending = piece.endings.length > 1 ? `(${piece.endings.join("/")})` : piece.endings.join("");
      return sign + ending;
    })
    .join("");
}
