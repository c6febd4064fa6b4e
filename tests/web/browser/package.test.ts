// The npm package, packed and unpacked: a plain page, an import map and a Vite project can use it.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, createServer } from "vite";

import type { FastSlowElement } from "../../../web/src/element/contract";
import { membersOf, PACKAGE, writePackage } from "../../../web/tools/pack_element";
import { repositoryPath } from "../../../web/tools/node_transports";
import { serveSite, type SiteServer } from "./site_server";
import { Visitor, withBrowser } from "./visitor";

withBrowser();

let project: string;
let unpacked: string;
const servers: SiteServer[] = [];

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), "fast-slow-"));
  unpacked = path.join(project, "node_modules/fast-slow");
  writePackage();
  const [{ filename }] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--offline", "--pack-destination", project, PACKAGE], { encoding: "utf8" }),
  ) as [{ filename: string }];
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

/** What the compiler says of a file in a strict project. */
function complaintsAbout(file: string, more: ts.CompilerOptions): string[] {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, types: [], lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] },
    ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    ...more,
  };
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options));
  return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Both systems answer. */
async function plays({ page, complaints }: Visitor): Promise<void> {
  await page.locator("fast-slow fs-board svg").first().waitFor();
  const made = await page.evaluate(async () => {
    const puzzle = document.querySelector("fast-slow") as FastSlowElement;
    const first = await puzzle.step();
    puzzle.mode = "system2";
    return [first?.source, (await puzzle.step())?.source, (await puzzle.explain()).length > 0];
  });
  expect(made).toEqual(["system1", "system2", true]);
  expect(complaints).toEqual([]);
}

describe("the package", () => {
  it("works in a plain page, as its first example shows", async () => {
    const visitor = await visit(unpacked, "examples/index.html");
    await plays(visitor);
    await visitor.button("Why?").click();
    await visitor.page.locator("#reasons li").first().waitFor();
    expect(await visitor.page.locator("#log").textContent()).toMatch(/System 2/);
  });

  it("works with an import map, in Korean", async () => {
    const visitor = await visit(unpacked, "examples/import_map.html");
    await plays(visitor);
    await visitor.page
      .getByRole("button", { name: "진행", exact: true })
      .or(visitor.page.getByText("후토시키"))
      .first()
      .waitFor();
  });

  it("works by a classic script", async () => {
    await plays(await visit(unpacked, "examples/classic.html"));
  });

  it("is served by Vite while a page is developed, as its README says", async () => {
    const root = path.join(project, "developed");
    mkdirSync(root);
    writeFileSync(
      path.join(root, "index.html"),
      `<!doctype html><html lang="en"><title>Vite</title><script type="module" src="/main.js"></script><fast-slow></fast-slow></html>`,
    );
    writeFileSync(path.join(root, "main.js"), `import "fast-slow";\n`);
    const server = await createServer({
      ...{ root, configFile: false, logLevel: "error", cacheDir: path.join(project, "cache") },
      optimizeDeps: { exclude: ["fast-slow"] },
      server: { host: "127.0.0.1", port: 0, fs: { allow: [project] } },
    });
    await server.listen();
    try {
      await plays(await Visitor.arrive({ site: server.resolvedUrls!.local[0]! }));
    } finally {
      await server.close();
    }
  });

  it("works in a Vite project, built", async () => {
    writeFileSync(
      path.join(project, "index.html"),
      `<!doctype html><html lang="en"><title>Vite</title><script type="module" src="./main.js"></script><fast-slow></fast-slow></html>`,
    );
    writeFileSync(path.join(project, "main.js"), `import "fast-slow";\n`);
    const outDir = path.join(project, "dist");
    await build({
      root: project,
      base: "./",
      configFile: false,
      logLevel: "error",
      build: { outDir, target: "es2022" },
    });
    await plays(await visit(outDir, "index.html"));
  });

  it("works in React, by its wrapper, typed", async () => {
    const inProject = (name: string) => path.join(project, "react", name);
    for (const name of ["react", "react-dom", "@lit/react", "@types/react"]) {
      const installed = path.join(project, "node_modules", name);
      mkdirSync(path.dirname(installed), { recursive: true });
      symlinkSync(repositoryPath(`node_modules/${name}`), installed);
    }
    mkdirSync(inProject(""));
    writeFileSync(
      inProject("index.html"),
      `<!doctype html><html lang="en"><title>React</title><div id="app"></div><p id="said"></p><script type="module" src="./main.js"></script></html>`,
    );
    writeFileSync(
      inProject("main.js"),
      `import { createElement } from "react";
      import { createRoot } from "react-dom/client";
      import { FastSlow } from "fast-slow/react";
      const onDecision = ({ detail }) => (document.querySelector("#said").textContent = detail.said);
      createRoot(document.querySelector("#app")).render(createElement(FastSlow, { family: "sudoku", lock: "cells", onDecision }));`,
    );
    const outDir = inProject("dist");
    await build({
      ...{ root: path.join(project, "react"), base: "./", configFile: false, logLevel: "error" },
      resolve: { dedupe: ["react"], preserveSymlinks: false },
      build: { outDir, target: "es2022" },
    });
    const visitor = await visit(outDir, "index.html");
    await plays(visitor);
    expect(await visitor.page.locator("#said").textContent()).toMatch(/System 2/);
    expect(await visitor.page.evaluate(() => document.querySelector<FastSlowElement>("fast-slow")!.lock)).toBe("cells");
    writeFileSync(
      inProject("typed.tsx"),
      `import { createElement } from "react";
      import { FastSlow } from "fast-slow/react";
      export const good = createElement(FastSlow, { family: "sudoku", onGoal: (event) => event.detail.said.trim() });
      // @ts-expect-error a number is no family
      export const bad = createElement(FastSlow, { family: 3 });`,
    );
    expect(complaintsAbout(inProject("typed.tsx"), { skipLibCheck: true, jsx: ts.JsxEmit.ReactJSX })).toEqual([]);
  });

  it("has types that a strict project compiles with", () => {
    const file = path.join(project, "typed.ts");
    writeFileSync(
      file,
      `import { FastSlow, type FastSlowState } from "fast-slow";
      const puzzle = document.createElement("fast-slow");
      puzzle.family = "sudoku";
      puzzle.addEventListener("fast-slow-decision", ({ detail }) => detail.said.trim());
      const state: FastSlowState = puzzle.state;
      export const made: [Promise<string[]>, string, boolean] = [puzzle.explain(3), state.family, puzzle instanceof FastSlow];`,
    );
    expect(complaintsAbout(file, { skipLibCheck: false })).toEqual([]);
  });

  it("tells editors of every attribute, method and event of the contract", () => {
    const manifest = JSON.parse(readFileSync(path.join(unpacked, "custom-elements.json"), "utf8")) as {
      modules: { declarations: { attributes: Named[]; events: Named[]; members: Named[] }[] }[];
    };
    interface Named {
      name: string;
      description?: string;
    }
    const [declaration] = manifest.modules[0]!.declarations;
    const names = (all: Named[]) => all.map(({ name }) => name);
    expect(names(declaration!.attributes)).toContain("threshold");
    expect(declaration!.attributes.find(({ name }) => name === "puzzle")?.description).toMatch(
      /^The puzzle, in any form/,
    );
    expect(names(declaration!.events)).toEqual(membersOf("FastSlowEvents").map(({ name }) => name));
    expect(names(declaration!.events)).toHaveLength(6);
    expect(names(declaration!.members)).toEqual(
      expect.arrayContaining(["step", "explain", "state", "snapshot", "lock"]),
    );
  });

  it("carries its licence, and those of what it is built on", () => {
    expect(readFileSync(path.join(unpacked, "LICENSE"), "utf8")).toBe(readFileSync(repositoryPath("LICENSE"), "utf8"));
    expect(readFileSync(path.join(unpacked, "notices.txt"), "utf8")).toMatch(/onnxruntime-web/);
  });
});
