import { describe, expect, it } from "vitest";

import { Strokes } from "../../../../web/src/game/strokes";
import type { DecisionMark, View } from "../../../../web/src/protocol/engine";

/** Of `strokes[i]`, the stroke of decision i; with a cursor as the engine has it. */
function game(made: (number | undefined)[]) {
  const strokes = new Strokes();
  made.forEach((stroke, id) => strokes.made(id, stroke));
  let standing = made.length;
  const view = (): View =>
    ({
      decisions: made.slice(0, standing).map((_, id) => ({ id }) as DecisionMark),
      canRedo: standing < made.length,
    }) as View;
  const move = (by: number) => () => {
    standing += by;
    return Promise.resolve(view());
  };
  return {
    undo: async () => (await strokes.undo(view(), move(-1)), standing),
    redo: async () => (await strokes.redo(move(1)), standing),
    strokes,
  };
}

describe("undoing", () => {
  it("takes back a stroke as a whole, and everything else one by one", async () => {
    const { undo } = game([undefined, 1, 1, 2, 2, 2, undefined]);
    expect([await undo(), await undo(), await undo(), await undo()]).toEqual([6, 3, 1, 0]);
  });

  it("is undone in the same portions", async () => {
    const { undo, redo } = game([1, 1, undefined, 2, 2]);
    await undo();
    await undo();
    await undo();
    expect([await redo(), await redo(), await redo()]).toEqual([2, 3, 5]);
  });

  it("forgets the stroke of a decision whose number is given again", async () => {
    const { undo, strokes } = game([1, 1, 1]);
    strokes.made(2);
    expect([await undo(), await undo()]).toEqual([2, 0]);
  });
});
