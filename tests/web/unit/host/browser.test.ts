// The page's workers: that one has ended is known, also if the browser says nothing.

import { afterEach, describe, expect, it, vi } from "vitest";

import { workerPort } from "../../../../web/src/host/worker_port";
import { serve } from "../../../../web/src/workers/serve";
import { settled } from "./fakes";

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Locks as browsers have them, of which a test can say who holds them no more. */
class Locks {
  private readonly queues = new Map<string, (() => void)[]>();
  private readonly held = new Map<string, () => void>();

  request(name: string, first: unknown, second?: () => unknown): Promise<unknown> {
    const { signal } = (second ? first : {}) as { signal?: AbortSignal };
    const work = (second ?? first) as () => unknown;
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      const take = (): void => {
        if (signal?.aborted) return;
        const ended = new Promise<void>((end) => this.held.set(name, end));
        void Promise.race([Promise.resolve(work()), ended]).then(resolve);
      };
      if (this.held.has(name)) this.queues.set(name, [...(this.queues.get(name) ?? []), take]);
      else take();
    });
  }

  /** Whoever holds it has ended. */
  free(): void {
    for (const [name, end] of [...this.held]) {
      this.held.delete(name);
      end();
      for (const next of this.queues.get(name)?.splice(0) ?? []) next();
    }
  }
}

/** A worker in this thread. */
function worker(locks: Locks | undefined) {
  vi.stubGlobal("navigator", { locks });
  const inside = new EventTarget();
  const outside = Object.assign(new EventTarget(), {
    postMessage: (data: unknown) => inside.dispatchEvent(new MessageEvent("message", { data })),
    terminate: vi.fn(),
  });
  vi.stubGlobal("postMessage", (data: unknown) => outside.dispatchEvent(new MessageEvent("message", { data })));
  vi.stubGlobal("addEventListener", inside.addEventListener.bind(inside));
  serve({ load: () => Promise.resolve("loaded"), call: (args) => args });
  const heard: unknown[] = [];
  const port = workerPort(outside as unknown as Worker);
  port.listen({ message: (data) => heard.push(data), failure: (detail) => heard.push(detail) });
  return { port, heard };
}

describe("a worker", () => {
  it("that ends without an error is known to have ended", async () => {
    const locks = new Locks();
    const { heard } = worker(locks);
    await settled();
    expect(heard).toEqual([]);
    locks.free();
    await settled();
    expect(heard).toEqual(["it ended without a word"]);
  });

  it("that was ended is not told of", async () => {
    const locks = new Locks();
    const { port, heard } = worker(locks);
    await settled();
    port.terminate();
    locks.free();
    await settled();
    expect(heard).toEqual([]);
  });

  it("works where the browser has no locks, or refuses them", async () => {
    const refusing = { request: () => Promise.reject(new DOMException("denied", "SecurityError")) };
    for (const locks of [undefined, refusing as unknown as Locks]) {
      const { port, heard } = worker(locks);
      port.post({ id: 1, call: "call", args: "x" });
      await settled();
      expect(heard).toMatchObject([{ id: 1, ok: "x" }]);
    }
  });
});
