import fc from "fast-check";
import { describe, expect, it } from "vitest";

import en from "../../../../web/i18n/en.json";
import ko from "../../../../web/i18n/ko.json";
import { marginRoom } from "../../../../web/src/board/layout";
import { fitted, shortened, textWidth } from "../../../../web/src/board/lettering";
import { UNIT } from "../../../../web/src/board/geometry";
import { drawnColumns, rowWords } from "../../../../web/src/board/row_words";
import { nonogram, skyscrapers, zebra } from "./boards";

describe("fitting words into cells", () => {
  it("leaves short ones as large as may be", () => {
    expect(fitted("7", 56, 35, 12)).toEqual({ lines: ["7"], size: 35 });
  });

  it("breaks long ones at the space that makes the halves most even", () => {
    expect(fitted("the old red house", 56, 20, 8).lines).toEqual(["the old", "red house"]);
  });

  it("makes a word smaller before it breaks it", () => {
    const { lines, size } = fitted("Norwegian", 58, 17, 10);
    expect(lines).toEqual(["Norwegian"]);
    expect(size).toBeGreaterThan(10);
  });

  it("breaks a word that would become too small to read, with a hyphen where the writing has one", () => {
    expect(fitted("Norwegian", 56, 17, 13).lines).toEqual(["Norwe-", "gian"]);
    expect(fitted("우크라이나", 56, 17, 13).lines).toEqual(["우크라", "이나"]);
  });

  it("cuts what would be too small even so, or has no second line, and shows that it did", () => {
    expect(fitted("Norwegian", 56, 20, 19)).toEqual({ lines: ["Nor.", "gian"], size: 19 });
    expect(fitted("Norwegian", 56, 20, 15, 1).lines[0]).toMatch(/^Norw?e?\.$/);
    expect(shortened("기사", 1)).toBe("기.");
  });

  it("shows every word of the catalogues whole", () => {
    const words = [en, ko].flatMap((catalogue) => Object.entries<string>(catalogue));
    const whole = words.filter(([key]) => /^symbol\.(item\.\w+|knight|knave)$/.test(key)).map(([, word]) => word);
    expect(whole.length).toBeGreaterThan(50);
    for (const word of whole) expect(fitted(word, 58, 17, 10).lines.join(" ")).toBe(word);
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

describe("words beside the rows", () => {
  it("leave the cells all the width that they do not need themselves", () => {
    const { board } = zebra();
    const { left, right } = rowWords(board)!;
    expect(right).toBeLessThan(2 * UNIT);
    expect(right - left).toBeGreaterThan(textWidth("Nation") * 12);
    expect(drawnColumns(board)).toBeLessThan(board.columns - 0.5);
  });

  it("are something else than numbers", () => {
    expect(rowWords(skyscrapers().board)).toBeNull();
    expect(drawnColumns(nonogram().board)).toBe(nonogram().board.columns);
  });
});
