// Looks for the puzzle that a newcomer meets, and prints what fits, a text each: one of which the first steps of the pair
// show everything that it is about (first_steps.ts). The chosen one stands in puzzles/first/sudoku.json.
//
//   ./dev build native && ./dev build wasm && npx tsx web/tools/find_starter.ts PATH_OF_THE_FASTSLOW_TOOL [SEED [COUNT [SIZE]]]
//
// How: hard Sudokus are played until the first wrong guess. The right moves before it become givens, but for
// a few that are drawn by chance, many times over.

import { execFileSync } from "node:child_process";

import { Host } from "../src/host/host";
import { BadInput, runTool } from "./failure";
import { findTruth } from "./eval_puzzle";
import { firstSteps, shownBy } from "./first_steps";
import { nodeTransports } from "./node_transports";

const FAMILY = "sudoku";
/** How often some of the right moves before a mistake are left out, and at most how many. */
const DRAWS = 60;
const LEFT_OUT = 9;

/** The right moves of System 1 before its first wrong guess, if it comes to that. */
async function movesBeforeMistake(host: Host, text: string, solution: readonly (number | null)[]): Promise<number[]> {
  await host.open({ family: FAMILY, text });
  const variables: number[] = [];
  for (;;) {
    const result = await host.step();
    if (result.kind !== "decided" || result.decision.kind !== "place") return [];
    const { variable, value } = result.decision;
    if (solution[variable] !== value) return variables;
    variables.push(variable);
  }
}

/** The same from the same seed. */
function* subsets(variables: readonly number[], seed: number): Generator<number[]> {
  let state = seed;
  const drawn = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  for (let draw = 0; draw < DRAWS; draw++) {
    const given = [...variables];
    for (let left = 2 + drawn(LEFT_OUT - 1); left > 0 && given.length > 0; left--) given.splice(drawn(given.length), 1);
    yield given;
  }
}

/** The text with more values of its solution. */
function withGivens(text: string, variables: readonly number[], solution: readonly (number | null)[]): string {
  const start = text.lastIndexOf("]") + 1;
  const cells = [...text.slice(start)];
  for (const variable of variables) cells[variable] = String(solution[variable]);
  return text.slice(0, start) + cells.join("");
}

async function main(): Promise<void> {
  const [tool, seed = "5000", count = "200", size = "9x9x"] = process.argv.slice(2);
  if (tool === undefined) throw new BadInput("the path of the fastslow tool is needed");
  const wanted = ["--family", FAMILY, "--size", size, "--level", "hard", "--seed", seed, "--count", count];
  const texts = execFileSync(tool, ["generate", ...wanted], { encoding: "utf8" })
    .trim()
    .split("\n");
  const host = new Host(nodeTransports());
  try {
    for (const text of texts) {
      const { values: solution } = await findTruth(host, FAMILY, text);
      if (solution === null) continue;
      const before = await movesBeforeMistake(host, text, solution);
      if (before.length === 0) continue;
      for (const given of subsets(before, Number(seed))) {
        const start = withGivens(text, given, solution);
        const shown = shownBy(await firstSteps(host, { family: FAMILY, text: start }), solution);
        if (Object.values(shown).every(Boolean)) console.log(start);
      }
    }
  } finally {
    host.close();
  }
}

await runTool("find_starter", main);
