// The two kinds of story after "bat and ball": two things together, and by how much one is more than the other.

import type { Meaning, Structure } from "./grammar";

const twoPrices = (
  noun: { en: string; ko: string },
  unit: { en: string; ko: string },
  more: { en: string; ko: string },
) =>
  ({
    unknowns: {
      first: { en: `the ${noun.en} of the {a}`, ko: `{a}의 ${noun.ko}` },
      second: { en: `the ${noun.en} of the {b}`, ko: `{b}의 ${noun.ko}` },
    },
    sums: [
      {
        of: { first: "1", second: "1" },
        equals: "t",
        says: { en: `together {t} ${unit.en}`, ko: `합쳐서 {t}${unit.ko}` },
      },
      {
        of: { first: "1", second: "-1" },
        equals: "d",
        says: { en: `{d} ${unit.en} ${more.en}`, ko: `{d}${unit.ko} 더 ${more.ko}` },
      },
    ],
    asked: "second",
  }) satisfies Meaning;

export const TOGETHER: readonly Structure[] = [
  {
    id: "more_than",
    words: { a: "goods", b: "goods" },
    numbers: { t: [6, 35], d: [3, 33] },
    story: {
      en: [
        ["The {a} and the {b} together cost {t} dollars.", "Together, the {a} and the {b} cost {t} dollars."],
        ["The {a} costs {d} dollars more than the {b}."],
        ["How many dollars does the {b} cost?", "How much does the {b} cost?"],
      ],
      ko: [
        ["{a:와/과} {b}의 값은 합쳐서 {t}만 원입니다.", "{a:와/과} {b:을/를} 함께 사면 {t}만 원입니다."],
        ["{a:은/는} {b:보다} {d}만 원 더 비쌉니다."],
        ["{b:은/는} 몇만 원일까요?", "{b}의 값은 몇만 원일까요?"],
      ],
    },
    ...twoPrices({ en: "price", ko: "값" }, { en: "dollars", ko: "만 원" }, { en: "more than the {b}", ko: "비싸다" }),
  },
  {
    id: "heavier",
    words: { a: "load", b: "load" },
    numbers: { t: [6, 35], d: [3, 33] },
    story: {
      en: [
        ["The {a} and the {b} together weigh {t} kilos.", "Together, the {a} and the {b} weigh {t} kilos."],
        ["The {a} weighs {d} kilos more than the {b}.", "The {a} is {d} kilos heavier than the {b}."],
        ["How many kilos does the {b} weigh?"],
      ],
      ko: [
        ["{a:와/과} {b}의 무게는 합쳐서 {t}킬로그램입니다.", "{a:와/과} {b:을/를} 함께 달면 {t}킬로그램입니다."],
        ["{a:은/는} {b:보다} {d}킬로그램 더 무겁습니다."],
        ["{b:은/는} 몇 킬로그램일까요?", "{b}의 무게는 몇 킬로그램일까요?"],
      ],
    },
    ...twoPrices(
      { en: "weight", ko: "무게" },
      { en: "kilos", ko: "킬로그램" },
      { en: "more than the {b}", ko: "무겁다" },
    ),
  },
];
