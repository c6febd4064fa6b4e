// The pure parts of the exhibit of objects: which network is asked, what a hand means, where a motion is in between.

import { describe, expect, it } from "vitest";

import results from "../../../../models/results/objects.json";
import type { fileOf } from "../../../../web/src/exhibits/objects/assets";
import { COUNTS, INTERVAL, NETWORKS, numberOf, OBJECTS } from "../../../../web/src/exhibits/objects/assets";
import { mostOf } from "../../../../web/src/exhibits/objects/chart";
import { follow, FOLLOWED, LEARNED, valueAt, type Followed } from "../../../../web/src/exhibits/objects/follow";
import { afterKey, held, placeAt, RANGE, SLOPE, speedOf } from "../../../../web/src/exhibits/objects/hand";
import type { PlainTensors } from "../../../../web/src/protocol/messages";

const file = (object: string, network: string) => ({ address: `${object}-${network}`, sha256: "" });

describe("the networks", () => {
  it("have a number for each setting and count of motions", () => {
    const numbers = [false, true].flatMap((drive) =>
      [false, true].flatMap((friction) => COUNTS.map((count) => numberOf({ object: "block", friction, drive, count }))),
    );
    expect(numbers).toEqual(numbers.map((_, i) => i));
  });

  it("were measured in every setting", () => {
    for (const object of OBJECTS) {
      for (const network of NETWORKS) {
        const rows = results.rows.filter((row) => row.object === object && row.network === network);
        expect(rows).toHaveLength(4 * COUNTS.length);
        expect(rows.every(({ parameters }) => parameters <= 3000)).toBe(true);
      }
    }
    expect(results.horizon_s).toBe(LEARNED);
  });
});

describe("following", () => {
  it("asks engine and networks for the same start, shaking and length", async () => {
    const asked: { world: string; rows: number; held: number[] }[] = [];
    const ran: { address: string; inputs: PlainTensors }[] = [];
    const followed = await follow(
      {
        simulate: ({ world, controls }) => {
          asked.push({ world, rows: controls.length, held: controls.slice(0, 2).map((row) => row[2]!) });
          return Promise.resolve(controls.map((_, i) => [i, 0, i / 20, 2 * i, 0.5]));
        },
        run: (network, inputs) => {
          ran.push({ address: network.address, inputs });
          const data = [1, 2];
          return Promise.resolve({ outputs: { place: tensor(data), energy: tensor(data) }, ms: 2 });
        },
      },
      { object: "block", friction: true, drive: true, count: COUNTS[1]! },
      { q: 1, p: -0.5 },
      file as unknown as typeof fileOf,
    );
    const steps = FOLLOWED / INTERVAL;
    expect(asked).toEqual([{ world: "block", rows: 2 * steps + 1, held: [1, 0] }]);
    expect(ran.map(({ address }) => address)).toEqual(["block-plain", "block-hamiltonian", "block-port"]);
    for (const { inputs } of ran) {
      expect(inputs["which"]!.data).toEqual([3 * COUNTS.length + 1]);
      expect(inputs["start"]!.data).toEqual([1, -0.5]);
      expect(inputs["drive"]!.data).toHaveLength(2 * steps + 1);
    }
    expect(followed.ms).toBe(6);
    expect(followed.paths.truth.energy.slice(0, 3)).toEqual([0, 2, 4]);
    expect(followed.paths.truth.step * (followed.paths.truth.place.length - 1)).toBeCloseTo(FOLLOWED);
  });

  it("knows what lies between two moments, and nothing where a prediction ran away", () => {
    expect(valueAt([0, 1, 3], 0.1, 0.15)).toBeCloseTo(2);
    expect(valueAt([0, 1, 3], 0.1, 7)).toBe(3);
    expect(valueAt([0, 1, 3], 0.1, -1)).toBe(0);
    expect(valueAt([0, NaN, NaN], 0.1, 0.05)).toBeNaN();
  });

  it("draws half as much again as the truth has", () => {
    const path = (energy: number[]) => ({ step: 0.1, place: [], energy });
    const paths = { truth: path([2, 4]), plain: path([900]), hamiltonian: path([1]), port: path([1]) };
    expect(mostOf({ paths, drive: [], ms: 0 } satisfies Followed)).toBe(6);
  });
});

describe("the hand", () => {
  it("finds the angle and the place under a point, within what the networks have seen", () => {
    expect(placeAt("pendulum", { x: 1, y: 0 })).toBeCloseTo(Math.PI / 2);
    expect(placeAt("pendulum", { x: 0.01, y: -1 })).toBe(RANGE.pendulum.q[1]);
    expect(placeAt("block", { x: 1.5 * Math.cos(SLOPE), y: -1.5 * Math.sin(SLOPE) })).toBeCloseTo(1.5);
    expect(placeAt("block", { x: -1, y: 0 })).toBe(RANGE.block.q[0]);
    expect(held("block", { q: 5, p: -9 })).toEqual({ q: 2, p: -1.5 });
  });

  it("throws as fast as it moved last, and not at all after a rest", () => {
    const traces = [0, 20, 40, 60].map((at) => ({ q: at / 1000, at }));
    expect(speedOf(traces, 60)).toBeCloseTo(1);
    expect(speedOf(traces, 400)).toBe(0);
    expect(speedOf([], 0)).toBe(0);
  });

  it("moves by keys, and lets other keys be", () => {
    expect(afterKey("pendulum", "ArrowRight", 0)).toBeCloseTo(0.1);
    expect(afterKey("block", "ArrowDown", 0.1)).toBe(0.1);
    expect(afterKey("block", "End", 1)).toBe(2);
    expect(afterKey("block", "Tab", 1)).toBeNull();
  });
});

const tensor = (data: number[]) => ({ type: "float32" as const, shape: [data.length], data });
