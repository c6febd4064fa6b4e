// What is compared: strategies with their settings, and the puzzles of each family. Names of strategies and settings are
// the engine's; it refuses what it does not know.

import type { Config, Strategy } from "../../src/protocol/engine";

export interface Entry {
  strategy: Strategy;
  setting: Partial<Config>;
}

const each = (strategy: Strategy, field: string, values: readonly number[], more: Partial<Config> = {}): Entry[] =>
  values.map((value) => ({ strategy, setting: { [field]: value, ...more } }));

export const PLAN: readonly Entry[] = [
  { strategy: "system1", setting: {} },
  { strategy: "system2", setting: {} },
  { strategy: "verify", setting: {} },
  ...each("threshold", "threshold", [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99]),
  { strategy: "chow", setting: {} },
  ...each("self_assessment", "threshold", [0.5, 0.9]),
  ...each("agreement", "threshold", [0.5, 0.9], { votes: 3 }),
  ...each("hybrid", "share", [0.1, 0.3]),
  ...each("random", "rate", [0.1, 0.3]),
  { strategy: "sofai", setting: {} },
  { strategy: "value_of_computation", setting: {} },
  ...each("risk_controlled", "certified", [0.9, 0.99]),
  { strategy: "oracle", setting: {} },
];

/** The size and level of a family's puzzles: where System 1 makes mistakes, and a game takes seconds at most. */
export const SETS: Record<string, { size: string; level: "easy" | "medium" | "hard" }> = {
  sudoku: { size: "9x9", level: "hard" },
  skyscrapers: { size: "5x5", level: "hard" },
  futoshiki: { size: "5x5", level: "hard" },
  minesweeper: { size: "8x8", level: "hard" },
  binairo: { size: "8x8", level: "hard" },
  map: { size: "10x8n15", level: "hard" },
  zebra: { size: "4x4", level: "hard" },
  kenken: { size: "5x5", level: "hard" },
  nonogram: { size: "10x10", level: "hard" },
  queens: { size: "8x8", level: "hard" },
  lightup: { size: "7x7", level: "hard" },
  knights: { size: "5", level: "hard" },
};

/** The first puzzle's number for the generator; the next ones follow. */
export const FIRST_SEED = 7_100_000;

/** The games that a guarantee is tested on: small boards, as thousands of games are needed. */
export const OUTCOME_SETS: Record<string, { size: string; level: "easy" | "medium" | "hard" }> = {
  skyscrapers: { size: "4x4", level: "hard" },
  futoshiki: { size: "4x4", level: "hard" },
  kenken: { size: "4x4", level: "hard" },
  map: { size: "6x5n8", level: "hard" },
  zebra: { size: "3x3", level: "hard" },
  knights: { size: "5", level: "hard" },
};
export const FIRST_OUTCOME = 7_500_000;
