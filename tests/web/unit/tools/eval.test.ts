import { Writable } from "node:stream";

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Decision, View } from "../../../../web/src/protocol/engine";
import { HostError } from "../../../../web/src/protocol/problems";
import { parseOptions } from "../../../../web/tools/eval_options";
import type { Settings } from "../../../../web/tools/eval_options";
import { judged, wrongMoves } from "../../../../web/tools/eval_puzzle";
import type { PuzzleReport } from "../../../../web/tools/eval_puzzle";
import { merged, remarks, reportOf, summarise, summaryTable } from "../../../../web/tools/eval_report";
import type { EvalReport } from "../../../../web/tools/eval_report";
import { BadInput, sentence } from "../../../../web/tools/failure";
import { progressBar } from "../../../../web/tools/progress";
import { puzzlesOf, selected } from "../../../../web/tools/puzzle_file";
import { quantile, spread } from "../../../../web/tools/statistics";
import { table } from "../../../../web/tools/table";

describe("the command line", () => {
  const needed = ["--family", "sudoku", "--file", "f.txt"];

  it("has defaults, and none of its own for what the engine decides by", () => {
    expect(parseOptions([...needed, "--mode", "both"])).toMatchObject({
      mode: "both",
      strategy: "threshold",
      told: {},
      limit: Infinity,
      json: null,
    });
    expect(parseOptions([...needed, "--mode", "s1"])).toMatchObject({ strategy: "system1" });
    expect(parseOptions([...needed, "--mode", "s2"])).toMatchObject({ strategy: "system2" });
    expect(parseOptions(["--family", "map", "--mode", "s2"])).toMatchObject({ file: "puzzles/map.json" });
  });

  it("merges instead of playing", () => {
    expect(parseOptions(["--merge", "a.json", "b.json"])).toEqual({ merge: ["a.json", "b.json"], json: null });
  });

  it("takes everything", () => {
    const more = ["--strategy", "verify", "--threshold", "0.5", "--limit", "3", "--shard", "2/4", "--json", "o.json"];
    const system1 = ["--looks", "3", "--sleep", "16", "--reuse", "1.5", "--budget", "0"];
    expect(parseOptions([...needed, "--mode", "both", ...more, ...system1])).toMatchObject({
      strategy: "verify",
      told: { threshold: 0.5, looks: 3, sleep: 16, reuse: 1.5, budget: 0 },
      limit: 3,
      shard: { index: 2, of: 4 },
      json: "o.json",
    });
  });

  it.each([
    [[]],
    [needed],
    [[...needed, "--mode", "s3"]],
    [[...needed, "--mode", "s1", "--strategy", "verify"]],
    [[...needed, "--mode", "both", "--threshold", "1.5"]],
    [[...needed, "--mode", "both", "--threshold", ""]],
    [[...needed, "--mode", "both", "--looks", "0"]],
    [[...needed, "--mode", "both", "--reuse", "-1"]],
    [[...needed, "--mode", "both", "--sleep", "-1"]],
    [["--merge"]],
    [[...needed, "--mode", "both", "--limit", "0"]],
    [[...needed, "--mode", "both", "--limit", "1e3"]],
    [[...needed, "--mode", "both", "--shard", "5/4"]],
    [[...needed, "--mode", "both", "--budget", "-1"]],
    [[...needed, "--mode", "both", "--colour"]],
  ])("refuses %j", (argv) => {
    expect(() => parseOptions(argv)).toThrow(BadInput);
  });
});

describe("a file of puzzles", () => {
  it("keeps the numbers of the lines", () => {
    expect(puzzlesOf("\uFEFF# title\r\n\r\n12..\r\n  3.4.  \n")).toEqual([
      { line: 3, text: "12.." },
      { line: 4, text: "3.4." },
    ]);
  });

  it("is shared out without loss or repetition", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 7 }), (count, of) => {
        const puzzles = Array.from({ length: count }, (_, at) => ({ line: at + 1, text: "x" }));
        const shares = Array.from({ length: of }, (_, at) => selected(puzzles, { index: at + 1, of }, Infinity));
        const lines = shares.flat().map(({ line }) => line);
        expect(lines.sort((a, b) => a - b)).toEqual(puzzles.map(({ line }) => line));
      }),
    );
  });
});

describe("statistics", () => {
  it("take the nearest rank", () => {
    expect(spread([5, 1, 4, 2, 3])).toEqual({ median: 3, p95: 5 });
    expect(spread([])).toEqual({ median: 0, p95: 0 });
  });

  it("are one of the samples, and grow with the share", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (samples, p) => {
          expect(samples).toContain(quantile(samples, p));
          expect(quantile(samples, p)).toBeLessThanOrEqual(quantile(samples, 1));
        },
      ),
    );
  });
});

describe("the judgement of a game", () => {
  const decision = (source: string, variable: number, value: number, kind = "place"): Decision =>
    ({ source, variable, value, kind }) as Decision;
  const tally = {
    ...{ moves: 2, eliminations: 0, escalations: 1, takenBack: 1, effort: 9 },
    ...{ inferences: 3, secondLooks: 1, reused: 1 },
  };
  const view = (status: View["status"], text: string): View => {
    const cells = Array.from(text, (symbol) => ({ value: symbol === "." ? null : Number(symbol) }));
    return { status, text, tally, cells } as View;
  };
  const truth = { solutions: "one", values: [1, 2] };

  it("counts System 1's unchecked values that are not the solution's, also those taken back", () => {
    const decisions = [
      decision("system1", 0, 2),
      decision("both", 0, 2),
      decision("system2", 0, 2, "take_back"),
      decision("system1", 0, 1),
      decision("player", 1, 1),
    ];
    expect(wrongMoves(decisions, [1, 2])).toBe(1);
  });

  it("asks for the one solution, not only for the rules", () => {
    const puzzle = { line: 1, text: ".." };
    const of = (status: View["status"], text: string, known = truth): ReturnType<typeof judged> =>
      judged({ puzzle, truth: known, view: view(status, text), end: "solved", decisions: [decision("system1", 0, 1)] });
    expect(of("solved", "12")).toMatchObject({
      ...{ solved: true, rules_met: true, agrees: true, wrong_moves: 0 },
      ...{ inferences: 3, second_looks: 1, reused: 1, moves_of: { system1: 1, both: 0, system2: 0 } },
    });
    expect(of("solved", "21")).toMatchObject({ solved: false, rules_met: true, agrees: false });
    expect(of("open", "1.")).toMatchObject({ solved: false, rules_met: false });
    const several = judged({
      puzzle,
      truth: { solutions: "several", values: null },
      view: view("solved", "21"),
      end: "solved",
      decisions: [],
    });
    expect(several).toMatchObject({ solved: true, agrees: null, wrong_moves: null, escalation_rate: 0 });
  });

  const moves_of = { system1: 2, both: 1, system2: 0 };
  const looks = { moves: 3, moves_of, inferences: 4, second_looks: 1, reused: 2 };
  const one = { ...looks, solved: true, wrong_moves: 1, escalations: 1, decisions: 1, taken_back: 1, puzzle_ms: 10 };
  const two = {
    ...looks,
    solved: false,
    wrong_moves: null,
    escalations: 0,
    decisions: 3,
    taken_back: 0,
    puzzle_ms: 30,
  };

  it("is summed up over the decisions, not over the puzzles", () => {
    const reports = [one, two].map((some, at) => ({ ...some, line: at + 1, solutions: "one", end: "stuck" }));
    const summary = summarise(reports as PuzzleReport[], { s1: [1, 2, 3], s2: [] });
    expect(summary).toEqual({
      puzzles: 2,
      solved: 1,
      wrong_moves: 1,
      ...{ moves: 6, moves_of: { system1: 4, both: 2, system2: 0 }, inferences: 8, second_looks: 2, reused: 4 },
      ...{ decisions: 4, escalations: 1 },
      escalation_rate: 0.25,
      taken_back: 1,
      s1_ms: { median: 2, p95: 3 },
      s2_ms: { median: 0, p95: 0 },
      puzzle_ms: { median: 10, p95: 30 },
    });
    expect(summaryTable(summary)).toContain("25.0 %");
    expect(remarks(reports as PuzzleReport[])).toEqual(["line 2: not solved (stuck)"]);
  });

  it("of shards is the judgement of the whole", () => {
    const settings = { family: "map", threshold: 0.9 } as Settings;
    const part = (report: object, line: number, s1: number[]): EvalReport =>
      reportOf(settings, [{ ...report, line, solutions: "one", end: "solved" } as PuzzleReport], { s1, s2: [] });
    const [first, second] = [part(one, 2, [1, 5]), part(two, 1, [3])];
    const whole = merged([first, second]);
    expect(whole.puzzles.map(({ line }) => line)).toEqual([1, 2]);
    expect(whole.summary).toMatchObject({ puzzles: 2, solved: 1, inferences: 8, s1_ms: { median: 3, p95: 5 } });
    expect(() => merged([first, part(two, 2, [])])).toThrow(/line 2 is in two/);
    expect(() => merged([first, { ...second, settings: { ...settings, threshold: 0.5 } }])).toThrow(/different/);
  });
});

describe("what is printed", () => {
  it("aligns columns", () => {
    expect(
      table([
        ["a", "10"],
        ["long", "5"],
      ]),
    ).toBe("a     10\nlong   5");
  });

  it("is lines where there is no terminal, the last one always", () => {
    const written: string[] = [];
    const stream = new Writable({
      write: (chunk: Buffer, _, done) => {
        written.push(chunk.toString());
        done();
      },
    });
    const bar = progressBar(45, stream as NodeJS.WriteStream);
    for (let n = 0; n < 45; n++) bar.tick("note");
    bar.stop();
    expect(written.length).toBeLessThanOrEqual(20);
    expect(written.at(-1)).toBe("45/45  note\n");
  });

  it("is a sentence for every problem", () => {
    const missing = new HostError({ key: "error.load.status", args: { file: "a.wasm", status: "ENOENT" } });
    expect(sentence(missing)).toBe("cannot read a.wasm (ENOENT)");
    const length = new HostError({ key: "error.sudoku.length", args: { length: "7" } });
    expect(sentence(length)).toMatch(/7/);
    expect(sentence(new Error("plain"))).toBe("plain");
  });
});
