// What the comparison of strategies keeps, shares and chooses.

import { describe, expect, it } from "vitest";

import type { PolicyTensors } from "../../../../web/src/protocol/engine";
import type { Parts } from "../../../../web/tools/bench_parts";
import type { Entry } from "../../../../web/tools/strategies/plan";
import { believed, entryKey, together } from "../../../../web/tools/strategies/play";
import type { Game, Piece, PuzzleRecord } from "../../../../web/tools/strategies/play";
import { SharingBench } from "../../../../web/tools/strategies/shared_looks";
import { chosenSignal, halves, withCombined } from "../../../../web/tools/strategies/signals";

describe("a look that several games need", () => {
  interface Call {
    position: string;
    look: number;
    start: number;
  }
  /** As the worker does: goes on from the look before at the same position, or makes up for it. */
  function fake() {
    const calls: Call[] = [];
    const parts: Parts = {
      load: () => Promise.resolve(null),
      call: (_, args) => {
        calls.push(args as Call);
        return Promise.resolve({ value: { logits: [calls.length] }, ms: 5, roundMs: 5 });
      },
      close: () => Promise.resolve(),
    };
    return { calls, bench: new SharingBench(parts) };
  }
  const tensors = (literal: number) => ({ literalGroups: [literal] }) as unknown as PolicyTensors;

  it("is computed once, and counted each time with the time that it took", async () => {
    const { calls, bench } = fake();
    const first = await bench.look(tensors(1));
    expect(await bench.look(tensors(1))).toEqual(first);
    expect(calls).toHaveLength(1);
    await bench.look(tensors(1), 0, 2);
    await bench.look(tensors(2));
    expect(calls).toHaveLength(3);
    bench.forgetLooks();
    await bench.look(tensors(1));
    expect(calls).toHaveLength(4);
  });

  it("goes on from what the network saw before, which is shown it again where it looked elsewhere since", async () => {
    const { calls, bench } = fake();
    await bench.look(tensors(1));
    await bench.look(tensors(2));
    await bench.look(tensors(1));
    await bench.look(tensors(1), 1);
    expect(calls.map(({ look }) => look)).toEqual([0, 0, 0, 1]);
    expect(calls[3]!.position).toBe(calls[2]!.position);
    expect(calls[2]!.position).not.toBe(calls[1]!.position);
    await bench.look(tensors(1), 2);
    expect(calls).toHaveLength(5);
    expect(calls[4]!.position).toBe(calls[3]!.position);
  });
});

describe("what is kept of a puzzle", () => {
  const plan: Entry[] = [
    { strategy: "verify", setting: {} },
    { strategy: "threshold", setting: { threshold: 0.5 } },
  ];
  const game = (moves: number) => ({ moves }) as Game;
  const once = { solved: true, effort: 1, ms: 1 };
  const begun: Piece = { number: 7, text: "1...", truth: [1], once };
  const played = plan.map((entry, at): Piece => ({ number: 7, entry: entryKey(entry), game: game(at) }));
  const readings: Piece = { number: 7, readings: [] };

  it("counts once everything is there, in the order of the plan, however it was played", () => {
    const record = together("sudoku", [readings, ...[...played].reverse(), begun], plan);
    expect(record?.games.map(({ moves }) => moves)).toEqual([0, 1]);
    for (const missing of [begun, readings, ...played]) {
      const rest = [begun, readings, ...played].filter((piece) => piece !== missing);
      expect(together("sudoku", rest, plan)).toBeNull();
    }
  });

  it("does not count where it has not exactly one solution", () => {
    expect(together("sudoku", [{ ...begun, truth: null }, readings, ...played], plan)).toBeNull();
  });
});

describe("signals", () => {
  const record = (readings: [right: 0 | 1, top: number, margin: number][]): PuzzleRecord => ({
    ...{ family: "sudoku", number: 1, text: "", once: { solved: true, effort: 1, ms: 1 }, games: [] },
    readings: readings.map(([right, top_probability, margin]) => ({
      ...{ right, breaks: 0 },
      signals: { top_probability, margin, self_assessment: 0.5, second_look: top_probability / 2 },
    })),
  });
  const marginTells = [record([[1, 0.6, 0.9], [0, 0.7, 0.1], [1, 0.5, 0.8]])]; // prettier-ignore
  const topTells = [record([[1, 0.9, 0.2], [0, 0.4, 0.7], [1, 0.8, 0.3]])]; // prettier-ignore

  it("are chosen on the other families alone", () => {
    const chosen = chosenSignal(topTells, [marginTells], ["margin", "second_look"])!;
    expect(chosen).toMatchObject({ signal: "margin", chosen_on: 1, n: 3, wrong: 1 });
    expect(chosen.augrc).toBeGreaterThan(chosen.top_probability);
    expect(chosenSignal(marginTells, [marginTells], ["margin", "second_look"])!.augrc).toBeLessThan(
      chosenSignal(marginTells, [marginTells], ["second_look"])!.augrc,
    );
    expect(chosenSignal(topTells, [], ["margin"])).toBeNull();
    expect(chosenSignal(topTells, [[record([[1, 0.9, 0.9]])]], ["margin"])).toBeNull();
  });

  it("are made of what was read", () => {
    const made = withCombined(record([[1, 0.8, 0.5]]).readings[0]!);
    expect(made["felt_probability"]).toBeCloseTo(0.4);
    expect(made["both_looks"]).toBeCloseTo(0.6);
  });

  it("of one cell: its probability, its lead, and how little is left open", () => {
    const cell = (...of: number[]) => of.map((probability, value) => ({ value, probability }));
    expect(believed(cell(1, 0), 0)).toEqual({ sure: 1, margin: 1, certainty: 1 });
    expect(believed(cell(0.25, 0.25, 0.25, 0.25), 2).certainty).toBeCloseTo(0);
    expect(believed(cell(0.7, 0.3), 1).margin).toBeCloseTo(-0.4);
    expect(believed([{ value: 3, probability: 1 }], 3)).toEqual({ sure: 1, margin: 1, certainty: 1 });
    expect(believed([], 3)).toEqual({ sure: 0, margin: 0, certainty: 1 });
  });

  it("strategies are chosen on one half and judged on the other", () => {
    expect(halves([1, 2, 3, 4, 5])).toEqual({ choosing: [1, 3, 5], judging: [2, 4] });
    expect(halves([1])).toEqual({ choosing: [1], judging: [1] });
  });
});
