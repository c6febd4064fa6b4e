// The examples fit the schema, are the same in both languages, and have one solution each; so do the packs.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";

import { blank, BLANKS, EXAMPLES } from "../../../../web/src/author/examples";
import { definitions, read } from "../../../../web/src/author/declaration";
import { Examiner } from "../../../../web/src/author/examiner";
import { pretty } from "../../../../web/src/author/pretty";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports } from "../../../../web/tools/node_transports";

const PUZZLES = join(import.meta.dirname, "../../../../puzzles");
const text = (file: string) => readFileSync(join(PUZZLES, file), "utf8");
const json = (file: string) => JSON.parse(text(file)) as unknown;
const example = (name: string, language: string) => text(`examples/${name}.${language}.json`);
const FILES = readdirSync(join(PUZZLES, "examples"));

const ajv = new Ajv2020({ strictRequired: false, strictTypes: false });
ajv.addSchema(json("puzzle.schema.json") as object).addSchema(json("pack.schema.json") as object);

/** Without what an author says in words. */
function wordless(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wordless);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, member]) =>
    ["title", "about", "name", "text"].includes(name) ? [name, ""] : [name, wordless(member)],
  );
  return { ...Object.fromEntries(members), ...("symbols" in value ? { symbols: (value.symbols as []).length } : {}) };
}

describe("the schemas", () => {
  it.each(readdirSync(PUZZLES).filter((file) => /^[^.]+\.json$/.test(file)))("accept the pack %s", (file) => {
    expect(ajv.validate("pack.schema.json", json(file)), ajv.errorsText()).toBe(true);
  });

  it.each(BLANKS)("accept the empty board of %i", (side) => {
    expect(ajv.validate("puzzle.schema.json", JSON.parse(blank(side))), ajv.errorsText()).toBe(true);
  });

  it.each(FILES)("accept the example %s", (file) => {
    expect(ajv.validate("puzzle.schema.json", json(`examples/${file}`)), ajv.errorsText()).toBe(true);
  });

  it("accept an instance, and tell it from a declaration", () => {
    const instance = { format: "fastslow-instance/1", family: "sudoku", text: "..2..4..1......2" };
    expect(ajv.validate("puzzle.schema.json", instance), ajv.errorsText()).toBe(true);
    expect(ajv.validate("puzzle.schema.json", { ...instance, family: undefined })).toBe(false);
    expect(ajv.validate("puzzle.schema.json", { ...instance, format: "fastslow-puzzle/1" })).toBe(false);
  });
});

describe("the examples", () => {
  const host = new Host(nodeTransports());
  const examiner = new Examiner(
    () => host,
    () => {},
  );
  afterAll(() => host.close());

  it("are all there, in both languages", () => {
    expect(FILES.sort()).toEqual(EXAMPLES.flatMap((name) => [`${name}.en.json`, `${name}.ko.json`]).sort());
  });

  it("show every kind of rule, every shorthand that is usual, and what is drawn for them", () => {
    const all = FILES.map((file) => text(`examples/${file}`)).join("");
    const { constraint, mark } = definitions as Record<string, { properties: Record<string, { enum: string[] }> }>;
    for (const kind of constraint!.properties.kind!.enum) expect(all).toContain(`"kind": "${kind}"`);
    for (const member of ["rows", "columns"]) expect(all).toMatch(new RegExp(`"${member}": ["{]`));
    for (const shape of ["thermometer", "arrow", "dot", "line"]) {
      expect(mark!.properties.shape!.enum).toContain(shape);
      expect(all).toContain(`"shape": "${shape}"`);
    }
  });

  it.each(EXAMPLES)("%s is the same puzzle in both languages", (name) => {
    const [en, ko] = ["en", "ko"].map((language) => wordless(JSON.parse(example(name, language))));
    expect(ko).toEqual(en);
  });

  it.each(FILES)("%s has exactly one solution, found by easy or medium steps", async (file) => {
    await examiner.examine("custom", read(text(`examples/${file}`)).compact!);
    const { stage, solutions, level, placed, cells } = examiner.now;
    expect({ stage, solutions, level }).toMatchObject({ stage: "done", solutions: "one" });
    expect(["easy", "medium"]).toContain(level);
    expect(placed).toBe(cells);
  });

  it("tells where two solutions differ", async () => {
    const small = JSON.parse(example("small", "ko")) as { givens: object };
    await examiner.examine("custom", JSON.stringify({ ...small, givens: {} }));
    expect(examiner.now).toMatchObject({ stage: "done", solutions: "several", level: null });
    expect(examiner.now.differences.length).toBeGreaterThan(0);
  });

  it("tells a puzzle without a solution", async () => {
    const small = JSON.parse(example("small", "en")) as { givens: object };
    await examiner.examine(
      "custom",
      JSON.stringify({ ...small, givens: { r1c1: 1, r1c2: 2, r2c1: 3, r3c3: 4, r1c4: 4, r2c3: 4 } }),
    );
    expect(examiner.now).toMatchObject({ stage: "done", solutions: "none", differences: [] });
  });

  it.each(FILES)("%s says the same after it was tidied", (file) => {
    const tidy = pretty(text(`examples/${file}`));
    expect(JSON.parse(tidy)).toEqual(json(`examples/${file}`));
    expect(pretty(tidy)).toBe(tidy);
    expect(
      Math.max(
        ...tidy
          .split("\n")
          .filter((line) => !line.includes('"about"'))
          .map((line) => line.length),
      ),
    ).toBeLessThan(120);
  });
});

it("leaves a text that is no JSON as it is", () => {
  expect(pretty("{ not yet")).toBe("{ not yet");
});
