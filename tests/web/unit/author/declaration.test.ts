// From typed text to findings: every mistake has a line and a sentence.

import { describe, expect, it } from "vitest";

import en from "../../../../web/i18n/en.json";
import { definitions, located, read } from "../../../../web/src/author/declaration";

const lines = (...inside: string[]) =>
  ["{", '"format": "fastslow-puzzle/1",', '"grid": {"rows": 2, "columns": 2, "values": [1, 2]}', ...inside, "}"].join(
    "\n",
  );

const found = (text: string) => read(text).findings.map(({ line, problem }) => `${line} ${problem.key}`);

describe("reading a declaration", () => {
  it("accepts a good one and says it in one line", () => {
    const { findings, compact } = read(lines());
    expect(findings).toEqual([]);
    expect(compact).toBe('{"format":"fastslow-puzzle/1","grid":{"rows":2,"columns":2,"values":[1,2]}}');
  });

  it.each<[string, string, string[]]>([
    ["nothing at all", "", ["1 author.syntax.Empty"]],
    ["blanks", " \n ", ["1 author.syntax.Empty"]],
    ["a missing comma, after what it is missing", '{\n"format": "x"\n\n"grid": 1}', ["2 author.syntax.CommaExpected"]],
    ["a comment", '{ // no\n"format": 1}', ["1 author.syntax.InvalidCommentToken"]],
    ["an open text", '{\n"format": "x\n}', ["2 author.syntax.UnexpectedEndOfString"]],
    ["brackets too deep", `{"format":\n${"[".repeat(5000)}`, ["2 author.syntax.Deep"]],
    ["a comma before nothing, where it stands", '{\n"format": "x",\n}', ["2 author.syntax.TrailingComma"]],
    ["the same in a list", '{"format": [1,\n]}', ["1 author.syntax.TrailingComma"]],
    ["quotation marks of a word processor", "{\n“format”: “x”,\n‘grid’: 1}", ["2 author.syntax.OtherQuotes"]],
    ["apostrophes", "{\n'format': 'x'}", ["2 author.syntax.OtherQuotes"]],
    ["all values instead of two", lines().replace("[1, 2]", "[1, 2, 3]"), ["3 error.custom.values"]],
    ["half a border", lines(',"layout": {"borders": [', "[0, 1]]}"), ["5 error.custom.border"]],
    ["no object", "[]", ["1 author.schema.type.object"]],
    [
      "another format",
      '{\n"format": "x",\n"grid": {"rows": 2, "columns": 2, "values": [1, 2]}}',
      ["2 author.schema.exactly"],
    ],
    ["no cells", '{"format": "fastslow-puzzle/1"}', ["1 error.custom.no_cells"]],
    ["a grid and cells", lines(',"cells": [{"row": 0, "column": 0, "values": [1, 2]}]'), ["4 author.schema.either"]],
    ["a misspelt member", lines(',"constrants": []'), ["4 author.schema.unknown.meant"]],
    ["a member given twice", lines(',"givens": {"r1c1": 1,', '"r1c1": 2}'), ["5 author.schema.repeated"]],
    ["an unknown kind", lines(',"constraints": [', '{"kind": "mul"}]'), ["5 author.schema.choose"]],
    ["a constraint without cells", lines(',"constraints": [', '{"kind": "less"}]'), ["5 author.schema.required"]],
    [
      "a sum without a number",
      lines(',"constraints": [', '{"kind": "sum", "cells": "r1c*"}]'),
      ["5 author.schema.bounds"],
    ],
    [
      "a statement without a value",
      lines(',"constraints": [{"kind": "any", "of": [', '{"cell": "r1c1"}]}]'),
      ["5 author.schema.statement"],
    ],
    [
      "a member of another kind",
      lines(',"constraints": [', '{"kind": "less", "cells": ["r1c1", "r1c2"],', '"equals": 3}]'),
      ["6 author.schema.unknown"],
    ],
    ["a number in quotation marks", lines(',"givens": {', '"r1c1": "1"}'), ["5 author.schema.type.integer"]],
    [
      "too large a grid",
      '{"format": "fastslow-puzzle/1",\n"grid": {"rows": 41, "columns": 2, "values": [1, 2]}}',
      ["2 author.schema.maximum"],
    ],
  ])("finds %s", (_, text, expected) => {
    const findings = found(text);
    expect(findings.slice(0, expected.length)).toEqual(expected);
    expect(read(text).compact).toBeNull();
  });

  it("speaks once of a line that the parser stumbles over again and again", () => {
    expect(found("{\n'format': 'x', 'grid': 1\n}")).toEqual(["2 author.syntax.OtherQuotes"]);
    expect(found("hello")).toEqual(["1 author.syntax.InvalidSymbol"]);
  });

  it("has a sentence for everything that it finds", () => {
    const keys = [
      ...["InvalidSymbol", "InvalidNumberFormat", "PropertyNameExpected", "ValueExpected", "ColonExpected"],
      ...["CommaExpected", "CloseBraceExpected", "CloseBracketExpected", "EndOfFileExpected", "InvalidCommentToken"],
      ...["UnexpectedEndOfComment", "UnexpectedEndOfString", "UnexpectedEndOfNumber", "InvalidUnicode"],
      ...["InvalidEscapeCharacter", "InvalidCharacter", "Empty", "Deep", "OtherQuotes", "TrailingComma"],
    ].map((code) => `author.syntax.${code}`);
    expect(keys.filter((key) => !(key in en))).toEqual([]);
  });

  it("refuses what is too long for the engine, counted in bytes", () => {
    const text = lines(`,"about": "가"`);
    const long = (count: number) => text.replace("가", "가".repeat(count));
    expect(found(long(600))).toEqual([]);
    expect(found(long(601))).toEqual(["4 author.schema.max_length"]);
    const many = Array.from(
      { length: 1900 },
      () => `{"kind":"less","name":"${"가".repeat(20)}","cells":["r1c1","r1c2"]}`,
    );
    expect(found(lines(`,"constraints": [${many.join(",")}]`))).toEqual(["1 error.text.too_long"]);
    expect(found("x".repeat(300_000))).toEqual(["1 error.text.too_long"]);
  });

  it("does not mind hostile text", () => {
    for (const text of ["[".repeat(5000), '{"__proto__": 1}', '{"format": null}', "null", '"\ud800"'])
      expect(read(text).compact).toBeNull();
  });
});

it("puts the engine’s problems where they belong", () => {
  const text = lines(',"constraints": [', '{"kind": "less", "cells": ["r1c1",', '"r9c9"]}]');
  const problem = { key: "error.custom.no_such_cell", args: { path: "/constraints/0/cells/1", cell: "r9c9" } };
  const { line, from, to } = located(text, read(text).root, problem);
  expect([line, text.slice(from, to)]).toEqual([6, '"r9c9"']);
  expect(located(text, null, { key: "error.x", args: {} }).line).toBe(1);
  // Of what goes over several lines only the first is underlined.
  const whole = located(text, read(text).root, { key: "error.x", args: { path: "/constraints/0/cells" } });
  expect(text.slice(whole.from, whole.to)).toBe('["r1c1",');
});

it("has words for every member that the schema knows", () => {
  const members = Object.entries(definitions)
    .filter(([name]) => !["instance", "entry", "played"].includes(name))
    .flatMap(([, schema]) => Object.keys((schema.properties as object | undefined) ?? {}));
  const wordless = [...new Set(members)].filter((name) => !name.startsWith("$") && !(`author.form.${name}` in en));
  expect(wordless).toEqual([]);
});

describe("what was probably meant", () => {
  const told = (...inside: string[]) =>
    read(lines(...inside)).findings.map(({ problem, again }) => [problem.key, problem.args.meant, again ?? 0]);

  it("is named for members, kinds and shapes", () => {
    expect(told(',"constraints": [{"kind": "sum", "cells": "r1c*", "equal": 3}]')).toEqual([
      ["author.schema.unknown.meant", "equals", 0],
    ]);
    expect(told(',"constraints": [{"kind": "allDifferent", "cells": "r1c*"}]')).toEqual([
      ["author.schema.choose.meant", "all_different", 0],
    ]);
    expect(told(',"layout": {"marks": [{"shape": "termometer", "cells": "r1c*"}]}')).toEqual([
      ["author.schema.choose.meant", "thermometer", 0],
    ]);
    expect(told(',"row": "all_different"')).toEqual([["author.schema.unknown.meant", "rows", 0]]);
    expect(told(',"layout": {"purple": []}')).toEqual([["author.schema.unknown", undefined, 0]]);
  });

  it("does not name what is there already", () => {
    expect(told(',"constraints": [{"kind": "less", "cells": "r1c*", "cell": 3}]')).toEqual([
      ["author.schema.unknown", undefined, 0],
    ]);
  });

  it("says the same mistake once, and no more mistakes than one can act on", () => {
    const wrong = Array.from({ length: 12 }, () => '{"kind": "sum", "cells": "r1c*", "equal": 3}').join(",");
    expect(told(`,"constraints": [${wrong}]`)).toEqual([["author.schema.unknown.meant", "equals", 11]]);
    const various = Array.from({ length: 20 }, (_, i) => `"wrong${i}": 1`).join(",");
    const { findings, more } = read(lines(`,${various}`));
    expect(findings).toHaveLength(6);
    expect(more).toBe(14);
  });
});
