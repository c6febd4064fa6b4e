// How high a frame would like to be, whatever height it has now.

import { describe, expect, it } from "vitest";

import { LARGEST_CELL_PX } from "../../../../web/src/board/sizes";
import { H5pTalk, wantedHeight, type Measured } from "../../../../web/src/shell/height";

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

describe("the talk with H5P's resizer", () => {
  function talk(present = 300) {
    const said: object[] = [];
    return {
      said,
      h5p: new H5pTalk(
        (message) => said.push(message),
        () => present,
      ),
    };
  }
  const of = (action: string, more = {}) => ({ context: "h5p", action, ...more });

  it("greets, asks for room once it is greeted back, and tells its height when it has that", () => {
    const { said, h5p } = talk();
    h5p.wants(500);
    expect(said).toEqual([of("hello")]);
    h5p.hear(of("hello"));
    h5p.hear(of("resizePrepared"));
    expect(said.slice(1)).toEqual([
      of("prepareResize", { scrollHeight: 500, clientHeight: 300 }),
      of("resize", { scrollHeight: 500 }),
    ]);
    h5p.wants(400);
    expect(said.at(-1)).toEqual(of("prepareResize", { scrollHeight: 400, clientHeight: 300 }));
  });

  it("hears nothing in what others say", () => {
    const { said, h5p } = talk();
    h5p.wants(500);
    for (const junk of [null, "h5p", 7, {}, [], { context: "h5p" }, { context: "x", action: "hello" }, of("else")])
      h5p.hear(junk);
    expect(said).toHaveLength(1);
  });
});
