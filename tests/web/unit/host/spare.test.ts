// The worker that stands by for one that may be ended (host/spare.ts).

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Channel } from "../../../../web/src/host/channel";
import { FakePort, keyOf } from "./fakes";

const SPARE_MS = 200;
const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A loaded channel that has asked its worker something. */
async function asked() {
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
    spareMs: SPARE_MS,
  });
  const ready = channel.load();
  await passed(0);
  ports[0]!.answer(ports[0]!.posted[0], "loaded");
  await ready;
  const answer = keyOf(channel.request("long"));
  await passed(0);
  return { channel, ports, told, answer };
}

describe("a spare worker", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is loaded beside one that takes long, and is at hand when that is ended", async () => {
    const { channel, ports, told, answer } = await asked();
    await passed(SPARE_MS - 1);
    expect(ports).toHaveLength(1);
    await passed(1);
    expect(ports).toHaveLength(2);
    const spare = ports[1]!;
    expect(spare.posted).toEqual([{ id: 0, call: "load", args: { file: 2 } }]);
    spare.say({ progress: { loaded: 1, total: 2, phase: "fetch" } });
    spare.answer(spare.posted[0], "loaded");
    await passed(0);
    expect(told).toEqual(["loading", "ready"]);
    channel.cancel();
    expect(await answer).toBe("error.worker.cancelled");
    expect(ports[0]!.terminated).toBe(true);
    const next = channel.request("next");
    await passed(0);
    expect(ports).toHaveLength(2);
    expect(spare.posted[1]).toMatchObject({ call: "call", args: "next" });
    spare.answer(spare.posted[1], "yes", 2);
    expect(await next).toEqual({ value: "yes", ms: 2 });
    expect(told).toEqual(["loading", "ready", "idle", "replaced cancelled", "loading", "ready"]);
  });

  it("takes the place while it is still being loaded, too", async () => {
    const { channel, ports } = await asked();
    await passed(SPARE_MS);
    channel.cancel();
    const next = channel.request("next");
    await passed(0);
    expect(ports).toHaveLength(2);
    expect(ports[1]!.posted).toHaveLength(1);
    ports[1]!.answer(ports[1]!.posted[0], "loaded");
    await passed(0);
    ports[1]!.answer(ports[1]!.posted[1], "yes", 2);
    expect(await next).toEqual({ value: "yes", ms: 2 });
  });

  it("is not started for what is answered soon, nor a second one", async () => {
    const { channel, ports, answer } = await asked();
    ports[0]!.answer(ports[0]!.posted[1], "short");
    expect(await answer).toBe("fulfilled");
    await passed(10 * SPARE_MS);
    expect(ports).toHaveLength(1);
    for (let i = 0; i < 3; i++) {
      const long = keyOf(channel.request("long"));
      await passed(2 * SPARE_MS);
      ports[0]!.answer(ports[0]!.posted.at(-1), "at last");
      await long;
    }
    expect(ports).toHaveLength(2);
  });

  it("that cannot be loaded is given up, and the next request begins anew", async () => {
    const { channel, ports } = await asked();
    await passed(SPARE_MS);
    ports[1]!.say({ id: 0, error: { key: "error.load.status", args: {} } });
    await passed(0);
    expect(ports[1]!.terminated).toBe(true);
    channel.cancel();
    const next = channel.request("next");
    await passed(0);
    ports[2]!.answer(ports[2]!.posted[0], "loaded");
    await passed(0);
    ports[2]!.answer(ports[2]!.posted[1], "yes", 2);
    expect(await next).toEqual({ value: "yes", ms: 2 });
  });

  it("that has taken the place is replaced when it ends", async () => {
    const { channel, ports } = await asked();
    await passed(SPARE_MS);
    ports[1]!.answer(ports[1]!.posted[0], "loaded");
    channel.cancel();
    const next = keyOf(channel.request("next"));
    await passed(0);
    ports[1]!.crash("gone");
    expect(await next).toBe("error.worker.crashed");
    void keyOf(channel.request("again"));
    await passed(0);
    expect(ports).toHaveLength(3);
  });

  it("is ended with the channel", async () => {
    const { channel, ports } = await asked();
    await passed(SPARE_MS);
    channel.close();
    expect(ports.map(({ terminated }) => terminated)).toEqual([true, true]);
    await passed(10 * SPARE_MS);
    expect(ports).toHaveLength(2);
  });
});
