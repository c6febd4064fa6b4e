// Puzzles from a file: one per line, or a pack (puzzles/*.json). Each with its number.

import { readFile } from "node:fs/promises";

import { BadInput } from "./failure";

export interface PuzzleLine {
  line: number;
  text: string;
}

export async function readPuzzles(path: string): Promise<PuzzleLine[]> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (thrown) {
    throw new BadInput(`cannot read the puzzles: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const puzzles = path.endsWith(".json") ? puzzlesOfPack(content, path) : puzzlesOf(content);
  if (puzzles.length === 0) throw new BadInput(`no puzzle in ${path}`);
  return puzzles;
}

function puzzlesOfPack(content: string, path: string): PuzzleLine[] {
  try {
    const { puzzles } = JSON.parse(content) as { puzzles: { text: string }[] };
    return puzzles.map(({ text }, at) => ({ line: at + 1, text }));
  } catch {
    throw new BadInput(`${path} is no pack (see puzzles/pack.schema.json)`);
  }
}

export function puzzlesOf(content: string): PuzzleLine[] {
  return content
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((text, at) => ({ line: at + 1, text: text.trim() }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"));
}

/** The i-th of n shares, then at most `limit` of it. */
export function selected(
  puzzles: readonly PuzzleLine[],
  shard: { index: number; of: number },
  limit: number,
): PuzzleLine[] {
  return puzzles.filter((_, at) => at % shard.of === shard.index - 1).slice(0, limit);
}
