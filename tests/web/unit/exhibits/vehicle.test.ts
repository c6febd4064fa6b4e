// The vehicle: where walls are, what keys and pointer mean, what System 2 allows (as a search through all speeds finds it) and
// which limit it names, and the learners' ways beside the world's.

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import card from "../../../../models/exhibits/vehicle/card.json";
import results from "../../../../models/results/vehicle.json";
import { between, randomFrom } from "../../../../web/src/exhibits/random";
import { scaleOf } from "../../../../web/src/exhibits/vehicle/chart";
import { Drive } from "../../../../web/src/exhibits/vehicle/drive";
import { AHEAD, foresee, simulate } from "../../../../web/src/exhibits/vehicle/foresight";
import { afterKey, towards } from "../../../../web/src/exhibits/vehicle/hand";
import { judge } from "../../../../web/src/exhibits/vehicle/judge";
import {
  BRAKES,
  MOTOR,
  planFrom,
  reachable,
  SIGN,
  STEPS,
  TOP,
  type LimitWords,
  type Plan,
} from "../../../../web/src/exhibits/vehicle/limits";
import { FAR, isFree, MOST_STEERING, START, wayAhead } from "../../../../web/src/exhibits/vehicle/yard";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports, repositoryPath } from "../../../../web/tools/node_transports";

let host: Host;
beforeAll(() => {
  host = new Host(nodeTransports());
});
afterAll(() => host.close());

const WORDS: LimitWords = { speed: (step) => `speed ${step}`, limit: (limit) => `limit ${limit}` };
const seldom = card.files[0]!;
const network = { address: repositoryPath(`models/exhibits/vehicle/${seldom.file}`), sha256: seldom.sha256 };

describe("the yard", () => {
  it("ends at its walls and has a block in it", () => {
    expect(isFree({ x: START[0]!, y: START[1]! })).toBe(true);
    expect([isFree({ x: 0, y: 0 }), isFree({ x: 39, y: 20 }), isFree({ x: 0, y: 6 })]).toEqual([false, false, false]);
  });

  it("tells how far a wall is straight on and on a curve", () => {
    const ahead = wayAhead([0, 15, 0, 5, 0, 0], 0);
    expect(ahead.distance).toBeCloseTo(38.4, 0);
    expect(ahead.end.y).toBeCloseTo(15);
    // A circle that fits is never left.
    expect(wayAhead([-28, 0, 0, 5, 0, 0], MOST_STEERING).distance).toBe(FAR);
    const [left, right] = [wayAhead([30, 0, 0, 5, 0, 0], 0.1), wayAhead([30, 0, 0, 5, 0, 0], -0.1)];
    expect(left.distance).toBe(right.distance);
    expect(left.end.y).toBeCloseTo(-right.end.y);
  });
});

describe("the hand", () => {
  it("turns keys into wheel and pedals", () => {
    const still = { steering: 0, pedal: 0 };
    expect(afterKey("ArrowLeft", still)!.steering).toBeGreaterThan(0);
    expect(afterKey("ArrowDown", { steering: 0, pedal: 1 })!.pedal).toBe(0);
    expect(afterKey(" ", { steering: 0.2, pedal: 1 })).toEqual(still);
    expect(afterKey("x", still)).toBeNull();
    const drive = new Drive();
    for (let i = 0; i < 20; i++) drive.steer(afterKey("ArrowRight", drive.wanted)!);
    expect(drive.wanted.steering).toBe(-MOST_STEERING);
  });

  it("steers to a point along the circle that leads there", () => {
    const state = [0, 0, 0, 0, 0, 0];
    expect(towards({ x: 10, y: 0 }, state).steering).toBeCloseTo(0);
    expect(towards({ x: 10, y: 3 }, state).steering).toBeGreaterThan(0);
    expect(towards({ x: -10, y: -3 }, state).steering).toBeLessThan(0);
    expect(towards({ x: 20, y: 0 }, state).pedal).toBeGreaterThan(0);
    expect(towards({ x: 2, y: 0 }, [0, 0, 0, 12, 0, 0]).pedal).toBeLessThan(0);
  });
});

/** Whether a plan leads on: from `speed` after `step` steps, with so many quarters of a metre left. */
function leadsOn(plan: Plan, speed: number, step: number, left: number): boolean {
  const sign = plan.speed - BRAKES * step <= SIGN ? SIGN : TOP;
  if (left < 0 || speed > plan.curve || speed > sign) return false;
  if (step === STEPS) return speed === 0;
  for (let next = Math.max(0, speed - BRAKES); next <= Math.min(TOP, speed + MOTOR); next++) {
    if (leadsOn(plan, next, step + 1, left - speed - next)) return true;
  }
  return false;
}

const fastest = (plan: Plan): number | null => {
  for (let next = plan.next; next >= reachable(plan.speed)[0]; next--) {
    if (leadsOn(plan, next, 1, plan.quarters - plan.speed - next)) return next;
  }
  return null;
};

describe("System 2", () => {
  it("allows what a search through all speeds allows", async () => {
    const kinds = new Set<string>();
    for (let number = 0; number < 40; number++) {
      const random = randomFrom(number);
      const speed = between(random, 0, 14);
      const [lowest, highest] = reachable(speed);
      const plan = {
        speed,
        next: between(random, lowest, highest),
        quarters: between(random, 0, 120),
        curve: between(random, 3, TOP),
      };
      const verdict = await judge(host, plan, WORDS);
      expect(verdict.allowed, JSON.stringify(plan)).toBe(fastest(plan));
      if (verdict.allowed === plan.next) expect(verdict.proof).toBeNull();
      kinds.add(verdict.allowed === plan.next ? "free" : verdict.allowed === null ? "none" : "slower");
    }
    expect([...kinds].sort()).toEqual(["free", "none", "slower"]);
  });

  it("names the limits that forbid a plan", async () => {
    const free = { speed: 8, next: 9, quarters: 4 * FAR, curve: TOP };
    expect((await judge(host, free, WORDS)).proof).toBeNull();
    const wall = await judge(host, { ...free, quarters: 40 }, WORDS);
    expect(wall.limits).toContain("wall");
    expect(wall.limits).toContain("brakes");
    expect(wall.proof!.lines.length).toBeGreaterThan(0);
    expect((await judge(host, { ...free, curve: 7 }, WORDS)).limits).toEqual(["grip"]);
    expect((await judge(host, { ...free, speed: 12, next: 13 }, WORDS)).limits).toEqual(["sign"]);
  });

  it("reads a plan from wheel and pedals, on the safe side", () => {
    const plan = planFrom([0, 15, 0, 7.5, 0, 0], { steering: 0, pedal: 1 });
    expect(plan).toMatchObject({ speed: 8, next: 10, curve: TOP });
    expect(plan.quarters).toBeLessThanOrEqual(4 * 39);
    expect(planFrom([0, 15, 0, 9, 0, 0], { steering: 0.3, pedal: 0 }).curve).toBeLessThan(8);
    expect(planFrom([0, 15, 0, 6.3, 0, 0], { steering: 0, pedal: -1 }).next).toBe(4);
  });
});

describe("the learners", () => {
  it("foresee a way of their own each, beside the world's", async () => {
    const controls = { steering: 0.1, pedal: 0.3 };
    const foresight = await foresee(host, network, START, controls);
    const world = await simulate(host, START, controls, AHEAD);
    expect(foresight.world.at(-1)).toEqual({ x: world.at(-1)![0], y: world.at(-1)![1] });
    for (const [learner, path] of Object.entries(foresight.paths)) {
      expect(path, learner).toHaveLength(AHEAD);
      expect(path.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      // After a tenth of a second nobody can be far away from where the car is.
      expect(Math.hypot(path[0]!.x - START[0]!, path[0]!.y - START[1]!)).toBeLessThan(4);
    }
    expect(new Set(Object.values(foresight.off)).size).toBe(4);
  });

  it("are shown with what was measured", () => {
    const drives = card.files.map((file) => file.drives);
    for (const learner of ["plain", "bicycle", "residual", "variational"]) {
      expect(results.rows.filter((row) => row.learner === learner).map((row) => row.drives)).toEqual(drives);
    }
    expect(scaleOf([0.03, 7])).toEqual({ least: 0.01, most: 10 });
  });
});

describe("a drive", () => {
  it("goes on by the world's steps, stops at a wall, and begins again", async () => {
    const drive = new Drive();
    await drive.tick(host, network);
    expect(drive.state[0]).toBeGreaterThan(START[0]!);
    drive.steer({ pedal: 1 });
    for (let i = 0; i < 120 && !drive.hit; i++) await drive.tick(host, network);
    expect(drive.hit).toBe(true);
    const { state } = drive;
    await drive.tick(host, network);
    expect(drive.state).toBe(state);
    drive.begin();
    expect([drive.state, drive.hit, drive.trail]).toEqual([START, false, []]);
  });

  it("is braked by System 2 where it may be, and then stands before the wall", async () => {
    const drive = new Drive();
    drive.guarded = true;
    drive.steer({ pedal: 1 });
    for (let i = 0; i < 100 && !drive.hit; i++) {
      await drive.tick(host, network);
      if (drive.due) await drive.check(host, WORDS);
    }
    expect(drive.hit).toBe(false);
    expect(drive.state[0]).toBeGreaterThan(0);
  });
});
