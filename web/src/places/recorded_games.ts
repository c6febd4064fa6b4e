// The recorded games that a promise rests on, fetched only where somebody asks for a promise.

import { network } from "virtual:build-facts";

import type { RecordedGames } from "../game/pledge";
import { recordedOf, type Outcomes } from "../game/recorded";
import type { Level } from "../protocol/engine";

const [FILE] = Object.values(
  import.meta.glob<string>("../../../models/results/game_outcomes.json", {
    query: "?url",
    import: "default",
    eager: true,
  }),
);

/** Null if nothing is recorded. Rejects where the file cannot be fetched. */
export async function readOutcomes(): Promise<Outcomes | null> {
  if (FILE === undefined) return null;
  const response = await fetch(FILE);
  if (!response.ok) throw new Error(`game_outcomes: status ${response.status}`);
  return (await response.json()) as Outcomes;
}

export async function recordedGames(): Promise<readonly RecordedGames[]> {
  const outcomes = await readOutcomes();
  if (!outcomes) return [];
  return recordedOf(outcomes).map(({ network: by, level, ...games }) => ({
    ...{ ...games, level: level as Level, ours: by === network },
  }));
}
