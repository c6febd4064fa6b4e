// @vitest-environment happy-dom
// A large board is drawn some rows in each task: at first, and whenever much of it changes.

import { afterAll, expect, it } from "vitest";

import { FsBoard } from "../../../../web/src/board/fs_board";
import { SLICE } from "../../../../web/src/board/slices";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports } from "../../../../web/tools/node_transports";

const host = new Host(nodeTransports());
afterAll(() => host.close());

const SIDE = 32;

/** A board, and what each rendering of it changed: how many of its cells stand, and how many show heat. */
async function shown() {
  const { board, view } = await host.open({ family: "queens", text: `${SIDE}x${SIDE}:${".".repeat(SIDE * SIDE)}` });
  const element = new FsBoard();
  const count = (selector: string) => element.renderRoot.querySelectorAll(selector).length;
  const after: { cells: number; spots: number; busy: string | null }[] = [];
  element.addController({
    hostUpdated: () =>
      void after.push({
        ...{ cells: count(".cell"), spots: count(".dial") },
        busy: element.renderRoot.querySelector("svg")?.getAttribute("aria-busy") ?? null,
      }),
  });
  document.body.append(element);
  Object.assign(element, { board, cells: view.cells });
  while (!(await element.updateComplete));
  return { element, board, view, after };
}

/** In one task no more than a slice, and the row that it ended in. */
const most = SLICE + SIDE;
const steps = (counts: readonly number[]) => counts.map((count, i) => count - (counts[i - 1] ?? 0));

it("draws some rows at a time, is busy until all stand, and then shows what changes in the last as in the first", async () => {
  const { element, board, view, after } = await shown();
  expect(after.at(-1)).toEqual({ cells: SIDE * SIDE, spots: 0, busy: "false" });
  expect(after.slice(0, -2).every(({ busy }) => busy === "true")).toBe(true);
  expect(Math.max(...steps(after.map(({ cells }) => cells)))).toBeLessThanOrEqual(most);

  // All cells at once.
  after.length = 0;
  element.heat = new Map(board.cells.map(({ variable }) => [variable, 0.5]));
  while (!(await element.updateComplete));
  expect(after.at(-1)?.spots).toBe(SIDE * SIDE);
  expect(Math.max(...steps(after.map(({ spots }) => spots)))).toBeLessThanOrEqual(most);
  expect(after.every(({ busy }) => busy === "false")).toBe(true);

  // While all of them change again and again, none waits for ever.
  const last = element.renderRoot.querySelector(`#cell-${board.cells.at(-1)!.variable} .dial`)!;
  const before = last.getAttribute("r");
  for (let round = 1; round <= 8 && last.getAttribute("r") === before; round++) {
    element.heat = new Map(board.cells.map(({ variable }) => [variable, 0.5 + round / 20]));
    (element as unknown as { performUpdate(): void }).performUpdate();
  }
  expect(last.getAttribute("r")).not.toBe(before);

  // One cell.
  while (!(await element.updateComplete));
  after.length = 0;
  element.selected = board.cells.at(-1)!.variable;
  element.cells = view.cells.map((cell, i) => (i === 7 ? { ...cell, value: 1, origin: "player" as const } : cell));
  await element.updateComplete;
  expect(after).toHaveLength(1);
  expect(element.renderRoot.querySelector(`#cell-${element.selected}`)?.getAttribute("tabindex")).toBe("0");
  expect(element.renderRoot.querySelectorAll(".contents .value")).toHaveLength(1);
});
