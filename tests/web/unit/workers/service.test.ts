// What a worker does beside answering: it tells how far it is, seldom enough, and works ahead while nobody asks.

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { readMessage } from "../../../../web/src/protocol/messages";
import { converse, type Service } from "../../../../web/src/workers/service";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("a download tells ten times a second how far it is, and every phase", async () => {
  const sent: unknown[] = [];
  const load: Service["load"] = async (_, report) => {
    for (let loaded = 0; loaded < 500; loaded++) {
      report({ loaded, total: 500, phase: "fetch" });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    report({ loaded: 500, total: 500, phase: "compile" });
    report({ loaded: 500, total: 500, phase: "set_up" });
  };
  void converse({ load, call: () => null }, (message) => sent.push(message))({ id: 1, call: "load", args: null });
  await vi.advanceTimersByTimeAsync(2000);
  const told = sent.map((message) => (message as { progress?: { phase: string } }).progress?.phase);
  expect(told.filter((phase) => phase === "fetch").length).toBeLessThanOrEqual(11);
  expect(told.slice(-3)).toEqual(["compile", "set_up", undefined]);
});

it("works ahead in pieces, and whoever asks waits for one of them only", async () => {
  const done: string[] = [];
  let left = 3;
  const service: Service = {
    load: () => Promise.resolve("loaded"),
    call: (args) => done.push(String(args)),
    rest: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      done.push("piece");
      return --left > 0;
    },
  };
  const take = converse(service, () => {});
  void take({ id: 1, call: "load", args: null });
  await vi.advanceTimersByTimeAsync(60);
  void take({ id: 2, call: "call", args: "asked" });
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toEqual(["piece", "piece", "asked", "piece"]);
});

it("a piece that fails is the last, and harms nobody", async () => {
  const rest = vi.fn(() => Promise.reject(new Error("no")));
  const sent: unknown[] = [];
  const service: Service = { load: () => Promise.resolve("loaded"), call: (args) => args, rest };
  const take = converse(service, (message) => sent.push(message));
  void take({ id: 1, call: "load", args: null });
  await vi.advanceTimersByTimeAsync(100);
  void take({ id: 2, call: "call", args: "x" });
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toMatchObject([
    { id: 1, ok: "loaded" },
    { id: 2, ok: "x" },
  ]);
});

it("a first answer is sent before the final one, under the same number", async () => {
  const sent: unknown[] = [];
  const service: Service = {
    load: () => Promise.resolve("loaded"),
    call: (args, tell) => {
      tell?.("first");
      return args;
    },
  };
  const take = converse(service, (message) => sent.push(message));
  await take({ id: 7, call: "call", args: "x" });
  expect(sent).toMatchObject([
    { id: 7, draft: "first" },
    { id: 7, ok: "x" },
  ]);
  expect(sent.map(readMessage)).toEqual(sent);
});
