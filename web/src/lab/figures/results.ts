// The recorded results of the studies (models/results), fetched when a figure is about to be drawn. A study that has not
// been run yet has no file: what there is of it is then nothing.

import type { KeptPromise, Wish } from "../../protocol/engine";

const FILES = import.meta.glob<string>(
  "../../../../models/results/{sizes,learning_curves,ablations,accuracy_by_size,scale,strategies,guarantee}.json",
  { query: "?url", import: "default", eager: true },
);

export type Study =
  ("sizes" | "learning_curves" | "ablations" | "accuracy_by_size") | ("scale" | "strategies" | "guarantee");

/** Null if nothing is recorded. Rejects where the file cannot be fetched. */
export async function readResults<T>(study: Study): Promise<T | null> {
  const url = FILES[`../../../../models/results/${study}.json`];
  if (url === undefined) return null;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${study}: status ${response.status}`);
  return (await response.json()) as T;
}

/** models/results/guarantee.json: how often the promise is kept on the recorded games, by wish and family. */
export interface Guarantee {
  command: string;
  network: string;
  about: string;
  wishes: (Wish & { families: Record<string, KeptPromise & { games: number }> })[];
}

interface Spread {
  mean: number;
  least: number;
  most: number;
}

/** models/results/sizes.json and learning_curves.json, as far as they are drawn. */
export interface Networks {
  command: string;
  setting: { size: string; seconds: number; test: number; training: number; threshold: number };
  means: ({ model: string; shape: string; puzzles: number; budget: number; parameters: number; seeds: number } & Record<
    "alone" | "solved" | "escalated",
    Spread
  >)[];
}

export interface Ablations {
  command: string;
  steps: number;
  runs: Record<string, [group: string, found: { parameters: number; glance: number; look: number }]>;
}

export interface BySize {
  command: string;
  set: string;
  points: {
    name: string;
    kind: string;
    /** Null where it was not told. */
    parameters: number | null;
    accuracy: number;
    finished_alone: number | null;
    seconds: number | null;
    set: string;
    source: string;
  }[];
}

interface Sizes {
  size: string;
  squares: number;
  puzzles: number;
  ms: { median: number; most: number };
  work: { median: number; most: number };
}

/** models/results/scale.json. */
export interface Growth {
  command: string;
  families: Record<
    string,
    { source: string; slope: { ms: number | null; work: number | null }; sizes: readonly Sizes[] }
  >;
}

type Point3 = [number, number, number];

/** How well something told right proposals from wrong ones. */
export interface Signal {
  n: number;
  /** Mean over all coverages of the share of wrong moves among those covered. */
  aurc: number;
  /** The same of wrong moves covered, as a share of all moves (arXiv 2407.01032): a matter of order only. */
  augrc: number;
  /** Null where all moves are right, or all are wrong. */
  auroc: number | null;
  /** Expected calibration error, 15 bins of equal width. */
  ece: number;
  /** Coverage, share of wrong moves among those covered, and the signal from which they are. */
  curve: Point3[];
  /** Mean signal, share of right moves, number of moves: by bin. */
  reliability: Point3[];
  /** By how much its AUGRC is above that of the top probability: 95 %. */
  against_top_probability?: [number, number];
}

/** The best signal of all other families, as it does in this one. */
export interface ChosenSignal {
  signal: string;
  wrong: number;
  augrc: number;
  top_probability: number;
  against_top_probability: [number, number];
}

/** A strategy with one setting, over the puzzles of a set. */
export interface Played {
  setting: Record<string, number>;
  solved: number;
  games: number;
  moves: number;
  unchecked: number;
  unchecked_wrong: number;
  games_with_error: number;
  escalations: number;
  effort: { median: number; p95: number };
  ms: { median: number; p95: number };
  /** Progress of the game 0..1, share of decisions for which System 2 was asked, how many decisions. */
  by_progress: Point3[];
}

export interface OfFamily {
  set: string;
  /** Of puzzles that the engine made. */
  size?: string;
  level?: string;
  puzzles: number;
  z3_once?: { solved: number; effort_median: number; ms_median: number };
  signals: Record<string, Signal>;
  strategies: Record<string, Played[]>;
  /** Of all that solved every puzzle: the cheapest way to pair the two against the cheapest fixed threshold. */
  best?: {
    strategy: string;
    setting: Record<string, number>;
    saved: number;
    interval: [number, number];
    /** On how many puzzles both were chosen; the figures are of the others. */
    chosen_on?: number;
  } | null;
  /** Of all signals, and of those that one glance tells. */
  best_signal?: { any: ChosenSignal | null; free: ChosenSignal | null };
}

/** models/results/strategies.json, as far as it is drawn. */
export interface Strategies {
  command: string;
  version: string;
  families: Record<string, OfFamily>;
}
