// One game serves several exhibits: each goes on where the reader left it.

import { afterAll, beforeAll, expect, it } from "vitest";

import { Play } from "../../../../web/src/game/play";
import { Bets, BETS } from "../../../../web/src/guide/bets";
import { Stalls } from "../../../../web/src/guide/stalls";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports } from "../../../../web/tools/node_transports";

const RIGHT = { family: "futoshiki", text: "2..>.//..>.4//..<../.v/....", mode: "system2" } as const;
const SMALL = { family: "sudoku", text: "1............2..", mode: "both" } as const;

let host: Host;
let play: Play;
let stalls: Stalls;
beforeAll(() => {
  host = new Host(nodeTransports());
  play = new Play(
    host,
    () => undefined,
    () => undefined,
  );
  stalls = new Stalls(play, () => undefined);
});
afterAll(() => host.close());

it("goes on where an exhibit was left, with whoever decided there", async () => {
  await stalls.enter("a", SMALL);
  await play.type(1, 2);
  await stalls.enter("b", RIGHT);
  expect(play.board?.family).toBe("futoshiki");
  expect(play.mode).toBe("system2");
  expect(stalls.leftOf("a")?.cells[1]?.value).toBe(2);
  await stalls.enter("a", SMALL);
  expect(play.board?.family).toBe("sudoku");
  expect(play.mode).toBe("both");
  expect(play.view?.cells[1]?.value).toBe(2);
});

it("opens only the last of several that are passed quickly", async () => {
  void stalls.enter("b", RIGHT);
  void stalls.enter("a", SMALL);
  await stalls.enter("b", RIGHT);
  expect(play.board?.family).toBe("futoshiki");
  expect(stalls.open).toBe(true);
});

it("asks System 2 about every guess that is bet on, and has both right and wrong ones", async () => {
  const bets = new Bets(play, () => undefined);
  const found: (boolean | null)[] = [];
  await stalls.enter("bets", bets.scene);
  while (found.length < BETS.length) {
    await bets.say(true);
    found.push(bets.right);
    bets.next();
    await stalls.change(bets.scene);
  }
  expect(found).not.toContain(null);
  expect(new Set(found)).toEqual(new Set([true, false]));
  expect(bets.score).toEqual({ made: BETS.length, won: found.filter(Boolean).length });
  expect(bets.at).toBe(0);
});
