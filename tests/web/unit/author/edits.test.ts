// Changes of a declaration's text: everything else stays as it was written.

import { describe, expect, it } from "vitest";

import { change, edited } from "../../../../web/src/author/edits";

const TEXT = `{
  "format": "fastslow-puzzle/1",
  "grid": { "rows": 4,   "columns": 4, "values": [1, 4] },
  "constraints": [
    { "kind": "less", "cells": ["r1c1", "r1c2"] }
  ]
}
`;

describe("editing a declaration's text", () => {
  it("lengthens a list line by line, and leaves the rest as it is written", () => {
    const value = { cells: ["r2c1", "r2c2"], kind: "same" };
    expect(edited(TEXT, [{ kind: "add", path: ["constraints"], value }])).toBe(
      TEXT.replace('["r1c1", "r1c2"] }\n', '["r1c1", "r1c2"] },\n    { "kind": "same", "cells": ["r2c1", "r2c2"] }\n'),
    );
  });

  it("makes what is missing on the way, where a person would write it", () => {
    const mark = { shape: "line", cells: ["r1c1", "r1c2"] };
    const text = edited(TEXT, [
      { kind: "add", path: ["layout", "marks"], value: mark },
      { kind: "put", path: ["givens", "r1c1"], value: 3 },
      { kind: "put", path: ["givens", "r4c4"], value: 1 },
      { kind: "put", path: ["title"], value: "Mine" },
      { kind: "add", path: ["layout", "marks"], value: { ...mark, color: "red" } },
    ]);
    expect(text).toBe(`{
  "format": "fastslow-puzzle/1",
  "title": "Mine",
  "grid": { "rows": 4,   "columns": 4, "values": [1, 4] },
  "givens": { "r1c1": 3, "r4c4": 1 },
  "constraints": [
    { "kind": "less", "cells": ["r1c1", "r1c2"] }
  ],
  "layout": {
    "marks": [
      { "shape": "line", "cells": ["r1c1", "r1c2"] },
      { "shape": "line", "cells": ["r1c1", "r1c2"], "color": "red" }
    ]
  }
}
`);
  });

  it("replaces a value by itself", () => {
    expect(edited(TEXT, [{ kind: "put", path: ["grid", "values", 1], value: 9 }])).toBe(TEXT.replace("4] }", "9] }"));
  });

  it("drops with the comma, and what becomes empty", () => {
    const two = edited(TEXT, [{ kind: "add", path: ["constraints"], value: { kind: "same", cells: "r2c*" } }]);
    expect(edited(two, [{ kind: "drop", path: ["constraints", 1] }])).toBe(TEXT);
    expect(JSON.parse(edited(two, [{ kind: "drop", path: ["constraints", 0] }]))).toMatchObject({
      constraints: [{ kind: "same" }],
    });
    const none = edited(TEXT, [{ kind: "drop", path: ["constraints", 0] }]);
    expect(Object.keys(JSON.parse(none) as object)).toEqual(["format", "grid"]);
    expect(edited(TEXT, [{ kind: "drop", path: ["layout", "marks", 3] }])).toBe(TEXT);
  });

  it("does so on one line, too, and of an empty object", () => {
    expect(edited('{"givens": {}}', [{ kind: "put", path: ["givens", "r1c1"], value: 1 }])).toContain('"r1c1": 1');
    const line = '{"constraints": []}';
    for (const text of [line, "{}", '{"layout": {"marks": []}, "constraints": [1]}']) {
      const after = edited(text, [{ kind: "add", path: ["constraints"], value: { kind: "same" } }]);
      const { constraints } = JSON.parse(after) as { constraints: unknown[] };
      expect(constraints.at(-1)).toEqual({ kind: "same" });
    }
  });

  it("leaves alone what is no object", () => {
    for (const text of ["", "[1]", "{ not"])
      expect(edited(text, [{ kind: "drop", path: ["constraints", 0] }])).toBe(text);
  });
});

it("finds the smallest piece in which two texts differ", () => {
  for (const [before, after] of [
    ["abc", "abXc"],
    ["aaa", "aa"],
    ["", "x"],
    ["same", "same"],
    ["1, 1, 1", "1, 1"],
  ] as const) {
    const { from, to, insert } = change(before, after);
    expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    expect(to - from + insert.length).toBeLessThanOrEqual(Math.abs(before.length - after.length));
  }
});
