// @vitest-environment happy-dom
// One board after the other in one tab: nothing of those that went stays in the page.

import { afterAll, expect, it } from "vitest";

import { FsBoard } from "../../../../web/src/board/fs_board";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports } from "../../../../web/tools/node_transports";

const host = new Host(nodeTransports());
afterAll(() => host.close());

const PUZZLES = [
  { family: "sudoku", text: "1..............2" },
  { family: "sudoku", text: ".".repeat(81) },
  { family: "lightup", text: "5x5:.B.....3...3.2...2.....B." },
  { family: "lightup", text: "5x5:......................0.." },
];

it("leaves nothing of a board behind when another takes its place", async () => {
  const element = new FsBoard();
  document.body.append(element);
  const show = async (puzzle: (typeof PUZZLES)[number]) => {
    const { board, view } = await host.open(puzzle);
    Object.assign(element, { board, cells: view.cells });
    await element.updateComplete;
  };
  const nodes = () => {
    const walker = document.createTreeWalker(element.renderRoot, NodeFilter.SHOW_ALL);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  };
  const counts: number[] = [];
  for (let round = 0; round < 4; round++) {
    for (const puzzle of PUZZLES) await show(puzzle);
    counts.push(nodes());
  }
  expect(counts[0]).toBeGreaterThan(100);
  expect(new Set(counts).size).toBe(1);
});
