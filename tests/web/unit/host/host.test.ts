import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";

import { Host } from "../../../../web/src/host/host";
import type { HostEvents } from "../../../../web/src/host/host";
import { FakeSolver, FakeTransports, keyOf, settled } from "./fakes";

beforeEach(() => {
  FakeSolver.silent = false;
});

interface Bench {
  host: Host;
  transports: FakeTransports;
  /** Names of the events, in order, with what tells them apart. */
  told: string[];
}

function bench(): Bench {
  const transports = new FakeTransports();
  const host = new Host(transports);
  const told: string[] = [];
  host.on("board", () => told.push("board"));
  host.on("view", ({ view }) => told.push(`view ${view.text}`));
  host.on("decision", ({ decision }) => told.push(`decision ${decision.source}`));
  host.on("thinking", ({ who }) => told.push(`thinking ${who ?? "-"}`));
  host.on("replaced", ({ part, reason, gameKept }) => told.push(`replaced ${part} ${reason} ${String(gameKept)}`));
  return { host, transports, told };
}

async function opened(text = "1...", strategy: HostEvents["config"]["strategy"] = "system1"): Promise<Bench> {
  const made = bench();
  await made.host.open({ family: "fake", text });
  await made.host.configure({ strategy });
  made.told.length = 0;
  return made;
}

describe("a game", () => {
  it("opens with a board, then a view, and learns the engine's configuration", async () => {
    const { host, told } = bench();
    const game = await host.open({ family: "fake", text: "1..4" });
    expect(game.view.text).toBe("1..4");
    expect(host.game?.board.text).toBe("1..4");
    expect(host.config).toMatchObject({ strategy: "system1", threshold: 0.5 });
    expect(told).toEqual(["board", "view 1..4"]);
  });

  it("is kept when another cannot be opened", async () => {
    const { host } = await opened("1...");
    expect(await keyOf(host.open({ family: "fake", text: "nonsense" }))).toBe("error.text.empty");
    expect(host.game?.view.text).toBe("1...");
    expect((await host.play(1, 2)).view.text).toBe("12..");
  });

  it("tells of a person's move: first the view, then the decision", async () => {
    const { host, told } = await opened();
    await host.play(1, 2);
    expect(told).toEqual(["view 12..", "decision player"]);
  });

  it("goes back and forth", async () => {
    const { host } = await opened();
    await host.play(1, 2);
    expect((await host.undo()).view.text).toBe("1...");
    expect((await host.redo()).view.text).toBe("12..");
    expect((await host.reset()).view.text).toBe("1...");
    expect(await keyOf(host.undo())).toBe("error.request.nothing_to_undo");
  });
});

describe("a step", () => {
  it("of System 1 loads the model, calibrates, and decides", async () => {
    const { host, transports, told } = await opened();
    const result = await host.step();
    expect(result).toMatchObject({ kind: "decided", decision: { variable: 1, value: 2 }, view: { text: "12.." } });
    expect(host.config?.temperature).toBe(1.25);
    expect(transports.started).toEqual(["engine", "policy"]);
    expect(told).toEqual(["thinking system1", "thinking -", "view 12..", "decision system1"]);
  });

  it("of System 2 needs no model", async () => {
    const { host, transports } = await opened("1...", "system2");
    expect(await host.step()).toMatchObject({ kind: "decided", view: { text: "12.." } });
    expect(transports.started).toEqual(["engine", "solver"]);
  });

  it("of both measures each", async () => {
    const { host } = await opened("1...", "verify");
    const result = await host.step();
    if (result.kind !== "decided") throw new Error(result.kind);
    expect(result.timings.system1Ms).toBeGreaterThan(0);
    expect(result.timings.system2Ms).toBeGreaterThan(0);
    expect((await host.trace()).decisions[0]?.timings).toEqual(result.timings);
  });

  it("is one at a time", async () => {
    const { host } = await opened();
    const first = host.step();
    expect(host.step()).toBe(first);
    expect(host.busy).toBe(true);
    await first;
    expect(host.busy).toBe(false);
  });

  it("ends idle when nothing is left to decide", async () => {
    const { host } = await opened("1234");
    expect(await host.step()).toMatchObject({ kind: "idle", reason: "solved" });
  });

  it("before any game is refused", async () => {
    expect(await keyOf(bench().host.step())).toBe("error.request.no_game");
  });
});

describe("cancel", () => {
  it("ends a long proof; nothing is lost, the next step works", async () => {
    const { host, transports, told } = await opened("1...", "system2");
    FakeSolver.silent = true;
    const step = host.step();
    await settled();
    expect(told).toEqual(["thinking system2"]);
    await host.cancel();
    expect(await step).toEqual({ kind: "cancelled" });
    expect(host.busy).toBe(false);
    expect(told).toEqual(["thinking system2", "replaced solver cancelled true", "thinking -"]);
    FakeSolver.silent = false;
    expect(await host.step()).toMatchObject({ kind: "decided", view: { text: "12.." } });
    expect(transports.solvers).toHaveLength(2);
    expect(transports.engines).toHaveLength(1);
  });

  it("does nothing when nothing is under way", async () => {
    const { host, told } = await opened();
    await host.cancel();
    expect(told).toEqual([]);
  });

  it("rejects a hint under way", async () => {
    const { host } = await opened();
    FakeSolver.silent = true;
    const hint = keyOf(host.hint());
    await settled();
    await host.cancel();
    expect(await hint).toBe("error.worker.cancelled");
  });
});

describe("a change during a step", () => {
  it("cancels the step, and holds", async () => {
    const { host } = await opened("1...", "system2");
    FakeSolver.silent = true;
    const step = host.step();
    await settled();
    const { view } = await host.play(3, 4);
    expect(view.text).toBe("1..4");
    expect(await step).toEqual({ kind: "cancelled" });
    FakeSolver.silent = false;
    expect(await host.step()).toMatchObject({ kind: "decided", view: { text: "12.4" } });
  });

  it("by a new strategy cancels the step; by a new threshold waits for it", async () => {
    const { host } = await opened("1...", "verify");
    const first = host.step();
    const threshold = host.configure({ threshold: 0.7 });
    expect(await first).toMatchObject({ kind: "decided" });
    expect((await threshold).threshold).toBe(0.7);
    const second = host.step();
    await host.configure({ strategy: "system1" });
    expect(await second).toEqual({ kind: "cancelled" });
  });

  it("at any moment leaves a game in which every cell is right", async () => {
    const action = fc.constantFrom("step", "play", "undo", "cancel", "configure", "intuition", "wait");
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
        const { host, transports } = await opened("1...", "verify");
        const started: Promise<string>[] = [];
        for (const one of actions) {
          if (one === "wait") await settled();
          else started.push(keyOf(perform(host, one)));
        }
        await Promise.all(started);
        const last = await host.step();
        expect(last.kind).not.toBe("cancelled");
        expect(host.game?.view.text).toMatch(/^1[2.][3.][4.]$/);
        expect(transports.engines).toHaveLength(1);
        host.close();
      }),
      { numRuns: 40 },
    );
  });
});

function perform(host: Host, action: string): Promise<unknown> {
  if (action === "step") return host.step();
  if (action === "play") return host.play(3, 4);
  if (action === "undo") return host.undo();
  if (action === "cancel") return host.cancel();
  if (action === "intuition") return host.intuition();
  return host.configure({ strategy: "verify" });
}

describe("System 1's heat map", () => {
  it("costs one inference per position, shared with the step", async () => {
    const { host, transports } = await opened();
    await host.intuition();
    await host.intuition();
    expect(transports.policies[0]?.inferences).toBe(1);
    await host.step();
    expect(transports.policies[0]?.inferences).toBe(1);
    await host.intuition();
    expect(transports.policies[0]?.inferences).toBe(2);
  });

  it("tells how sure System 1 is of its whole picture", async () => {
    const { host } = await opened();
    expect((await host.intuition())?.sureness).toBe(0.5);
  });

  it("of a full board is nothing", async () => {
    const { host } = await opened("1234");
    expect(await host.intuition()).toBeNull();
  });
});

describe("a second look", () => {
  it("is at the same position, and takes no tensors from the engine", async () => {
    const { host, transports } = await opened();
    await host.configure({ looks: 3 });
    const result = await host.step();
    expect(result).toMatchObject({ kind: "decided", view: { text: "12.." } });
    await host.step();
    expect(transports.policies[0]?.asked).toEqual([
      ...[0, 1, 2].map((look) => ({ position: "1...", look })),
      ...[0, 1, 2].map((look) => ({ position: "12..", look })),
    ]);
  });

  it("starts from the glance that the heat map was made of", async () => {
    const { host, transports } = await opened();
    await host.configure({ looks: 2 });
    await host.intuition();
    await host.step();
    expect(transports.policies[0]?.asked.map(({ look }) => look)).toEqual([0, 1]);
  });
});

describe("the calibration", () => {
  it("is the family's own where the card names it, whichever comes first", async () => {
    const first = bench();
    await first.host.open({ family: "fake", text: "1..." });
    await first.host.warmUp(["policy"]);
    expect(first.host.config?.temperature).toBe(1.25);
    const second = bench();
    await second.host.open({ family: "fake", text: "1..." });
    await second.host.warmUp(["policy"]);
    await second.host.configure({ temperature: 1 });
    await second.host.open({ family: "fake", text: "1..4" });
    expect(second.host.config?.temperature).toBe(1.25);
  });
});

describe("questions to System 2", () => {
  it("change nothing", async () => {
    const { host, told } = await opened();
    expect((await host.hint()).answer.finding).toBe("undetermined");
    expect((await host.examine(1, 2)).answer.task).toBe("examine");
    expect(told.filter((event) => event.startsWith("view"))).toEqual([]);
  });

  it("about the position are dropped when it changes; about the puzzle they are not", async () => {
    const { host, transports } = await opened();
    FakeSolver.silent = true;
    const hint = keyOf(host.hint());
    const unique = keyOf(host.unique());
    await settled();
    await host.play(1, 2);
    expect(await hint).toBe("error.worker.cancelled");
    FakeSolver.silent = false;
    await host.hint();
    expect(await unique).toBe("fulfilled");
    expect(transports.solvers).toHaveLength(2);
  });
});

describe("a lost engine", () => {
  it("is replaced, with the game, its history and its decisions", async () => {
    const { host, transports, told } = await opened("1...", "verify");
    await host.step();
    await host.play(3, 4);
    const before = await host.trace();
    expect(await keyOf(host.play(2, 99))).toBe("error.worker.crashed");
    expect(told.at(-1)).toBe("replaced engine crashed true");
    const after = await host.trace();
    expect(transports.engines).toHaveLength(2);
    expect(after).toEqual(before);
    expect((await host.undo()).view.text).toBe("12..");
    expect(host.config?.strategy).toBe("verify");
  });

  it("while a step is under way fails that step only", async () => {
    const { host } = await opened("1...", "system2");
    FakeSolver.silent = true;
    const step = host.step();
    await settled();
    expect(await keyOf(host.play(2, 99))).toBe("error.worker.crashed");
    expect(await step).toEqual({ kind: "cancelled" });
    FakeSolver.silent = false;
    expect(await host.step()).toMatchObject({ kind: "decided", view: { text: "12.." } });
  });
});

describe("a rule that is switched", () => {
  it("gives the game another board, and is switched again in a fresh engine after a crash", async () => {
    const { host } = await opened();
    await host.switchRule("fake", true);
    expect(host.game?.board.rules).toEqual(["fake"]);
    await host.play(1, 99).catch(() => undefined);
    const { view } = await host.switchRule("other", true);
    expect(view.text).toBe("1...");
    expect(host.game?.board.rules).toEqual(["fake", "other"]);
  });
});

describe("new puzzles", () => {
  it("come from an engine of their own, which ends with them", async () => {
    const { host, transports } = await opened();
    expect(await host.generate({ family: "fake", size: "4", level: "easy", seed: 2 })).toEqual({
      text: "1...",
      level: "easy",
    });
    expect(transports.started).toEqual(["engine", "engine"]);
    expect(host.game?.view.text).toBe("1...");
  });

  it("can be cancelled; a newer wish replaces an older one", async () => {
    const { host } = await opened();
    const first = keyOf(host.generate({ family: "fake", size: "4", level: "easy", seed: 2 }));
    const second = host.generate({ family: "fake", size: "4", level: "easy", seed: 1 });
    expect((await second).text).toBe("...4");
    expect(await first).toBe("error.worker.cancelled");
    const third = keyOf(host.generate({ family: "fake", size: "4", level: "easy", seed: 1 }));
    host.cancelGenerate();
    expect(await third).toBe("error.worker.cancelled");
  });
});

describe("loading", () => {
  it("tells how far every part is", async () => {
    const { host } = bench();
    const states: string[] = [];
    host.on("loading", ({ part, state }) => states.push(`${part} ${state}`));
    expect(host.loadingOf("solver").state).toBe("idle");
    await host.open({ family: "fake", text: "1..." });
    await host.warmUp();
    expect(host.loadingOf("solver").state).toBe("ready");
    expect(states.filter((state) => state.endsWith("ready")).sort()).toEqual([
      "engine ready",
      "policy ready",
      "solver ready",
    ]);
  });
});

it("stops telling a listener that has unsubscribed", async () => {
  const { host } = await opened();
  const seen: string[] = [];
  const off = host.on("view", ({ view }) => seen.push(view.text));
  await host.play(1, 2);
  off();
  await host.undo();
  expect(seen).toEqual(["12.."]);
});
