import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Channel } from "../../../../web/src/host/channel";
import type { ChannelOwner } from "../../../../web/src/host/channel";
import { FakePort, keyOf, settled } from "./fakes";

interface Bench {
  channel: Channel;
  ports: FakePort[];
  told: string[];
}

function bench(more: Partial<ChannelOwner> = {}): Bench {
  const ports: FakePort[] = [];
  const told: string[] = [];
  const channel = new Channel("solver", {
    spawn: () => {
      const port = new FakePort();
      ports.push(port);
      return port;
    },
    loadArguments: () => ({ file: ports.length }),
    state: (state) => told.push(state),
    replaced: (reason) => told.push(`replaced ${reason}`),
    ...more,
  });
  return { channel, ports, told };
}

/** A channel whose worker is loaded. */
async function loadedBench(): Promise<Bench & { port: FakePort }> {
  const made = bench();
  const ready = made.channel.load();
  await settled();
  const port = made.ports[0] as FakePort;
  port.answer(port.posted[0], "loaded");
  await ready;
  return { ...made, port };
}

describe("loading", () => {
  it("loads the worker before any request, once", async () => {
    const { channel, ports } = bench();
    const answers = Promise.all([channel.request("a"), channel.request("b")]);
    await settled();
    expect(ports).toHaveLength(1);
    const port = ports[0] as FakePort;
    expect(port.posted).toEqual([{ id: 1, call: "load", args: { file: 1 } }]);
    port.answer(port.posted[0], null);
    await settled();
    expect(port.posted.slice(1).map(({ args }) => args)).toEqual(["a", "b"]);
    port.answer(port.posted[1], "A", 3);
    port.answer(port.posted[2], "B", 4);
    expect(await answers).toEqual([
      { value: "A", ms: 3 },
      { value: "B", ms: 4 },
    ]);
  });

  it("reports a failed load and tries again with the next request", async () => {
    const { channel, ports, told } = bench();
    const first = keyOf(channel.request("a"));
    await settled();
    ports[0]?.say({ id: 1, error: { key: "error.load.status", args: {} } });
    expect(await first).toBe("error.load.status");
    expect(ports[0]?.terminated).toBe(true);
    void keyOf(channel.request("b"));
    await settled();
    expect(ports).toHaveLength(2);
    expect(told).toEqual(["loading", "failed", "loading"]);
  });

  it("reports a worker that cannot be started", async () => {
    const { channel } = bench({
      spawn: () => {
        throw new Error("no workers here");
      },
    });
    expect(await keyOf(channel.request("a"))).toBe("error.worker.start");
    expect(await keyOf(channel.request("a"))).toBe("error.worker.start");
  });

  it("reports a crash while loading, as a failure and not as a replacement", async () => {
    const { channel, ports, told } = bench();
    const first = keyOf(channel.request("a"));
    await settled();
    ports[0]?.crash("SyntaxError");
    expect(await first).toBe("error.worker.crashed");
    expect(told).toEqual(["loading", "failed"]);
  });

  it("prepares a fresh worker before the waiting requests reach it", async () => {
    const { channel, ports } = bench({
      prepare: async (loaded, ask) => {
        await ask(["prepare", loaded]);
      },
    });
    void keyOf(channel.request("a"));
    await settled();
    const port = ports[0] as FakePort;
    port.answer(port.posted[0], "L");
    await settled();
    expect(port.posted.at(-1)?.args).toEqual(["prepare", "L"]);
    port.answer(port.posted[1], null);
    await settled();
    expect(port.posted.at(-1)?.args).toBe("a");
  });

  it("passes progress on", async () => {
    const seen: unknown[] = [];
    const { channel, ports } = bench({ progress: (progress) => seen.push(progress) });
    void keyOf(channel.load());
    await settled();
    ports[0]?.say({ progress: { loaded: 1, total: 2, phase: "fetch" } });
    expect(seen).toEqual([{ loaded: 1, total: 2, phase: "fetch" }]);
  });
});

describe("answers", () => {
  it("are matched by id, in whatever order they come", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), async (order) => {
        const { channel, port } = await loadedBench();
        const answers = [0, 1, 2, 3, 4].map((n) => channel.request(n));
        await settled();
        for (const n of order) port.answer(port.posted[n + 1], `answer ${String(n)}`);
        const values = (await Promise.all(answers)).map(({ value }) => value);
        expect(values).toEqual([0, 1, 2, 3, 4].map((n) => `answer ${String(n)}`));
      }),
      { numRuns: 20 },
    );
  });

  it("with an unknown id are dropped", async () => {
    const { channel, port } = await loadedBench();
    const answer = channel.request("a");
    await settled();
    port.say({ id: 77, ok: "stray", ms: 0 });
    port.answer(port.posted[1], "own");
    port.answer(port.posted[1], "twice");
    expect((await answer).value).toBe("own");
  });

  it("that are errors reject only their own request", async () => {
    const { channel, port, told } = await loadedBench();
    const refused = keyOf(channel.request("a"));
    const good = channel.request("b");
    await settled();
    port.say({ id: port.posted[1]?.id, error: { key: "error.x", args: {} } });
    port.answer(port.posted[2], "B");
    expect(await refused).toBe("error.x");
    expect((await good).value).toBe("B");
    expect(told).toEqual(["loading", "ready"]);
  });

  it("of another form than agreed end the worker, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.integer(), fc.constant({}), fc.constant([1])), async (junk) => {
        const { channel, port } = await loadedBench();
        const answer = keyOf(channel.request("a"));
        await settled();
        port.say(junk);
        expect(await answer).toBe("error.worker.answer");
        expect(port.terminated).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

describe("a crash", () => {
  it("rejects what is pending; the next request starts a fresh worker", async () => {
    const { channel, ports, port, told } = await loadedBench();
    const pending = [keyOf(channel.request("a")), keyOf(channel.request("b"))];
    await settled();
    port.crash("boom");
    expect(await Promise.all(pending)).toEqual(["error.worker.crashed", "error.worker.crashed"]);
    const next = channel.request("c");
    await settled();
    const fresh = ports[1] as FakePort;
    fresh.answer(fresh.posted[0], null);
    await settled();
    port.say({ id: fresh.posted[1]?.id, ok: "from the dead", ms: 0 });
    fresh.answer(fresh.posted[1], "alive");
    expect((await next).value).toBe("alive");
    expect(told).toEqual(["loading", "ready", "idle", "replaced crashed", "loading", "ready"]);
  });

  it.each(["RangeError: Out of memory", "Aborted(OOM)", "std::bad_alloc", "could not allocate memory"])(
    "by memory is told apart: %s",
    async (detail) => {
      const { channel, port, told } = await loadedBench();
      const pending = keyOf(channel.request("a"));
      await settled();
      port.say({ fatal: detail });
      expect(await pending).toBe("error.worker.memory");
      expect(told.at(-1)).toBe("replaced memory");
    },
  );
});

describe("cancelling", () => {
  it("ends a worker that computes, at once", async () => {
    const { channel, port, told } = await loadedBench();
    const pending = keyOf(channel.request("long"));
    await settled();
    channel.cancel();
    expect(port.terminated).toBe(true);
    expect(await pending).toBe("error.worker.cancelled");
    expect(told.at(-1)).toBe("replaced cancelled");
  });

  it("leaves an idle worker alone", async () => {
    const { channel, port } = await loadedBench();
    channel.cancel();
    channel.drop();
    expect(port.terminated).toBe(false);
  });

  it("rejects requests that wait for a download, and lets the download go on", async () => {
    const { channel, ports } = bench();
    const pending = keyOf(channel.request("a"));
    await settled();
    channel.cancel();
    expect(await pending).toBe("error.worker.cancelled");
    const port = ports[0] as FakePort;
    expect(port.terminated).toBe(false);
    port.answer(port.posted[0], null);
    await settled();
    expect(port.posted).toHaveLength(1);
  });

  it("softly keeps the worker if it is done in time", async () => {
    const { channel, ports, port } = await loadedBench();
    const dropped = keyOf(channel.request("old"));
    await settled();
    channel.drop();
    expect(await dropped).toBe("error.worker.cancelled");
    port.answer(port.posted[1], "stale");
    const next = channel.request("new");
    await settled();
    port.answer(port.posted[2], "fresh");
    expect((await next).value).toBe("fresh");
    expect(ports).toHaveLength(1);
  });

  it("softly replaces the worker if it is still busy when it is needed", async () => {
    const { channel, ports, port } = await loadedBench();
    void keyOf(channel.request("old"));
    await settled();
    channel.drop();
    void keyOf(channel.request("new"));
    await settled();
    expect(port.terminated).toBe(true);
    expect(ports).toHaveLength(2);
  });

  it("softly spares lasting requests, which go to the successor", async () => {
    const { channel, ports, port } = await loadedBench();
    const lasting = channel.request("lasting", { lasting: true });
    const dropped = keyOf(channel.request("old"));
    await settled();
    channel.drop();
    expect(await dropped).toBe("error.worker.cancelled");
    const next = channel.request("new");
    await settled();
    expect(port.terminated).toBe(true);
    const fresh = ports[1] as FakePort;
    fresh.answer(fresh.posted[0], null);
    await settled();
    for (const posted of fresh.posted.slice(1)) fresh.answer(posted, posted.args);
    expect((await lasting).value).toBe("lasting");
    expect((await next).value).toBe("new");
  });

  it("by closing rejects everything, now and later", async () => {
    const { channel, port } = await loadedBench();
    const pending = keyOf(channel.request("a"));
    await settled();
    channel.close();
    expect(port.terminated).toBe(true);
    expect(await pending).toBe("error.worker.closed");
    expect(await keyOf(channel.request("b"))).toBe("error.worker.closed");
  });
});

describe("a worker that says nothing", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

  it("while it is loaded is given up, but not one that tells how far it is", async () => {
    const { channel, ports, told } = bench();
    const hung = keyOf(channel.load());
    await seconds(50);
    ports[0]?.say({ progress: { loaded: 1, total: 2, phase: "fetch" } });
    await seconds(59);
    expect(told).toEqual(["loading"]);
    await seconds(1);
    expect(await hung).toBe("error.worker.silent");
    expect([told, ports[0]?.terminated]).toEqual([["loading", "failed"], true]);
  });

  async function asked(answersMs?: number) {
    const made = bench({ answersMs });
    void made.channel.load();
    await seconds(0);
    const port = made.ports[0] as FakePort;
    port.answer(port.posted[0], "loaded");
    const answer = keyOf(made.channel.request("a"));
    await seconds(0);
    return { ...made, port, answer };
  }

  it("to a question is replaced, and the next one works", async () => {
    const { channel, ports, told, answer } = await asked(30_000);
    await seconds(30);
    expect(await answer).toBe("error.worker.silent");
    expect(told.slice(-2)).toEqual(["idle", "replaced crashed"]);
    void channel.request("b");
    await seconds(0);
    expect(ports).toHaveLength(2);
  });

  it("may be silent for as long as it likes if it is one that thinks, or is asked nothing", async () => {
    const thinking = await asked();
    await seconds(3600);
    expect(thinking.port.terminated).toBe(false);
    const idle = await asked(30_000);
    idle.port.answer(idle.port.posted[1], "A");
    await seconds(3600);
    expect(idle.port.terminated).toBe(false);
  });
});

describe("a first answer", () => {
  it("is told, and the final one is waited for", async () => {
    const { channel, port } = await loadedBench();
    const first: unknown[] = [];
    const answer = channel.request("why", { draft: (draft) => first.push(draft) });
    await settled();
    const id = port.posted[1]!.id;
    port.say({ id, draft: "long", ms: 5 });
    expect(first).toEqual([{ value: "long", ms: 5 }]);
    port.say({ id, ok: "short", ms: 9 });
    port.say({ id, draft: "late", ms: 10 });
    expect(await answer).toEqual({ value: "short", ms: 9 });
    expect(first).toHaveLength(1);
  });

  it("that nobody wants is passed over, as is one of what was dropped", async () => {
    const { channel, port } = await loadedBench();
    const first: unknown[] = [];
    const plain = channel.request("a");
    const dropped = keyOf(channel.request("b", { draft: (draft) => first.push(draft) }));
    await settled();
    port.say({ id: port.posted[1]!.id, draft: 1, ms: 1 });
    channel.drop();
    port.say({ id: port.posted[2]!.id, draft: 2, ms: 1 });
    expect(await dropped).toBe("error.worker.cancelled");
    expect(await keyOf(plain)).toBe("error.worker.cancelled");
    expect(first).toEqual([]);
    // The dropped request is still computed: the worker is replaced when next needed.
    void keyOf(channel.request("c"));
    expect(port.terminated).toBe(true);
  });
});
