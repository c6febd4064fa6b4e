// The shipped network in ONNX Runtime Web: it gives the logits that were recorded when it was exported, and the
// engine's tensors fit it.

import { readFile } from "node:fs/promises";

import { beforeAll, describe, expect, it, vi } from "vitest";

import type { EngineCalls, PolicyTensors } from "../../web/src/protocol";
import type { Service } from "../../web/src/workers/service";
import { loadedService, repositoryPath } from "../../web/tools/node_transports";
import { loadModule, MIDDLING, modelPresent, SIX, SMALL } from "./modules";

vi.setConfig({ hookTimeout: 60_000 });

interface Recorded {
  tolerance: number;
  cases: {
    puzzle: string;
    shapes: Record<"literal_groups" | "group_literals", [number, number]>;
    literal_groups: number[];
    group_literals: number[];
    group_features: number[];
    logits: number[];
  }[];
}

function tensorsOf(one: Recorded["cases"][number]): PolicyTensors {
  const [literals, degree] = one.shapes.literal_groups;
  const [groups, width] = one.shapes.group_literals;
  return {
    literals,
    groups,
    degree,
    width,
    literalGroups: one.literal_groups,
    groupLiterals: one.group_literals,
    groupFeatures: one.group_features,
  };
}

describe.skipIf(!modelPresent)("the network", () => {
  let policy: Service;
  beforeAll(async () => {
    policy = await loadedService("policy");
  });

  async function logits(tensors: PolicyTensors): Promise<number[]> {
    return ((await policy.call(tensors)) as { logits: number[] }).logits;
  }

  it("gives the recorded logits", async () => {
    const recorded = JSON.parse(await readFile(repositoryPath("models/vectors.json"), "utf8")) as Recorded;
    expect(recorded.cases.length).toBeGreaterThan(0);
    for (const one of recorded.cases) {
      const found = await logits(tensorsOf(one));
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
      const { tensors } = engine.call({ op: "encode" }) as EngineCalls["encode"][1];
      if (tensors === null) throw new Error("nothing to encode");
      const found = await logits(tensors);
      expect(found).toHaveLength(tensors.literals);
      const { best } = engine.call({ op: "intuition", logits: found }) as EngineCalls["intuition"][1];
      expect(best?.probability).toBeGreaterThan(0);
      expect(best?.probability).toBeLessThanOrEqual(1);
    },
  );
});
