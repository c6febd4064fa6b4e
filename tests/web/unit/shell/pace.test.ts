import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Pace } from "../../../../web/src/shell/pace";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("renders every change of a game that is watched move by move", () => {
  const render = vi.fn();
  const pace = new Pace(render);
  pace.changed({ hurried: false });
  pace.changed({ hurried: false });
  expect(render).toHaveBeenCalledTimes(2);
});

it("renders a game that is played as fast as it goes once for many changes, and its end at once", () => {
  const render = vi.fn();
  const pace = new Pace(render);
  for (let i = 0; i < 50; i++) pace.changed({ hurried: true });
  expect(render).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(render).toHaveBeenCalledTimes(1);
  pace.changed({ hurried: true });
  pace.changed({ hurried: false });
  expect(render).toHaveBeenCalledTimes(2);
  vi.runAllTimers();
  expect(render).toHaveBeenCalledTimes(2);
});
