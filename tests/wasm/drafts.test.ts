// A worker that computes hears nothing, but it speaks: the solver module tells a first proof before its answer.

import { beforeAll, expect, it } from "vitest";

import type { FindingAnswer, SolverCalls } from "../../web/src/protocol/engine";
import type { WasmModule } from "../../web/src/workers/wasm_module";
import { loadModule, MIDDLING } from "./modules";

let module: WasmModule;
beforeAll(async () => {
  module = await loadModule("solver");
  module.call({ op: "tell", puzzle: "a", ...MIDDLING });
});

let version = 0;
function asked(more: Partial<SolverCalls["solve"][0]>, tell: ((draft: unknown) => void) | null): FindingAnswer {
  const facts = { from: version, to: ++version, keep: 0, drop: 0, add: [] };
  const question = { op: "solve", puzzle: "a", position: "p", task: "examine", facts, budget: 0, ...more };
  return module.call(question, tell) as FindingAnswer;
}

it("tells a first proof of what it is asked, which the answer then shortens", () => {
  const sizes = [];
  for (let literal = 0; literal < 40; literal++) {
    const told: FindingAnswer[] = [];
    const answer = asked({ literal, drafts: true }, (draft) => told.push(draft as FindingAnswer));
    expect(told).toHaveLength("core" in answer ? 1 : 0);
    const [draft] = told;
    if (!("core" in answer) || !draft || !("core" in draft)) continue;
    expect(draft).toMatchObject({ task: "examine", position: "p", finding: answer.finding });
    expect([draft.core.literal, draft.core.place]).toEqual([answer.core.literal, answer.core.place]);
    sizes.push({ first: draft.core.parts.length, last: answer.core.parts.length });
  }
  expect(sizes.some(({ first, last }) => first > last)).toBe(true);
});

it("tells nothing of the kind unasked, or to nobody", () => {
  const told: unknown[] = [];
  asked({ literal: 0 }, (draft) => told.push(draft));
  asked({ literal: 0, drafts: true }, null);
  asked({ task: "unique", drafts: true }, (draft) => told.push(draft));
  expect(told).toEqual([]);
});
