// The exhibit of trick questions: its data and its figures.
//
//   npx tsx web/tools/tricks.ts export     build/tricks/*.json, some ten minutes
//   npx tsx web/tools/tricks.ts measure    models/results/tricks.json, from these files and the network trained on them
//
// Needs the engine's modules (./dev build wasm). An exported item: its text; System 2's answer, by which it was kept; and what
// models/exhibits/tricks/train.py learns from: the features of the text that are 1, the operations that come out whole with its
// numbers ("able"), and those that give the answer ("right").

import { mkdirSync, writeFileSync } from "node:fs";

import { EVERYDAY } from "../src/exhibits/tricks/everyday";
import { featuresOf, FEATURES, numbersOf, OPERATIONS, resultsOf } from "../src/exhibits/tricks/quick";
import { TRICKY } from "../src/exhibits/tricks/tricky";
import { Host } from "../src/host/host";
import { BadInput, runTool } from "./failure";
import { nodeTransports, repositoryPath } from "./node_transports";
import { setPath, Sets, type Exported, type Item, type Wanted } from "./tricks_sets";
import { measure } from "./tricks_measure";

/** Problems of each language. No text is in two sets; the held-out ones also speak of things that no other does. */
const SETS: Readonly<Record<string, Wanted>> = {
  everyday: { structures: EVERYDAY, count: 3000, pool: "met", seed: 1 },
  tricky: { structures: TRICKY, count: 1500, pool: "met", seed: 2 },
  held_out_everyday: { structures: EVERYDAY, count: 500, pool: "held_out", seed: 4 },
  held_out_tricky: { structures: TRICKY, count: 500, pool: "held_out", seed: 5 },
};

function exported({ problem, language, text, answer }: Item): Exported {
  const results = resultsOf(numbersOf(text));
  const where = (fits: (n: number) => boolean) => results.flatMap((n, i) => (fits(n) ? [i] : []));
  const { structure, numbers } = problem;
  return {
    ...{ id: structure.id, language, text, numbers, answer },
    features: featuresOf(text),
    able: where((n) => !Number.isNaN(n)),
    right: where((n) => n === answer),
  };
}

async function exportAll(host: Host): Promise<void> {
  const sets = new Sets(host);
  mkdirSync(repositoryPath("build/tricks"), { recursive: true });
  for (const [name, wanted] of Object.entries(SETS)) {
    const items = (await sets.draw(wanted)).map(exported);
    writeFileSync(setPath(name), JSON.stringify({ features: FEATURES, operations: OPERATIONS.length, items }));
    const unable = items.filter(({ right }) => right.length === 0).length;
    console.log(`${name}: ${items.length} problems, ${unable} that no operation answers`);
  }
}

async function main([task]: string[]): Promise<void> {
  if (task !== "export" && task !== "measure") throw new BadInput("which? export or measure");
  const host = new Host(nodeTransports());
  try {
    await (task === "export" ? exportAll(host) : measure(host));
  } finally {
    host.close();
  }
}

await runTool("tricks", () => main(process.argv.slice(2)));
