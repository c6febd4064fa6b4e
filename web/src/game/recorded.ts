// Games that System 1 played to the end, for what can be promised of others like them.

import type { RecordedGame } from "../protocol/engine";

export interface Calibration {
  family: string;
  /** Of the puzzles; a certificate is about such puzzles and no others. */
  size: string;
  level: string;
  /** Hash of the network that played. */
  network: string;
  /** The first so many are for the order of the thresholds. */
  order: number;
  games: readonly RecordedGame[];
}

/** models/results/game_outcomes.json */
export interface Outcomes {
  command: string;
  network: string;
  families: Record<
    string,
    {
      set: string;
      size: string;
      level: string;
      seeds: [number, number];
      order: number;
      worst: number[];
      least: number[];
    }
  >;
}

export function recordedOf({ network, families }: Outcomes): Calibration[] {
  return Object.entries(families).map(([family, { size, level, order, worst, least }]) => ({
    ...{ family, size, level, network, order },
    games: worst.map((one, at): RecordedGame => [one, least[at]!]),
  }));
}
