import fc from "fast-check";
import { parseTree } from "jsonc-parser";
import { describe, expect, it } from "vitest";

import { lineOf, placeOf, repeatedNames } from "../../../../web/src/author/spans";

const TEXT = `{
  "givens": { "r1c1": 3, "a/b": 4 },
  "constraints": [
    { "kind": "sum",
      "cells": ["r1c1", "r9c9"],
      "equals": 3 }
  ]
}`;

const root = parseTree(TEXT)!;
const under = (pointer: string, options = {}) => {
  const { from, to } = placeOf(root, pointer, options);
  return TEXT.slice(from, to);
};

describe("the place of a path", () => {
  it.each([
    ["/constraints/0/cells/1", '"r9c9"', 5],
    ["/constraints/0/kind", '"sum"', 4],
    ["/givens/r1c1", "3", 2],
    // The engine does not escape what stands in its paths; a schema does.
    ["/givens/a/b", "4", 2],
    ["/givens/a~1b", "4", 2],
    // Large things are named by their bracket, what is missing by what it is missing from.
    ["/constraints", "[", 3],
    ["/constraints/0/value", "{", 4],
    ["/constraints/7", "[", 3],
    ["/nowhere/at/all", "{", 1],
    ["/", "{", 1],
    ["", "{", 1],
  ])("%s is %s on line %i", (pointer, text, line) => {
    expect(under(pointer)).toBe(text);
    expect(lineOf(TEXT, placeOf(root, pointer).from)).toBe(line);
  });

  it("can be the name instead of the value", () => {
    expect(under("/constraints/0/equals", { name: true })).toBe('"equals"');
  });

  it("is found for every path of every JSON value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 1);
        const tree = parseTree(text)!;
        for (const pointer of ["/0", "/a/b", "/constructor", "/__proto__/x", "//"]) {
          const { from, to } = placeOf(tree, pointer);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

it("counts lines from one", () => {
  expect([0, 1, 2, 3].map((offset) => lineOf("a\nb\n", offset))).toEqual([1, 1, 2, 2]);
});

it("finds names that are given twice", () => {
  const text = '{"a": 1, "b": {"a": 1, "a": 2}, "a": 3}';
  expect(repeatedNames(parseTree(text)!).map(({ name, at }) => [name, at.from])).toEqual([
    ["a", text.lastIndexOf('"a": 3')],
    ["a", text.indexOf('"a": 2')],
  ]);
});
