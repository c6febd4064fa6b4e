// How hard a declared puzzle is said to be: by the yardstick that the engine itself measures with.

import { expect, it } from "vitest";

import { levelOf } from "../../../../web/src/author/examiner";

it("calls a puzzle easy and medium up to the engine's own numbers", () => {
  const yardstick = { easy: 3, medium: 8 };
  const levels = [1, 3, 4, 8, 9].map((hardest) => levelOf(hardest, yardstick));
  expect(levels).toEqual(["easy", "easy", "medium", "medium", "hard"]);
});
