// @vitest-environment happy-dom
// The dialog for a new puzzle, by itself.

import { expect, it } from "vitest";

import "../../../../web/src/panels/fs_new_puzzle";
import type { Sample } from "../../../../web/src/game/wishes";
import type { FsNewPuzzle } from "../../../../web/src/panels/fs_new_puzzle";

it("holds every choice that comes and goes in a form, without which Chromium never lets go of it", async () => {
  const dialog = document.createElement("fs-new-puzzle") as FsNewPuzzle;
  const played = ["solved", "stuck"].map((alone) => ({ alone }) as unknown as Sample["played"]);
  dialog.samples = played.map((one, n) => ({
    family: "sudoku",
    text: `${n}`,
    size: "9x9",
    level: "easy",
    played: one!,
  }));
  document.body.append(dialog);
  await dialog.updateComplete;
  const radios = [...dialog.renderRoot.querySelectorAll<HTMLInputElement>("section input[type=radio]")];
  expect(radios.length).toBeGreaterThan(0);
  expect(radios.filter((radio) => radio.closest("form") === null)).toEqual([]);
});
