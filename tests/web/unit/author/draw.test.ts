// @vitest-environment happy-dom
// The board to draw on, with fingers and with keys; the form beside it.

import { afterEach, describe, expect, it } from "vitest";

import "../../../../web/src/author/fs_draw";
import "../../../../web/src/author/fs_fields";
import type { Drawing, FsDraw } from "../../../../web/src/author/fs_draw";
import type { FsFields } from "../../../../web/src/author/fs_fields";
import type { Edit } from "../../../../web/src/author/edits";
import type { Board } from "../../../../web/src/protocol/engine";
import { gridOf, killer } from "../board/boards";

const board: Board = {
  ...{ ...killer().board, rows: 4, columns: 4, cells: gridOf(4, 4, [1, 4]), symbols: ["1", "2", "3", "4"] },
  ...{ borders: [], labels: [], cages: [] },
};

afterEach(() => document.body.replaceChildren());

async function drawing() {
  const element = document.createElement("fs-draw") as FsDraw;
  const acts: { tool: string; cells: number[]; number: number | null }[] = [];
  element.addEventListener("draw-act", (event) => {
    const { tool, cells, number } = (event as CustomEvent<Drawing>).detail;
    acts.push({ tool, cells: cells.map(({ variable }) => variable), number });
  });
  element.board = board;
  document.body.append(element);
  await element.updateComplete;
  const root = element.renderRoot as ShadowRoot;
  const cell = (variable: number) => root.querySelector(`#cell-${variable}`)!;
  return {
    element,
    acts,
    cell,
    button: (name: string) => [...root.querySelectorAll("button")].find((one) => one.textContent.trim() === name)!,
    field: root.querySelector("input")!,
    press: async (key: string, shiftKey = false) => {
      root.querySelector("svg")!.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true }));
      await element.updateComplete;
    },
    touch: async (kind: string, variable: number) => {
      cell(variable).dispatchEvent(new PointerEvent(kind));
      await element.updateComplete;
    },
    said: () => root.querySelector(".said")!.textContent.trim(),
  };
}

describe("drawing on the board", () => {
  it("chooses cells in the order in which a finger passes them, and draws a thermometer", async () => {
    const { acts, button, touch, cell } = await drawing();
    await touch("pointerdown", 4);
    await touch("pointerenter", 0);
    await touch("pointerenter", 1);
    expect(cell(0).getAttribute("aria-label")).toContain("2");
    button("Thermometer").click();
    expect(acts).toEqual([{ tool: "thermometer", cells: [4, 0, 1], number: null }]);
  });

  it("chooses cells with Shift and the arrows, and Space", async () => {
    const { acts, button, press } = await drawing();
    await press("ArrowRight", true);
    await press("ArrowDown");
    await press(" ");
    button("All different").click();
    expect(acts).toEqual([{ tool: "different", cells: [0, 1, 5], number: null }]);
  });

  it("puts a typed value into the chosen cells, or the one under the keyboard", async () => {
    const { acts, press } = await drawing();
    await press("ArrowRight", true);
    await press("3");
    await press("ArrowDown");
    await press("4");
    await press("Delete");
    expect(acts).toEqual([
      { tool: "given", cells: [0, 1], number: 3 },
      { tool: "given", cells: [5], number: 4 },
      { tool: "erase", cells: [5], number: null },
    ]);
  });

  it("takes the number from its field, and says what is missing", async () => {
    const { element, acts, button, field, press, said } = await drawing();
    await press(" ");
    button("Sum").click();
    expect(acts).toEqual([]);
    field.value = "7";
    field.dispatchEvent(new Event("input"));
    await element.updateComplete;
    button("Sum").click();
    await element.updateComplete;
    expect(acts).toEqual([{ tool: "sum", cells: [0], number: 7 }]);
    expect(said()).toContain("Sum");
  });

  it("draws nothing while the text has to be put right", async () => {
    const { element, acts, button, press } = await drawing();
    element.closed = true;
    await press("ArrowRight", true);
    await press("3");
    button("Thermometer").click();
    expect(acts).toEqual([]);
  });
});

it("the form shows what the text says, and turns each change into an edit of it", async () => {
  const element = document.createElement("fs-fields") as FsFields;
  const edits: Edit[] = [];
  element.addEventListener("field-edit", (event) => edits.push((event as CustomEvent<Edit>).detail));
  element.declaration = {
    title: "Mine",
    grid: { rows: 4, columns: 4, values: [1, 4] },
    rows: "all_different",
    constraints: [{ kind: "less", name: "the sign" }],
  };
  document.body.append(element);
  await element.updateComplete;
  const root = element.renderRoot as ShadowRoot;
  const texts = [...root.querySelectorAll<HTMLInputElement>("label.field input")];
  expect(texts.map(({ value }) => value)).toEqual(["Mine", "", "4", "4", "1", "4"]);
  const switches = [...root.querySelectorAll<HTMLInputElement>("fieldset input")];
  expect(switches.map(({ checked }) => checked)).toEqual([true, false, false, false, false, false, false]);
  const set = (field: HTMLInputElement, value: string) => {
    field.value = value;
    field.dispatchEvent(new Event("change"));
  };
  set(texts[0]!, "");
  set(texts[5]!, "9");
  set(texts[2]!, "many");
  for (const one of [switches[0]!, switches[2]!]) one.dispatchEvent(new Event("change"));
  root.querySelector<HTMLButtonElement>("li .button")!.click();
  expect(edits).toEqual([
    { kind: "drop", path: ["title"] },
    { kind: "put", path: ["grid", "values", 1], value: 9 },
    { kind: "drop", path: ["rows"] },
    { kind: "put", path: ["boxes"], value: "all_different" },
    { kind: "drop", path: ["constraints", 0] },
  ]);
});
