import { describe, expect, it } from "vitest";

import { borderPath, candidatePlace, gridPath, neighbour, UNIT } from "../../../../web/src/board/geometry";

function square(side: number, hole?: number) {
  const cells = Array.from({ length: side * side }, (_, variable) => ({
    variable,
    row: Math.floor(variable / side),
    column: variable % side,
    name: { key: "cell.at", args: {} },
    lowest: 1,
    highest: side,
  })).filter(({ variable }) => variable !== hole);
  return { rows: side, columns: side, cells, borders: [{ row1: 0, column1: 2, row2: 4, column2: 2 }] };
}

describe("walking on a board", () => {
  const board = square(4);

  it("moves to the next cell and stops at the edge", () => {
    expect(neighbour(board, 5, "up")).toBe(1);
    expect(neighbour(board, 5, "down")).toBe(9);
    expect(neighbour(board, 5, "left")).toBe(4);
    expect(neighbour(board, 5, "right")).toBe(6);
    expect(neighbour(board, 0, "left")).toBe(0);
    expect(neighbour(board, 15, "down")).toBe(15);
  });

  it("goes to the ends of the row and of the board", () => {
    expect(neighbour(board, 5, "first")).toBe(4);
    expect(neighbour(board, 5, "last")).toBe(7);
    expect(neighbour(board, 5, "first", true)).toBe(0);
    expect(neighbour(board, 5, "last", true)).toBe(15);
  });

  it("jumps over holes and recovers from an unknown cell", () => {
    expect(neighbour(square(4, 6), 5, "right")).toBe(7);
    expect(neighbour(board, 99, "right")).toBe(0);
  });
});

describe("drawing", () => {
  it("draws every side of a cell once", () => {
    const sides = gridPath(square(2)).match(/M/g);
    expect(sides).toHaveLength(12);
  });

  it("draws heavy lines where the board says", () => {
    expect(borderPath(square(4))).toBe(`M${2 * UNIT} 0L${2 * UNIT} ${4 * UNIT}`);
  });

  it.each([4, 9, 16])("keeps %i candidates inside the cell, apart from each other", (count) => {
    const places = Array.from({ length: count }, (_, index) => candidatePlace(index, count));
    for (const { x, y, size } of places) {
      expect(Math.min(x, y) - size / 2).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y) + size / 2).toBeLessThanOrEqual(UNIT);
    }
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(count);
  });
});
