import { expect, it } from "vitest";

import { GameLog } from "../../../../web/src/host/game_log";
import type { Decision, View } from "../../../../web/src/protocol/engine";

const decision = (id: number, value = 1): Decision => ({
  ...{ id, kind: "place", variable: id, value, source: "player", takenBack: false, escalated: false },
  ...{ thought: null, core: null, removed: [], assumes: [] },
});
const view = (made: number, canRedo: boolean): View =>
  ({ decisions: Array.from({ length: made }, (_, id) => decision(id)), canRedo }) as unknown as View;

it("keeps what was decided, and what redo would bring back", () => {
  const log = GameLog.opened({ family: "sudoku", text: "1..." });
  expect(log.isFresh).toBe(true);
  for (const id of [0, 1, 2]) log.saw(view(id + 1, false), decision(id));
  log.saw(view(1, true));
  const ids = () => [log.kept().decisions, log.kept().undone].map((list) => list.map(({ id }) => id));
  expect(ids()).toEqual([[0], [1, 2]]);
  log.saw(view(2, true));
  expect(ids()).toEqual([[0, 1], [2]]);
  log.saw(view(3, false), decision(2, 9));
  expect(log.kept().decisions[2]).toMatchObject({ value: 9 });
  expect(ids()).toEqual([[0, 1, 2], []]);
  // A new decision cuts off what lay ahead.
  log.saw(view(0, true));
  log.saw(view(1, false), decision(0, 5));
  expect(ids()).toEqual([[0], []]);
  expect(new GameLog(log.kept()).kept()).toEqual(log.kept());
});

it("can give up everything but the puzzle", () => {
  const log = GameLog.opened({ family: "sudoku", text: "1..." });
  log.saw(view(1, false), decision(0));
  log.forget();
  expect(log.isFresh).toBe(true);
  expect(log.kept()).toMatchObject({ family: "sudoku", text: "1...", decisions: [], undone: [] });
});
