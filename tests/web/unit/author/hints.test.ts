// What is offered at the cursor, written as “|”.

import { expect, it } from "vitest";

import { aboutAt, hintsAt } from "../../../../web/src/author/hints";

function offered(marked: string): string[] {
  const hints = hintsAt(marked.replace("|", ""), marked.indexOf("|"));
  return hints?.hints.map(({ label }) => label) ?? [];
}

it.each<[string, string[], string[]]>([
  ['{ "| }', ["format", "grid", "cells", "constraints", "rows"], ["values", "$schema"]],
  ['{ "rows": "|" }', ["all_different"], ["sum"]],
  ['{ "rows": { "| } }', ["kind", "equals"], ["cells", "name"]],
  ['{ "layout": { "marks": [{ "shape": "|" }] } }', ["thermometer", "dot"], []],
  ['{ "format": "fastslow-puzzle/1", "| }', ["grid"], ["format"]],
  ['{ "grid": { "| } }', ["rows", "columns", "values"], ["format"]],
  ['{ "constraints": [{ "kind": "|" }] }', ["all_different", "sum", "table"], []],
  ['{ "constraints": [{ "kind": "sum", "| }] }', ["name", "cells", "coefficients", "equals"], ["kind", "rows"]],
  ['{ "constraints": [{ "kind": "table", "| }] }', ["rows"], ["equals"]],
  ['{ "constraints": [{ "kind": "any", "of": [{ "| }] }] }', ["cell", "is", "is_not"], []],
  ['{ "layout": { "labels": [{ "style": "|" }] } }', ["corner", "sign", "margin"], []],
  ['{ "format": | }', ["fastslow-puzzle/1"], []],
  ['{ "nowhere": { "| } }', [], ["format"]],
  ["[".repeat(3000) + "|", [], []],
])("offers what the schema allows: %s", (marked, among, not) => {
  const labels = offered(marked);
  expect(labels).toEqual(expect.arrayContaining(among));
  expect(labels.filter((label) => not.includes(label))).toEqual([]);
});

it("writes what belongs to a member, with the cursor inside", () => {
  const text = '{ "co }';
  const hint = hintsAt(text, 5)!.hints.find(({ label }) => label === "constraints")!;
  expect([hint.insert, hint.back]).toEqual(['"constraints": []', 1]);
  expect(hint.about).toBe("the rules, each with a kind and a name of your own");
});

it("explains the member and the kind under the pointer", () => {
  const text = '{ "constraints": [{ "kind": "less", "cells": [] }] }';
  expect(aboutAt(text, text.indexOf("less") + 1)?.text).toBe("each cell is less than the next");
  expect(aboutAt(text, text.indexOf("constraints") + 1)?.text).toContain("the rules");
  expect(aboutAt(text, text.indexOf("[]"))).toBeNull();
});
