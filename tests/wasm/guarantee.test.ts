// The promise on recorded games: the engine deals them anew a thousand times, and the chance that it is broken lies below
// delta. What is recorded of that is what the engine says today. And what the door makes of wishes that nobody can keep.

import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, it } from "vitest";

import { recordedOf, type Calibration, type Outcomes } from "../../web/src/game/recorded";
import { orderOf } from "../../web/src/lab/calibration";
import type { Guarantee } from "../../web/src/lab/figures/results";
import type { Bets, Certificate, EngineCalls, RecordedGame } from "../../web/src/protocol/engine";
import { checkReply } from "../../web/src/protocol/checked";
import { Bench } from "../../web/tools/bench_parts";
import { repositoryPath } from "../../web/tools/node_transports";
import { guaranteeOf } from "../../web/tools/strategies/guarantee";
import type { WasmModule } from "../../web/src/workers/wasm_module";
import { loadModule } from "./modules";

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(repositoryPath(`models/results/${name}.json`), "utf8")) as T;
const outcomes = read<Outcomes>("game_outcomes");
const recorded = read<Guarantee>("guarantee");

let engine: WasmModule;
beforeAll(async () => {
  engine = await loadModule("engine");
});

function ask<O extends "certify" | "splits" | "bets">(op: O, args: EngineCalls[O][0]): EngineCalls[O][1] {
  return checkReply(op, engine.call({ op, ...args }));
}

const right = (games: number): RecordedGame[] => Array.from({ length: games }, () => [-1, 0.5]);
const wish = { alpha: 0.01, delta: 0.1 };

describe("on the recorded games", () => {
  it("is broken in no more than the promised share of deals, as recorded", async () => {
    const parts = {
      load: () => Promise.resolve(),
      call: (_part: string, args: unknown) => Promise.resolve({ value: engine.call(args), ms: 0, roundMs: 0 }),
      close: () => Promise.resolve(),
    };
    const now = await guaranteeOf(new Bench(parts), outcomes);
    expect(Object.keys(now.wishes[0]!.families)).toHaveLength(6);
    for (const { delta, families } of now.wishes) {
      for (const [family, { within, times }] of Object.entries(families)) {
        expect(times).toBe(1000);
        expect(within[1], family).toBeLessThanOrEqual(delta);
      }
    }
    expect(now).toEqual(recorded);
  });

  it("was played by the network that ships", () => {
    const card = JSON.parse(readFileSync(repositoryPath("models/fastslow.json"), "utf8")) as { sha256: string };
    expect(outcomes.network).toBe(card.sha256);
    expect(recorded.network).toBe(card.sha256);
  });

  it.each(recordedOf(outcomes))("asks in no fewer games than any rule must: $family", (calibration: Calibration) => {
    const { games, order } = calibration;
    expect(order).toBe(orderOf(games.length));
    const { floor, checked, threshold, tested } = ask("certify", { alpha: 0.05, delta: 0.1, games: [...games], order });
    expect(checked).toBeGreaterThanOrEqual(floor);
    expect(tested.filter(({ holds }) => holds).at(-1)?.threshold ?? null).toBe(threshold);
  });
});

describe("a wish", () => {
  it("takes 230 games without a loss for one per cent at ten", () => {
    const with_ = (games: number): Certificate => ask("certify", { ...wish, games: right(games + 1), order: 1 });
    expect(with_(229)).toMatchObject({ threshold: null, games: 229, needed: 230 });
    expect(with_(230)).toMatchObject({ threshold: 0, games: 230, losses: 0, checked: 0 });
  });

  it.each([0, 1, -0.1, 1.5, 1e300])("of %s is refused, as alpha and as delta", (chance) => {
    const games = right(2);
    expect(() => ask("certify", { alpha: chance, delta: 0.1, games, order: 1 })).toThrow("error.risk.alpha");
    expect(() =>
      ask("splits", { alpha: 0.1, delta: chance, games, order: 1, calibration: 1, times: 1, seed: 1 }),
    ).toThrow("error.risk.delta");
    expect(() => ask("bets", { alpha: chance, delta: 0.1, lost: [] })).toThrow("error.risk.alpha");
  });

  it("is refused with games that are none, and with deals that leave none", () => {
    const argument = "error.request.argument";
    for (const games of [[], [[2, 0]], [[-0.5, 0]], [[0.5]], [["0.5", 0]], [[0.5, 7]]] as RecordedGame[][]) {
      expect(() => ask("certify", { ...wish, games, order: 0 })).toThrow(argument);
    }
    expect(() => ask("certify", { ...wish, games: right(3), order: 3 })).toThrow(argument);
    const deal = { ...wish, games: right(3), order: 1, times: 1, seed: 1 };
    expect(() => ask("splits", { ...deal, calibration: 2 })).toThrow(argument);
    expect(() => ask("splits", { ...deal, calibration: 1, times: 1e9 })).toThrow(argument);
  });
});

it("the two bets mirror each other", () => {
  const played = (lost: number, games: number): Bets =>
    ask("bets", { alpha: 0.05, delta: 0.1, lost: Array.from({ length: games }, (_, at) => at < lost) });
  expect(played(0, 0)).toEqual({ games: 0, safe: { wealth: 1, way: 0 }, alarm: { wealth: 1, way: 0 } });
  expect(played(0, 200).safe.way).toBe(1);
  expect(played(0, 200).alarm.way).toBe(0);
  expect(played(6, 20).alarm.way).toBe(1);
  expect(played(100_000, 100_000).alarm.wealth).toBe(1e300);
});
