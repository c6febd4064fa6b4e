// What is handed on: the moment that is looked at, or the start of the present game.

import { expect, it } from "vitest";

import { Sharing } from "../../../../web/src/app/sharing";
import type { Play } from "../../../../web/src/game/play";
import type { Address } from "../../../../web/src/places/address";
import { writeUrl } from "../../../../web/src/places/url_state";

it("shares the moment that is looked at, and from the start nothing of it", async () => {
  const board = { rows: 4, columns: 4, text: "now" };
  const play = {
    board,
    shown: { board: { ...board, text: "then" } },
    standingMoves: () => [{ variable: 2, value: 3 }],
  };
  const sharing = new Sharing(
    play as unknown as Play,
    { link: (state) => Promise.resolve(writeUrl(state)) } as Address,
    () => ({ family: "sudoku", puzzle: play.board.text, moves: [{ variable: 1, value: 1 }] }),
    () => undefined,
  );
  await sharing.prepare("", "");
  expect(sharing.link).toBe("?family=sudoku&puzzle=then&moves=2.3");
  sharing.moves = false;
  await sharing.prepare("", "");
  expect(sharing.link).toBe("?family=sudoku&puzzle=now");
});
