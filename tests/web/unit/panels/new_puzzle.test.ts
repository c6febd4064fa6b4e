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

it("asks which of several pasted puzzles to play, and says which one was chosen", async () => {
  const dialog = document.createElement("fs-new-puzzle") as FsNewPuzzle;
  document.body.append(dialog);
  await dialog.updateComplete;
  dialog.show({ family: "nonogram", size: "5x5", text: "" });
  await dialog.updateComplete;
  const pasted: unknown[] = [];
  dialog.addEventListener("paste", (event: Event) => pasted.push((event as CustomEvent).detail));
  let retyped = 0;
  dialog.addEventListener("retype", () => (retyped += 1));
  const paper = dialog.renderRoot.querySelector("textarea")!;
  const form = paper.closest("form")!;
  paper.value = "a pack";
  form.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  expect(pasted).toEqual([{ family: "nonogram", text: "a pack", anyway: false, which: null }]);

  dialog.several = [{ title: "" }, { title: "Heart" }, { title: "" }];
  await dialog.updateComplete;
  const select = dialog.renderRoot.querySelector("select")!;
  expect([...select.options].map((option) => option.textContent.trim())).toEqual(["Puzzle 1", "2: Heart", "Puzzle 3"]);
  expect(dialog.shadowRoot?.activeElement ?? document.activeElement).toBe(select);
  expect(select.closest("label")?.textContent).toContain("3 puzzles");
  select.value = "1";
  form.dispatchEvent(new SubmitEvent("submit", { cancelable: true }));
  expect(pasted.at(-1)).toMatchObject({ which: 1 });
  paper.dispatchEvent(new Event("input"));
  expect(retyped).toBe(1);
});

it("tells which rules clash in a pasted puzzle without a solution", async () => {
  const dialog = document.createElement("fs-new-puzzle") as FsNewPuzzle;
  dialog.problem = { key: "error.paste.none", args: {} };
  dialog.clash = "These rules together leave no solution: row 1 and column 2.";
  document.body.append(dialog);
  await dialog.updateComplete;
  expect(dialog.renderRoot.querySelector(".problem")?.textContent).toMatch(/no solution\. These rules .* column 2\. /);
});
