// One of the two systems is not there: the rest plays on, in every mode.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Host } from "../../../../web/src/host/host";
import type { Absence, HostEvents, StepResult } from "../../../../web/src/host/host";
import { PATIENCE_MS } from "../../../../web/src/host/stand_in";
import { failWith } from "../../../../web/src/protocol/problems";
import type { Part } from "../../../../web/src/protocol/parts";
import type { Port } from "../../../../web/src/host/transports";
import { directPort } from "../../../../web/src/workers/direct_port";
import { FakeTransports, keyOf } from "./fakes";

type Strategy = HostEvents["config"]["strategy"];
type Fault = "is missing" | "hangs";

const STRATEGIES: Strategy[] = ["system1", "threshold", "verify", "system2"];
const FAULTS: Fault[] = ["is missing", "hangs"];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Some of its workers cannot be loaded. */
class BrokenTransports extends FakeTransports {
  readonly faults = new Map<Part, Fault>();

  override spawn(part: Part): Port {
    const fault = this.faults.get(part);
    if (fault === undefined) return super.spawn(part);
    this.started.push(part);
    const never = new Promise<never>(() => {});
    const missing = () => Promise.reject(failWith("error.load.status", { file: part, status: "404" }));
    return directPort({ load: () => (fault === "hangs" ? never : missing()), call: () => never });
  }
}

async function game(strategy: Strategy, faults: [Part, Fault][]) {
  const transports = new BrokenTransports();
  for (const [part, fault] of faults) transports.faults.set(part, fault);
  const host = new Host(transports);
  const told: (Absence | null)[] = [];
  host.on("absence", ({ absence }) => told.push(absence));
  await host.open({ family: "fake", text: "1..." });
  await host.configure({ strategy });
  return { host, transports, told };
}

async function stepped(host: Host): Promise<StepResult> {
  const step = host.step({ standIn: true });
  step.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(2 * PATIENCE_MS);
  return await step;
}

const cases = STRATEGIES.flatMap((strategy) => FAULTS.map((fault): [Strategy, Fault] => [strategy, fault]));

describe.each(cases)("with the strategy %s, when a part %s", (strategy, fault) => {
  it("System 2 goes on without System 1", async () => {
    const { host, told } = await game(strategy, [["policy", fault]]);
    expect(await stepped(host)).toMatchObject({ kind: "decided", decision: { source: "system2" } });
    expect(await stepped(host)).toMatchObject({ kind: "decided", view: { text: "123." } });
    // Told once, and only where System 1 had a say.
    expect(told).toEqual(strategy === "system2" ? [] : [{ part: "policy", late: fault === "hangs" }]);
    expect(host.config?.strategy).toBe(strategy);
  });

  it("System 1 goes on without System 2", async () => {
    const { host, told } = await game(strategy, [["solver", fault]]);
    expect(await stepped(host)).toMatchObject({ kind: "decided", decision: { source: "system1" } });
    expect(await stepped(host)).toMatchObject({ kind: "decided", view: { text: "123." } });
    // Below the threshold alone this System 1 never needs the other.
    const asked = strategy === "verify" || strategy === "system2";
    expect(told).toEqual(asked ? [{ part: "solver", late: fault === "hangs" }] : []);
    expect(host.config?.strategy).toBe(strategy);
  });

  it("nobody is left without both, and that is said", async () => {
    const { host } = await game(strategy, [
      ["policy", fault],
      ["solver", fault],
    ]);
    expect(await keyOf(stepped(host))).toBe("error.step.nobody");
    expect((await host.play(1, 2)).view.text).toBe("12..");
  });
});

describe("a part that comes late", () => {
  it("is waited for once, and plays again from when it is there", async () => {
    const { host, transports, told } = await game("threshold", [["policy", "hangs"]]);
    await stepped(host);
    const before = Date.now();
    expect(await host.step({ standIn: true })).toMatchObject({ decision: { source: "system2" } });
    expect(Date.now() - before).toBeLessThan(PATIENCE_MS);
    transports.faults.clear();
    // What hangs is ended in the end; the visitor tries again.
    await vi.advanceTimersByTimeAsync(120_000);
    expect(host.loadingOf("policy")).toMatchObject({ state: "failed", problem: { key: "error.worker.silent" } });
    await host.warmUp(["policy"]);
    expect(await host.step({ standIn: true })).toMatchObject({ decision: { source: "system1" } });
    expect(told).toEqual([{ part: "policy", late: true }, null]);
  });

  it("does not hold up a visitor who moves meanwhile", async () => {
    const { host } = await game("system1", [["policy", "hangs"]]);
    const step = host.step({ standIn: true });
    expect((await host.play(3, 4)).view.text).toBe("1..4");
    expect(await step).toEqual({ kind: "cancelled" });
  });
});

it("nobody stands in where that was not asked for: an evaluation measures what it says", async () => {
  const { host } = await game("system1", [["policy", "is missing"]]);
  expect(await keyOf(host.step())).toBe("error.load.status");
});
