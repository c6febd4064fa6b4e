// How high a frame would like to be, whatever height it has now.

import { expect, it } from "vitest";

import { LARGEST_CELL_PX } from "../../../../web/src/board/sizes";
import { wantedHeight, type Measured } from "../../../../web/src/shell/height";

const SQUARE = { rows: 9, columns: 9 };
const box = (top: number, height: number) => ({ top, bottom: top + height, height });

/** A page of one column, in a frame that lets the board be so high. */
const narrow = (board: number): Measured => ({
  content: 300 + board,
  board: box(100, board),
  room: 600,
  middle: 200 + board,
  sides: [box(400 + board, 150), box(600 + board, 150)],
});

it("is the same in a low frame and in a high one", () => {
  expect(wantedHeight(SQUARE, narrow(250))).toBe(900);
  expect(wantedHeight(SQUARE, narrow(600))).toBe(900);
});

it("gives a small board no more than its cells can use", () => {
  expect(wantedHeight({ rows: 2, columns: 2 }, narrow(236))).toBe(300 + 2 * LARGEST_CELL_PX);
});

it("is that of the panels beside the board where they are higher", () => {
  const wide = (board: number, panels: number): Measured => ({
    content: 50 + Math.max(200 + board, panels),
    board: box(100, board),
    room: 700,
    middle: 200 + board,
    sides: [box(50, panels), box(0, 0)],
  });
  expect(wantedHeight(SQUARE, wide(300, 1000))).toBe(1050);
  expect(wantedHeight(SQUARE, wide(300, 400))).toBe(50 + 200 + 620);
  expect(wantedHeight(SQUARE, wide(620, 400))).toBe(50 + 200 + 620);
});
