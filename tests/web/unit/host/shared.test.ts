// Several hosts on one set of workers: each has its own game, and none notices another.

import { beforeEach, describe, expect, it } from "vitest";

import { Host } from "../../../../web/src/host/host";
import { sharedTransports } from "../../../../web/src/host/shared";
import type { Port, PortListener } from "../../../../web/src/host/transports";
import { converse } from "../../../../web/src/workers/service";
import { FakeEngine, FakePort, FakeSolver, FakeTransports, keyOf, settled } from "./fakes";

beforeEach(() => {
  FakeSolver.silent = false;
});

/** The worker of many engines, in this thread; `serveMany` without a worker around it. */
class Games implements Port {
  readonly engines: FakeEngine[] = [];
  readonly channels = new Map<number, (data: unknown) => Promise<void>>();
  ended = false;
  listener: PortListener | null = null;

  post(data: unknown): void {
    const { channel, message, end } = data as { channel: number; message?: unknown; end?: boolean };
    if (end) return void this.channels.delete(channel);
    const take = this.channels.get(channel) ?? this.opened(channel);
    this.channels.set(channel, take);
    void take(message);
  }

  private opened(channel: number) {
    const engine = new FakeEngine();
    this.engines.push(engine);
    return converse(engine, (message) => {
      if (this.channels.has(channel) && !this.ended) this.listener?.message({ channel, message });
    });
  }

  listen(listener: PortListener): void {
    this.listener = listener;
  }

  terminate(): void {
    this.ended = true;
  }
}

function page() {
  const own = new FakeTransports();
  const games: Games[] = [];
  const transports = sharedTransports(own, () => {
    games.push(new Games());
    return games.at(-1)!;
  });
  return { own, games, transports, host: () => new Host(transports) };
}

async function playing(host: Host, text: string, strategy: "system1" | "system2" = "system1"): Promise<Host> {
  await host.open({ family: "fake", text });
  await host.configure({ strategy });
  return host;
}

describe("hosts of one page", () => {
  it("have games of their own, and one worker of each kind", async () => {
    const { own, games, host } = page();
    const hosts = await Promise.all(["1...", ".2..", "..3."].map((text) => playing(host(), text)));
    for (let turn = 0; turn < 2; turn++) await Promise.all(hosts.map((one) => one.step()));
    expect(hosts.map((one) => one.game?.view.text)).toEqual(["123.", "123.", "123."]);
    await Promise.all(hosts.map((one) => one.hint()));
    expect(own.started.sort()).toEqual(["policy", "solver"]);
    expect(games).toHaveLength(1);
    expect(games[0]!.engines).toHaveLength(3);
  });

  it("may ask System 2 in turns, which is told of the puzzle as often as needed", async () => {
    const { own, host } = page();
    const [one, other] = await Promise.all([playing(host(), "1...", "system2"), playing(host(), ".2..", "system2")]);
    for (let turn = 0; turn < 2; turn++) {
      await one!.step();
      await other!.step();
    }
    expect([one!.game?.view.text, other!.game?.view.text]).toEqual(["123.", "123."]);
    expect(own.solvers).toHaveLength(1);
  });

  it("end what they asked without ending what others asked", async () => {
    const { own, host } = page();
    const [one, other] = await Promise.all([playing(host(), "1..."), playing(host(), ".2..")]);
    FakeSolver.silent = true;
    const first = keyOf(one!.hint());
    await settled();
    const second = other!.hint();
    await settled();
    FakeSolver.silent = false;
    await one!.cancel();
    expect(await first).toBe("error.worker.cancelled");
    expect((await second).answer.finding).toBe("undetermined");
    expect(own.solvers).toHaveLength(2);
  });

  it("withdraw what the worker has not begun, and the worker lives on", async () => {
    const { own, host } = page();
    const [one, other] = await Promise.all([playing(host(), "1..."), playing(host(), ".2..")]);
    await one!.warmUp(["solver"]);
    FakeSolver.silent = true;
    void keyOf(one!.hint());
    await settled();
    const second = keyOf(other!.hint());
    await settled();
    other!.close();
    expect(await second).toBe("error.worker.closed");
    await settled();
    expect(own.solvers).toHaveLength(1);
  });

  it("leave nothing behind when the last is closed, and begin anew", async () => {
    const { own, games, host } = page();
    for (let round = 0; round < 3; round++) {
      const one = await playing(host(), "1...");
      await one.step();
      one.close();
    }
    expect(games).toHaveLength(3);
    expect(games.every(({ ended }) => ended)).toBe(true);
    expect(own.policies).toHaveLength(3);
  });

  it("are all told when the worker of their engines ends, and go on with their games", async () => {
    const { games, host } = page();
    const [one, other] = await Promise.all([playing(host(), "1..."), playing(host(), ".2..")]);
    await one!.play(1, 2);
    games[0]!.listener?.failure("it ended without a word");
    await settled();
    expect((await one!.play(2, 3)).view.text).toBe("123.");
    expect((await other!.play(0, 1)).view.text).toBe("12..");
    expect(games).toHaveLength(2);
  });
});

describe("a worker that several ports share", () => {
  function desk() {
    const workers: FakePort[] = [];
    const transports = sharedTransports(
      {
        ...new FakeTransports(),
        spawn: () => {
          workers.push(new FakePort());
          return workers.at(-1)!;
        },
      } as never,
      () => new FakePort(),
    );
    const port = () => {
      const heard: unknown[] = [];
      const one = transports.spawn("solver");
      one.listen({ message: (data) => heard.push(data), failure: (detail) => heard.push(detail) });
      return { one, heard };
    };
    return { workers, port };
  }

  it("is loaded once; who comes later is answered at once", async () => {
    const { workers, port } = desk();
    const [first, second] = [port(), port()];
    first.one.post({ id: 1, call: "load", args: "a" });
    second.one.post({ id: 1, call: "load", args: "a" });
    expect(workers[0]!.posted).toHaveLength(1);
    workers[0]!.answer(workers[0]!.posted[0], "loaded");
    const third = port();
    third.one.post({ id: 9, call: "load", args: "a" });
    await settled();
    expect([first.heard, second.heard, third.heard]).toMatchObject([
      [{ ok: "loaded" }],
      [{ ok: "loaded" }],
      [{ id: 9 }],
    ]);
  });

  it("that cannot be loaded says so to all who wait, and is tried again", () => {
    const { workers, port } = desk();
    const [first, second] = [port(), port()];
    for (const { one } of [first, second]) one.post({ id: 1, call: "load", args: "a" });
    workers[0]!.say({ id: workers[0]!.posted[0]!.id, error: { key: "error.load.network", args: {} } });
    expect([first.heard, second.heard]).toMatchObject([[{ error: {} }], [{ error: {} }]]);
    port().one.post({ id: 1, call: "load", args: "a" });
    expect(workers).toHaveLength(2);
  });

  it("that ends takes only what it was at with it", () => {
    const { workers, port } = desk();
    const [first, second] = [port(), port()];
    for (const { one } of [first, second]) one.post({ id: 1, call: "load", args: "a" });
    workers[0]!.answer(workers[0]!.posted[0], "loaded");
    first.one.post({ id: 2, call: "call", args: "x" });
    second.one.post({ id: 2, call: "call", args: "y" });
    workers[0]!.crash("boom");
    expect(first.heard.at(-1)).toBe("boom");
    workers[1]!.answer(workers[1]!.posted[0], "loaded");
    workers[1]!.answer(workers[1]!.posted[1], "answer");
    expect(second.heard.at(-1)).toMatchObject({ id: 2, ok: "answer" });
  });
});
