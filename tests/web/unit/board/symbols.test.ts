import { describe, expect, it } from "vitest";

import {
  cellOf,
  glyphOf,
  hasWords,
  isToggle,
  isWritten,
  nextValue,
  symbolKey,
  typedValue,
  valuesOf,
} from "../../../../web/src/board/symbols";
import { killer, lightUp, map, minesweeper, nonogram, zebra } from "./boards";

const first = ({ board }: ReturnType<typeof killer>) => ({ board, cell: board.cells[0]! });

/** What clicks make of an empty cell, one after the other. */
function clicks({ board, cell }: ReturnType<typeof first>, count: number, other = false): (number | null)[] {
  const seen: (number | null)[] = [];
  for (let value: number | null = null; seen.length < count; seen.push(value))
    value = nextValue(board, cell, value, other);
  return seen;
}

describe("a click", () => {
  it("sets the thing, then nothing there, then empties the cell", () => {
    expect(clicks(first(lightUp()), 4)).toEqual([1, 0, null, 1]);
    expect(clicks(first(nonogram()), 3)).toEqual([1, 0, null]);
  });

  it("with the second button begins with nothing there", () => {
    expect(clicks(first(lightUp()), 3, true)).toEqual([0, 1, null]);
  });

  it("digs where things are flagged, and leaves a flag alone", () => {
    const { board, cell } = first(minesweeper());
    expect(nextValue(board, cell, null)).toBe(0);
    expect(nextValue(board, cell, null, true)).toBe(1);
    expect(nextValue(board, cell, 1)).toBe(1);
    expect(nextValue(board, cell, 1, true)).toBe(0);
  });

  it("only selects where there are many values, or written ones", () => {
    const toggles = [killer(), map(), zebra(), lightUp()].map((fixture) =>
      isToggle(fixture.board, fixture.board.cells[0]!),
    );
    expect(toggles).toEqual([false, false, false, true]);
  });
});

describe("a key", () => {
  it("types a written value", () => {
    const { board, cell } = first(killer());
    expect([..."19"].map((key) => typedValue(board, cell, key))).toEqual([1, 9]);
    expect([..."0.x"].map((key) => typedValue(board, cell, key))).toEqual([null, null, undefined]);
    expect(typedValue(board, cell, "Backspace")).toBeNull();
  });

  it("counts the values where they are drawn", () => {
    const { board, cell } = first(map());
    expect([..."149"].map((key) => typedValue(board, cell, key))).toEqual([1, 4, undefined]);
  });

  it("counts the values of a cell where they are words", () => {
    const { board } = zebra();
    expect([..."157"].map((key) => typedValue(board, cellOf(board, 5)!, key))).toEqual([6, 10, undefined]);
  });

  it("types zero where zero is a value", () => {
    const { board, cell } = first(killer());
    const zeroed = { ...board, lowest: 0, symbols: ["0", ...board.symbols] };
    expect(typedValue(zeroed, { ...cell, lowest: 0 }, "0")).toBe(0);
  });
});

describe("symbols", () => {
  it("are counted from the lowest value of the board, not of the cell", () => {
    const { board } = zebra();
    const cell = cellOf(board, 5)!;
    expect(valuesOf(cell)).toEqual([6, 7, 8, 9, 10]);
    expect(symbolKey(board, cell.lowest)).toBe("red");
  });

  it("are words if any of them has more than a letter", () => {
    const lettered = (...symbols: string[]) => [hasWords({ symbols }), isWritten({ symbols })];
    expect(lettered("1", "10", "-3", "G")).toEqual([false, true]);
    expect(lettered("새", "고양이")).toEqual([true, false]);
    expect(lettered("symbol.knave", "symbol.knight")).toEqual([true, false]);
    expect(lettered("glyph.empty", "glyph.filled")).toEqual([false, false]);
  });

  it("are drawn only if there is a drawing", () => {
    expect([glyphOf("glyph.lamp"), glyphOf("glyph.unicorn"), glyphOf("lamp")]).toEqual(["lamp", null, null]);
  });

  it("have a cell for every variable that is shown", () => {
    const { board } = lightUp();
    expect(cellOf(board, 40)?.variable).toBe(40);
    expect(cellOf(board, 99)).toBeUndefined();
    expect(cellOf(board, null)).toBeUndefined();
  });
});
