// What the page knows before anything is loaded: its first puzzle, opened by the engine itself while the
// page is built (so no rule is written twice), the sizes of what will be loaded, and the version.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { Plugin } from "vite";

import { Host } from "../src/host/host";
import { SHIPPED, nodeTransports, repositoryPath } from "../tools/node_transports";
import { solverComesLater } from "./solver_later";

const ID = "virtual:build-facts";

/** One of which the pair's first steps show what the page is about (web/tools/find_starter.ts). */
function firstPuzzle(): { family: string; text: string } {
  const { family, text } = JSON.parse(readFileSync(repositoryPath("puzzles/first/sudoku.json"), "utf8")) as {
    family: string;
    text: string;
  };
  return { family, text };
}

async function facts(): Promise<string> {
  const solver = solverComesLater ? [] : [SHIPPED.solver.wasm];
  const needed = [SHIPPED.engine.wasm, ...solver, SHIPPED.policy.model, SHIPPED.policy.card];
  // An empty file is one that a linker is still writing.
  const missing = needed.filter((file) => !existsSync(file) || statSync(file).size === 0);
  if (missing.length > 0) throw new Error(`the page needs files that are not built yet: ${missing.join(", ")}`);
  const host = new Host(nodeTransports());
  const starter = await host.open(firstPuzzle());
  const { threshold, looks, sleep } = await host.defaults();
  host.close();
  const size = (...files: string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0);
  const bytes = {
    engine: size(SHIPPED.engine.wasm),
    solver: size(...solver),
    policy: size(SHIPPED.policy.runtime!, SHIPPED.policy.model),
  };
  const { version } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as { version: string };
  // What decides how a game goes: another engine, solver or network plays otherwise.
  const digest = createHash("sha256");
  for (const file of needed) digest.update(readFileSync(file));
  const made = digest.digest("hex").slice(0, 16);
  // By whose confidence recorded games were played.
  const { sha256: network } = JSON.parse(readFileSync(SHIPPED.policy.card, "utf8")) as { sha256: string };
  const known = { version, network, build: `${version}-${made}`, starter, defaults: { threshold, looks, sleep }, bytes };
  return Object.entries(known)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join("");
}

export function buildFacts(): Plugin {
  return {
    name: "fastslow-build-facts",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? facts() : undefined),
  };
}
