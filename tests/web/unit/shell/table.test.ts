// @vitest-environment happy-dom
// The board on the page: it is rendered again when something on it changes, and only then.

import { render } from "lit";
import { beforeEach, expect, it, vi } from "vitest";

import type { FsBoard } from "../../../../web/src/board/fs_board";
import { Play } from "../../../../web/src/game/play";
import { Stage } from "../../../../web/src/game/stage";
import type { Host } from "../../../../web/src/host/host";
import { setLanguage } from "../../../../web/src/i18n/i18n";
import type { Proof, View } from "../../../../web/src/protocol/engine";
import { renderBoard, type Table } from "../../../../web/src/shell/table";
import { killer, minesweeper } from "../board/boards";

beforeEach(() => setLanguage("en"));

const PROOF = { lines: [], ruleCells: [0, 1, 2], factCells: [3], constraints: [0], value: 1, place: true };

/** A game with a proof to look at; `board` counts how often it was rendered since it was first there. */
async function laid({ board, cells }: ReturnType<typeof killer>) {
  const play = new Play({ on: () => undefined } as unknown as Host, () => draw(), vi.fn());
  const table: Table = {
    play,
    stage: new Stage(play),
    name: "a puzzle",
    show: (change) => (change(), draw()),
    given: vi.fn(),
  };
  const place = document.createElement("div");
  const draw = () => render(renderBoard(table), place);
  document.body.append(place);
  const act = { kind: "place", variable: 0, value: 1, source: "system2", takenBack: false, escalated: true } as const;
  const core = { literal: 0, place: 1, parts: [], facts: [], minimal: true } as const;
  play.log.decisions.set(7, {
    ...act,
    id: 7,
    thought: null,
    core: { ...core, parts: [], facts: [] },
    removed: [],
    assumes: [],
  });
  play.log.proofs.set(7, PROOF as unknown as Proof);
  Object.assign(play, { board, ready: true, topic: { kind: "decision", id: 7 } });
  play.view = { cells, status: "open", conflicts: [4], decisions: [{ id: 7 }], broken: [] } as unknown as View;
  const felt = cells.map((_, variable) => ({ variable, candidates: [{ value: 1, probability: 0.5 }] }));
  play.intuition = { cells: felt, best: null, sureness: 0.5 };
  draw();
  const element = place.querySelector<FsBoard>("fs-board")!;
  await element.updateComplete;
  const rendered = vi.spyOn(element as unknown as { render(): unknown }, "render");
  const after = async (act: () => void) => {
    rendered.mockClear();
    act();
    await element.updateComplete;
    return rendered.mock.calls.length;
  };
  const cell = (variable: number) => element.renderRoot.querySelector(`#cell-${variable}`)!;
  return { play, table, cell, after };
}

it.each([
  ["digits and cages", killer],
  ["things that are counted", minesweeper],
])("does not render a board of %s again when the pointer moves over it", async (_, fixture) => {
  const { table, cell, after } = await laid(fixture());
  expect(await after(() => cell(5).dispatchEvent(new Event("pointerenter")))).toBe(0);
  expect(table.stage.focus.hovered).toBe(5);
  expect(await after(() => table.show(() => (table.stage.focus.hovered = null)))).toBe(0);
});

it("renders the board once when the view changes, and when another cell is selected", async () => {
  const { play, table, cell, after } = await laid(killer());
  const next = () => (play.view = { ...play.view!, cells: [...play.view!.cells], conflicts: [5] });
  expect(await after(() => table.show(next))).toBe(1);
  expect(cell(5).classList.contains("conflict")).toBe(true);
  expect(await after(() => table.show(() => table.stage.focus.select(9)))).toBe(1);
});

it("names the cells anew in another language", async () => {
  const { table, cell, after } = await laid(killer());
  expect(cell(1).getAttribute("aria-label")).toMatch(/^row 1, column 2/);
  expect(await after(() => (setLanguage("ko"), table.show(() => undefined)))).toBe(1);
  expect(cell(1).getAttribute("aria-label")).toMatch(/^1행 2열/);
});

it("draws a line around the cells that a block can reach, once a single line of the proof is told", async () => {
  const { play, table, cell, after } = await laid(killer());
  const drawn = () => cell(0).closest("svg")!.querySelectorAll(".reach").length;
  const line = (reaches?: number[][]) => ({
    key: "why.so",
    args: {},
    ruleCells: [],
    factCells: [],
    constraints: [],
    ...(reaches && { reaches }),
  });
  const tell = (lines: unknown[]) =>
    after(() => {
      play.log.proofs.set(7, { ...PROOF, lines } as unknown as Proof);
      table.show(() => undefined);
    });
  expect(drawn()).toBe(0);
  await tell([line([[0, 1, 2], [3]])]);
  expect(drawn()).toBe(2);
  await tell([line([[0, 1]]), line()]);
  expect(drawn()).toBe(0);
  await after(() => table.show(() => (table.stage.focus.lit = 0)));
  expect(drawn()).toBe(1);
});
