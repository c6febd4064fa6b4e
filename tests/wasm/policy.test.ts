// The shipped network in ONNX Runtime Web: it gives what was recorded when it was exported, the engine's tensors fit
// it, and a second look goes on from the first.

import { readFile } from "node:fs/promises";

import { beforeAll, describe, expect, it, vi } from "vitest";

import type { LookRequest } from "../../web/src/protocol/messages";
import type { EngineCalls, PolicyAnswer, PolicyTensors } from "../../web/src/protocol/engine";
import type { Service } from "../../web/src/workers/service";
import { loadedService, repositoryPath } from "../../web/tools/node_transports";
import { loadModule, MIDDLING, modelPresent, SIX, SMALL } from "./modules";

vi.setConfig({ hookTimeout: 60_000 });

type Shape = [rows: number, width: number];

interface Recorded {
  tolerance: number;
  cases: {
    puzzle: string;
    /** A second look, at the position of the case before. */
    continues: boolean;
    shapes: Record<"literal_groups" | "group_literals" | "literal_sums" | "sum_literals", Shape>;
    literal_groups: number[];
    group_literals: number[];
    group_features: number[];
    literal_sums: number[];
    literal_coefficients: number[];
    sum_literals: number[];
    sum_coefficients: number[];
    sum_features: number[];
    logits: number[];
    sureness: number;
  }[];
}

function tensorsOf(one: Recorded["cases"][number]): PolicyTensors {
  const { literal_groups, group_literals, literal_sums, sum_literals } = one.shapes;
  return {
    ...{ literals: literal_groups[0], groups: group_literals[0], degree: literal_groups[1], width: group_literals[1] },
    ...{ sums: sum_literals[0], sumDegree: literal_sums[1], sumWidth: sum_literals[1] },
    literalGroups: one.literal_groups,
    groupLiterals: one.group_literals,
    groupFeatures: one.group_features,
    literalSums: one.literal_sums,
    literalCoefficients: one.literal_coefficients,
    sumLiterals: one.sum_literals,
    sumCoefficients: one.sum_coefficients,
    sumFeatures: one.sum_features,
  };
}

describe.skipIf(!modelPresent)("the network", () => {
  let policy: Service;
  beforeAll(async () => {
    policy = await loadedService("policy");
  });

  let position = 0;
  async function looked(tensors: PolicyTensors, look = 0, start = 0): Promise<PolicyAnswer> {
    if (look === 0) position++;
    const request = { position: String(position), look, start, tensors } satisfies LookRequest;
    return (await policy.call(request)) as PolicyAnswer;
  }

  it("gives the recorded logits and sureness", async () => {
    const recorded = JSON.parse(await readFile(repositoryPath("models/vectors.json"), "utf8")) as Recorded;
    expect(recorded.cases.length).toBeGreaterThan(0);
    for (const one of recorded.cases) {
      const { logits: found, sureness } = await looked(tensorsOf(one), one.continues ? 1 : 0);
      expect(Math.abs(sureness - one.sureness)).toBeLessThanOrEqual(recorded.tolerance);
      expect(found).toHaveLength(one.logits.length);
      const differences = found.map((logit, at) => Math.abs(logit - (one.logits[at] ?? NaN)));
      expect(Math.max(...differences), one.puzzle).toBeLessThanOrEqual(recorded.tolerance);
    }
  });

  it.each([SMALL, SIX, MIDDLING, { family: "sudoku", text: ".".repeat(256) }])(
    "takes the engine's tensors, and the engine its logits: $text",
    async (puzzle) => {
      const engine = await loadModule("engine");
      engine.call({ op: "open", ...puzzle });
      const { position, tensors } = engine.call({ op: "encode" }) as EngineCalls["encode"][1];
      if (tensors === null) throw new Error("nothing to encode");
      const { logits: found, sureness } = await looked(tensors);
      expect(found).toHaveLength(tensors.literals);
      expect(sureness).toBeGreaterThanOrEqual(0);
      expect(sureness).toBeLessThanOrEqual(1);
      const { best } = engine.call({ op: "intuition", position, logits: found }) as EngineCalls["intuition"][1];
      expect(best?.probability).toBeGreaterThan(0);
      expect(best?.probability).toBeLessThanOrEqual(1);
    },
  );

  it("goes on thinking where it was; a fresh worker makes up for the looks it has not seen", async () => {
    const engine = await loadModule("engine");
    engine.call({ op: "open", ...MIDDLING });
    const { tensors } = engine.call({ op: "encode" }) as EngineCalls["encode"][1];
    if (tensors === null) throw new Error("nothing to encode");
    const glance = await looked(tensors);
    const again = await looked(tensors, 1);
    expect(again.logits).not.toEqual(glance.logits);
    expect(again.iterations).toBeGreaterThan(0);
    const fresh = await loadedService("policy");
    const caughtUp = (await fresh.call({ position: "a", look: 1, start: 0, tensors })) as PolicyAnswer;
    const differences = caughtUp.logits.map((logit, at) => Math.abs(logit - (again.logits[at] ?? NaN)));
    expect(Math.max(...differences)).toBeLessThan(1e-3);
    expect(caughtUp.iterations).toBe(again.iterations);
  });

  it("begins anew from other states, the same ones for the same number, and forgets what it saw from there", async () => {
    const engine = await loadModule("engine");
    engine.call({ op: "open", ...MIDDLING });
    const { tensors } = engine.call({ op: "encode" }) as EngineCalls["encode"][1];
    if (tensors === null) throw new Error("nothing to encode");
    const glance = await looked(tensors);
    const first = await looked(tensors, 3, 1);
    const second = await looked(tensors, 3, 2);
    expect(first.iterations).toBeGreaterThan(2 * glance.iterations);
    expect(second.logits).not.toEqual(first.logits);
    expect(await looked(tensors, 3, 1)).toEqual(first);
    // A second look still goes on from the glance.
    const again = await looked(tensors, 1);
    const fresh = await loadedService("policy");
    const caughtUp = (await fresh.call({ position: "a", look: 1, start: 0, tensors })) as PolicyAnswer;
    expect(Math.max(...caughtUp.logits.map((logit, at) => Math.abs(logit - again.logits[at]!)))).toBeLessThan(1e-3);
  });
});
