import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { marginRoom } from "../../../../web/src/board/furniture";
import { fitted, shortened, textWidth } from "../../../../web/src/board/lettering";
import { nonogram, skyscrapers } from "./boards";

describe("fitting words into cells", () => {
  it("leaves short ones as large as may be", () => {
    expect(fitted("7", 56, 35, 12)).toEqual({ lines: ["7"], size: 35 });
  });

  it("breaks long ones at the space that makes the halves most even", () => {
    expect(fitted("the old red house", 56, 20, 8).lines).toEqual(["the old", "red house"]);
  });

  it("cuts what would become too small to read, and shows that it did", () => {
    const { lines, size } = fitted("Norwegian", 56, 20, 15);
    expect(size).toBe(15);
    expect(lines[0]).toMatch(/^Nor.*\.$/);
    expect(shortened("기사", 1)).toBe("기.");
  });

  it("never exceeds the width, unless a single letter does", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 20, max: 100 }), (text, width) => {
        const { lines, size } = fitted(text, width, 35, 10);
        for (const line of lines)
          if (line.length > 2) expect(textWidth(line) * size).toBeLessThanOrEqual(width * 1.001);
      }),
    );
  });
});

describe("labels of the margin", () => {
  it("leave each other the room that the closest two have", () => {
    const room = marginRoom(nonogram().board.labels);
    expect(room.wide).toBeCloseTo(0.5);
    expect(room.high).toBeCloseTo(0.5);
    expect(marginRoom(skyscrapers().board.labels)).toEqual({ wide: 1, high: 1 });
    expect(marginRoom([]).wide).toBeGreaterThan(1);
  });
});
