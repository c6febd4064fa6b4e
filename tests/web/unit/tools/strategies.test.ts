import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "vitest";

import type { Decision } from "../../../../web/src/protocol/engine";
import { bootstrap, measured } from "../../../../web/tools/strategies/measures";
import type { Case } from "../../../../web/tools/strategies/measures";
import type { Host } from "../../../../web/src/host/host";
import { BadInput } from "../../../../web/tools/failure";
import { checkGiven, readGiven } from "../../../../web/tools/strategies/given";
import { judged } from "../../../../web/tools/strategies/play";

const cases = (...of: [number, boolean][]): Case[] => of.map(([signal, right], puzzle) => ({ signal, right, puzzle }));

describe("how well a signal tells right from wrong", () => {
  it("is worked out by hand for four moves", () => {
    const found = measured(cases([0.9, true], [0.8, false], [0.7, true], [0.6, false]))!;
    // Among the 1, 2, 3, 4 surest 0, 1, 1, 2 are wrong.
    expect(found.aurc).toBeCloseTo((0 / 1 + 1 / 2 + 1 / 3 + 2 / 4) / 4, 4);
    expect(found.augrc).toBeCloseTo((0 + 1 + 1 + 2) / 4 / 4, 4);
    expect(found.auroc).toBe(0.75);
    expect(found.curve.at(-1)).toEqual([1, 0.5, 0.6]);
  });

  it("cannot gain by an order that the signal does not give", () => {
    const one = measured(cases([0.5, true], [0.5, false], [0.5, true], [0.5, false]))!;
    const other = measured(cases([0.5, false], [0.5, false], [0.5, true], [0.5, true]))!;
    expect(one).toEqual(other);
    expect(one.auroc).toBe(0.5);
  });

  it("keeps AUGRC to what AUROC and accuracy say of it", () => {
    // AUGRC = (1 - acc)²/2 + acc (1 - acc)(1 - AUROC), for many moves (arXiv 2407.01032).
    const many = Array.from({ length: 3000 }, (_, i): [number, boolean] => [
      ((i * 7919) % 3000) / 3000,
      (i * 31) % 7 > 1,
    ]);
    const { augrc, auroc } = measured(cases(...many))!;
    const accuracy = many.filter(([, right]) => right).length / many.length;
    expect(augrc).toBeCloseTo((1 - accuracy) ** 2 / 2 + accuracy * (1 - accuracy) * (1 - auroc!), 3);
  });

  it("is calibrated where it says what happens", () => {
    expect(measured(cases([1, true], [1, true], [0, false]))!.ece).toBe(0);
    expect(measured(cases([1, false]))!.ece).toBe(1);
    expect(measured(cases([1, true]))!.auroc).toBeNull();
    expect(measured([])).toBeNull();
  });
});

it("an interval over puzzles is the same each time, and covers the mean", () => {
  const samples = Array.from({ length: 200 }, (_, i) => i % 10);
  const mean = (drawn: readonly number[]) => drawn.reduce((sum, at) => sum + samples[at]!, 0) / drawn.length;
  const [low, high] = bootstrap(samples.length, mean);
  expect(bootstrap(samples.length, mean)).toEqual([low, high]);
  expect(low).toBeLessThan(4.5);
  expect(high).toBeGreaterThan(4.5);
  expect(high - low).toBeCloseTo(2 * 1.96 * (2.87 / Math.sqrt(200)), 1);
});

it("a game is judged by its only solution", () => {
  const decided = (more: object) =>
    ({ variable: 0, value: 1, kind: "place", source: "system1", escalated: false, thought: null, ...more }) as Decision;
  const thought = { intuition: { proposal: { variable: 0, value: 1 } }, deliberation: { effort: 5 } };
  const found = judged(
    [
      decided({}),
      decided({ value: 2 }),
      decided({ kind: "take_back", escalated: true, source: "system2", thought: { ...thought, intuition: null } }),
      decided({ source: "both", escalated: true, thought }),
    ],
    [1],
  );
  expect(found).toMatchObject({ moves: 3, unchecked: 2, wrong: 1, escalations: 2, wasted: 1, repairs: 1, effort2: 10 });
});

describe("a file of puzzles to compare strategies by", () => {
  const folder = mkdtempSync(join(tmpdir(), "given-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it("is an author's own puzzle, whole, or lines of one family", async () => {
    const own = JSON.stringify({ format: "fastslow-puzzle/1", cells: "2x2" }, null, 2);
    expect(await readGiven(file("own.txt", own), undefined)).toMatchObject({ family: "custom", texts: [own] });
    const lines = await readGiven(file("lines.txt", "# two\n1...\n\n...2\n"), "sudoku");
    expect(lines).toMatchObject({ family: "sudoku", texts: ["1...", "...2"] });
    expect((await readGiven(file("more.txt", "1...\n"), "sudoku")).key).not.toBe(lines.key);
  });

  it("needs the family where it does not tell, and is refused where nothing can be read", async () => {
    await expect(readGiven(file("bare.txt", "1...\n"), undefined)).rejects.toThrow("needs the --family");
    await expect(readGiven(file("empty.txt", "\n# nothing\n"), "sudoku")).rejects.toThrow("no puzzle in");
    await expect(readGiven(join(folder, "missing.txt"), "sudoku")).rejects.toThrow("cannot read the puzzles");
  });

  it("is looked through before anything is played, and every puzzle that is none is named", async () => {
    const open = ({ text }: { text: string }) =>
      text.startsWith("bad") ? Promise.reject(new Error(`${text} is none`)) : Promise.resolve({});
    const judge = { open } as unknown as Host;
    const given = { family: "sudoku", key: "", texts: ["good", "bad1", "good", "bad2"] };
    await expect(checkGiven(judge, given)).rejects.toThrow(
      new BadInput("puzzle 2: bad1 is none\npuzzle 4: bad2 is none"),
    );
    await expect(checkGiven(judge, { ...given, texts: ["good"] })).resolves.toBeUndefined();
  });
});
