import { beforeEach, expect, it, vi } from "vitest";

let turn: () => Promise<void>;
let now = 0;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"], now: 0 });
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.resetModules();
  ({ turn } = await import("../../../../web/src/element/turns"));
  return () => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  };
});

const microtasks = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

it("lets as many pass in one task as have room in it, and the others wait for the next, in their order", async () => {
  const passed: number[] = [];
  for (let i = 0; i < 5; i++)
    void turn().then(() => {
      passed.push(i);
      now += 12; // to draw one
    });
  await microtasks();
  expect(passed).toEqual([0, 1]);
  vi.runOnlyPendingTimers();
  await microtasks();
  expect(passed).toEqual([0, 1, 2, 3]);
  vi.runOnlyPendingTimers();
  await microtasks();
  expect(passed).toEqual([0, 1, 2, 3, 4]);
});

it("lets one that comes later wait for a task of its own where the present one has taken long", async () => {
  now = 500;
  let passed = false;
  void turn().then(() => (passed = true));
  await microtasks();
  expect(passed).toBe(false);
  vi.runOnlyPendingTimers();
  await microtasks();
  expect(passed).toBe(true);
});
