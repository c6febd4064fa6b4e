// What the lab computes without an engine: addresses, disagreements, fronts, files.

import { describe, expect, it } from "vitest";

import { START } from "../../../../web/src/lab/cost";
import { firstDisagreement } from "../../../../web/src/lab/disagreement";
import { csvOf } from "../../../../web/src/lab/figures/figure";
import { paretoFront } from "../../../../web/src/lab/figures/pareto";
import { readHows, writeHows } from "../../../../web/src/lab/how";
import { readLab, writeLab } from "../../../../web/src/lab/lab_address";
import type { Moment } from "../../../../web/src/lab/lane";
import { median } from "../../../../web/src/lab/measure";
import { traceOf } from "../../../../web/src/lab/puzzles";

describe("the address", () => {
  it("tells boards with their dials and branches, and reads them back", () => {
    const hows = [
      { strategy: "threshold", dial: 0.95 },
      { strategy: "system2", from: { lane: 0, made: 12 } },
    ] as const;
    expect(writeHows(hows)).toBe("threshold-0.95*system2-from1-12");
    expect(readHows(writeHows(hows))).toEqual(hows);
  });

  it.each([
    "",
    "nobody",
    "threshold-1.5",
    "system1-from1-3",
    "system1*system2-from3-1",
    "system1*".repeat(5) + "system1",
  ])("refuses boards that cannot be: %s", (text) => expect(readHows(text)).toBeUndefined());

  it("survives a round trip, and names what it does not understand", () => {
    const state = { family: "sudoku", puzzle: "..2..4..1......2", lang: "ko", pace: "work", tempo: "quick" } as const;
    expect(readLab(writeLab({ ...state, network: "my first" })).state.network).toBe("my first");
    const lanes = [{ strategy: "verify" }] as const;
    const query = writeLab({ ...state, lanes });
    expect(readLab(query)).toEqual({ state: { ...state, lanes }, ignored: [] });
    expect(readLab("?lanes=<script>&pace=never&tempo=").ignored).toEqual(["lanes", "pace", "tempo"]);
  });

  it("leaves an author's puzzle to what stands behind #", () => {
    expect(writeLab({ family: "custom", puzzle: "{}" })).not.toContain("puzzle");
  });
});

/** Moments that put values down, one per unit of the clock. */
function game(...placed: [variable: number, value: number, step: number][]): Moment[] {
  const moment = (decision: unknown, step: number) => ({ decision, clocks: { ...START, step } }) as unknown as Moment;
  return [
    moment(null, 0),
    ...placed.map(([variable, value, step]) => moment({ kind: "place", variable, value }, step)),
  ];
}

describe("the first disagreement", () => {
  it("is where two boards put different values, when the later one did", () => {
    const found = firstDisagreement([game([3, 1, 1], [4, 2, 2]), game([4, 5, 1], [3, 1, 9])], "step");
    expect(found).toEqual({ variable: 4, clock: 2, said: [{ value: 2, made: 2 }, { value: 5, made: 1 }] }); // prettier-ignore
  });

  it("is not where a board has corrected itself before the others spoke", () => {
    const corrected = game([4, 5, 1], [4, 2, 2]);
    expect(firstDisagreement([corrected, game([4, 2, 3])], "step")).toBeNull();
    expect(firstDisagreement([corrected, game([4, 2, 1.5])], "step")?.clock).toBe(1.5);
  });
});

it("the front holds what nothing beats in cost and worth", () => {
  const point = (cost: number, worth: number) => ({ cost, worth });
  const points = [point(5, 0.9), point(1, 0.5), point(2, 0.5), point(9, 0.9), point(5, 0.8)];
  expect(paretoFront(points)).toEqual([point(1, 0.5), point(5, 0.9)]);
  expect(paretoFront([])).toEqual([]);
});

it("a table as CSV keeps commas and quotes, and holds no formula", () => {
  const columns = ["a", "b"].map((key) => ({ key, label: key, kind: "text" as const }));
  const rows = [{ a: 'say "no", twice', b: 0.5 }, { a: "=1+1", b: null }]; // prettier-ignore
  expect(csvOf({ columns, rows })).toBe('a,b\r\n"say ""no"", twice",0.5\r\n\'=1+1,\r\n');
});

it("the median of nothing is 0, of an even number the mean of the middle", () => {
  expect([[], [3], [4, 1], [9, 1, 5]].map(median)).toEqual([0, 3, 2.5, 5]);
});

describe("a recorded game", () => {
  const decision = { id: 0, kind: "place", variable: 1, value: 2, thought: null };
  const trace = { format: "fastslow-trace/2", family: "sudoku", text: "1..4", decisions: [decision] };

  it("is told from a puzzle, and taken where it is whole", () => {
    expect(traceOf("53..7....")).toBeNull();
    const filled = trace.decisions.map((decision) => ({ ...decision, assumes: [] }));
    expect(traceOf(JSON.stringify(trace))).toEqual({ trace: { ...trace, decisions: filled } });
  });

  it.each([
    ["cut off", JSON.stringify(trace).slice(0, -20), "lab.trace.damaged"],
    ["of a later form", JSON.stringify({ ...trace, format: "fastslow-trace/9" }), "lab.trace.format"],
    ["without decisions", JSON.stringify({ ...trace, decisions: undefined }), "lab.trace.parts"],
    [
      "with decisions out of order",
      JSON.stringify({ ...trace, decisions: [{ ...decision, id: 7 }] }),
      "lab.trace.parts",
    ],
    ["with a time that is none", JSON.stringify({ ...trace, decisions: [{ ...decision, timings: { system1Ms: "x", system2Ms: 1 } }] }), "lab.trace.parts"], // prettier-ignore
    ["with a decision that is null", JSON.stringify({ ...trace, decisions: [null] }), "lab.trace.parts"],
  ])("%s is refused with the reason", (_what, text, key) => {
    expect(traceOf(text)).toEqual({ problem: { key, args: {} } });
  });
});
