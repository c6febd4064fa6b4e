// @vitest-environment happy-dom
// A page starts nothing before it can be seen.

import { afterEach, expect, it, vi } from "vitest";

import { inTurn, seen } from "../../../../web/src/app/seen";
import { settled } from "../host/fakes";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function isSeen(): Promise<() => boolean> {
  let done = false;
  void seen(document.body).then(() => (done = true));
  await settled();
  return () => done;
}

it("in a tab behind others it waits to be brought to the front", async () => {
  const state = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  const done = await isSeen();
  expect(done()).toBe(false);
  state.mockReturnValue("visible");
  document.dispatchEvent(new Event("visibilitychange"));
  await settled();
  expect(done()).toBe(true);
});

it("in a frame it waits until the frame is scrolled to", async () => {
  let tell: (entries: { isIntersecting: boolean }[]) => void = () => {};
  const disconnect = vi.fn();
  vi.stubGlobal("parent", {});
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      disconnect = disconnect;
      observe = vi.fn();
      constructor(told: typeof tell) {
        tell = told;
      }
    },
  );
  const done = await isSeen();
  tell([{ isIntersecting: false }]);
  await settled();
  expect(done()).toBe(false);
  tell([{ isIntersecting: true }]);
  await settled();
  expect([done(), disconnect.mock.calls.length]).toEqual([true, 1]);
});

it("where the browser refuses to take turns, the work is done all the same, once", async () => {
  const work = vi.fn(() => Promise.resolve());
  vi.stubGlobal("navigator", { locks: { request: () => Promise.reject(new DOMException("denied", "SecurityError")) } });
  await inTurn(work);
  vi.stubGlobal("navigator", {});
  await inTurn(work);
  expect(work).toHaveBeenCalledTimes(2);
});
