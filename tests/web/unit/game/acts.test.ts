// What a visitor's acts lead to: what is said of an entry that replaces another, and when somebody is told that System 2 stopped.

import { afterEach, beforeEach, expect, it } from "vitest";

import { Play } from "../../../../web/src/game/play";
import { Stage } from "../../../../web/src/game/stage";
import type { Notice } from "../../../../web/src/game/topic";
import { Host } from "../../../../web/src/host/host";
import type { Found } from "../../../../web/src/host/host";
import { t } from "../../../../web/src/i18n/i18n";
import { nodeTransports } from "../../../../web/tools/node_transports";

const EASY = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
/** Row 1, column 3. */
const CELL = 2;

let host: Host;
let play: Play;
let stage: Stage;
let notices: Notice[];
beforeEach(async () => {
  host = new Host(nodeTransports());
  notices = [];
  play = new Play(
    host,
    () => undefined,
    (notice) => void notices.push(notice),
  );
  stage = new Stage(play);
  await play.open("sudoku", EASY);
  await play.load("policy");
});
afterEach(() => host.close());

/** What System 1's part of the answer to the latest entry is. */
const said = () => stage.arbitrator.verdict?.said ?? "";

it("says of a value that a rule forbids that System 1 never considered it", async () => {
  await expect.poll(() => play.intuition).not.toBeNull();
  await play.type(CELL, 9);
  expect(said()).toContain("never considered");
});

it("says nothing of the kind of a value that replaces another", async () => {
  await play.type(CELL, 1);
  await expect.poll(() => play.intuition).not.toBeNull();
  await play.type(CELL, 4);
  expect(play.view?.cells[CELL]?.value).toBe(4);
  expect(said()).toBe("");
});

it("does nothing where the value stands already", async () => {
  await play.type(CELL, 4);
  const { view } = play;
  await play.type(CELL, 4);
  expect(play.view).toBe(view);
  expect(notices).toEqual([]);
});

it("tells that System 2 was stopped to who stopped it, and to nobody who only moved on", async () => {
  const stop = { part: "solver", reason: "cancelled", problem: null, gameKept: true } as const;
  const heard: ((event: typeof stop) => void)[] = [];
  const told: Notice[] = [];
  const asked = {
    on: (event: string, listener: never) => void (event === "replaced" && heard.push(listener)),
    cancel: () => Promise.resolve(heard.forEach((listener) => listener(stop))),
  };
  const other = new Play(
    asked as unknown as Host,
    () => undefined,
    (notice) => void told.push(notice),
  );
  heard.forEach((listener) => listener(stop));
  expect(told).toEqual([]);
  await other.cancel();
  expect(told).toEqual([{ key: "replaced.cancelled", part: "solver" }]);
});

/** Has questions answered twice: by a first reason, and by the shortest when the test says so. */
async function answeredTwice(): Promise<{ finish: () => void }> {
  const hint = await host.hint();
  const why = await host.examine(CELL, 4);
  const draftOf = (found: Found): Found => ({ ...found, proof: { ...found.proof!, minimal: false }, draft: true });
  let finish = (): void => undefined;
  const twice = (found: Found, first?: (found: Found) => void): Promise<Found> => {
    first?.(draftOf(found));
    return new Promise((resolve) => (finish = () => resolve(found)));
  };
  host.hint = (first) => twice(hint, first);
  host.examine = (_variable, _value, first) => twice(why, first);
  return { finish: () => finish() };
}

it("shows a first reason, and then the shortest in its place", async () => {
  const answer = await answeredTwice();
  const asked = play.why(CELL, 4);
  expect(stage.system2.proof?.badge).toBe(t("proof.badge_draft"));
  expect(stage.system2.proof?.lines).not.toEqual([]);
  expect(play.asking).toBe(true);
  answer.finish();
  await asked;
  expect(stage.system2.proof?.badge).toBe(t("proof.badge"));
  expect(play.asking).toBe(false);
});

it("keeps what was told of a hint when its shortest reason comes", async () => {
  const answer = await answeredTwice();
  const asked = play.hint();
  expect(stage.system2.hint?.degree).toBe(1);
  await play.hint();
  expect(stage.system2.hint?.degree).toBe(2);
  answer.finish();
  await asked;
  expect(stage.system2.hint?.degree).toBe(2);
});

it("shows no reason that comes after the visitor has moved on", async () => {
  const answer = await answeredTwice();
  const asked = play.why(CELL, 4);
  await play.open("sudoku", EASY);
  answer.finish();
  await asked;
  expect(play.topic).toBeNull();
});
