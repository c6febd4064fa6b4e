// The rules of other programs' puzzles, as the reader calls them.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import { namedInWords, nameInWords } from "../../../../web/src/game/imported_names";
import type { Language } from "../../../../web/src/i18n/catalogues";
import { setLanguage } from "../../../../web/src/i18n/i18n";

it.each<[Language, string[]]>([
  [
    "en",
    [
      "the thermometer from row 1, column 2",
      "the cage of 12 at row 3, column 4",
      "region 5",
      "the X at row 1, column 1",
    ],
  ],
  ["ko", ["1행 2열에서 시작하는 온도계", "3행 4열에서 시작하는 합 12 케이지", "5번 영역", "1행 1열에 붙은 X"]],
])("names them in %s", (language, names) => {
  setLanguage(language);
  expect(["thermometer r1c2", "cage r3c4 = 12", "region 5", "X r1c1"].map(nameInWords)).toEqual(names);
  // An author's own words stay.
  expect(["my rule", "dragon r1c1", "thermometer r1"].map(nameInWords)).toEqual([
    "my rule",
    "dragon r1c1",
    "thermometer r1",
  ]);
});

it("names every rule of a declaration, and nothing else in it", () => {
  setLanguage("ko");
  const declaration = {
    format: "fastslow-puzzle/1",
    title: "arrow r1c1",
    constraints: [
      { kind: "less", name: "thermometer r1c2", cells: ["r1c2", "r1c3"] },
      { kind: "sum", cells: "r1c*" },
    ],
  };
  const named = JSON.parse(namedInWords(JSON.stringify(declaration))) as typeof declaration;
  expect(named.constraints[0]!.name).toBe("1행 2열에서 시작하는 온도계");
  named.constraints[0]!.name = "thermometer r1c2";
  expect(named).toEqual(declaration);
});

it("has words for every name that the engine gives", () => {
  setLanguage("ko");
  const source = readFileSync("engine/formats/variant.cc", "utf8");
  const words = [...source.matchAll(/named\(([^)]*?),/g)].flatMap(([, what]) =>
    [...what!.matchAll(/"([^"]+)"/g)].map(([, word]) => word!),
  );
  expect(words).toEqual(expect.arrayContaining(["thermometer", "between line", "minimum", "odd"]));
  expect(words.filter((word) => nameInWords(`${word} r1c1`) === `${word} r1c1`)).toEqual([]);
  const numbered = [...source.matchAll(/"([a-z ]+) " \+ std::to_string/g)].map(([, word]) => word!);
  expect(numbered).toEqual(["disjoint group", "region"]);
  expect(numbered.filter((word) => nameInWords(`${word} 2`) === `${word} 2`)).toEqual([]);
});
