// A newcomer's first steps on the puzzle that the page opens with: intuition quick and right, System 2 asked, a proof to
// be read, a mistake taken back.

import { readFileSync } from "node:fs";

import { afterAll, beforeAll, expect, it } from "vitest";

import { Host } from "../../../../web/src/host/host";
import { findTruth } from "../../../../web/src/host/truth";
import { FIRST_STEPS, shownBy, stepsOf } from "../../../../web/tools/first_steps";
import { nodeTransports } from "../../../../web/tools/node_transports";

const first = JSON.parse(readFileSync("puzzles/first/sudoku.json", "utf8")) as { family: string; text: string };

let host: Host;
beforeAll(async () => {
  host = new Host(nodeTransports());
  await host.warmUp();
});
afterAll(() => host.close());

it("show everything that the page is about", async () => {
  const { values: solution } = await findTruth(host, first.family, first.text);
  expect(solution).not.toBeNull();
  expect(shownBy(await stepsOf(host, first, FIRST_STEPS), solution!)).toMatchObject({
    right: true,
    asked: true,
    proved: true,
    mended: true,
  });
});

it("leave a puzzle that stands at least one switch of a rule", async () => {
  const { board } = await host.open(first);
  const after = await Promise.all(board.switchable.map((rule) => host.ifSwitched(rule, !board.rules.includes(rule))));
  expect(after.map(({ count }) => count)).toContain("several");
});
