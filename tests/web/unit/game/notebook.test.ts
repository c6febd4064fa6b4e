// Pencil marks go back and forth in turn with the moves.

import { describe, expect, it } from "vitest";

import { Notebook } from "../../../../web/src/game/notebook";
import { Stopwatch } from "../../../../web/src/game/stopwatch";

describe("the notebook", () => {
  it("notes a value and takes the note away, in the order of the values", () => {
    const book = new Notebook();
    for (const value of [7, 2, 4, 2]) book.toggle(0, value, 0);
    expect(book.marks.get(0)).toEqual([4, 7]);
    book.toggle(0, 4, 0);
    book.toggle(0, 7, 0);
    expect(book.marks.has(0)).toBe(false);
  });

  it("undoes only what was noted since the latest move, and all marks of once at once", () => {
    const book = new Notebook();
    book.toggle(0, 1, 0);
    book.write(
      [
        [1, [1, 2]],
        [2, [3]],
      ],
      1,
    );
    expect(book.canUndo(2)).toBe(false);
    expect(book.undo(1)).toBe(true);
    expect(book.kept()).toEqual([[0, [1]]]);
    // The move between them has to be undone first.
    expect(book.undo(1)).toBe(false);
    expect(book.undo(0)).toBe(true);
    expect(book.kept()).toEqual([]);
    expect(book.canRedo(1)).toBe(false);
    expect(book.redo(0)).toBe(true);
    expect(book.redo(0)).toBe(false);
    expect(book.redo(1)).toBe(true);
    expect(book.kept()).toEqual([
      [0, [1]],
      [1, [1, 2]],
      [2, [3]],
    ]);
  });

  it("forgets what lay ahead of a new move", () => {
    const book = new Notebook();
    book.toggle(0, 1, 0);
    book.toggle(0, 2, 1);
    book.undo(1);
    book.decided(0);
    expect(book.canRedo(1)).toBe(false);
    expect(book.undo(0)).toBe(true);
  });

  it("takes back only notes that are some", () => {
    const book = new Notebook();
    book.recall([[3, [1, 4]], [1, "x"], "y", [2.5, []]]);
    expect(book.kept()).toEqual([[3, [1, 4]]]);
    book.recall({ 3: [1] });
    expect(book.kept()).toEqual([]);
  });
});

it("the stopwatch stands still while nobody looks, and goes on from where it was", () => {
  let now = 0;
  const watch = new Stopwatch(() => now);
  watch.recall(61_000);
  watch.run(true);
  now += 5_000;
  watch.run(false);
  now += 60_000;
  expect(watch.text).toBe("1:06");
  watch.run(true);
  now += 3_600_000;
  expect(watch.text).toBe("1:01:06");
  watch.recall();
  expect(watch.text).toBe("0:00");
});
