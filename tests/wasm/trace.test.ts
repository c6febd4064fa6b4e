// Games that were kept by earlier versions.

import { readFileSync } from "node:fs";
import { beforeEach, expect, it } from "vitest";

import { repositoryPath } from "../../web/tools/node_transports";
import type { EngineCalls, Trace } from "../../web/src/protocol/engine";
import type { WasmModule } from "../../web/src/workers/wasm_module";
import { loadModule } from "./modules";

interface OldTrace {
  format: string;
  family: string;
  text: string;
  decisions: { id: number; kind: string; source: string; verdict: string; outcome: string | null; core: unknown }[];
  /** The board at its end. */
  end: string;
}

const old = JSON.parse(readFileSync(repositoryPath("tests/fixtures/trace-1.json"), "utf8")) as OldTrace;

let engine: WasmModule;
beforeEach(async () => {
  engine = await loadModule("engine");
});

const traceOf = (module: WasmModule): Trace => (module.call({ op: "trace" }) as EngineCalls["trace"][1]).trace;

it("a game of the first format comes back with every decision, and is written in the present one", () => {
  expect(old.format).toBe("fastslow-trace/1");
  const { view } = engine.call({ op: "restore", trace: old }) as EngineCalls["restore"][1];
  expect(view.text).toBe(old.end);
  expect(view.decisions.add).toHaveLength(old.decisions.length);
  const trace = traceOf(engine);
  expect(trace.format).toBe("fastslow-trace/2");
  for (const decision of trace.decisions) {
    const before = old.decisions[decision.id]!;
    expect(decision).toMatchObject({ kind: before.kind, source: before.source, core: before.core });
    expect(decision.thought?.verdict ?? "verdict.player").toBe(before.verdict);
    expect(decision.thought?.deliberation?.outcome ?? null).toBe(before.outcome);
  }
  // There is something of every kind to be lost.
  expect(new Set(old.decisions.map(({ source }) => source)).size).toBe(4);
  expect(old.decisions.map(({ kind }) => kind)).toContain("take_back");
});

it("what is written is read again, with what was undone", () => {
  engine.call({ op: "restore", trace: old });
  for (let i = 0; i < 3; i++) engine.call({ op: "undo" });
  const trace = traceOf(engine);
  expect(trace.undone).toHaveLength(3);
  engine.call({ op: "open", family: old.family, text: old.text });
  engine.call({ op: "restore", trace });
  expect(traceOf(engine)).toEqual(trace);
  for (let i = 0; i < 3; i++) engine.call({ op: "redo" });
  expect(engine.call({ op: "view" })).toMatchObject({ view: { text: old.end, canRedo: false } });
});

it("a format of the future is refused with a sentence that says what can be read", () => {
  const reply = JSON.parse(
    engine.raw(JSON.stringify({ op: "restore", trace: { ...old, format: "fastslow-trace/9" } })),
  );
  expect(reply).toEqual({
    error: {
      key: "error.trace.format",
      args: { format: "fastslow-trace/9", known: "fastslow-trace/1, fastslow-trace/2" },
    },
  });
});
