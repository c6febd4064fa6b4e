// @vitest-environment happy-dom
// What comes of a text that a visitor pastes.

import { beforeEach, expect, it, vi } from "vitest";

import { Chooser } from "../../../../web/src/app/chooser";
import { taste } from "../../../../web/src/app/taster";
import type { Flaw } from "../../../../web/src/game/flaw";
import type { Play } from "../../../../web/src/game/play";
import type { Host } from "../../../../web/src/host/host";
import { setLanguage } from "../../../../web/src/i18n/i18n";
import type { Board, Problem, Recognised } from "../../../../web/src/protocol/engine";

const puzzle = (text: string, remarks: Problem[] = []): Recognised => ({ family: "sudoku", text, title: "", remarks });
const board = { family: "sudoku", text: "12..", symbols: ["1", "2"], lowest: 1 } as unknown as Board;
const none: Flaw = {
  problem: { key: "error.paste.none", args: {} },
  clash: {
    line: { key: "clash.rules", args: { units: [1, 2].map((n) => ({ key: "unit.row", args: { n } })) } },
    board,
  },
};

const play = {
  identify: vi.fn(),
  open: vi.fn<() => Promise<Problem | null>>(),
};
const opened = vi.fn();
const remarked = vi.fn();
const tasted = vi.fn<() => Promise<Flaw | null>>();
let chooser: Chooser;

beforeEach(() => {
  vi.resetAllMocks();
  setLanguage("en");
  play.open.mockResolvedValue(null);
  tasted.mockResolvedValue(null);
  chooser = new Chooser(play as unknown as Play, () => undefined, opened, remarked, tasted);
});

const paste = (which: number | null = null, anyway = false) =>
  chooser.paste({ family: "sudoku", text: "a text", anyway, which });

it("opens the only puzzle of a text, with its remarks", async () => {
  play.identify.mockResolvedValue([puzzle("one", [{ key: "remark.moves", args: {} }])]);
  await paste();
  expect(chooser.several).toEqual([]);
  expect(play.open).toHaveBeenCalledWith("sudoku", "one");
  expect(opened).toHaveBeenCalledOnce();
  expect(remarked).toHaveBeenCalledWith({ key: "remark.moves", args: {} });
});

it("opens none of several before one is chosen, then that one", async () => {
  play.identify.mockResolvedValue([puzzle("one"), puzzle("two"), puzzle("three")]);
  await paste();
  expect(chooser.several.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  expect(play.open).not.toHaveBeenCalled();
  await paste(1);
  expect(tasted).toHaveBeenCalledWith("sudoku", "two");
  expect(play.open).toHaveBeenCalledWith("sudoku", "two");
  expect(play.identify).toHaveBeenCalledOnce();
});

it("keeps the choice where the chosen one has a flaw, and forgets both with the text", async () => {
  play.identify.mockResolvedValue([puzzle("one"), puzzle("two")]);
  await paste();
  tasted.mockResolvedValue({ problem: { key: "error.paste.several", args: {} }, clash: null });
  await paste(1);
  expect(chooser.flaw?.problem.key).toBe("error.paste.several");
  expect(chooser.several).toHaveLength(2);
  chooser.forget();
  expect([chooser.several, chooser.flaw]).toEqual([[], null]);
  await paste();
  await paste(1, true);
  expect(play.open).toHaveBeenCalledWith("sudoku", "two");
});

it("names the rules that clash, in the reader's language", async () => {
  play.identify.mockResolvedValue([puzzle("none")]);
  tasted.mockResolvedValue(none);
  await paste();
  expect(play.open).not.toHaveBeenCalled();
  expect(chooser.clash).toBe(
    "These rules together leave no solution, and each of them is needed for that: rows 1 and 2.",
  );
  setLanguage("ko");
  expect(chooser.clash).toContain("1·2");
});

it("finds the rules that clash where it tries a puzzle", async () => {
  const host = {
    open: vi.fn().mockResolvedValue({ board }),
    unique: vi.fn().mockResolvedValue({ count: "none", clash: none.clash!.line }),
    close: vi.fn(),
  };
  expect(await taste("sudoku", "12..", host as unknown as Host)).toEqual(none);
  host.unique.mockResolvedValue({ count: "one" });
  expect(await taste("sudoku", "12..", host as unknown as Host)).toBeNull();
  expect(host.close).toHaveBeenCalledTimes(2);
});

it("tells why a text is refused", async () => {
  play.identify.mockResolvedValue({ key: "error.format.link", args: { host: "example.org" } });
  await paste();
  expect(chooser.flaw).toEqual({ problem: { key: "error.format.link", args: { host: "example.org" } }, clash: null });
  expect(tasted).not.toHaveBeenCalled();
});
