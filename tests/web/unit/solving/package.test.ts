// The package `fastslow-solver`, as plain Node loads it: what it answers, and what it says where it cannot.

import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import type { Constraint, Declaration, Loading, Solver, Statement } from "../../../../web/src/solving/contract";
import { solverWords, SOLVER_PACKAGE, writeSolverPackage } from "../../../../web/tools/pack_solver";
import { repositoryPath } from "../../../../web/tools/node_transports";

interface Package {
  loadSolver(loading?: Loading): Promise<Solver>;
  SolverError: new () => Error & { key: string };
}

let made: Package;
let solver: Solver;
beforeAll(async () => {
  await writeSolverPackage();
  const script = pathToFileURL(path.join(SOLVER_PACKAGE, "fastslow-solver.js")).href;
  made = (await import(/* @vite-ignore */ script)) as Package;
  solver = await made.loadSolver();
}, 60_000);

const MAGIC: Declaration = {
  grid: { rows: 3, columns: 3, values: [1, 9] },
  givens: { r1c1: 2, r2c1: 9 },
  constraints: [
    { kind: "all_different", name: "no value twice", cells: "r*c*" },
    ...["r1c*", "r2c*", "r3c*", "r*c1", "r*c2", "r*c3"].map((cells): Constraint => ({
      kind: "sum",
      name: `the 15 of ${cells}`,
      cells,
      equals: 15,
    })),
    { kind: "sum", name: "falling", cells: ["r1c1", "r2c2", "r3c3"], equals: 15 },
    { kind: "sum", name: "rising", cells: ["r3c1", "r2c2", "r1c3"], equals: 15 },
  ],
};

/** So many pigeons in so many holes, told pair by pair: every pair is needed. */
function pigeons(count: number, holes: number): Declaration {
  const cells = Array.from({ length: count }, (_, i) => ({ id: `p${i}`, values: [1, holes] as [number, number] }));
  const pairs = cells.flatMap(({ id }, i) =>
    cells.slice(0, i).map((other): Constraint => ({ kind: "all_different", cells: [other.id, id] })),
  );
  return { cells, constraints: pairs };
}

describe("a declared puzzle", () => {
  it("is solved, counted, and asked under assumptions, one after the other", () => {
    const magic = solver.declare(MAGIC);
    expect(magic.cells.slice(0, 4)).toEqual(["r1c1", "r1c2", "r1c3", "r2c1"]);
    const values = { r1c1: 2, r1c2: 7, r1c3: 6, r2c1: 9, r2c2: 5, r2c3: 1, r3c1: 4, r3c2: 3, r3c3: 8 };
    expect(magic.check()).toMatchObject({ truth: "sat", values });
    expect(magic.check({ assume: [{ cell: "r2c2", is: 4 }] })).toMatchObject({ truth: "unsat" });
    expect(magic.check({ assume: [{ cell: "r2c2", is_not: 4 }] }).truth).toBe("sat");
    expect(
      magic.check({
        assume: [
          { cell: "r2c2", is: 5 },
          { cell: "r2c2", is_not: 5 },
        ],
      }).truth,
    ).toBe("unsat");
    expect(magic.count()).toBe("one");
    expect(magic.count({ assume: [{ cell: "r2c2", is: 4 }] })).toBe("none");
    expect(solver.declare({ ...MAGIC, givens: {} }).count()).toBe("several");
    expect(magic.check()).toMatchObject({ values });
  });

  it("tells which rules, givens and assumptions rule each other out", () => {
    const magic = solver.declare(MAGIC);
    expect(magic.core()).toBeNull();
    const three = solver.declare({
      cells: ["a", "b", "c"].map((id) => ({ id, values: [1, 9] })),
      givens: { a: 2, b: 9 },
      constraints: [
        { kind: "less", name: "a before b", cells: ["a", "b"] },
        { kind: "sum", name: "the 15", cells: ["a", "b", "c"], equals: 15 },
      ],
    });
    const assume = [
      { cell: "b", is_not: 1 },
      { cell: "c", is: 5 },
    ];
    expect(three.core({ assume })).toEqual({
      ...{ constraints: [1], assumptions: [{ cell: "c", is: 5 }], givens: ["a", "b"], minimal: true },
      said: ["the 15", "c is 5", "a is 2", "b is 9"],
    });
    const { cells } = pigeons(2, 2);
    const less = (...pair: string[]): Constraint => ({ kind: "less", cells: pair });
    const unnamed = solver.declare({ cells: cells!, constraints: [less("p0", "p1"), less("p1", "p0")] }).core()!;
    expect(unnamed).toMatchObject({ constraints: [0, 1], said: ["rule 1", "rule 2"], minimal: true });
  });

  it("tells them where there are more of them than the module names at a time, and those that are idle are left out", () => {
    const { cells, constraints } = pigeons(6, 5);
    const idle = Array.from({ length: 30 }, (): Constraint => ({ kind: "any", of: [{ cell: "p0", is_not: 1 }] }));
    const core = solver.declare({ cells: cells!, constraints: [...idle, ...constraints!] }).core()!;
    expect(core.constraints).toEqual(Array.from({ length: 15 }, (_, i) => 30 + i));
    expect(core.minimal).toBe(true);
  });

  it("stops at its budget, at the same point each time", () => {
    const ask = () => solver.declare(pigeons(12, 11)).check({ budget: 20_000 });
    expect(ask().truth).toBe("unknown");
    expect(ask()).toEqual(ask());
    expect(solver.declare(pigeons(12, 11)).core({ budget: 20_000 })).toBeNull();
  });

  it("stays what it was when the declaration is changed afterwards", () => {
    const own = structuredClone(MAGIC);
    const magic = solver.declare(own);
    own.constraints!.length = 0;
    own.givens!["r1c1"] = 9;
    solver.declare(pigeons(2, 2));
    expect(magic.check({ assume: [{ cell: "r1c1", is: 9 }] }).truth).toBe("unsat");
  });
});

it("agrees with trying all values, and every core is a contradiction of which nothing can be left out", () => {
  const ids = ["a", "b", "c", "d"];
  const cell = fc.constantFrom(...ids);
  const pair = fc.uniqueArray(cell, { minLength: 2, maxLength: 2 });
  const statement = fc.oneof(
    fc.record({ cell, is: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ cell, is_not: fc.integer({ min: 1, max: 3 }) }),
  );
  const rule = fc.oneof(
    pair.map((cells): Constraint => ({ kind: "all_different", cells })),
    pair.map((cells): Constraint => ({ kind: "less", cells })),
    fc
      .tuple(pair, fc.integer({ min: 2, max: 6 }))
      .map(([cells, equals]): Constraint => ({ kind: "sum", cells, equals })),
    fc.array(statement, { minLength: 1, maxLength: 3 }).map((of): Constraint => ({ kind: "any", of })),
  );
  const all = Array.from({ length: 81 }, (_, n) =>
    Object.fromEntries(ids.map((id, i) => [id, (Math.floor(n / 3 ** i) % 3) + 1])),
  );
  const says = (values: Record<string, number>, one: Statement) =>
    "is" in one ? values[one.cell] === one.is : values[one.cell] !== one.is_not;
  const meets = (values: Record<string, number>, one: Constraint): boolean => {
    if (one.kind === "any") return one.of.some((each) => says(values, each));
    const [x, y] = (one.cells as string[]).map((id) => values[id]!) as [number, number];
    if (one.kind === "sum") return x + y === one.equals;
    return one.kind === "less" ? x < y : x !== y;
  };
  const possible = (rules: Constraint[], assume: Statement[]) =>
    all.filter((values) => rules.every((one) => meets(values, one)) && assume.every((one) => says(values, one)));
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 16 }), fc.array(statement, { maxLength: 3 }), (constraints, assume) => {
      const puzzle = solver.declare({ cells: ids.map((id) => ({ id, values: [1, 3] })), constraints });
      const found = possible(constraints, assume);
      expect(puzzle.count({ assume })).toBe(["none", "one"][found.length] ?? "several");
      const checked = puzzle.check({ assume });
      if (checked.truth === "sat") expect(found).toContainEqual(checked.values);
      const core = puzzle.core({ assume });
      expect(core === null).toBe(found.length > 0);
      if (!core) return;
      const rules = core.constraints.map((index) => constraints[index]!);
      expect(core.minimal).toBe(true);
      expect(possible(rules, core.assumptions)).toEqual([]);
      for (const out of rules)
        expect(
          possible(
            rules.filter((one) => one !== out),
            core.assumptions,
          ),
        ).not.toEqual([]);
      for (const out of core.assumptions)
        expect(
          possible(
            rules,
            core.assumptions.filter((one) => one !== out),
          ),
        ).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe("what makes no sense", () => {
  it.each([
    ["nothing", null, "/: this has to be an object, { … }."],
    ["no cells", {}, "/: there are no cells. Ask for a “grid” or list “cells”."],
    [
      "a kind",
      { ...MAGIC, constraints: [{ kind: "sums" }] },
      "/constraints/0/kind: there is no such kind of constraint. Did you mean “sum”?",
    ],
    ["a rule that no core could name", { ...MAGIC, rows: "all_different" }, "/: “rows” means nothing here."],
  ])("is told with its place: %s", (_, declaration, sentence) => {
    expect(() => solver.declare(declaration as Declaration)).toThrow(sentence);
    expect(() => solver.declare(declaration as Declaration)).toThrow(made.SolverError);
  });

  it.each([
    [{ assume: [{ cell: "x", is: 1 }] }, "assume/0: there is no cell called “x”."],
    [{ assume: [{ cell: "r1c1", is: 10 }] }, "assume/0: this has to be a whole number from 1 to 9."],
    [{ budget: 0 }, /^budget: this has to be a whole number/],
  ])("is told of a question, too: %j", (asked, sentence) => {
    const magic = solver.declare(MAGIC);
    expect(() => magic.check(asked)).toThrow(sentence);
    expect(magic.check().truth).toBe("sat");
  });

  it("leaves the solver as it was", () => {
    expect(() => solver.declare({ cells: [{ id: "a", values: [2, 1] }] })).toThrow(made.SolverError);
    expect(solver.declare(pigeons(2, 2)).check().truth).toBe("sat");
  });

  it.each([
    ["a file that is not there", pathToFileURL("/nowhere/fastslow-solver.wasm")],
    ["bytes of something else", new Uint8Array([1, 2, 3])],
  ])("rejects with a sentence: %s", async (_, wasm) => {
    await expect(made.loadSolver({ wasm })).rejects.toThrow(/^fastslow-solver\.wasm .*\.$|^The server answered/);
  });
});

it("has a sentence for all that it may say, its files, and no more", () => {
  expect(Object.keys(solverWords()).length).toBeGreaterThan(30);
  const script = readFileSync(path.join(SOLVER_PACKAGE, "fastslow-solver.js"), "utf8");
  // As bundlers look for it.
  expect(script).toContain('new URL("./fastslow-solver.wasm", import.meta.url)');
  const { exports } = JSON.parse(readFileSync(path.join(SOLVER_PACKAGE, "package.json"), "utf8")) as {
    exports: { ".": { types: string; default: string } };
  };
  for (const file of [...Object.values(exports["."]), "README.md", "LICENSE", "notices.txt", "examples/index.html"])
    expect(existsSync(path.join(SOLVER_PACKAGE, file)), file).toBe(true);
  const size = (file: string) => statSync(file).size;
  expect(size(path.join(SOLVER_PACKAGE, "fastslow-solver.wasm"))).toBe(
    size(repositoryPath("build/wasm/dist/fastslow-solver.wasm")),
  );
});
