// The networks that can be let loose, as their card tells them, and one that has learned nothing. No addresses: those are in
// assets.ts.

import card from "../../../../models/exhibits/sizes/card.json";

export type Kind = "graph" | "cnn" | "mlp" | "none";

export interface Contender {
  name: string;
  kind: Kind;
  /** How many puzzles it was trained on. */
  puzzles: number;
  parameters: number;
  /** By what is guessed among: its scores are divided by this before they are read as odds. */
  temperature: { legal_values: number; all_values: number };
  /** What it is given: the board as it stands, or which values are open. Null: it needs no file, for it knows nothing. */
  input: "board" | "open" | null;
  /** Of its file. */
  bytes: number;
  sha256: string;
}

/** All values of a cell are alike to it: what the rules do by themselves. */
const NOTHING_LEARNED: Contender = {
  ...{ name: "none", kind: "none", puzzles: 0, parameters: 0, input: null, bytes: 0, sha256: "" },
  temperature: { legal_values: 1, all_values: 1 },
};

const trained = card.networks.map(
  ({ name, kind, puzzles, parameters, temperature, input, bytes, sha256 }): Contender => ({
    ...{ name, puzzles, parameters, temperature, bytes, sha256 },
    kind: kind as Kind,
    input: input as "board" | "open",
  }),
);

/** Small before large. */
export const CONTENDERS: readonly Contender[] = [NOTHING_LEARNED, ...trained].sort(
  (one, other) => one.parameters - other.parameters || one.puzzles - other.puzzles,
);

/** From so sure on, a guess is played without asking System 2. */
export const THRESHOLD = card.threshold;

/** Of which size the puzzles are. */
export const SIZE = card.size;

/** Puzzles that no network was trained on. */
export const EXAMPLES: readonly string[] = card.examples.map(({ text }) => text);

/** What a network is chosen by. */
export type Part = "kind" | "parameters" | "puzzles";

/** The values of a part, each once. */
export const choices = <P extends Part>(part: P, among: readonly Contender[]): Contender[P][] => [
  ...new Set(among.map((one) => one[part])),
];
