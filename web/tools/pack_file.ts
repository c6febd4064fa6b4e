// The packs puzzles/*.json, as the tools read and write them: one line for each puzzle, so that differences can be read.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";

import type { Played } from "../src/game/wishes";
import type { Level } from "../src/protocol/engine";
import { repositoryPath } from "./node_transports";

export interface PackEntry {
  text: string;
  size: string;
  level: Level;
  seed: number;
  hardest: number;
  /** Absent until it was played. */
  played?: Played;
}

export interface Pack {
  family: string;
  puzzles: PackEntry[];
}

const pathOf = (family: string): string => repositoryPath(`puzzles/${family}.json`);

/** The families that there are packs of. */
export function packedFamilies(): string[] {
  return readdirSync(repositoryPath("puzzles"))
    .filter((file) => file.endsWith(".json") && !file.endsWith(".schema.json"))
    .map((file) => file.replace(".json", ""));
}

export function readPack(family: string): Pack {
  return JSON.parse(readFileSync(pathOf(family), "utf8")) as Pack;
}

export function writePack({ family, puzzles }: Pack): void {
  const lines = puzzles.map((puzzle) => "    " + JSON.stringify(puzzle)).join(",\n");
  const head = `{\n  "format": "fastslow-pack/1",\n  "family": "${family}",\n  "puzzles": [\n`;
  writeFileSync(pathOf(family), `${head}${lines}\n  ]\n}\n`);
}
