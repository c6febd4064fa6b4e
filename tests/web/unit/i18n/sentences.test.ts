// The sentences of both languages, as a reader meets them.

import { beforeEach, describe, expect, it } from "vitest";

import { firstLanguage, preferredLanguage } from "../../../../web/src/i18n/catalogues";
import { hasKey, setLanguage } from "../../../../web/src/i18n/i18n";
import { withParticle } from "../../../../web/src/i18n/korean";
import {
  nameText,
  plain,
  probabilityText,
  problemText,
  saidOf,
  sizeText,
  symbolOf,
  tell,
  timeText,
} from "../../../../web/src/i18n/sentences";
import type { Argument, Name } from "../../../../web/src/protocol/engine";
import { sizeOf } from "../board/boards";

const board = {
  lowest: 1,
  symbols: [..."123456789ABCDEFG"],
  cells: [
    { variable: 0, row: 0, column: 0, name: { key: "cell.at", args: { row: 1, column: 1 } }, lowest: 1, highest: 16 },
  ],
};
const cell = { key: "cell.at", args: { row: 6, column: 3 } };
const unit = (kind: string, n: number) => ({ key: `unit.${kind}`, args: { n } });
const row6 = unit("row", 6);
const units = [unit("column", 8), unit("column", 1), unit("box", 6), unit("column", 4)];

const LINES: [string, Record<string, Argument>, string, string][] = [
  [
    "why.last_place",
    { unit: row6, value: 7, cell },
    "Row 6 has only one open cell left, row 6, column 3, and 7 is what it lacks.",
    "6행에 남은 칸은 6행 3열뿐이고, 빠진 값은 7입니다.",
  ],
  [
    "why.only_place",
    { unit: row6, value: 7, cell, units },
    "Row 6 needs its 7, and every other open cell there already sees one in columns 1, 4 and 8 and box 6. So it goes in row 6, column 3.",
    "6행에는 7이 하나 있어야 하는데, 다른 칸은 모두 1·4·8열과 6번 상자에 있는 7에 막혀 있습니다. 그래서 6행 3열이 7입니다.",
  ],
  [
    "why.last_value",
    { cell, value: 2 },
    "Every other value was ruled out before in row 6, column 3. Only 2 is left.",
    "6행 3열에서 다른 값은 앞서 모두 지웠습니다. 2만 남았습니다.",
  ],
  [
    "why.only_value",
    { cell, value: 11, units: [row6] },
    "Row 6, column 3 already sees every other value in row 6. Only B is left.",
    "6행 3열에 들어갈 다른 값은 모두 6행에 이미 있습니다. B만 남았습니다.",
  ],
  [
    "why.seen",
    { cell, value: 6, unit: unit("box", 4) },
    "Box 4 already has its 6, so row 6, column 3 cannot be 6.",
    "4번 상자에는 이미 6이 있으므로 6행 3열은 6이 될 수 없습니다.",
  ],
  [
    "why.total",
    { unit: { key: "unit.mines", args: { n: 3 } } },
    "Here it takes the total of 3 mines to decide.",
    "여기서는 지뢰 3개라는 전체 개수까지 따져야 정해집니다.",
  ],
  [
    "clash.given_some",
    { units: [row6, unit("column", 8)] },
    "With the values that are given, these rules leave no solution; perhaps not all of them are needed for that: row 6 and column 8.",
    "주어진 값과 다음 규칙을 함께 따르는 답은 없습니다. 이 가운데 일부는 없어도 마찬가지일 수 있습니다: 6행과 8열.",
  ],
  ["why.suppose", { cell, value: 4 }, "Suppose row 6, column 3 were 4.", "6행 3열이 4라고 해 봅시다."],
  ["why.suppose_not", { cell, value: 3 }, "Suppose row 6, column 3 were not 3.", "6행 3열이 3이 아니라고 해 봅시다."],
  [
    "why.then_place",
    { cell, value: 9, unit: row6 },
    "Then the only place left for 9 in row 6 is row 6, column 3.",
    "그러면 6행에서 9가 들어갈 자리는 6행 3열뿐입니다.",
  ],
  [
    "why.then_value",
    { cell, value: 1 },
    "Then the only value left for row 6, column 3 is 1.",
    "그러면 6행 3열에 남은 값은 1뿐입니다.",
  ],
  [
    "why.but_no_place",
    { unit: row6, value: 5 },
    "But then row 6 has no place left for 5.",
    "그런데 그러면 6행에 5가 들어갈 자리가 없습니다.",
  ],
  [
    "why.but_no_value",
    { cell },
    "But then no value is left for row 6, column 3.",
    "그런데 그러면 6행 3열에 들어갈 값이 없습니다.",
  ],
  ["why.but_twice", { unit: row6, value: 8 }, "But then row 6 has 8 twice.", "그런데 그러면 6행에 8이 두 번 나옵니다."],
  [
    "why.but",
    { because: [{ key: "because.unmet", args: { p1: { key: "unit.row", args: { n: 6 } } } }] },
    "But then row 6 can no longer be met.",
    "그런데 그러면 6행의 규칙을 지킬 수 없으므로 이 가정은 틀렸습니다.",
  ],
  [
    "why.by_rules",
    { count: 5, units },
    "No short chain tells this one: 5 rules together leave no other way. They are columns 1, 4 and 8 and box 6.",
    "간단한 순서로는 설명되지 않습니다. 규칙 5개를 함께 따져야 다른 가능성이 모두 사라집니다: 1·4·8열과 6번 상자.",
  ],
];

describe("lines of a proof", () => {
  it.each(LINES)("%s", (key, args, english, korean) => {
    setLanguage("en");
    expect(plain(tell({ key, args }, board))).toBe(english);
    setLanguage("ko");
    expect(plain(tell({ key, args }, board))).toBe(korean);
  });

  it("make the values strong, and nothing else", () => {
    setLanguage("ko");
    const strong = tell({ key: "why.seen", args: { cell, value: 12, unit: row6 } }, board).filter(
      (piece) => piece.strong,
    );
    expect(strong.map((piece) => piece.text)).toEqual(["C", "C"]);
  });
});

const at = (row: number, column: number) => ({ key: "cell.at", args: { row, column } });
const is = (row: number, column: number, value: number) => ({
  key: "because.is",
  args: { value, p1: at(row, column) },
});
const demands = (demand: string, unit: Name) => ({ key: `because.${demand}`, args: { p1: unit } });
const so = (row: number, column: number, value: number) => [{ key: "so.is", args: { value, p1: at(row, column) } }];

const isNot = (row: number, column: number, value: number) => ({ ...is(row, column, value), key: "because.is_not" });
const digits = { lowest: 1, symbols: [..."123456789"] };
const nonogram = { key: "unit.nonogram.row", args: { n: 1, p1: { key: "@13", args: {} } } };
const wall = { key: "unit.lightup.wall", args: { n: 3, row: 3, column: 5 } };
const blank = { key: "unit.blank_at", args: { row: 1, column: 3 } };
const says = {
  key: "unit.statement",
  args: {
    p1: { key: "@A", args: {} },
    p2: {
      key: "claim.knight",
      args: { p1: { key: "@C", args: {} }, p2: { key: "claim.ending.full", args: {} } },
    },
  },
};
const queens = { lowest: 0, symbols: ["glyph.dot", "glyph.queen"] };
const discs = { lowest: 0, symbols: ["glyph.white", "glyph.black"] };
const mines = { lowest: 0, symbols: ["glyph.dot", "glyph.flag"] };
const three = { key: "unit.binairo.three_down", args: { column: 1, from: 1, to: 3 } };
const clue = { key: "unit.clue_at", args: { n: 2, row: 4, column: 4 } };

describe("reasons", () => {
  it.each([
    [
      "a rule that is full",
      queens,
      { key: "why.so", args: { because: [is(3, 3, 1), demands("full", unit("column", 3))], so: so(1, 3, 0) } },
      "Row 3, column 3 is a queen, and column 3 may have no more: row 1, column 3 has to be empty.",
      "3행 3열은 퀸이고 3열은 이미 다 찼으므로, 1행 3열은 빈칸입니다.",
    ],
    [
      "cells of one value together, and a rule that has words of its own",
      discs,
      { key: "why.so", args: { because: [is(2, 1, 0), is(3, 1, 0), demands("needs", three)], so: so(1, 1, 1) } },
      "Rows 2 and 3 of column 1 are white, and three in a row must not be alike: row 1, column 1 has to be black.",
      "2·3행 1열은 흰색이고 세 칸이 잇달아 같으면 안 되므로, 1행 1열은 검은색입니다.",
    ],
    [
      "several of a thing, and its absence by a word that suits it",
      mines,
      { key: "why.so", args: { because: [is(3, 3, 1), is(5, 4, 1), demands("full", clue)], so: so(5, 5, 0) } },
      "Row 3, column 3 and row 5, column 4 are mines, and the 2 at row 4, column 4 may have no more mines: row 5, column 5 has to be safe.",
      "3행 3열과 5행 4열은 지뢰이고 4행 4열의 숫자 2 둘레에는 지뢰가 이미 2개 있으므로, 5행 5열은 안전한 칸입니다.",
    ],
    [
      "more than two clauses, parted by more than their commas",
      queens,
      { key: "why.then", args: { because: [is(1, 2, 0), is(2, 1, 1), demands("needs", row6)], so: so(6, 1, 1) } },
      "Then row 6, column 1 has to be a queen, because row 1, column 2 is empty; row 2, column 1 is a queen; and row 6 must have all that is left.",
      "그러면 1행 2열은 빈칸이고, 2행 1열은 퀸이고, 6행은 남은 자리를 모두 채워야 하므로, 6행 1열은 퀸입니다.",
    ],
    [
      "what every way of meeting a clue has in common",
      { lowest: 0, symbols: ["glyph.empty", "glyph.filled"] },
      { key: "why.so", args: { because: [demands("met", nonogram)], so: so(1, 4, 1) } },
      "In every way in which the clue 13 of row 1 fits, row 1, column 4 has to be filled.",
      "1행의 단서 13을 어떻게 맞추어도 1행 4열은 칠한 칸입니다.",
    ],
    [
      "clues that cannot be met otherwise",
      digits,
      {
        key: "why.then",
        args: { because: [demands("met", unit("clue", 6)), demands("met", unit("clue", 2))], so: so(1, 1, 3) },
      },
      "Then row 1, column 1 has to be 3: otherwise clues 2 and 6 could not be met.",
      "그러면 2·6번 단서를 어떻게 맞추어도 1행 1열은 3입니다.",
    ],
    [
      "values ruled out in the same cells, once",
      digits,
      { key: "why.so", args: { because: [1, 5].flatMap((n) => [isNot(4, 5, n), isNot(5, 5, n)]), so: so(1, 1, 4) } },
      "1 and 5 were ruled out before in rows 4 and 5 of column 5: row 1, column 1 has to be 4.",
      "4·5행 5열은 앞에서 보았듯 1도 5도 아니므로, 1행 1열은 4입니다.",
    ],
    [
      "what a wall has room for",
      { lowest: 0, symbols: ["glyph.dot", "glyph.lamp"] },
      { key: "why.so", args: { because: [demands("all", wall)], so: so(2, 5, 1) } },
      "Only 3 squares touch the 3 on the wall at row 3, column 5: row 2, column 5 has to be a lamp.",
      "3행 5열 벽의 숫자 3에 맞닿은 칸은 3개뿐이므로, 2행 5열은 전등입니다.",
    ],
    [
      "of a blank that no mine is around it",
      mines,
      { key: "why.so", args: { because: [demands("none", blank)], so: so(1, 2, 0) } },
      "There is no mine around row 1, column 3: row 1, column 2 has to be safe.",
      "1행 3열 둘레에는 지뢰가 없으므로, 1행 2열은 안전한 칸입니다.",
    ],
    [
      "what somebody says",
      { lowest: 0, symbols: ["symbol.knave", "symbol.knight"] },
      { key: "why.so", args: { because: [demands("full", says)], so: so(1, 1, 1) } },
      "A says that C is a knight: row 1, column 1 has to be a knight.",
      "A는 “C는 기사이다”라고 말했으므로, 1행 1열은 기사입니다.",
    ],
    [
      "a rule that fails, in its own words for the general case",
      discs,
      { key: "why.but", args: { because: [demands("under", three)] } },
      "But three in a row must not be alike.",
      "그런데 세 칸이 잇달아 같으면 안 되므로 이 가정은 틀렸습니다.",
    ],
  ])("tell %s", (_, symbols, line, english, korean) => {
    setLanguage("en");
    expect(plain(tell(line, symbols))).toBe(english);
    setLanguage("ko");
    expect(plain(tell(line, symbols))).toBe(korean);
  });

  it("make only what follows strong", () => {
    const args = { because: [is(3, 3, 1)], so: so(1, 3, 0) };
    const strong = tell({ key: "why.so", args }, queens).filter((piece) => piece.strong);
    expect(strong.map((piece) => piece.text)).toEqual(["빈칸"]);
  });
});

describe("values and phrases", () => {
  beforeEach(() => setLanguage("en"));

  it("are counted from the lowest value of the board", () => {
    const lamps = { lowest: 0, symbols: ["glyph.dot", "glyph.lamp"] };
    expect([0, 1].map((value) => symbolOf(lamps, value))).toEqual(["empty", "lamp"]);
    expect([0, 1].map((value) => saidOf(lamps, value))).toEqual(["empty", "a lamp"]);
    expect([0, 1].map((value) => symbolOf(mines, value))).toEqual(["safe", "mine"]);
    expect(symbolOf({ lowest: 3, symbols: ["c", "d"] }, 4)).toBe("d");
    expect(symbolOf(lamps, 7)).toBe("7");
  });

  it("stand in sentences by their names", () => {
    const lamps = { lowest: 0, symbols: ["glyph.empty", "glyph.filled"] };
    expect(plain(tell({ key: "why.then_value", args: { cell, value: 1 } }, lamps))).toBe(
      "Then the only value left for row 6, column 3 is filled.",
    );
  });

  it("hold phrases within phrases", () => {
    const inner = { key: "cell.at", args: { row: 1, column: 2 } };
    expect(nameText({ key: "clue.less", args: { one: inner, other: cell } })).toBe(
      "row 1, column 2 is less than row 6, column 3",
    );
    setLanguage("ko");
    expect(nameText({ key: "clue.less", args: { one: inner, other: cell } })).toBe("1행 2열이 6행 3열보다 작음");
  });

  it("leave an author's own words alone", () => {
    expect(nameText({ key: "@The {{n}} Brothers", args: { n: 2 } })).toBe("The {{n}} Brothers");
  });
});

describe("Korean particles", () => {
  it.each([
    ["7", "이/가", "7이"],
    ["4", "이/가", "4가"],
    ["10", "은/는", "10은"],
    ["0", "을/를", "0을"],
    ["0.62", "으로/로", "0.62로"],
    ["0.81", "으로/로", "0.81로"],
    ["0.93", "으로/로", "0.93으로"],
    ["71%", "은/는", "71%는"],
    [">99%", "으로/로", ">99%로"],
    ["A", "이/가", "A가"],
    ["L", "이/가", "L이"],
    ["1열", "과/와", "1열과"],
    ["상자", "과/와", "상자와"],
    ["3행", "으로/로", "3행으로"],
    ["fastslow.onnx", "을/를", "fastslow.onnx를"],
    ["(7)", "이/가", "(7)이"],
    ["…", "이/가", "…이(가)"],
  ])("%s with %s", (word, particle, expected) => {
    expect(withParticle(word, particle)).toBe(expected);
  });
});

describe("the rest", () => {
  beforeEach(() => setLanguage("en"));

  it("tells problems in whole sentences", () => {
    expect(problemText({ key: "error.worker.memory", args: { part: "solver" } })).toBe(
      "The part that runs System 2 ran out of memory.",
    );
    expect(problemText({ key: "error.nobody.knows", args: {} })).toContain("error.nobody.knows");
  });

  it("does not mark up what comes from outside", () => {
    const problem = { key: "error.family.unknown", args: { family: "<b>{{x}}</b>" } };
    expect(problemText(problem)).toContain("<b>");
  });

  it("never rounds a probability to certainty", () => {
    expect([0.9999, 1, 0.994, 0.004, 0].map((p) => probabilityText(p))).toEqual([
      ">99 %",
      "100 %",
      ">99 %",
      "<1 %",
      "0 %",
    ]);
  });

  it.each([
    ["sudoku", sizeOf(9, 9), "9×9"],
    ["sudoku", sizeOf(9, 9, "k", ["killer"]), "9×9 killer"],
    ["map", { ...sizeOf(10, 8), count: 15 }, "10×8, 15 regions"],
    ["minesweeper", sizeOf(9, 9, "game"), "9×9, the game"],
    ["unheard", { ...sizeOf(4, 3), count: 2 }, "4×3"],
    ["sudoku", sizeOf(9, 9, "xj"), "9×9"],
    ["knights", { ...sizeOf(0, 0), count: 7 }, "7 people"],
    ["custom", sizeOf(5, 3), "5×3"],
  ])("tells the size of %s %o", (family, size, text) => {
    expect(sizeText(family, size)).toBe(text);
  });

  it("tells times with few digits", () => {
    expect([0.42, 12.34, 3456, 61000].map(timeText)).toEqual(["0.4 ms", "12 ms", "3.5 s", "61 s"]);
  });

  it("knows the languages it has", () => {
    expect(preferredLanguage(["fr-FR", "ko-KR", "en"])).toBe("ko");
    expect(preferredLanguage([])).toBe("en");
    expect(firstLanguage("?lang=en&mode=both", ["ko-KR"])).toBe("en");
    expect(firstLanguage("?lang=tlh", ["ko-KR"])).toBe("ko");
    expect(hasKey("page.share")).toBe(true);
    expect(hasKey("page.nothing")).toBe(false);
  });
});
