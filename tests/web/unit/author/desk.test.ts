// The author's desk: what becomes of a game and its examination while the text is broken.

import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { Desk } from "../../../../web/src/author/desk";
import { USUAL } from "../../../../web/src/shell/links";
import { NOTHING, type Examination } from "../../../../web/src/author/examiner";

const GOOD = '{"format": "fastslow-puzzle/1", "grid": {"rows": 1, "columns": 2, "values": [1, 2]}}';
const OTHER = GOOD.replace('"columns": 2', '"columns": 3');
const BROKEN = GOOD.slice(0, -1);
const DONE: Examination = { ...NOTHING, stage: "done", solutions: "one" };

function surroundings() {
  const play = {
    board: null,
    ready: false,
    playing: false,
    open: vi.fn().mockResolvedValue(null),
    identify: vi.fn().mockResolvedValue({ key: "error.custom.syntax", args: {} }),
    pause: vi.fn(() => void (play.playing = false)),
  };
  const examiner = {
    now: NOTHING,
    examine: vi.fn(async () => void (examiner.now = DONE)),
    forget: vi.fn(() => void (examiner.now = NOTHING)),
  };
  const translated = vi.fn();
  const desk = new Desk({ play, examiner, page: "http://x.example/", changed: () => undefined, translated });
  return { play, examiner, translated, desk };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("keeps the last game and what was found out about it, and says that they are stale", async () => {
  const { desk, play, examiner } = surroundings();
  await desk.take(GOOD);
  vi.runAllTimers();
  expect(examiner.examine).toHaveBeenCalledTimes(1);
  expect([desk.stale, desk.puzzle !== null]).toEqual([false, true]);

  await desk.take(BROKEN);
  expect([desk.stale, desk.puzzle, desk.findings.length]).toEqual([true, null, 1]);
  expect(examiner.now).toBe(DONE);

  // The mistake mended, everything is as it was.
  await desk.take(`${GOOD}\n`);
  vi.runAllTimers();
  expect([desk.stale, desk.findings.length]).toEqual([false, 0]);
  expect([play.open, examiner.examine].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);

  await desk.take(OTHER);
  expect(examiner.now).toBe(NOTHING);
  vi.runAllTimers();
  expect(examiner.examine).toHaveBeenCalledTimes(2);
});

it("takes another program's puzzle as a declaration, and names what it cannot take", async () => {
  const { desk, play, translated } = surroundings();
  const found = { family: "custom", text: GOOD, title: "", remarks: [] };
  play.identify.mockResolvedValue([found]);
  await desk.take("https://www.f-puzzles.com/?load=N4Ig");
  expect(play.identify).toHaveBeenLastCalledWith("custom", "https://www.f-puzzles.com/?load=N4Ig");
  expect(translated).toHaveBeenCalledExactlyOnceWith(found, 1);

  play.identify.mockResolvedValue([{ ...found, family: "sudoku" }]);
  await desk.take("https://www.f-puzzles.com/?load=N4I");
  expect(desk.findings.map(({ problem }) => problem)).toEqual([
    { key: "author.other_family", args: { family: "sudoku" } },
  ]);

  const link = { key: "error.format.link", args: { host: "example.org" } };
  play.identify.mockResolvedValue(link);
  await desk.take("https://example.org/");
  expect(desk.findings.map(({ problem }) => problem)).toEqual([link]);

  // A declaration with a mistake is nobody else's.
  play.identify.mockClear();
  await desk.take(BROKEN);
  expect(play.identify).not.toHaveBeenCalled();
  expect(translated).toHaveBeenCalledOnce();
});

it("takes the first of several puzzles, and tells of how many", async () => {
  const { desk, play, translated } = surroundings();
  const found = { family: "custom", text: GOOD, title: "", remarks: [] };
  play.identify.mockResolvedValue([found, { ...found, title: "Another" }]);
  await desk.take("two links");
  expect(translated).toHaveBeenCalledExactlyOnceWith(found, 2);
});

it("hands on the valid text only, and the frame as its author wants it", async () => {
  const { desk } = surroundings();
  await desk.take(GOOD);
  await desk.share({ lang: "ko" }, USUAL);
  expect(desk.link).toMatch(/^http:\/\/x\.example\/\?family=custom&lang=ko#puzzle=/);
  expect(desk.framed).toContain("&hide=header_new_arbitrator_decisions#puzzle=");
  await desk.share({ lang: "ko" }, { frame: ["modes"], alike: true });
  expect(desk.link).toBe(desk.framed);
  expect(desk.frame).toContain("&amp;hide=modes#puzzle=");
  await desk.take(BROKEN);
  await desk.share({ lang: "ko" }, USUAL);
  expect([desk.link, desk.framed, desk.frame]).toEqual(["", "", ""]);
});

it("is not stale before there was a board", async () => {
  const { desk } = surroundings();
  await desk.take(BROKEN);
  expect([desk.stale, desk.findings.length]).toEqual([false, 1]);
});

it("stops playing a board that the text is no longer of", async () => {
  const { desk, play } = surroundings();
  await desk.take(GOOD);
  play.playing = true;
  await desk.take(BROKEN);
  expect(play.playing).toBe(false);
});

it("examines after all what was broken and mended before it was examined", async () => {
  const { desk, examiner } = surroundings();
  await desk.take(GOOD);
  await desk.take(BROKEN);
  vi.runAllTimers();
  expect(examiner.examine).not.toHaveBeenCalled();
  await desk.take(GOOD);
  vi.runAllTimers();
  expect(examiner.examine).toHaveBeenCalledTimes(1);
});

it("examines nothing while the text is broken", async () => {
  const { desk, examiner } = surroundings();
  await desk.take(GOOD);
  desk.examine();
  expect(examiner.examine).toHaveBeenCalledTimes(1);
  await desk.take(BROKEN);
  desk.examine();
  expect(examiner.examine).toHaveBeenCalledTimes(1);
});
