// The two sides of the protocol hold the same lists: TypeScript's against what the modules tell of themselves.

import { beforeAll, expect, it } from "vitest";

import { BLOCK_STYLES, LABEL_STYLES, MARK_COLORS, MARK_SHAPES } from "../../web/src/protocol/board";
import { ACTS, INFERENCES, OUTCOMES, SOURCES, STRATEGIES, VERDICTS } from "../../web/src/protocol/decision";
import { EFFECTS, ENGINE_OPERATIONS, IDLE_REASONS, LEVELS } from "../../web/src/protocol/engine";
import { COUNTS, FINDINGS, SOLVER_OPERATIONS, TASKS, TRUTHS } from "../../web/src/protocol/solver";
import { TRACE_FORMAT, TRACE_FORMATS } from "../../web/src/protocol/trace";
import { ORIGINS, STATUSES } from "../../web/src/protocol/view";
import type { Protocol } from "../../web/src/protocol/engine";
import { loadModule } from "./modules";

const ENUMS: Record<string, readonly string[]> = {
  act: ACTS,
  block: BLOCK_STYLES,
  count: COUNTS,
  effect: EFFECTS,
  finding: FINDINGS,
  idle: IDLE_REASONS,
  inference: INFERENCES,
  label: LABEL_STYLES,
  mark: MARK_SHAPES,
  color: MARK_COLORS,
  level: LEVELS,
  origin: ORIGINS,
  outcome: OUTCOMES,
  source: SOURCES,
  status: STATUSES,
  strategy: STRATEGIES,
  task: TASKS,
  truth: TRUTHS,
  verdict: VERDICTS,
};

let told: { engine: Protocol; solver: Protocol };
beforeAll(async () => {
  const [engine, solver] = await Promise.all([loadModule("engine"), loadModule("solver")]);
  const ask = { op: "protocol" };
  told = { engine: engine.call(ask) as Protocol, solver: solver.call(ask) as Protocol };
});

it("the operations are the same on both sides", () => {
  expect([...told.engine.operations].sort()).toEqual([...ENGINE_OPERATIONS].sort());
  expect([...told.solver.operations].sort()).toEqual([...SOLVER_OPERATIONS].sort());
});

it("so are the words of every set, in their order", () => {
  expect(told.engine.enums).toEqual(ENUMS);
  expect(told.solver.enums).toEqual(told.engine.enums);
});

it("so are the formats of traces", () => {
  expect(told.engine.traces).toEqual(TRACE_FORMATS);
  expect(told.engine.traces.at(-1)).toBe(TRACE_FORMAT);
});

it("both modules are of one version", () => {
  expect(told.solver.version).toBe(told.engine.version);
  expect(told.engine.version).toMatch(/^\d+\.\d+\.\d+/);
});
