// Recorded games for a promise: what a game says, files of them, wishes as typed, and which races the bets go on with.

import { describe, expect, it } from "vitest";

import { recordedOf, type Calibration } from "../../../../web/src/game/recorded";
import {
  alike,
  dealingOf,
  dialOf,
  FORMAT,
  joined,
  readCalibration,
  recordedGame,
  shareOf,
  writeCalibration,
} from "../../../../web/src/lab/calibration";
import type { Lane } from "../../../../web/src/lab/lane";
import { outcomeOf } from "../../../../web/src/lab/outcome";
import { Promises } from "../../../../web/src/lab/promises";
import type { Decision } from "../../../../web/src/protocol/engine";

const decision = (variable: number, value: number, probability: number, evidence = {}): Decision =>
  ({
    thought: {
      intuition: { proposal: { variable, value, probability }, evidence: { legal: true, violated: 0, ...evidence } },
    },
  }) as unknown as Decision;

describe("a game", () => {
  const truth = [1, 2, 3];
  it("is known by its worst error and its least confidence", () => {
    const game = [decision(0, 1, 0.99), decision(1, 1, 0.7), decision(1, 3, 0.6), decision(2, 3, 0.5)];
    expect(outcomeOf(game, truth)).toEqual({ worst: 0.7, least: 0.5 });
    expect(outcomeOf([decision(0, 1, 0.9)], truth)).toEqual({ worst: -1, least: 0.9 });
    expect(outcomeOf([{ thought: null } as Decision], truth)).toEqual({ worst: -1, least: 1 });
  });

  it("is not lost by what visibly breaks a rule, but System 2 is asked", () => {
    const game = [decision(0, 3, 0.99, { violated: 1 }), decision(1, 1, 0.98, { legal: false })];
    expect(outcomeOf(game, truth)).toEqual({ worst: -1, least: 0 });
  });

  it("is rounded to the side of caution", () => {
    expect(recordedGame({ worst: 0.123451, least: 0.123459 })).toEqual([0.12346, 0.12345]);
    expect(recordedGame({ worst: -1, least: 1 })).toEqual([-1, 1]);
  });
});

const known = { network: "a1", families: ["kenken"] };
const calibration: Calibration = {
  ...{ family: "kenken", size: "4x4", level: "medium", network: "a1", order: 1 },
  games: [
    [-1, 0.5],
    [0.75, 0],
  ],
};

describe("a file of games", () => {
  it("is read as it was written", () => {
    expect(readCalibration(writeCalibration(calibration), known)).toEqual({ calibration });
  });

  const changed = (part: object) => JSON.stringify({ format: FORMAT, ...calibration, ...part });
  it.each([
    ["lab.calibration.damaged", writeCalibration(calibration).slice(0, -9)],
    ["lab.calibration.format", "null"],
    ["lab.calibration.format", "[1]"],
    ["lab.calibration.format", changed({ format: "fastslow-trace/2" })],
    ["lab.calibration.family", changed({ family: "chess" })],
    ["lab.calibration.network", changed({ network: "b2" })],
    ["lab.calibration.games", changed({ games: 5 })],
    ["lab.calibration.games", changed({ games: [[-1, 0.5], [0.7]] })],
    [
      "lab.calibration.games",
      changed({
        games: [
          [-1, 0.5],
          [1.1, 0],
        ],
      }),
    ],
    [
      "lab.calibration.games",
      changed({
        games: [
          [-1, 0.5],
          [-0.5, 0],
        ],
      }),
    ],
    [
      "lab.calibration.games",
      changed({
        games: [
          [-1, 0.5],
          ["0.5", 0],
        ],
      }),
    ],
    ["lab.calibration.games", changed({ size: "<b>" })],
    ["lab.calibration.order", changed({ order: 2 })],
    ["lab.calibration.order", changed({ order: -1 })],
    ["lab.calibration.order", changed({ order: 0.5 })],
    ["lab.own.too_long", " ".repeat(10_000_000)],
  ])("is refused: %s", (key, text) => {
    expect(readCalibration(text, known)).toMatchObject({ problem: { key } });
  });

  it("adds to others only where they are alike", () => {
    expect(alike(calibration, { ...calibration, games: [] })).toBe(true);
    expect(alike(calibration, { ...calibration, size: "5x5" })).toBe(false);
    expect(alike(calibration, { ...calibration, network: "b2" })).toBe(false);
    expect(joined(calibration, calibration)).toMatchObject({ order: 1, games: { length: 4 } });
  });

  it("is ours by family", () => {
    const one = { set: "", size: "4x4", level: "medium", seeds: [1, 2] as [number, number], order: 1 };
    const families = { kenken: { ...one, worst: [-1, 0.75], least: [0.5, 0] } };
    expect(recordedOf({ command: "", network: "a1", families })).toEqual([calibration]);
  });
});

it("deals leave games to be met", () => {
  expect(dealingOf(2000)).toMatchObject({ order: 400, calibration: 600, times: 1000 });
});

it("a dial is never below what was certified, and none where nothing is trusted", () => {
  expect(dialOf(0.9311)).toBe(0.932);
  expect(dialOf(0)).toBe(0);
  expect(dialOf(1 + 1e-12)).toBeNull();
  expect(dialOf(null)).toBeNull();
});

it.each([
  ["5", 0.05],
  [" 2,5 % ", 0.025],
  ["0", 0],
  ["", -1],
  ["five", -1],
  ["1e999", -1],
])("a wish of %j per cent is %d", (text, share) => expect(shareOf(text)).toBeCloseTo(share, 12));

describe("the bets go on", () => {
  const moments = (value: number) => [
    { view: {}, decision: null, cost: { work: {}, ms: {} } },
    {
      view: { tally: {} },
      decision: { kind: "place", source: "system1", variable: 0, value },
      cost: { work: {}, ms: {} },
    },
  ];
  const lane = (part: object, value = 1): Lane =>
    ({
      ...{ how: { strategy: "risk_controlled", dial: 0.9 }, trace: null, end: "solved", moments: moments(value) },
      ...part,
    }) as unknown as Lane;
  const puzzle = { family: "kenken", text: "x" };
  const truth = { values: [1] } as never;

  it("with each game under a guarantee once, when it has ended", () => {
    const promises = new Promises();
    expect(promises.count(puzzle, [lane({ end: null })], truth)).toBe(false);
    expect(promises.count(puzzle, [lane({})], null)).toBe(false);
    expect(promises.count(puzzle, [lane({})], truth)).toBe(true);
    expect(promises.count(puzzle, [lane({})], truth)).toBe(false);
    expect(promises.count({ ...puzzle, text: "y" }, [lane({}, 2)], truth)).toBe(true);
    expect(promises.played).toEqual([false, true]);
  });

  it("and with no other", () => {
    const others = [
      lane({ how: { strategy: "threshold", dial: 0.9 } }),
      lane({ how: { strategy: "risk_controlled" } }),
      lane({ how: { strategy: "risk_controlled", dial: 0.9, from: { lane: 0, made: 1 } } }),
      lane({ trace: "somewhere" }),
    ];
    expect(new Promises().count(puzzle, others, truth)).toBe(false);
  });
});
