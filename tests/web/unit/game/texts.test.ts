// What is said of boards and cells to those who do not see them, and of System 1 where it is out of its depth.

import { beforeEach, describe, expect, it } from "vitest";

import { shiftText } from "../../../../web/src/game/shift";
import {
  brokenOf,
  cellLabel,
  countedOf,
  markLabel,
  oddsOf,
  proofOfAnswer,
  uncounted,
  verdictOf,
} from "../../../../web/src/game/texts";
import { blockLabel, cluesOf } from "../../../../web/src/board/describe";
import { setLanguage } from "../../../../web/src/i18n/i18n";
import { plain } from "../../../../web/src/i18n/sentences";
import type { Decision, DecisionMark, Intuited, Proof, VerdictKey } from "../../../../web/src/protocol/engine";
import {
  OPEN,
  futoshiki,
  killer,
  lightUp,
  minesweeper,
  nonogram,
  placed,
  sizeOf,
  skyscrapers,
  zebra,
} from "../board/boards";

beforeEach(() => setLanguage("en"));

describe("a count without figures", () => {
  it("says that it gave up, that nothing is open or that nothing is possible, and never one for another", () => {
    expect(uncounted({ truth: "unknown", marginals: [] })).toBe("odds.none");
    expect(uncounted({ truth: "sat", marginals: [] })).toBe("odds.settled");
    expect(uncounted({ truth: "unsat", marginals: [] })).toBe("odds.contradiction");
    expect(uncounted({ truth: "sat", marginals: [{ variable: 0, value: 1, probability: 0.5 }] })).toBeNull();
  });
});

describe("a cell's label", () => {
  it("names drawn values, and who placed them", () => {
    const { board } = lightUp();
    expect(cellLabel(board, 0, placed(1, "system1"), false)).toBe("row 1, column 1: lamp, System 1");
    expect(cellLabel(board, 0, placed(0, "player"), true)).toBe("row 1, column 1: empty, You, breaks a rule");
    expect(cellLabel(board, 0, { ...OPEN, candidates: [0, 1] }, false)).toBe("row 1, column 1: open");
  });

  it("tells the candidates while they are few, and the clue that stands there", () => {
    const { board } = killer();
    expect(cellLabel(board, 0, { ...OPEN, candidates: [1, 4] }, false)).toBe(
      "row 1, column 1: open, can be 1 4, clue 7",
    );
    expect(cellLabel(board, 1, OPEN, false)).toBe("row 1, column 2: open, but nothing fits");
  });

  it("tells words apart", () => {
    const { board } = zebra();
    expect(cellLabel(board, 5, { ...OPEN, candidates: [6, 7] }, false)).toBe(
      "row 2, column 1: open, can be red, green",
    );
  });

  it("tells the number on a square that was dug up", () => {
    const { board } = minesweeper();
    const cell = board.cells[0]!;
    const dug = {
      ...board,
      blocks: [{ row: cell.row, column: cell.column, style: "open" as const, text: "3", constraints: [] }],
    };
    expect(cellLabel(dug, 0, placed(0, "player"), false)).toBe("row 1, column 7: safe, You, clue 3");
  });

  it("tells where a mine went off", () => {
    const { board } = minesweeper();
    const { row, column } = board.cells[0]!;
    const block = { row, column, style: "lost" as const, text: "glyph.mine", constraints: [] };
    const lost = { ...board, blocks: [block] };
    expect(cellLabel(lost, 0, placed(1, "player"), false)).toBe("row 1, column 7: mine, You, the mine went off");
    expect(blockLabel({ ...board, cells: board.cells.slice(1) }, block)).toMatch(/the mine that went off$/);
  });
});

describe("clues", () => {
  it("beside rows and columns are read line by line, counted from the first cell", () => {
    expect(cluesOf(skyscrapers().board)).toContain("left of row 2: 1");
    expect(cluesOf(skyscrapers().board)).toContain("below column 4: 2");
    expect(cluesOf(nonogram().board)).toContain("above column 4: 2 1 4 3");
  });

  it("between cells are told with both cells", () => {
    expect(cluesOf(futoshiki().board).slice(0, 2)).toEqual([
      "row 1, column 1 is less than row 1, column 2",
      "row 1, column 3 is less than row 2, column 3",
    ]);
  });

  it("on walls are told with the wall", () => {
    const { board } = lightUp();
    expect(board.blocks.slice(0, 2).map((block) => blockLabel(board, block))).toEqual([
      "row 1, column 4: wall",
      "row 2, column 2: wall, 2",
    ]);
  });

  it("are none on a plain board", () => {
    expect(cluesOf(lightUp().board)).toEqual([]);
  });
});

describe("odds", () => {
  const { board } = lightUp();
  const counted = [
    { variable: 0, value: 0, probability: 0.75 },
    { variable: 0, value: 1, probability: 0.25 },
    { variable: 1, value: 0, probability: 1 },
  ];

  it("tell how often the thing is there, felt and counted", () => {
    const felt = { cells: [{ variable: 0, candidates: [{ value: 1, probability: 0.4 }] }], best: null };
    const odds = oddsOf(board, counted, felt);
    expect([...odds]).toEqual([
      [0, { felt: 0.4, counted: 0.25 }],
      [1, { felt: null, counted: 0 }],
    ]);
  });

  it("are told by name, the most frequent first", () => {
    expect(countedOf(board, counted, 0)).toEqual([
      { symbol: "empty", probability: 0.75 },
      { symbol: "lamp", probability: 0.25 },
    ]);
  });
});

describe("what is visibly broken", () => {
  const { board } = killer();
  const box = { key: "unit.box", args: { n: 1 } };
  const cell = { key: "cell.at", args: { row: 1, column: 2 } };

  it("is told by name where there is too much", () => {
    expect(brokenOf(board, [])).toBeNull();
    const upper = { name: box, cell: false, value: 6, bound: "upper" as const };
    expect(brokenOf(board, [upper])).toEqual({ units: "box 1", deadEnd: false });
  });

  it("is told by what has no place left where nothing is too much", () => {
    const lower = { name: box, cell: false, value: 6, bound: "lower" as const };
    const empty = { name: cell, cell: true, value: null, bound: "lower" as const };
    expect(brokenOf(board, [lower, empty, { ...lower, value: null }])).toEqual({
      units: "box 1 has no place left for 6; no value is left for row 1, column 2; box 1 can no longer be met",
      deadEnd: true,
    });
  });
});

/** A decision of the pair, made with that confidence. */
function thoughtThrough(
  verdict: VerdictKey,
  probability: number,
  seen: { inference: Intuited["inference"]; looks: number; slept?: number; fed?: number } = {
    inference: "fresh",
    looks: 1,
  },
): Decision {
  const known = { legal: true, violated: 0, shifted: false, looks: seen.looks, sureness: 0.6, irrevocable: false };
  const slept = seen.slept ?? 0;
  const evidence = {
    ...known,
    whole: verdict === "verdict.whole",
    slept,
    agree: Math.min(slept, 7),
    fed: seen.fed ?? 0,
    suspects: 0,
  };
  const proposal = { variable: 0, value: 1, probability };
  const intuition = { proposal, evidence, inference: seen.inference, iterations: 8, operations: 4000 };
  const thought = { strategy: "threshold", threshold: 0.8, verdict, intuition, deliberation: null } as const;
  const act = { kind: "place", variable: 0, value: 1, source: "system1" } as const;
  return { ...act, id: 0, takenBack: false, escalated: false, thought, core: null, removed: [], assumes: [] };
}

describe("out of its depth, System 1", () => {
  const { board } = killer();

  it("is said to be so in one plain sentence", () => {
    expect(shiftText(board, null)).toBe("");
    const shift = { family: false, size: false, rules: [], switched: [] };
    expect(shiftText(board, { ...shift, family: true, size: true, rules: ["any"] })).toBe(
      "System 1 was never trained on Sudoku. So its confidence means little here.",
    );
    expect(shiftText(board, { ...shift, size: true })).toContain("boards of 9×9");
    const lettered = { ...board, size: sizeOf(9, 9, "k", ["killer"]) };
    expect(shiftText(lettered, { ...shift, size: true, rules: ["killer"] })).toMatch(/trained on the rule/);
    const switched = (on: boolean) => shiftText(board, { ...shift, switched: [{ rule: "antiknight", on }] });
    expect(switched(true)).toMatch(/not told that the rule “.*” holds now\. So/);
    expect(switched(false)).toMatch(/not told that the rule “.*” no longer holds\. So/);
  });

  it("is quoted without its confidence", () => {
    expect(verdictOf(thoughtThrough("verdict.unsure", 0.62), false).said).toContain("62 %");
    for (const verdict of [
      "verdict.unsure",
      "verdict.trusted",
      "verdict.breaks_rule",
      "verdict.irrevocable",
      "verdict.system1_only",
      "verdict.whole",
    ] as const)
      expect(verdictOf(thoughtThrough(verdict, 0.62), true).said).not.toMatch(/\d/);
  });
});

describe("how a move was seen", () => {
  it("is told where System 1 looked twice, or had seen it already", () => {
    const said = (inference: Intuited["inference"], looks: number) =>
      verdictOf(thoughtThrough("verdict.trusted", 0.97, { inference, looks }), false).said;
    expect(said("fresh", 1)).toBe("It is 97 % sure; 80 % is enough.");
    expect(said("fresh", 2)).toBe("Unsure at first glance, it looked again. It is 97 % sure; 80 % is enough.");
    expect(said("reused", 2)).toMatch(/^It saw this move together/);
  });

  it("is told how often its own mistakes went back to it", () => {
    const told = (fed: number) =>
      verdictOf(thoughtThrough("verdict.still_broken", 0.62, { inference: "fresh", looks: 1, fed }), false);
    expect(told(0).said).toBe("The board as it pictures it, filled in, breaks rules.");
    expect(told(1).said).toContain("went back to it once.");
    expect(told(3).said).toContain("went back to it 3 times.");
  });

  it("is told that a proof counts only if unproved moves are right", () => {
    const decision = thoughtThrough("verdict.settled", 0.62);
    const assumes = [1, 2].map((variable) => ({ variable, value: 3, place: true }));
    expect(verdictOf(decision, false).outcome).toBe("");
    expect(verdictOf({ ...decision, assumes }, false).outcome).toBe(
      "The proof counts only if 2 unproved moves before it are right.",
    );
  });

  it("is told where it slept on it, and that the rules said which picture was right", () => {
    const told = (slept: number) =>
      verdictOf(thoughtThrough("verdict.whole", 0.62, { inference: "fresh", looks: 2, slept }), false);
    expect(told(9).said).toContain("from 9 other states of mind; 7 of these pictures have this move.");
    expect(told(9).said).toMatch(/It is 62 % sure, and .* breaks no rule\.$/);
    expect(told(1).said).not.toContain("states of mind");
    expect(told(9).then).toBe("Trust the rules.");
  });

  it("keeps two confidences apart that would be rounded to the same", () => {
    expect(verdictOf(thoughtThrough("verdict.unsure", 0.7961), false).said).toBe(
      "It is 79.6 % sure, which is less than 80.0 %.",
    );
  });

  it("is not told of a person's own move", () => {
    expect(verdictOf({ thought: null } as Decision, false).said).toBe("Your own move.");
  });
});

it("a switched rule is a line of the log", () => {
  const mark = { kind: "switch_rule", rule: "null", on: false, source: "player" } as DecisionMark;
  expect(markLabel(killer().board, mark)).toMatch(/^You: the rule .* no longer holds$/);
});

describe("a board that contradicts itself", () => {
  const { board } = killer();
  const row = { key: "unit.row", args: { n: 1 } };
  const found = (wrong: Proof | null) => ({
    answer: { task: "examine" as const, position: "p", effort: 1, finding: "contradiction" as const },
    system2Ms: 1,
    proof: null,
    wrong,
  });
  const topic = (wrong: Proof | null) => ({
    kind: "answer" as const,
    asked: "why" as const,
    variable: 1,
    value: 2,
    probability: null,
    before: null,
    degree: 4,
    found: found(wrong),
  });
  const wrong: Proof = {
    variable: 0,
    value: 4,
    place: false,
    minimal: true,
    rules: [],
    facts: [],
    lines: [
      {
        key: "why.seen",
        args: { unit: row, value: 4, cell: board.cells[0]!.name },
        ruleCells: [],
        factCells: [],
        constraints: [],
      },
    ],
    ruleCells: [],
    factCells: [],
    constraints: [],
  };

  it("is told by what can be seen, then by the entry that cannot stand, with its reason", () => {
    const told = proofOfAnswer(board, topic(wrong), false, "A rule is broken: row 1.");
    expect(plain(told.answer)).toBe("A rule is broken: row 1. Row 1, column 1 cannot be 4, and here is why:");
    expect(told.lines.map(plain)).toEqual(["Row 1 already has its 4, so row 1, column 1 cannot be 4."]);
  });

  it("says so where nobody is to blame, and that there is no solution where nothing was entered", () => {
    expect(plain(proofOfAnswer(board, topic(null), false).answer)).toBe("The values on the board cannot all be right.");
    expect(plain(proofOfAnswer(board, topic(null), true).answer)).toContain("no solution");
  });
});
