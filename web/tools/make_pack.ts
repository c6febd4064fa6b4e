// Makes the packs puzzles/*.json with the command-line tool: asks for puzzles of each size and level from counting
// seeds, measures each by the explanations that solve it (fastslow rate), and keeps the first so many of a level. How the
// systems play them is marked afterwards (./dev marks).
//
//   ./dev build native && npx tsx web/tools/make_pack.ts build/native-release/engine/fastslow [FAMILY...]
import { execFileSync } from "node:child_process";

import type { FamilyInfo, Level } from "../src/protocol/engine";
import { writePack, type PackEntry } from "./pack_file";

interface Rating {
  unique: boolean | null;
  level: Level | null;
  hardest: number;
}

const [tool, ...wanted] = process.argv.slice(2);
if (tool === undefined) {
  console.error("usage: make_pack.ts PATH_OF_THE_FASTSLOW_TOOL [FAMILY...]");
  process.exit(2);
}

const FIRST_SEED = 9_000_000;
const LEVELS: Level[] = ["easy", "medium", "hard"];
const PER_LEVEL = 22;
/** Seeds tried for one size and level before other sizes have to fill in. */
const TRIES = 24;
/** A puzzle that takes longer to make or to measure is no good for a pack. */
const PATIENCE_MS = 20_000;

function run(...args: string[]): string | null {
  try {
    return execFileSync(tool!, args, { encoding: "utf8", maxBuffer: 1 << 28, timeout: PATIENCE_MS }).trim();
  } catch {
    return null;
  }
}

function made(family: string, size: string, level: Level, seed: number): PackEntry | null {
  const text = run("generate", "--family", family, "--size", size, "--level", level, "--seed", String(seed));
  const rated = text === null ? null : run("rate", "--family", family, "--json", text);
  if (text === null || rated === null) return null;
  const rating = JSON.parse(rated) as Rating;
  if (!rating.unique || rating.level !== level) return null;
  return { text, size, level, seed, hardest: Math.max(1, rating.hardest) };
}

/** The sizes take turns, so that none crowds the others out; one that cannot be made at this level drops out. */
function collect(family: FamilyInfo, level: Level): PackEntry[] {
  const kept: PackEntry[] = [];
  // Games have no one solution to measure.
  const measured = family.dimensions.filter(({ game }) => !game);
  let sizes = measured.map(({ id }) => ({ size: id, seed: FIRST_SEED, misses: 0 }));
  while (kept.length < PER_LEVEL && sizes.length > 0) {
    for (const turn of sizes) {
      const entry = made(family.id, turn.size, level, turn.seed++);
      const isNew = entry !== null && !kept.some(({ text }) => text === entry.text);
      if (isNew) kept.push(entry);
      turn.misses = isNew ? 0 : turn.misses + 1;
      if (kept.length === PER_LEVEL) break;
    }
    const most = kept.length === 0 ? TRIES / 4 : TRIES;
    sizes = sizes.filter(({ misses }) => misses < most);
  }
  console.error(`${family.id} ${level}: ${String(kept.length)}`);
  const order = family.sizes;
  return kept.sort((a, b) => order.indexOf(a.size) - order.indexOf(b.size) || a.seed - b.seed);
}

const families = JSON.parse(run("families", "--json") ?? "[]") as FamilyInfo[];
for (const family of families) {
  if (!family.listed || (wanted.length > 0 && !wanted.includes(family.id))) continue;
  const puzzles = LEVELS.flatMap((level) => collect(family, level));
  writePack({ family: family.id, puzzles });
}
