import { expect, it } from "vitest";

import type { Played, Sample } from "../../../../web/src/game/wishes";
import { tellingSample } from "../../../../web/src/places/packs";

const sample = (text: string, asked: number, taken_back: number, alone: Played["alone"] = "solved"): Sample => ({
  family: "sudoku",
  text,
  size: "4x4",
  level: "easy",
  played: { alone, asked, taken_back },
});
const plain: Sample = { family: "sudoku", text: "plain", size: "4x4", level: "easy" };

it("prefers what shows a mistake taken back, then what asks System 2, then what comes first", () => {
  const quiet = sample("quiet", 0, 0);
  const asks = sample("asks", 2, 0);
  const mends = sample("mends", 1, 1, "wrong");
  expect(tellingSample([quiet, asks, mends])).toBe(mends);
  expect(tellingSample([quiet, asks])).toBe(asks);
  expect(tellingSample([quiet, plain])).toBe(quiet);
  expect(tellingSample([plain, quiet])).toBe(plain);
  expect(tellingSample([])).toBeUndefined();
});
