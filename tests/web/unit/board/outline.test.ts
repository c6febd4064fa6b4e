import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { UNIT } from "../../../../web/src/board/geometry";
import { outlinePath, outlines } from "../../../../web/src/board/outline";

const squares = (...rows: string[]) =>
  rows.flatMap((line, row) => [...line].flatMap((mark, column) => (mark === "#" ? [{ row, column }] : [])));

describe("the outline of squares", () => {
  it("goes around one square", () => {
    expect(outlinePath(squares("#"))).toBe(`M0 0L${UNIT} 0L${UNIT} ${UNIT}L0 ${UNIT}Z`);
  });

  it("stays inside by the inset, also at a corner that turns the other way", () => {
    expect(outlinePath(squares("#.", "##"), 4)).toBe("M4 4L60 4L60 68L124 68L124 124L4 124Z");
  });

  it("turns only at corners", () => {
    expect(outlines(squares("###")).map((loop) => loop.length)).toEqual([4]);
  });

  it("keeps squares apart that touch at a corner", () => {
    expect(outlines(squares("#.", ".#"))).toHaveLength(2);
  });

  it("goes around holes as well", () => {
    expect(outlines(squares("###", "#.#", "###"))).toHaveLength(2);
  });

  it("closes, whatever the shape, and is as long as the rim", () => {
    const shapes = fc.uniqueArray(fc.record({ row: fc.nat(5), column: fc.nat(5) }), {
      selector: ({ row, column }) => row * 6 + column,
      minLength: 1,
    });
    fc.assert(
      fc.property(shapes, (shape) => {
        const has = new Set(shape.map(({ row, column }) => `${row},${column}`));
        const beside = (row: number, column: number) =>
          [
            [row - 1, column],
            [row + 1, column],
            [row, column - 1],
            [row, column + 1],
          ].filter(([r, c]) => !has.has(`${r},${c}`));
        const rim = shape.reduce((sum, { row, column }) => sum + beside(row, column).length, 0);
        const edges = outlines(shape).flat();
        const length = edges.reduce(
          (sum, { from, to }) => sum + Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]),
          0,
        );
        expect(length).toBe(rim);
      }),
    );
  });
});
