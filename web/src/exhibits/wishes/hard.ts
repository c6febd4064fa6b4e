// The hard conditions in a wish ("something to sit on outdoors, under 20, not metal") -> conditions, and the wish without them.

import { MATERIALS, type Material, type Place } from "./data";
import type { Conditions } from "./declare";

const KOREAN_MATERIALS: Record<string, Material> = {
  ...{ 천: "cloth", 금속: "metal", 쇠: "metal", 나무: "wood", 플라스틱: "plastic", 유리: "glass" },
  ...{ 종이: "paper", 도자기: "ceramic", 고무: "rubber", 가죽: "leather" },
};
const KOREAN_PLACES: Record<string, Exclude<Place, "both">> = {
  ...{ 밖에서: "outdoors", 바깥에서: "outdoors", 야외에서: "outdoors" },
  ...{ 안에서: "indoors", 실내에서: "indoors", 집에서: "indoors" },
};

const either = (words: readonly string[]) => words.join("|");

const UNDER = /\b(?:under|below|less than|cheaper than)\s+(\d+)\b|(\d+)\s*(?:보다\s*싼|보다\s*싸고|미만|아래)\S*/i;
const NOT = new RegExp(
  `\\b(?:not|no|without)\\s+(?:of\\s+)?(${either(MATERIALS)})\\b|(${either(Object.keys(KOREAN_MATERIALS))})\\S*\\s*(?:아닌|말고|아니고|아닐)\\S*`,
  "i",
);
const WHERE = new RegExp(`\\b(outdoors|indoors)\\b|(?:^|\\s)(${either(Object.keys(KOREAN_PLACES))})(?=\\s|$|,)`, "i");

export function hardConditions(text: string): { rest: string; wanted: Partial<Conditions> } {
  const wanted: Partial<Conditions> = {};
  const take =
    (pattern: RegExp, found: (english: string | undefined, korean: string | undefined) => void) => (rest: string) =>
      rest.replace(pattern, (_, english?: string, korean?: string) => {
        found(english?.toLowerCase(), korean);
        return " ";
      });
  const steps = [
    take(UNDER, (english, korean) => (wanted.under = Number(english ?? korean))),
    take(NOT, (english, korean) => (wanted.not = (english as Material | undefined) ?? KOREAN_MATERIALS[korean!]!)),
    take(WHERE, (english, korean) => (wanted.place = (english as "indoors" | undefined) ?? KOREAN_PLACES[korean!]!)),
  ];
  const rest = steps.reduce((left, step) => step(left), text);
  return { rest: rest.replace(/\s+/g, " ").trim(), wanted };
}
