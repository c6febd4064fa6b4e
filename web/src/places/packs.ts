// The collection that comes with the page: a file for each kind of puzzle, read when that kind is looked at.

import type { Sample } from "../game/wishes";

export { tellingSample } from "./telling";

const FILES = import.meta.glob<string>(["../../../puzzles/*.json", "!../../../puzzles/*.schema.json"], {
  query: "?url",
  import: "default",
  eager: true,
});

/** The kinds that there is a collection of. */
export const KINDS: readonly string[] = Object.keys(FILES).map((file) => /([^/]+)\.json$/.exec(file)![1]!);

interface Pack {
  family: string;
  puzzles: Omit<Sample, "family">[];
}

const read = new Map<string, Promise<Sample[] | null>>();

/** The puzzles of a kind; none if there is no collection of them, null if there is no way to it (now). */
export function readPack(family: string): Promise<Sample[] | null> {
  const known = read.get(family) ?? load(family);
  read.set(family, known);
  return known;
}

async function load(family: string): Promise<Sample[] | null> {
  const url = FILES[`../../../puzzles/${family}.json`];
  if (url === undefined) return [];
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return samplesOf((await response.json()) as Pack);
  } catch {
    read.delete(family);
    return null; // without the collection, a puzzle can still be made or pasted
  }
}

function samplesOf({ family, puzzles }: Pack): Sample[] {
  return puzzles.map(({ text, size, level, played }) => ({ family, text, size, level, ...(played && { played }) }));
}
