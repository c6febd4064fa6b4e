// The collection that comes with the page, read once.

import type { Sample } from "../panels/fs_new_puzzle";

const FILES = import.meta.glob<string>(["../../../puzzles/*.json", "!../../../puzzles/*.schema.json"], {
  query: "?url",
  import: "default",
  eager: true,
});

interface Pack {
  family: string;
  puzzles: { text: string; size: string; level: string }[];
}

let read: Promise<Sample[]> | undefined;

export function readPacks(): Promise<Sample[]> {
  read ??= readAll();
  return read;
}

async function readAll(): Promise<Sample[]> {
  const packs = await Promise.all(Object.values(FILES).map(readPack));
  return packs.flatMap((pack) => (pack ? samplesOf(pack) : []));
}

async function readPack(url: string): Promise<Pack | null> {
  try {
    const response = await fetch(url);
    return response.ok ? ((await response.json()) as Pack) : null;
  } catch {
    return null; // without the collection, a puzzle can still be made or pasted
  }
}

function samplesOf({ family, puzzles }: Pack): Sample[] {
  return puzzles.map(({ text, size, level }) => ({ family, text, size, level }));
}
