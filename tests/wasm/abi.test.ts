// The boundary of the two Wasm modules: whatever comes in, a well-formed response comes out, and the module
// goes on working.

import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";

import { hasKey } from "../../web/src/i18n/i18n";
import type { Protocol } from "../../web/src/protocol/engine";
import type { WasmModule } from "../../web/src/workers/wasm_module";
import { loadModule, MIDDLING, SMALL } from "./modules";

// Hundreds of requests, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** What a module says it can do: the tests' lists come from there. */
function protocolOf(module: WasmModule): Protocol {
  return module.call({ op: "protocol" }) as Protocol;
}

/** Any JSON at all, and the names that the requests use, with values of every type. */
const anyArguments = fc.dictionary(
  fc.constantFrom("family", "text", "size", "seed", "variable", "value", "ticket", "answer", "logits", "task", "id"),
  fc.oneof(
    fc.jsonValue(),
    fc.constantFrom("sudoku", "queens", "9x9", "unique", SMALL.text),
    fc.integer({ min: -3, max: 20 }),
    fc.array(fc.double()),
  ),
);

/** The `ok` value, or the key of the problem; fails on anything else. */
function outcome(response: string): { ok: unknown } | { key: string } {
  const parsed = JSON.parse(response) as { ok?: unknown; error?: { key: unknown; args: Record<string, unknown> } };
  if ("ok" in parsed) return { ok: parsed.ok };
  expect(parsed.error?.key).toMatch(/^error\./);
  for (const argument of Object.values(parsed.error?.args ?? { none: null })) expect(argument).toBeTypeOf("string");
  const key = String(parsed.error?.key);
  expect(hasKey(key), `a sentence for ${key}`).toBe(true);
  return { key };
}

function keyOf(module: WasmModule, request: unknown): string {
  const result = outcome(module.raw(JSON.stringify(request)));
  return "key" in result ? result.key : "ok";
}

describe.each(["engine", "solver"] as const)("the %s module", (part) => {
  let module: WasmModule;
  beforeAll(async () => {
    module = await loadModule(part);
  });

  it.each([
    ["nothing", ""],
    ["no object", "[1,2]"],
    ["null", "null"],
    ["half an object", '{"op":'],
    ["junk", "\u0001\u007f\uFFFE💥"],
    ["a number as operation", '{"op":7}'],
    ["half a character", '{"op":"\ud800"}'],
    ["deep nesting", "[".repeat(100_000)],
    ["deep nesting in an argument", `{"op":"open","text":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
  ])("refuses %s", (_, text) => {
    expect(outcome(module.raw(text))).toHaveProperty("key");
  });

  it("refuses an unknown operation, also one of a megabyte", () => {
    expect(keyOf(module, { op: "dance" })).toMatch(/error\.request\.(op|no_game)/);
    expect(keyOf(module, { op: "x".repeat(1_000_000) })).toMatch(/error\.request\.(op|no_game)/);
  });

  it("answers any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.json()), (text) => {
        outcome(module.raw(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the engine's operations", () => {
  let module: WasmModule;
  beforeAll(async () => {
    module = await loadModule("engine");
  });

  it("but a few need a game", () => {
    const free = ["protocol", "families", "configure", "generate", "open", "restore", "recognise"];
    const worldly = ["certify", "splits", "bets", "simulate"];
    const others = protocolOf(module).operations.filter((op) => ![...free, ...worldly].includes(op));
    expect(others.length).toBeGreaterThan(10);
    for (const op of others) expect(keyOf(module, { op }), op).toBe("error.request.no_game");
  });

  it("with any arguments are answered, and the game can still be looked at", () => {
    expect(keyOf(module, { op: "open", ...SMALL })).toBe("ok");
    fc.assert(
      fc.property(fc.constantFrom(...protocolOf(module).operations), anyArguments, (op, args) => {
        keyOf(module, { op, ...args });
        expect(keyOf(module, { op: "view" })).toBe("ok");
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ op: "play", variable: -1, value: 1 }],
    [{ op: "play", variable: 16, value: 1 }],
    [{ op: "play", variable: 0, value: 0 }],
    [{ op: "play", variable: 0, value: 5 }],
    [{ op: "play", variable: 1e300, value: 1 }],
    [{ op: "play", variable: "0", value: 1 }],
    [{ op: "play" }],
    [{ op: "erase", variable: 99 }],
    [{ op: "decision", id: 0 }],
    [{ op: "configure", strategy: "luck" }],
    [{ op: "configure", threshold: 2 }],
    [{ op: "configure", temperature: 0 }],
    [{ op: "ask", task: "guess" }],
    [{ op: "ask", task: "examine", variable: 99, value: 1 }],
  ])("refuse %j as an argument", (request) => {
    expect(keyOf(module, { op: "open", ...SMALL })).toBe("ok");
    expect(keyOf(module, request)).toBe("error.request.argument");
  });

  it.each([
    ["empty", "", "error.text.empty"],
    ["of no possible length", "1234567", "error.sudoku.length"],
    ["with a foreign character", "...%............", "error.text.character"],
    ["with a value that the size does not have", "...9............", "error.sudoku.value"],
    ["that contradicts itself", "11..............", "error.givens.conflict"],
    ["of absurd length", ".".repeat(1_000_000), "error.text.too_long"],
  ])("refuse a puzzle %s, and keep the game", (_, text, key) => {
    expect(keyOf(module, { op: "open", ...SMALL })).toBe("ok");
    expect(keyOf(module, { op: "open", family: "sudoku", text })).toBe(key);
    expect(module.call({ op: "view" })).toMatchObject({ view: { text: SMALL.text } });
  });

  it("refuse an unknown family and size", () => {
    expect(keyOf(module, { op: "open", family: "chess", text: "e4" })).toBe("error.family.unknown");
    expect(keyOf(module, { op: "generate", family: "sudoku", size: "7x7", seed: 1 })).toBe("error.size.unknown");
    expect(keyOf(module, { op: "generate", family: "sudoku", size: "999999x999999", seed: 1 })).toBe(
      "error.size.unknown",
    );
  });

  const answer = (logits: number[]) => ({ logits, sureness: 0.5, iterations: 8 });

  it("refuse logits of the wrong number, or that are no numbers, and stale tickets", () => {
    module.call({ op: "open", ...SMALL });
    module.call({ op: "configure", strategy: "system1" });
    const { ticket, position } = module.call({ op: "think" }) as { ticket: number; position: string };
    expect(keyOf(module, { op: "resume", ticket: ticket + 1, answer: answer([]) })).toBe("error.request.stale");
    expect(keyOf(module, { op: "resume", ticket, answer: answer([1, 2]) })).toBe("error.policy.shape");
    expect(keyOf(module, { op: "intuition", position, logits: [] })).toBe("error.policy.shape");
    module.call({ op: "abandon" });
    expect(keyOf(module, { op: "resume", ticket, answer: answer([]) })).toBe("error.request.stale");
  });
});

describe("the solver's operation", () => {
  let module: WasmModule;
  beforeAll(async () => {
    module = await loadModule("solver");
  });

  const facts = { from: 0, to: 0, keep: 0, drop: 0, add: [] };
  const question = { op: "solve", puzzle: "a", position: "", task: "unique", facts, budget: 0 };

  it("with any arguments is answered, and still solves", () => {
    const { operations, enums } = protocolOf(module);
    expect(keyOf(module, { op: "tell", puzzle: "a", ...SMALL })).toBe("ok");
    const anySteps = fc.oneof(fc.jsonValue(), fc.array(fc.tuple(fc.nat(70), fc.constantFrom(0, 1)), { maxLength: 6 }));
    const anyFacts = fc.record({ from: fc.nat(1), to: fc.nat(1), keep: fc.nat(3), drop: fc.nat(3), add: anySteps });
    fc.assert(
      fc.property(
        fc.constantFrom(...operations, "dance"),
        fc.constantFrom(...(enums["task"] ?? []), "dance"),
        fc.oneof(fc.jsonValue(), anyFacts),
        fc.integer({ min: -1, max: 80 }),
        (op, task, facts, literal) => {
          keyOf(module, { ...question, op, task, facts, literal, family: "sudoku", text: SMALL.text });
        },
      ),
      { numRuns: 200 },
    );
    expect(keyOf(module, { op: "tell", puzzle: "a", ...SMALL })).toBe("ok");
    expect(module.call(question)).toMatchObject({ count: "one" });
  });

  it("gives up within its budget", () => {
    // A board that no other test has asked about: nothing is known of it yet.
    module.call({ op: "tell", puzzle: "a", family: "sudoku", text: MIDDLING.text });
    expect(module.call({ ...question, budget: 1 })).toMatchObject({ count: "unknown" });
    expect(module.call({ ...question, budget: 0 })).toMatchObject({ count: "one" });
  });
});
