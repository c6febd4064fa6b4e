// Looks for the puzzle that a newcomer meets, and prints what fits, a text each: one of which the first steps of the pair
// show everything that it is about (first_steps.ts). The chosen one stands in puzzles/first/sudoku.json.
//
//   ./dev build wasm && npx tsx web/tools/find_starter.ts [FILE]     (a puzzle a line; without one, the pack's Sudokus)
//
// How: the pair plays each puzzle to its end. Where a few steps of that game show everything, the right values that stood
// before them become givens, but for some that are drawn by chance, many times over.

import { readFileSync } from "node:fs";

import { Host } from "../src/host/host";
import { findTruth } from "../src/host/truth";
import { runTool } from "./failure";
import { FIRST_STEPS, showsAll, shownBy, stepsOf, type Step } from "./first_steps";
import { nodeTransports } from "./node_transports";
import { readPack } from "./pack_file";

const FAMILY = "sudoku";
/** How often some of the values before a telling moment are left out, and at most how many. */
const DRAWS = 30;
const LEFT_OUT = 4;
/** Steps that show everything a little further apart may come closer when they are made from another position. */
const NEARLY = FIRST_STEPS + 3;
/** Of a game: more than any of these needs. */
const MOST_STEPS = 2000;

type Solution = readonly (number | null)[];

/** The right values that were placed before each moment from which a few steps show everything. */
function tellingMoments(steps: readonly Step[], solution: Solution): number[][] {
  const moments: number[][] = [];
  const placed: number[] = [];
  steps.forEach(({ decision }, index) => {
    const shown = shownBy(steps.slice(index, index + NEARLY), solution);
    if (showsAll(shown)) moments.push([...placed]);
    if (decision.kind === "place" && solution[decision.variable] === decision.value) placed.push(decision.variable);
  });
  return moments;
}

/** The same from the same seed. The first leaves nothing out. */
function* subsets(variables: readonly number[], seed: number): Generator<number[]> {
  let state = seed;
  const drawn = (count: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  yield [...variables];
  for (let draw = 0; draw < DRAWS; draw++) {
    const given = [...variables];
    for (let left = 1 + drawn(LEFT_OUT); left > 0 && given.length > 0; left--) given.splice(drawn(given.length), 1);
    yield given;
  }
}

/** The text with more values of its solution. */
function withGivens(text: string, variables: readonly number[], solution: Solution): string {
  const start = text.lastIndexOf("]") + 1;
  const cells = [...text.slice(start)];
  for (const variable of variables) cells[variable] = String(solution[variable]);
  return text.slice(0, start) + cells.join("");
}

async function main(): Promise<void> {
  const file = process.argv[2];
  const texts =
    file === undefined
      ? readPack(FAMILY).puzzles.map(({ text }) => text)
      : readFileSync(file, "utf8").trim().split("\n");
  const host = new Host(nodeTransports());
  try {
    for (const [number, text] of texts.entries()) {
      const { values: solution } = await findTruth(host, FAMILY, text);
      if (solution === null) continue;
      for (const before of tellingMoments(await stepsOf(host, { family: FAMILY, text }, MOST_STEPS), solution)) {
        for (const given of subsets(before, number)) {
          const start = withGivens(text, given, solution);
          const shown = shownBy(await stepsOf(host, { family: FAMILY, text: start }, FIRST_STEPS), solution);
          if (showsAll(shown)) console.log(shown.checked ? "checked, too:" : "", start);
        }
      }
    }
  } finally {
    host.close();
  }
}

await runTool("find_starter", main);
