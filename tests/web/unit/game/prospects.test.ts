import { expect, it } from "vitest";

import { Prospects, type Prospect } from "../../../../web/src/game/prospects";
import type { Board } from "../../../../web/src/protocol/engine";

const board = (puzzle: string, rules: string[] = []) =>
  ({ puzzle, rules, switchable: ["diagonals", "antiknight"] }) as unknown as Board;

it("asks of each rule what the opposite of how it is would lead to", async () => {
  const asked: [string, boolean][] = [];
  const prospects = new Prospects(
    async (rule, on) => {
      asked.push([rule, on]);
      return rule === "diagonals" ? "several" : "clash";
    },
    () => {},
  );
  await prospects.look(board("a", ["diagonals"]), () => true);
  expect(asked).toEqual([
    ["diagonals", false],
    ["antiknight", true],
  ]);
  expect(prospects.known).toEqual({ diagonals: "several", antiknight: "clash" });
});

it("goes on where it was interrupted, and asks nothing twice", async () => {
  const asked: string[] = [];
  let refuse = true;
  const prospects = new Prospects(
    async (rule) => {
      asked.push(rule);
      if (rule === "antiknight" && refuse) throw new Error("cancelled");
      return "one";
    },
    () => {},
  );
  await prospects.look(board("a"), () => true);
  expect(prospects.known).toEqual({ diagonals: "one" });
  refuse = false;
  await prospects.look(board("a"), () => true);
  await prospects.look(board("a"), () => true);
  expect(asked).toEqual(["diagonals", "antiknight", "antiknight"]);
});

it("says nothing of a board by what it found out of another", async () => {
  const answers: ((prospect: Prospect) => void)[] = [];
  const prospects = new Prospects(
    () => new Promise((resolve) => answers.push(resolve)),
    () => {},
  );
  const looking = prospects.look(board("a"), () => true);
  void prospects.look(board("b"), () => true);
  answers[0]!("one");
  await looking;
  expect(prospects.known).toEqual({});
});

it("waits while somebody needs System 2", async () => {
  const prospects = new Prospects(
    async () => "one",
    () => {},
  );
  await prospects.look(board("a"), () => false);
  expect(prospects.known).toEqual({});
});
