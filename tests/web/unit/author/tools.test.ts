// What is drawn becomes a mark and its rule in one act, and all of it can be taken away again.

import { describe, expect, it } from "vitest";

import { placeAt, type Declaration } from "../../../../web/src/author/cells";
import { read } from "../../../../web/src/author/declaration";
import { edited } from "../../../../web/src/author/edits";
import { drawn, lacking, TOOLS, type Tool } from "../../../../web/src/author/tools";

const START = `{
  "format": "fastslow-puzzle/1",
  "grid": { "rows": 4, "columns": 4, "values": [1, 4] },
  "rows": "all_different"
}
`;

const name = (key: string) => key;

/** Rows and columns count from 1, as ids do. */
function draw(text: string, tool: Tool, squares: [number, number][], number: number | null = null): string {
  const declaration = JSON.parse(text) as Declaration;
  const places = squares.map(([row, column]) => placeAt(declaration, row - 1, column - 1));
  return edited(text, drawn(tool, { declaration, places, number, name }));
}

const after = (...args: [Tool, [number, number][], (number | null)?]) => {
  const text = draw(START, ...args);
  expect(read(text).findings).toEqual([]);
  const { constraints, layout, givens } = JSON.parse(text) as Record<string, unknown>;
  return { constraints, layout, givens };
};

describe("drawing", () => {
  it("a thermometer is a mark and a chain", () => {
    const cells = ["r2c1", "r1c1", "r1c2"];
    expect(
      after("thermometer", [
        [2, 1],
        [1, 1],
        [1, 2],
      ]),
    ).toEqual({
      constraints: [{ kind: "less", name: "thermometer", cells }],
      layout: { marks: [{ shape: "thermometer", cells }] },
    });
  });

  it("an arrow is a mark and a sum", () => {
    const cells = ["r1c1", "r1c2", "r1c3"];
    expect(
      after("arrow", [
        [1, 1],
        [1, 2],
        [1, 3],
      ]),
    ).toEqual({
      constraints: [{ kind: "sum", name: "arrow", cells, coefficients: [1, -1, -1], equals: 0 }],
      layout: { marks: [{ shape: "arrow", cells }] },
    });
  });

  it("dots are marks, and a difference or a ratio", () => {
    const cells = ["r1c1", "r2c1"];
    const two: [number, number][] = [
      [1, 1],
      [2, 1],
    ];
    expect(after("white", two)).toEqual({
      constraints: [{ kind: "difference", name: "difference", cells, equals: 1 }],
      layout: { marks: [{ shape: "dot", cells }] },
    });
    expect(after("black", two, 3)).toEqual({
      constraints: [{ kind: "ratio", name: "ratio", cells, equals: 3 }],
      layout: { marks: [{ shape: "dot", cells, color: "black", text: "3" }] },
    });
  });

  it.each<[[number, number][], string, [number, number]]>([
    [[[2, 2], [2, 3]], "<", [1.5, 2]], // prettier-ignore
    [[[2, 3], [2, 2]], ">", [1.5, 2]], // prettier-ignore
    [[[1, 2], [2, 2]], "^", [1, 1.5]], // prettier-ignore
    [[[2, 2], [1, 2]], "v", [1, 1.5]], // prettier-ignore
  ])("a sign opens towards the larger cell: %j %s", (squares, text, [row, column]) => {
    expect(after("less", squares).layout).toEqual({ labels: [{ row, column, text, style: "sign" }] });
  });

  it("a cage is an outline, its sum in the first cell, and rules", () => {
    const { constraints, layout } = after("cage", [[2, 2], [1, 2]], 5); // prettier-ignore
    expect(constraints).toMatchObject([{ kind: "sum", equals: 5 }, { kind: "all_different" }]);
    expect(layout).toEqual({
      cages: [["r2c2", "r1c2"]],
      labels: [{ row: 0, column: 1, text: "5", style: "corner" }],
    });
  });

  it("givens are put and replaced", () => {
    const text = draw(draw(START, "given", [[1, 1], [1, 2]], 2), "given", [[1, 2]], 3); // prettier-ignore
    expect(JSON.parse(text)).toMatchObject({ givens: { r1c1: 2, r1c2: 3 } });
  });

  it.each(TOOLS.filter((tool) => tool !== "erase"))("%s: erasing the same cells brings the text back", (tool) => {
    const squares: [number, number][] = [
      [1, 1],
      [1, 2],
    ];
    const text = draw(START, tool, squares, 2);
    expect(text).not.toBe(START);
    expect(read(text).findings).toEqual([]);
    expect(draw(text, "erase", squares)).toBe(START);
  });

  it("erases nothing that speaks of other cells, too", () => {
    const text = draw(START, "thermometer", [[1, 1], [1, 2], [1, 3]]); // prettier-ignore
    expect(draw(text, "erase", [[1, 1], [1, 2]])).toBe(text); // prettier-ignore
  });

  it("calls cells as their author does", () => {
    const declaration = { cells: [{ id: "here", row: 0, column: 3, values: [1, 2] }] };
    expect(placeAt(declaration, 0, 3).id).toBe("here");
    expect(placeAt(declaration, 1, 3).id).toBe("r2c4");
  });
});

it("tells what a tool still needs", () => {
  const at = (...squares: [number, number][]) => squares.map(([row, column]) => ({ id: "", row, column }));
  expect(lacking("given", [], 3)).toBe("author.draw.needs.cell");
  expect(lacking("given", at([0, 0]), null)).toBe("author.draw.needs.number");
  expect(lacking("thermometer", at([0, 0]), null)).toBe("author.draw.needs.cells");
  expect(lacking("less", at([0, 0], [1, 1]), null)).toBe("author.draw.needs.beside");
  expect(lacking("white", at([0, 0], [0, 1], [0, 2]), null)).toBe("author.draw.needs.two");
  expect(lacking("arrow", at([0, 0], [1, 1]), null)).toBe("");
});
