// Which roads are for what. No road is for two things: each set has its own range of numbers to begin from.

import type { Sentences } from "../src/exhibits/road/sentences";

export interface ExampleSet {
  name: string;
  change: Partial<Sentences>;
  seed: number;
  count: number;
}

/** What the network learns from, and what it is measured on while it learns. */
export const SETS: readonly ExampleSet[] = [
  { name: "standard", change: {}, seed: 1_000_000, count: 40_000 },
  { name: "standard-check", change: {}, seed: 2_000_000, count: 5_000 },
  { name: "blue", change: { stop: "blue" }, seed: 3_000_000, count: 10_000 },
];

/** Roads that are driven to count violations. */
export const TEST_SEED = 5_000_000;
