// Makes puzzles/sudoku.json with the command-line tool: generates from counting seeds, measures each
// puzzle by the proofs that solve it, and keeps the first so many of each size and level.
//
//   ./dev build native && npx tsx web/tools/make_pack.ts build/native-release/engine/fastslow
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Entry {
  text: string;
  size: string;
  level: Level;
  seed: number;
  hardest: number;
}
type Level = "easy" | "medium" | "hard";

const tool = process.argv[2];
if (tool === undefined) {
  console.error("usage: make_pack.ts PATH_OF_THE_FASTSLOW_TOOL");
  process.exit(2);
}

const FIRST_SEED = 9_000_000;
const WANTED: Record<string, Partial<Record<Level, number>>> = {
  "4x4": { easy: 6 },
  "6x6": { easy: 4, medium: 4 },
  "9x9": { easy: 14, medium: 14, hard: 14 },
  "16x16": { hard: 2 },
};

function run(...args: string[]): string {
  return execFileSync(tool!, args, { encoding: "utf8", maxBuffer: 1 << 28 }).trim();
}

function levelOf(hardest: number): Level {
  if (hardest <= 4) return "easy";
  return hardest <= 8 ? "medium" : "hard";
}

function measure(size: string, seed: number): Entry {
  const text = run("generate", "--size", size, "--seed", String(seed));
  const explained = JSON.parse(run("explain", "--json", text)) as { status: string; steps: { rules: unknown[] }[] };
  if (explained.status !== "solved") throw new Error(`seed ${seed} (${size}) is ${explained.status}`);
  const hardest = Math.max(...explained.steps.map((step) => step.rules.length));
  return { text, size, level: levelOf(hardest), seed, hardest };
}

function collect(size: string, wanted: Partial<Record<Level, number>>): Entry[] {
  const kept: Entry[] = [];
  const missing = new Map(Object.entries(wanted) as [Level, number][]);
  for (let seed = FIRST_SEED; [...missing.values()].some((n) => n > 0) && seed < FIRST_SEED + 400; ++seed) {
    const entry = measure(size, seed);
    const left = missing.get(entry.level) ?? 0;
    if (left === 0) continue;
    missing.set(entry.level, left - 1);
    kept.push(entry);
    console.error(`${size} ${entry.level} (${entry.hardest} rules)`);
  }
  const order: Level[] = ["easy", "medium", "hard"];
  return kept.sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level) || a.seed - b.seed);
}

const puzzles = Object.entries(WANTED).flatMap(([size, wanted]) => collect(size, wanted));
const lines = puzzles.map((puzzle) => "    " + JSON.stringify(puzzle)).join(",\n");
const out = fileURLToPath(new URL("../../puzzles/sudoku.json", import.meta.url));
writeFileSync(out, `{\n  "format": "fastslow-pack/1",\n  "family": "sudoku",\n  "puzzles": [\n${lines}\n  ]\n}\n`);
