// Whole games through the host under Node, with the shipped modules.

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Host } from "../../web/src/host/host";
import type { Part } from "../../web/src/protocol/parts";
import type { Port, PortListener, Transports } from "../../web/src/host/transports";
import type { Strategy } from "../../web/src/protocol/engine";
import { findTruth } from "../../web/src/host/truth";
import { playPuzzle } from "../../web/tools/eval_puzzle";
import type { PuzzleReport } from "../../web/tools/eval_puzzle";
import { nodeTransports, SHIPPED } from "../../web/tools/node_transports";
import { keyOf } from "../web/unit/host/fakes";
import { MIDDLING, modelPresent, SIX, SMALL } from "./modules";

// Code that is just loaded runs slowly, the more so on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

let host: Host;
beforeEach(() => {
  host = new Host(nodeTransports());
});
afterEach(() => {
  host.close();
});

async function played(puzzle: { family: string; text: string }, strategy: Strategy): Promise<PuzzleReport> {
  const judge = new Host(nodeTransports());
  const truth = await findTruth(judge, puzzle.family, puzzle.text);
  judge.close();
  await host.configure({ strategy });
  return (await playPuzzle(host, puzzle.family, { line: 1, text: puzzle.text }, truth)).report;
}

/** The decisions without what may differ: times, and the effort of a solver that is warm by now. */
async function timeless(of: Host): Promise<object[]> {
  return (await of.trace()).decisions.map(({ thought, ...decision }) => ({
    ...decision,
    timings: null,
    thought: thought && { ...thought, deliberation: thought.deliberation?.outcome },
  }));
}

describe("System 2 alone", () => {
  it.each([SMALL, MIDDLING])("solves, with a proof for every step", async (puzzle) => {
    const report = await played(puzzle, "system2");
    expect(report).toMatchObject({ solved: true, rules_met: true, agrees: true, end: "solved", taken_back: 0 });
    const { decisions } = await host.trace();
    expect(decisions).toHaveLength(report.decisions);
    for (const { source, proof } of decisions) {
      expect(source).toBe("system2");
      expect(proof?.minimal).toBe(true);
      expect(proof?.lines.length).toBeGreaterThan(0);
    }
  });

  it("decides the same again", async () => {
    const once = await played(SMALL, "system2");
    const first = await timeless(host);
    const again = await played(SMALL, "system2");
    expect(again.result).toBe(once.result);
    expect(await timeless(host)).toEqual(first);
  });

  it("finds the wrong guess of a person and takes it back", async () => {
    await host.open(SMALL);
    await host.configure({ strategy: "system2" });
    const { solutions } = await host.unique();
    const right = Number(solutions[0]?.[0]);
    await host.play(0, (right % 4) + 1);
    const kinds: string[] = [];
    for (let steps = 0; steps < 100 && host.game?.view.status !== "solved"; steps++) {
      const result = await host.step();
      expect(result.kind).toBe("decided");
      if (result.kind === "decided") kinds.push(result.decision.kind);
    }
    expect(kinds).toContain("take_back");
    expect(host.game?.view.text).toBe(solutions[0]);
  });

  it("says that a puzzle has several solutions", async () => {
    await host.open({ family: "sudoku", text: "................" });
    await host.configure({ strategy: "system2" });
    expect((await host.unique()).count).toBe("several");
    expect(await host.step()).toMatchObject({ kind: "idle", reason: "several" });
  });
});

describe.skipIf(!modelPresent)("with System 1", () => {
  it.each(["verify", "threshold"] as const)("%s solves", async (strategy) => {
    expect(await played(SIX, strategy)).toMatchObject({ solved: true, agrees: true });
  });

  it("alone decides until the board is full or stuck, and asks nobody", async () => {
    const report = await played(SIX, "system1");
    expect(report.escalations).toBe(0);
    expect(["solved", "stuck"]).toContain(report.end);
    expect(host.loadingOf("solver").state).toBe("idle");
  });

  it("shows its heat map of the present board, the best being its next move", async () => {
    await host.open(SMALL);
    await host.configure({ strategy: "system1" });
    const intuition = await host.intuition();
    for (const { candidates } of intuition?.cells ?? []) {
      const sum = candidates.reduce((total, { probability }) => total + probability, 0);
      if (candidates.length > 0) expect(sum).toBeCloseTo(1, 4);
    }
    const result = await host.step();
    if (result.kind !== "decided") throw new Error(result.kind);
    expect(result.decision.thought?.intuition?.proposal).toEqual(intuition?.best);
  });
});

describe("questions", () => {
  it("are answered, and change nothing", async () => {
    const { view } = await host.open(SMALL);
    const { answer, proof } = await host.hint();
    expect(answer.finding).toBe("forced");
    expect(proof?.lines.length).toBeGreaterThan(0);
    const { variable, value } = proof ?? { variable: -1, value: -1 };
    expect((await host.examine(variable, value)).answer.finding).toMatch(/forced|refuted/);
    expect(host.game?.view).toEqual(view);
  });
});

describe("a lost engine", () => {
  /** Transports whose engine can be ended from outside, as a browser ends a worker that fails. */
  function mortal(): { transports: Transports; kill: () => void } {
    const whole = nodeTransports();
    let listening: PortListener | null = null;
    const spawn = (part: Part): Port => {
      const port = whole.spawn(part);
      const listen = (listener: PortListener): void => {
        if (part === "engine") listening = listener;
        port.listen(listener);
      };
      return { ...port, listen };
    };
    return {
      transports: { assets: whole.assets, modules: new Map(), spawn },
      kill: () => listening?.failure("unreachable"),
    };
  }

  it("is replaced by one with the same game", async () => {
    const { transports, kill } = mortal();
    const other = new Host(transports);
    await other.open(SMALL);
    await other.configure({ strategy: modelPresent ? "verify" : "system2" });
    await other.step();
    await other.step();
    await other.undo();
    await other.play(firstEmpty(other), 1).catch(() => undefined);
    await other.step();
    const before = await other.trace();
    const view = other.game?.view;
    kill();
    expect(await other.trace()).toEqual(before);
    expect(other.game?.view).toEqual(view);
    expect((await other.undo()).view.canRedo).toBe(true);
    other.close();
  });

  const firstEmpty = (other: Host): number => other.game?.view.cells.findIndex(({ value }) => value === null) ?? 0;
});

describe("files that are missing or damaged", () => {
  it.each([
    ["engine", { engine: { ...SHIPPED.engine, wasm: "/nowhere/fastslow.wasm" } }, "error.load.status"],
    ["engine", { engine: { ...SHIPPED.engine, wasm: SHIPPED.engine.loader } }, "error.load.module"],
    ["solver", { solver: { ...SHIPPED.solver, loader: "/nowhere/fastslow-solver.mjs" } }, "error.load.status"],
    ["policy", { policy: { ...SHIPPED.policy, card: SHIPPED.engine.loader } }, "error.load.card"],
  ] as const)("of the %s are told: %j", async (part, change, key) => {
    const broken = new Host(nodeTransports({ ...SHIPPED, ...change }));
    // The card is read beside the model, which may not be there yet.
    const expected = part === "policy" && !modelPresent ? "error.load.status" : key;
    expect(await keyOf(broken.warmUp([part]))).toBe(expected);
    expect(broken.loadingOf(part)).toMatchObject({ state: "failed", problem: { key: expected } });
    broken.close();
  });
});

it("makes puzzles with one solution, the same from the same seed", async () => {
  const options = { family: "sudoku", size: "9x9", level: "hard", seed: 7 } as const;
  const { text } = await host.generate(options);
  expect((await host.generate(options)).text).toBe(text);
  await host.open({ family: "sudoku", text });
  expect((await host.unique()).count).toBe("one");
});
