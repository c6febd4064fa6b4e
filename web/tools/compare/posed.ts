// The puzzles that are compared on: generated, or read from a file; each written for the peers by the native tool.

import { execFileSync } from "node:child_process";

import { BadInput } from "../failure";
import { readPuzzles } from "../puzzle_file";
import type { Groups } from "./groups";
import { rulesOf } from "./groups";
import type { Posed } from "./peer";

/** A size for each family, large enough to tell solvers apart and solved by everybody. */
export const SIZES: Record<string, string> = {
  sudoku: "9x9",
  skyscrapers: "5x5",
  kenken: "6x6",
  futoshiki: "7x7",
  nonogram: "15x15",
  minesweeper: "12x12",
  queens: "8x8",
  binairo: "10x10",
  lightup: "10x10",
  map: "20x15n30",
  knights: "7",
  zebra: "5x5",
};

const WARM_UP = 3;

export interface Chosen {
  family: string;
  /** Null: of a file. */
  size: string | null;
  puzzles: Posed[];
  warmUp: Posed[];
  /** Whether they differ in their givens only. */
  shared: boolean;
  /** Known to have a solution. */
  solvable: boolean;
}

/** `tool`: the path of the native `fastslow`. */
export function generated(tool: string, family: string, size: string, seed: number, count: number): Chosen {
  const wish = ["--family", family, "--size", size, "--seed", String(seed), "--count", String(count + WARM_UP)];
  const texts = said(tool, ["generate", "--json", ...wish], "").map((line) => (line as { puzzle: string }).puzzle);
  return chosen(posed(tool, family, texts), family, size, count);
}

/** The first `count` of the file; the few after them warm up, if there are any. */
export async function ofFile(tool: string, family: string, file: string, count: number): Promise<Chosen> {
  const lines = (await readPuzzles(file)).slice(0, count + WARM_UP);
  const texts = lines.map(({ text }) => text);
  return { ...chosen(posed(tool, family, texts), family, null, count), solvable: false };
}

function chosen(all: Posed[], family: string, size: string | null, count: number): Chosen {
  const puzzles = all.slice(0, count);
  const warmUp = all.slice(count);
  const shared = new Set(all.map(({ groups }) => rulesOf(groups))).size === 1;
  return { family, size, puzzles, warmUp, shared, solvable: true };
}

interface Exported {
  puzzle: string;
  written: string | null;
  error: string | null;
}

function posed(tool: string, family: string, texts: readonly string[]): Posed[] {
  const written = (to: string): Exported[] =>
    said(tool, ["export", "--json", "--to", to, "--family", family, "--file", "-"], texts.join("\n")).map((line) => {
      const exported = line as Exported;
      if (exported.written === null) throw new BadInput(exported.error ?? "a puzzle could not be written");
      return exported;
    });
  const minizinc = written("minizinc");
  return written("groups").map(({ puzzle, written: groups }, at) => ({
    family,
    text: puzzle,
    groups: JSON.parse(groups!) as Groups,
    minizinc: minizinc[at]!.written!,
  }));
}

/** The tool's output, an object a line. What it complains of it says in them, too. */
function said(tool: string, args: readonly string[], input: string): unknown[] {
  let output: string;
  try {
    output = execFileSync(tool, args, {
      input,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
      stdio: ["pipe", "pipe", "inherit"],
    });
  } catch (thrown) {
    output = String((thrown as { stdout?: unknown }).stdout ?? "");
    if (output === "") throw thrown;
  }
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line));
}
