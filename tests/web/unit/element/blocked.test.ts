// What is blocked is told after five seconds in which nothing came, and what is only slow is waited for.

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Arrivals, BLOCKED_MS, expected } from "../../../../web/src/element/blocked";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("is what the contract promises", () => expect(BLOCKED_MS).toBe(5000));

it("tells of what does not come, once, and goes on waiting", async () => {
  const told: string[] = [];
  let come!: (value: string) => void;
  const waited = expected(new Promise<string>((resolve) => (come = resolve)), ({ key }) => told.push(key));
  vi.advanceTimersByTime(BLOCKED_MS - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["element.blocked"]);
  vi.advanceTimersByTime(10 * BLOCKED_MS);
  expect(told).toHaveLength(1);
  come("here");
  expect(await waited).toBe("here");
});

it("says nothing of what comes or fails in time", async () => {
  const told: string[] = [];
  await expected(Promise.resolve(), ({ key }) => told.push(key));
  await expect(expected(Promise.reject(new Error("no")), ({ key }) => told.push(key))).rejects.toThrow("no");
  vi.advanceTimersByTime(BLOCKED_MS);
  expect(told).toEqual([]);
});

it("waits for a part as long as it comes nearer, and no longer", () => {
  const told: string[] = [];
  const arrivals = new Arrivals(({ key }) => told.push(key));
  for (let sent = 0; sent < 20; sent++) {
    arrivals.hear({ part: "solver", state: "loading", phase: "fetch" });
    vi.advanceTimersByTime(BLOCKED_MS - 1);
  }
  arrivals.hear({ part: "solver", state: "loading", phase: "compile" });
  vi.advanceTimersByTime(BLOCKED_MS);
  arrivals.hear({ part: "solver", state: "ready", phase: "compile" });
  expect(told).toEqual([]);
  arrivals.hear({ part: "policy", state: "loading", phase: "fetch" });
  arrivals.hear({ part: "engine", state: "loading", phase: "fetch" });
  arrivals.hear({ part: "engine", state: "failed", phase: "fetch" });
  vi.advanceTimersByTime(BLOCKED_MS);
  expect(told).toEqual(["element.blocked"]);
  arrivals.hear({ part: "solver", state: "loading", phase: "fetch" });
  arrivals.end();
  vi.advanceTimersByTime(BLOCKED_MS);
  expect(told).toHaveLength(1);
});
