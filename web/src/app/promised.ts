// The games that a promise of the play view rests on: those of the lab. Fetched only where somebody asks for a promise.

import { network } from "virtual:build-facts";

import type { RecordedGames } from "../game/pledge";
import type { Level } from "../protocol/engine";
import { recordedOf, type Outcomes } from "../lab/calibration";
import { readResults } from "../lab/figures/results";

export async function recordedGames(): Promise<readonly RecordedGames[]> {
  const outcomes = await readResults<Outcomes>("game_outcomes");
  if (!outcomes) return [];
  return recordedOf(outcomes).map(({ network: by, level, ...games }) => ({
    ...{ ...games, level: level as Level, ours: by === network },
  }));
}
