// What the grammar writes, it reads; what it does not write, it refuses in a way that helps.

import { describe, expect, it } from "vitest";

import { randomFrom } from "../../../../web/src/exhibits/random";
import { draw, slotsOf, textOf } from "../../../../web/src/exhibits/tricks/draw";
import { termValue } from "../../../../web/src/exhibits/tricks/grammar";
import { isReading, read, STRUCTURES, tokensOf } from "../../../../web/src/exhibits/tricks/read";

const LANGUAGES = ["en", "ko"] as const;

describe.each(STRUCTURES.map((structure) => [structure.id, structure] as const))("the story %s", (_, structure) => {
  it.each(LANGUAGES)("is read as it was written, in every way (%s)", (language) => {
    const random = randomFrom(7);
    for (let i = 0; i < 40; i++) {
      const problem = draw(structure, i % 2 === 0 ? "met" : "held_out", random);
      const text = textOf(problem, language);
      const found = read(text);
      expect(isReading(found) ? found : { text, found }).toEqual({
        structure,
        language,
        slots: slotsOf(problem, language),
      });
    }
  });

  it("uses its slots, and the same ones in both languages", () => {
    const used = (language: "en" | "ko") =>
      [...new Set(structure.story[language].flat().flatMap((way) => way.match(/(?<=\{)\w+/g) ?? []))].sort();
    const declared = Object.keys({ ...structure.words, ...structure.numbers }).sort();
    expect([used("en"), used("ko")]).toEqual([declared, declared]);
  });
});

describe("reading", () => {
  const camel =
    "The camel and the cat together cost 33 dollars. The camel costs 31 dollars more than the cat. How much does the cat cost?";

  it("takes other names, numbers, spaces and capitals", () => {
    const found = read(`  ${camel.toUpperCase().replaceAll(" ", "\n ")}`);
    expect(isReading(found) && [found.structure.id, found.slots.numbers]).toEqual(["more_than", { t: 33, d: 31 }]);
  });

  it("names the first word that does not fit, and what could stand there", () => {
    const found = read(camel.replace("together", "as a pair"));
    expect(found).toMatchObject({ kind: "word", found: "as", expected: [{ kind: "literal", text: "together" }] });
    expect(read("민아는 줄의 앞에서 3번째이고 뒤에서 네 번째입니다. 줄에는 모두 몇 명이 있을까요?")).toMatchObject({
      found: "네",
      expected: [{ kind: "number" }],
    });
  });

  it("wants the same name where it speaks of the same thing", () => {
    expect(read(camel.replace("the cat cost?", "the dog cost?"))).toMatchObject({
      found: "dog",
      expected: [{ kind: "same", text: "cat" }],
    });
  });

  it("tells what is missing, too much or too large", () => {
    expect(read(camel.slice(0, 80))).toMatchObject({ kind: "word", found: null });
    expect(read(`${camel} Or not?`)).toMatchObject({ kind: "more", found: "Or" });
    expect(read(camel.replace("33", "3300"))).toEqual({ kind: "large", found: "3300" });
    expect(read(" ?! ")).toEqual({ kind: "empty" });
  });

  it("takes digits and letters apart", () => {
    expect(tokensOf("양 12마리. 3rd, 22만 원").map(({ text }) => text)).toEqual([
      "양",
      "12",
      "마리",
      "3",
      "rd",
      "22",
      "만원",
    ]);
  });
});

it("terms are products and sums of slots", () => {
  const numbers = { a: 5, b: 3 };
  expect(["7", "a", "-1 * b", "a * b", "a - 1", "1 - b"].map((term) => termValue(term, numbers))).toEqual([
    7, 5, -3, 15, 4, -2,
  ]);
});
