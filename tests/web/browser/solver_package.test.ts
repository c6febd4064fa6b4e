// The package `fastslow-solver` in a browser: its example, in a worker, and a Vite project that was built. (What it answers is
// tested under Node: ../unit/solving.)

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { build } from "vite";

import { SOLVER_PACKAGE, writeSolverPackage } from "../../../web/tools/pack_solver";
import { serveSite, type SiteServer } from "./site_server";
import { Visitor, withBrowser } from "./visitor";

withBrowser();

let project: string;
let unpacked: string;
const servers: SiteServer[] = [];

beforeAll(async () => {
  project = mkdtempSync(path.join(tmpdir(), "fastslow-solver-"));
  unpacked = path.join(project, "node_modules/fastslow-solver");
  await writeSolverPackage();
  const pack = ["pack", "--json", "--offline", "--pack-destination", project, SOLVER_PACKAGE];
  const [{ filename }] = JSON.parse(execFileSync("npm", pack, { encoding: "utf8" })) as [{ filename: string }];
  mkdirSync(unpacked, { recursive: true });
  execFileSync("tar", ["-xzf", path.join(project, filename), "-C", unpacked, "--strip-components=1"]);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(project, { recursive: true, force: true });
});

async function visit(folder: string, page: string): Promise<Visitor> {
  const server = await serveSite(folder);
  servers.push(server);
  return await Visitor.arrive({ site: server.address, page });
}

it("answers in its example, and says why not", async () => {
  const visitor = await visit(unpacked, "examples/index.html");
  const answer = visitor.page.locator("#answer");
  const ask = async (value: string) => {
    await visitor.page.locator("#middle").fill(value);
    await visitor.button("Can it be?").click();
  };
  await expect.poll(() => answer.textContent()).toBe("Ready.");
  await ask("4");
  await expect.poll(() => answer.textContent()).toMatch(/^No: .*the 15 of .* · r2c2 is 4$/);
  await ask("5");
  await expect.poll(() => answer.textContent()).toMatch(/^Yes: (\d ){8}\d$/);
  await ask("12");
  await expect.poll(() => answer.textContent()).toBe("assume/0: this has to be a whole number from 1 to 9.");
  expect(visitor.complaints).toEqual([]);
});

it("works in a Vite project, built, under a policy that allows nothing but it", async () => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
  writeFileSync(
    path.join(project, "index.html"),
    `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Vite</title><p id="said"></p><script type="module" src="./main.js"></script></html>`,
  );
  writeFileSync(
    path.join(project, "main.js"),
    `import { loadSolver } from "fastslow-solver";
    const solver = await loadSolver();
    const puzzle = solver.declare({ cells: [{ id: "x", values: [1, 9] }, { id: "y", values: [1, 9] }],
      constraints: [{ kind: "sum", cells: ["x", "y"], equals: 17 }, { kind: "less", cells: ["x", "y"] }] });
    document.querySelector("#said").textContent = JSON.stringify([puzzle.check().values, puzzle.count()]);`,
  );
  const outDir = path.join(project, "dist");
  await build({
    ...{ root: project, base: "./", configFile: false, logLevel: "error" },
    build: { outDir, target: "es2022", modulePreload: { polyfill: false } },
  });
  const visitor = await visit(outDir, "index.html");
  const said = visitor.page.locator("#said");
  await expect.poll(() => said.textContent()).toBe('[{"x":8,"y":9},"one"]');
  expect(visitor.complaints).toEqual([]);
});

it("has types that a strict project compiles with", () => {
  const file = path.join(project, "typed.ts");
  writeFileSync(
    file,
    `import { loadSolver, SolverError, type Core } from "fastslow-solver";
    const solver = await loadSolver({ wasm: new Uint8Array() });
    const puzzle = solver.declare({ grid: { rows: 2, columns: 2, values: [1, 2] }, constraints: [{ kind: "all_different", cells: "r1c*" }] });
    const checked = puzzle.check({ assume: [{ cell: "r1c1", is: 1 }], budget: 1000 });
    export const values: Record<string, number> | null = checked.truth === "sat" ? checked.values : null;
    export const core: Core | null = puzzle.core();
    export const key = (thrown: unknown): string => (thrown instanceof SolverError ? thrown.key : "");
    // @ts-expect-error there is no such kind of rule
    solver.declare({ constraints: [{ kind: "sums", cells: "r1c*" }] });`,
  );
  const found = ts.getPreEmitDiagnostics(
    ts.createProgram([file], {
      ...{ strict: true, noEmit: true, types: [], lib: ["lib.es2022.d.ts", "lib.dom.d.ts"], skipLibCheck: false },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    }),
  );
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([]);
});
