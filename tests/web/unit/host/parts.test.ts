// The host's smaller pieces.

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { EngineClient } from "../../../../web/src/host/engine_client";
import { Emitter } from "../../../../web/src/host/emitter";
import { Lock } from "../../../../web/src/host/lock";
import { readMessage } from "../../../../web/src/protocol/messages";
import { failWith, meansOutOfMemory } from "../../../../web/src/protocol/problems";
import type { Service } from "../../../../web/src/workers/service";
import { checkModel, readCard } from "../../../../web/src/workers/card";
import { fileName } from "../../../../web/src/workers/files";
import { converse } from "../../../../web/src/workers/service";
import { directPort } from "../../../../web/src/workers/direct_port";
import { FakeEngine, keyOf, settled } from "./fakes";

describe("messages", () => {
  it("of any other form are refused, without throwing", () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const message = readMessage(data);
        return message === null || "ok" in message || "error" in message || "progress" in message || "fatal" in message;
      }),
    );
  });

  it("of the agreed form are read, whatever the answer is", () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), fc.nat(), (id, ok, ms) => {
        expect(readMessage({ id, ok, ms })).toEqual({ id, ok, ms });
      }),
    );
  });
});

describe("a service in its worker", () => {
  const broken: Service = {
    load: () => Promise.reject(failWith("error.load.status", { file: "x", status: "404" })),
    call: (args) => {
      if (args === "bug") throw new TypeError("undefined is not a function");
      if (args === "deep") throw new RangeError("Maximum call stack size exceeded");
      return args;
    },
  };

  async function sent(...requests: unknown[]): Promise<unknown[]> {
    const messages: unknown[] = [];
    const take = converse(broken, (message) => messages.push(message));
    for (const request of requests) await take(request);
    return messages;
  }

  it("answers a refusal with the problem, and goes on", async () => {
    const messages = await sent({ id: 1, call: "load", args: null }, { id: 2, call: "call", args: "x" });
    expect(messages).toMatchObject([
      { id: 1, error: { key: "error.load.status" } },
      { id: 2, ok: "x" },
    ]);
  });

  it("tells of anything else as fatal", async () => {
    expect(await sent({ id: 1, call: "call", args: "bug" })).toEqual([{ fatal: "undefined is not a function" }]);
    expect(await sent({ id: 1, call: "call", args: "deep" })).toEqual([
      { fatal: "stack: Maximum call stack size exceeded" },
    ]);
  });

  it("ignores what is not a request", async () => {
    expect(await sent(null, "x", { id: "1", call: "call" }, { id: 1, call: "other" })).toEqual([]);
  });
});

describe("the lock", () => {
  it("keeps the order, also past failures", async () => {
    const lock = new Lock();
    const done: string[] = [];
    const slow = lock.run(async () => {
      await settled();
      done.push("slow");
    });
    const failing = keyOf(lock.run(() => Promise.reject(failWith("error.x"))));
    const quick = lock.run(() => Promise.resolve(done.push("quick")));
    await Promise.all([slow, failing, quick]);
    expect(done).toEqual(["slow", "quick"]);
    expect(await failing).toBe("error.x");
  });
});

describe("events", () => {
  it("reach every listener once, also one that leaves while it is told", () => {
    const emitter = new Emitter<{ count: number }>();
    const seen: number[] = [];
    const off = emitter.on("count", (n) => {
      seen.push(n);
      off();
    });
    emitter.on("count", (n) => seen.push(10 * n));
    emitter.emit("count", 1);
    emitter.emit("count", 2);
    expect(seen).toEqual([1, 10, 20]);
  });
});

describe("the model's card", () => {
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  const FORM = { iterations: { glance: 8, look: 16 }, architecture: { kind: "graph", state: 64, votes: 24 } };

  it("is read", () => {
    const fields = { sha256: ABC.toUpperCase(), temperature: 1.25, ...FORM };
    expect(readCard(bytes(JSON.stringify(fields)), "m/card.json")).toEqual({
      ...{ sha256: ABC, temperature: 1.25, calibration: {}, trained: [] },
      ...{ iterations: { glance: 8, look: 16 }, widths: { state: 64, votes: 24 } },
    });
  });

  it("tells the calibration of each family, and how good it is", () => {
    const reliability = { before: [[0.9, 0.7, 10]], after: [[0.8, 0.8, 10], "nonsense"] };
    const calibration = {
      sudoku: { temperature: 1.5, ece_before: 0.2, ece_after: 0.01, reliability },
      map: { temperature: 0.9 },
      queens: { temperature: 0 },
      zebra: "nonsense",
    };
    const card = { sha256: ABC, temperature: 1, ...FORM, calibration };
    expect(readCard(bytes(JSON.stringify(card)), "m/card.json").calibration).toEqual({
      sudoku: {
        temperature: 1.5,
        reliability: {
          before: { ece: 0.2, bins: [{ confidence: 0.9, accuracy: 0.7, count: 10 }] },
          after: { ece: 0.01, bins: [{ confidence: 0.8, accuracy: 0.8, count: 10 }] },
        },
      },
      map: { temperature: 0.9, reliability: null },
    });
  });

  it("tells what the network was trained on", () => {
    const sources = [
      { family: "sudoku", size: "9x9", count: 14000 },
      { family: "sudoku", size: "4x4", rules: ["diagonals"] },
      { family: "futoshiki", size: "5x5" },
      "nonsense",
    ];
    const card = { sha256: ABC, temperature: 1, ...FORM, data: { training: { sources } } };
    expect(readCard(bytes(JSON.stringify(card)), "m/card.json").trained).toEqual([
      { family: "sudoku", sizes: ["9x9", "4x4"], rules: ["diagonals"] },
      { family: "futoshiki", sizes: ["5x5"], rules: [] },
    ]);
  });

  it.each([
    ...["", "nonsense", "[]", "{}"],
    JSON.stringify({ sha256: "12", temperature: 1, ...FORM }),
    JSON.stringify({ sha256: ABC, temperature: 0, ...FORM }),
    JSON.stringify({ sha256: ABC, temperature: 1 }),
    JSON.stringify({ sha256: ABC, temperature: 1, ...FORM, iterations: { glance: 0, look: 16 } }),
  ])("is refused if damaged: %j", (text) => {
    expect(() => readCard(bytes(text), "m/card.json")).toThrow(/error\.load\.card.*card\.json/);
  });

  it("must fit the model", async () => {
    const card = readCard(bytes(JSON.stringify({ sha256: ABC, temperature: 1, ...FORM })), "m/card.json");
    await checkModel(bytes("abc"), card, "m.onnx");
    expect(await keyOf(checkModel(bytes("abd"), card, "m.onnx"))).toBe("error.load.checksum");
  });
});

describe("the engine's client", () => {
  interface Repaired {
    text: string;
    kept: boolean;
  }

  /** Engines of which the n-th is `services[n]`; the last serves for ever. */
  function client(services: Service[]): { engine: EngineClient; repaired: Repaired[] } {
    const repaired: Repaired[] = [];
    let next = 0;
    const engine = new EngineClient({
      spawn: () => directPort(services[Math.min(next++, services.length - 1)] as Service),
      loadArguments: () => null,
      restored: ({ view }, kept) => repaired.push({ text: view.text, kept }),
    });
    return { engine, repaired };
  }

  /** An engine that no kept game can be brought back in. */
  function fragile(): Service {
    const engine = new FakeEngine();
    return {
      load: () => engine.load(),
      call: (args) => {
        if ((args as { op: string }).op === "restore") throw new Error("unreachable");
        return engine.call(args);
      },
    };
  }

  it("starts the puzzle again if the steps bring every engine down", async () => {
    const { engine, repaired } = client([new FakeEngine(), fragile(), fragile()]);
    await engine.open({ family: "fake", text: "1..." });
    await engine.change("play", { variable: 1, value: 2 });
    expect(await keyOf(engine.change("play", { variable: 2, value: 99 }))).toBe("error.worker.crashed");
    // The second engine dies of the repetition, the third is not asked for it.
    expect(await keyOf(engine.ask("view", {}))).not.toBe("fulfilled");
    expect((await engine.ask("view", {})).view.text).toBe("1...");
    expect(repaired).toEqual([{ text: "1...", kept: false }]);
  });

  it("repeats undone and redone moves", async () => {
    const { engine, repaired } = client([new FakeEngine(), new FakeEngine()]);
    await engine.open({ family: "fake", text: "1..." });
    await engine.change("play", { variable: 1, value: 2 });
    await engine.change("play", { variable: 2, value: 3 });
    await engine.change("undo", {});
    await keyOf(engine.change("play", { variable: 2, value: 99 }));
    expect((await engine.change("redo", {})).view.text).toBe("123.");
    expect(repaired).toEqual([{ text: "12..", kept: true }]);
  });
});

it("names files without their folders and queries", () => {
  expect(fileName("https://x.org/a/b.wasm?v=1#x")).toBe("b.wasm");
  expect(fileName("C:\\models\\b.onnx")).toBe("b.onnx");
});

it("tells a full memory from other failures", () => {
  expect(meansOutOfMemory("RuntimeError: unreachable")).toBe(false);
  expect(meansOutOfMemory("BOOM")).toBe(false);
  expect(meansOutOfMemory("Aborted(OOM)")).toBe(true);
});
