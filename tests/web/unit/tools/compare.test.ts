// ./dev compare: each of the other solvers on small puzzles, as the tool runs them, and what the tool makes of answers.

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { beforeAll, describe, expect, it } from "vitest";

import { Checker } from "../../../../web/tools/compare/checker";
import { program } from "../../../../web/tools/compare/clingo";
import { isCount, positive, rulesOf, valuesOf } from "../../../../web/tools/compare/groups";
import type { Groups } from "../../../../web/tools/compare/groups";
import { judged, shownBy, wrongOf } from "../../../../web/tools/compare/judge";
import type { Run } from "../../../../web/tools/compare/judge";
import { measurePeer } from "../../../../web/tools/compare/measure";
import type { Job, Told } from "../../../../web/tools/compare/measure";
import type { Answer, Peer, Posed } from "../../../../web/tools/compare/peer";
import { keepsRules, PEERS } from "../../../../web/tools/compare/peers";
import type { PeerName } from "../../../../web/tools/compare/peers";
import { nodePlace } from "../../../../web/tools/compare/place_node";
import { BYTES_PER_MS, firstAnswerMs, markdown } from "../../../../web/tools/compare/report";
import type { Report, Row } from "../../../../web/tools/compare/report";
import { repositoryPath } from "../../../../web/tools/node_transports";
import { recordBetween } from "../../../../web/tools/record";
import { loadModule } from "../../../wasm/modules";

/** Written by tests/engine/export_test.cc, which says what they are. */
const POSED = readFileSync(repositoryPath("tests/golden/posed.txt"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Posed);
const [SUDOKU, KENKEN, FUTOSHIKI, NONOGRAM, KNIGHTS, SEVERAL, NONE] = POSED as [
  ...[Posed, Posed, Posed, Posed],
  ...[Posed, Posed, Posed],
];
const SOLVED = "2413134231244231".split("").map(Number);

let checker: Checker;
beforeAll(async () => {
  checker = new Checker(await loadModule("engine"));
});

async function runOf(peer: PeerName, job: Job): Promise<Run> {
  const told: Told[] = [];
  const ended = await nodePlace().run(peer, job, (one) => void told.push(one), 100_000);
  return { place: "node", peer, told, ended };
}

function verdicts(run: Run, task: "solve" | "unique"): string[] {
  return run.told.flatMap((one) => (one.kind === "answer" && one.task === task ? [one.answer.verdict] : []));
}

describe("every solver", () => {
  const all: [Posed, unique: string][] = [
    ...[SUDOKU, KENKEN, FUTOSHIKI, NONOGRAM, KNIGHTS].map((puzzle): [Posed, string] => [puzzle, "one"]),
    [SEVERAL, "several"],
    [NONE, "none"],
  ];
  // It compiles each puzzle for a second: one with hidden variables, and the two that end otherwise.
  const few = all.slice(3).filter(([puzzle]) => puzzle !== KNIGHTS);

  it.each(PEERS.filter((name) => !keepsRules(name)))("%s answers, and the rules are met", async (peer) => {
    const posed = peer === "gecode" || peer === "chuffed" ? few : all;
    const puzzles = posed.map(([puzzle]) => puzzle);
    const run = await runOf(peer, { puzzles, warmUp: [], kept: false });
    expect(run.ended).toBeNull();
    expect(verdicts(run, "unique")).toEqual(posed.map(([, unique]) => unique));
    expect(verdicts(run, "solve")).toEqual(posed.map(([, unique]) => (unique === "none" ? "none" : "some")));
    const known = { shown: shownBy([run], puzzles, checker), checker, solvable: false };
    for (const task of ["solve", "unique"] as const) {
      expect(judged(run, task, puzzles, known)).toMatchObject({ right: puzzles.length, complaints: [] });
    }
  });

  it.each(PEERS.filter(keepsRules))("%s keeps nothing of a puzzle but the rules", async (peer) => {
    expect(rulesOf(NONE.groups)).toBe(rulesOf(SUDOKU.groups));
    const loose = { ...SUDOKU, text: ".".repeat(16), groups: { ...SUDOKU.groups, givens: [] } };
    const puzzles = [SUDOKU, loose, NONE, SUDOKU, loose, SUDOKU];
    const run = await runOf(peer, { puzzles, warmUp: [NONE, loose], kept: true });
    expect(run.ended).toBeNull();
    expect(verdicts(run, "unique")).toEqual(["one", "several", "none", "one", "several", "one"]);
    expect(verdicts(run, "solve")).toEqual(["some", "some", "none", "some", "some", "some"]);
    const known = { shown: shownBy([run], puzzles, checker), checker, solvable: false };
    expect(judged(run, "unique", puzzles, known)).toMatchObject({ right: 6, wrong: 0, missing: 0 });
  });

  it("is ended when it says nothing", async () => {
    const job = { puzzles: [SUDOKU], warmUp: [], kept: false };
    expect(await nodePlace().run("logic", job, () => {}, 1)).toBe("no answer within 0.001 s");
  });

  it("that fails is no answer, and the next puzzle is put", async () => {
    const peer: Peer = {
      load: () => Promise.resolve(),
      forget: () => Promise.resolve(),
      solve: (puzzle) =>
        puzzle === SUDOKU
          ? Promise.reject(new Error("out of order"))
          : Promise.resolve({ verdict: "none", solutions: [] }),
    };
    const told: Told[] = [];
    await measurePeer(peer, { puzzles: [SUDOKU, NONE], warmUp: [], kept: false }, (one) => void told.push(one));
    const run: Run = { place: "node", peer: "z3", told, ended: null };
    expect(verdicts(run, "unique")).toEqual(["unknown", "none"]);
    const shown = [{ solutions: 1 }, { solutions: 0 }];
    expect(judged(run, "unique", [SUDOKU, NONE], { shown, checker, solvable: false })).toMatchObject({
      ...{ right: 1, wrong: 0, missing: 1 },
      complaints: [`${SUDOKU.text}: out of order`],
    });
  });
});

describe("an answer", () => {
  const values = (changed: Record<number, number | null> = {}): { values: (number | null)[] } => ({
    values: SOLVED.map((value, at) => (at in changed ? changed[at]! : value)),
  });
  const wrong = (answer: Answer, solutions = 1, solvable = false): string | null =>
    wrongOf(answer, SUDOKU, { solutions }, checker, solvable);

  it("is right if the rules and the givens are met", () => {
    expect(wrong({ verdict: "one", solutions: [values()] })).toBeNull();
    expect(wrong({ verdict: "some", solutions: [{ text: SOLVED.join("") }] })).toBeNull();
  });

  it.each([
    ["two equal values", values({ 0: 1 })],
    ["a value missing", { values: [...SOLVED.slice(0, 15), null] }],
    ["too few", { values: SOLVED.slice(0, 15) }],
    ["a value that there is not", values({ 0: 9 })],
    // Every value exchanged for another: a full square, of another puzzle.
    ["other givens", { values: SOLVED.map((value) => 5 - value) }],
    ["no text", { text: "nothing" }],
  ])("is wrong with %s", (_what, solution) => {
    expect(wrong({ verdict: "some", solutions: [solution] })).toBe("a rule is broken");
  });

  it("is wrong if it says too little", () => {
    expect(wrong({ verdict: "none", solutions: [] })).toMatch(/there is one/);
    expect(wrong({ verdict: "none", solutions: [] }, 0, true)).toMatch(/there is one/);
    expect(wrong({ verdict: "none", solutions: [] }, 0)).toBeNull();
    expect(wrong({ verdict: "one", solutions: [values()] }, 2)).toMatch(/another/);
    expect(wrong({ verdict: "several", solutions: [values(), values()] })).toMatch(/told as two/);
  });

  it("that never came is missing, with the reason", () => {
    const run: Run = { place: "node", peer: "z3", told: [], ended: "no answer within 5 s" };
    const known = { shown: [{ solutions: 0 }], checker, solvable: true };
    expect(judged(run, "solve", [SUDOKU], known)).toEqual({
      ...{ median: null, p95: null, right: 0, wrong: 0, missing: 1 },
      complaints: [`${SUDOKU.text}: no answer within 5 s`],
    });
  });
});

describe("groups", () => {
  it("have no weight below 1 when made so, and the same meaning", () => {
    const group = { literals: [0, 1, 2, 3], weights: [-2, 0, 1, 3], at_least: 0, at_most: 2 };
    const sum = positive(group);
    expect(sum.terms.every(({ weight }) => weight > 0)).toBe(true);
    for (let chosen = 0; chosen < 16; chosen++) {
      const holds = (literal: number): number => (chosen >> literal) & 1;
      const total = group.literals.reduce((all, literal, at) => all + holds(literal) * group.weights[at]!, 0);
      const made = sum.terms.reduce(
        (all, { literal, negated, weight }) => all + (negated ? 1 - holds(literal) : holds(literal)) * weight,
        0,
      );
      const meets = (sum.at_least === null || made >= sum.at_least) && (sum.at_most === null || made <= sum.at_most);
      expect(meets).toBe(total >= 0 && total <= 2);
    }
    expect(isCount(sum)).toBe(false);
    expect(positive({ literals: [0, 1], weights: null, at_least: 0, at_most: 2 })).toMatchObject({
      ...{ at_least: null, at_most: null },
    });
  });

  const small: Groups = {
    format: "fastslow-groups/1",
    variables: [
      { lowest: 1, highest: 2, hidden: false },
      { lowest: 5, highest: 7, hidden: true },
      { lowest: 0, highest: 1, hidden: false },
    ],
    groups: [{ literals: [], weights: null, at_least: 1, at_most: null }],
    givens: [1],
  };

  it("tell the visible values", () => {
    expect(valuesOf(small, (literal) => [1, 3, 5].includes(literal))).toEqual([2, 0]);
    expect(valuesOf(small, (literal) => literal < 2)).toEqual([null, null]);
  });

  it("without literals are written, too", () => {
    expect(program(small)).toContain("low(0,1).");
    expect(program(small)).not.toContain("in(0");
  });
});

describe("the report", () => {
  const figures = { median: 1.5, p95: 12.5, right: 2, wrong: 1, missing: 3, complaints: [] };
  const row: Row = {
    ...{ place: "chromium", family: "sudoku", size: "9x9", peer: "z3", puzzles: 6 },
    ...{ load_ms: 100, rules_ms: null, first_ms: 50, first_right: true },
    ...{ solve: figures, unique: figures, ended: null },
  };
  const report: Report = {
    ...{ format: "fastslow-compare/1", machine: "a machine", load_average: 0.5, versions: { Node: "v1" } },
    ...{ downloads: { z3: { files: 2, bytes: 4_000_000, gzip: 2_500_000 } }, rows: [row] },
  };

  it("says beside a time what was not right", () => {
    const text = markdown(report);
    expect(text).toContain("| sudoku 9x9 × 6 | 1.50 (12.5), 1 wrong, 3 missing |");
    expect(text).toContain("| z3-solver | 4 | 2 | 6 |");
    expect(text).toContain("| z3-solver | 4.00 | 2.50 | 0.10 | 0.05 | 2.15 |");
  });

  it("computes the download, and none of a wrong answer", () => {
    const download = report.downloads.z3!;
    expect(firstAnswerMs(row, download)).toBe(2_500_000 / BYTES_PER_MS + 150);
    expect(firstAnswerMs({ ...row, rules_ms: 10 }, download)).toBe(2160);
    expect(firstAnswerMs({ ...row, first_right: false }, download)).toBeNull();
  });

  it("takes the place of the one before", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "compare-")), "page.md");
    writeFileSync(file, "before\n<begin>\nold\n<end>\nafter\n");
    await recordBetween(file, "<begin>\n", "<end>\n", "new\n");
    expect(readFileSync(file, "utf8")).toBe("before\n<begin>\nnew\n<end>\nafter\n");
    await expect(recordBetween(file, "<no>\n", "<end>\n", "")).rejects.toThrow("no place");
  });
});
