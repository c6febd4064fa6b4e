import { describe, expect, it } from "vitest";

import { bendOf } from "../../../../web/src/board/coast";
import { borderPath, gridPath, roomiest, struckPlace, UNIT } from "../../../../web/src/board/geometry";
import { layoutOf, squaresOf } from "../../../../web/src/board/layout";
import { outlinePath } from "../../../../web/src/board/outline";
import type { BoardCell } from "../../../../web/src/protocol/engine";
import { neighbour } from "../../../../web/src/board/walk";
import { lightUp, map } from "./boards";

function square(side: number, hole?: number) {
  const cells = Array.from({ length: side * side }, (_, variable) => ({
    variable,
    row: Math.floor(variable / side),
    column: variable % side,
    name: { key: "cell.at", args: {} },
    lowest: 1,
    highest: side,
  })).filter(({ variable }) => variable !== hole);
  return {
    rows: side,
    columns: side,
    cells,
    blocks: [],
    labels: [],
    borders: [{ row1: 0, column1: 2, row2: 4, column2: 2 }],
  };
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

/** All that the arrow keys lead to from the first cell on. */
function reached(board: Parameters<typeof neighbour>[0]): Set<number> {
  const found = new Set([board.cells[0]!.variable]);
  for (const from of found) {
    for (const direction of ["up", "down", "left", "right"] as const) found.add(neighbour(board, from, direction));
  }
  return found;
}

describe("walking on boards that are no full grid", () => {
  it.each([
    ["regions", map()],
    ["walls", lightUp()],
  ])("every cell of a board with %s can be reached", (_, { board }) => {
    expect(reached(board).size).toBe(board.cells.length);
  });

  it("leaves a region by its own row, not by the next square", () => {
    const { board } = map();
    expect(neighbour(board, 0, "right")).not.toBe(0);
  });
});

describe("the letter of a region", () => {
  /** The number takes the top left of the region's own square. */
  const number = { right: 38, bottom: 30 };

  it("stands inside it and beside its number", () => {
    for (const cell of map().board.cells) {
      const { x, y, size } = roomiest(cell);
      const [column, row] = [Math.floor(x / UNIT - 0.01) + cell.column, Math.floor(y / UNIT - 0.01) + cell.row];
      expect(cell.squares).toContainEqual({ row, column });
      const half = size * 0.36;
      expect(x - half < number.right && x + half > 0 && y - half < number.bottom && y + half > 0).toBe(false);
    }
  });

  it("is larger amid four squares, and fits into one", () => {
    const cell = { ...map().board.cells[0]!, row: 0, column: 0 };
    const of = (...places: [number, number][]) =>
      roomiest({ ...cell, squares: places.map(([row, column]) => ({ row, column })) });
    expect(of([0, 0], [0, 1], [1, 0], [1, 1])).toEqual({ x: UNIT, y: UNIT, size: 54 });
    expect(of([0, 0], [0, 1])).toEqual({ x: 1.5 * UNIT, y: 0.5 * UNIT, size: 42 });
    expect(of([0, 0]).size).toBeLessThan(42);
  });
});

describe("drawing", () => {
  it("draws every side of a cell once", () => {
    const sides = gridPath(square(2)).match(/M/g);
    expect(sides).toHaveLength(12);
  });

  it("draws no line within a region, and bends the borders of regions alike on both sides", () => {
    const { board } = map();
    expect(gridPath(board)).toBe("");
    const bend = bendOf(board)!(UNIT);
    const points = (cell: BoardCell) =>
      [...outlinePath(squaresOf(cell), 0, bend).matchAll(/[ML](\S+ \S+?)(?=[LZ])/g)].map((m) => m[1]!);
    const outer = new Set(board.cells.flatMap(points));
    const { box } = layoutOf(board);
    const onFrame = (point: string) => {
      const [x, y] = point.split(" ").map(Number);
      return [box.left, box.right].includes(x! / UNIT) || [box.top, box.bottom].includes(y! / UNIT);
    };
    // Every point of a border that is not the frame's belongs to two regions or more.
    const shared = (point: string) => board.cells.filter((cell) => points(cell).includes(point)).length;
    expect([...outer].filter((point) => !onFrame(point) && shared(point) < 2)).toEqual([]);
    expect(bend([0, 0])).toEqual([0, 0]);
    const straight = (point: string) => point.split(" ").some((n) => Number(n) % UNIT === 0);
    expect([...outer].some((point) => !straight(point))).toBe(true);
  });

  it("draws slanted lines apart from the others", () => {
    const diagonal = { borders: [{ row1: 0, column1: 0, row2: 4, column2: 4 }] };
    expect(borderPath(diagonal)).toBe("");
    expect(borderPath(diagonal, true)).toBe(`M0 0L${4 * UNIT} ${4 * UNIT}`);
  });

  it("draws heavy lines where the board says", () => {
    expect(borderPath(square(4))).toBe(`M${2 * UNIT} 0L${2 * UNIT} ${4 * UNIT}`);
  });

  it.each([1, 4, 8, 15])("keeps %i struck-out values inside the cell, apart from each other", (count) => {
    const places = Array.from({ length: count }, (_, index) => struckPlace(index, count));
    for (const { x, y, size } of places) {
      expect(Math.min(x, y) - size / 2).toBeGreaterThanOrEqual(0);
      expect(Math.max(x, y) + size / 2).toBeLessThanOrEqual(UNIT);
    }
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(count);
  });

  it("keeps struck-out values beneath the label in the corner, and so large that they can be read on a phone", () => {
    const places = Array.from({ length: 8 }, (_, index) => struckPlace(index, 8, { top: 18 }));
    // Nine cells on 390 pixels.
    for (const { size } of places) expect((size * 390) / (9 * UNIT)).toBeGreaterThan(11);
    expect(Math.min(...places.map(({ y, size }) => y - size / 2))).toBeGreaterThanOrEqual(18);
    expect(Math.max(...places.map(({ y, size }) => y + size / 2))).toBeLessThanOrEqual(UNIT);
  });
});
