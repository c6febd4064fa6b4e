// A game that is played as fast as it goes: what costs time but nobody sees is left out, and made up for at the end.

import { expect, it, vi } from "vitest";

import { Play } from "../../../../web/src/game/play";
import { SPEEDS } from "../../../../web/src/game/settings";
import { Host } from "../../../../web/src/host/host";
import { Pace } from "../../../../web/src/shell/pace";
import { FakeTransports, settled } from "../host/fakes";

const PUZZLE = "....";

/** A game on a page that counts how often it is rendered, how often System 1 reads the board, and the pauses. */
async function opened() {
  const host = new Host(new FakeTransports());
  const render = vi.fn();
  const pace: Pace = new Pace(render);
  const play: Play = new Play(host, () => pace.changed(play), vi.fn());
  expect(await play.open("fake", PUZZLE)).toBeNull();
  await play.load("policy");
  await settled();
  const read = vi.spyOn(host, "intuition");
  render.mockClear();
  return { play, host, read, render };
}

it("has System 1 read the board at the end alone, renders nothing between, and makes no pauses", async () => {
  const { play, read, render } = await opened();
  play.speed = "instant";
  const timer = vi.spyOn(globalThis, "setTimeout");
  await play.play();
  const pauses = timer.mock.calls.filter(([, milliseconds]) => milliseconds === SPEEDS.instant);
  timer.mockRestore();
  expect(play.view?.decisions).toHaveLength(PUZZLE.length);
  expect(pauses).toEqual([]);
  expect(read).toHaveBeenCalledTimes(1);
  // As it begins to play, perhaps, and as it stops.
  expect(render.mock.calls.length).toBeLessThan(PUZZLE.length);
});

it("has System 1 read the board after every step that is watched", async () => {
  const { play, read } = await opened();
  for (let steps = 1; steps < PUZZLE.length; steps++) {
    await play.step();
    await settled();
    expect(play.intuition).not.toBeNull();
    expect(read).toHaveBeenCalledTimes(steps);
  }
});

it("reads the board that is left where the visitor takes over", async () => {
  const { play, host } = await opened();
  play.speed = "instant";
  const step = host.step.bind(host);
  let steps = 0;
  vi.spyOn(host, "step").mockImplementation(async (options) => {
    const result = await step(options);
    if (++steps === 2) play.pause();
    return result;
  });
  await play.play();
  await settled();
  expect(play.view?.decisions).toHaveLength(2);
  expect(play.intuition).not.toBeNull();
});
