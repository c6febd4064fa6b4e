// Problems drawn from the grammar, by a seed: for training, for measuring.

import { between, type Random } from "../random";
import type { Slots, Structure, Tongue } from "./grammar";
import { write } from "./write";
import { WORDS } from "./words";

/** The last words of each list stay out of training, so that held-out problems speak of things that were never met. */
export const HELD_OUT_WORDS = 2;
export type Pool = "met" | "held_out";

/** Which word of its list stands in each slot: the same problem in both languages. */
export type Picks = Readonly<Record<string, number>>;

export interface Problem {
  structure: Structure;
  numbers: Slots["numbers"];
  picks: Picks;
  /** Which way of saying each sentence; beyond the number of ways, it is counted round. */
  ways: readonly number[];
}

function drawNumbers({ numbers }: Structure, random: Random): Record<string, number> {
  const drawn: Record<string, number> = {};
  for (const [slot, from] of Object.entries(numbers)) {
    drawn[slot] = typeof from === "string" ? drawn[from]! : between(random, from[0], from[1]);
  }
  return drawn;
}

/** Different words in the slots of one kind. */
function drawWords({ words }: Structure, pool: Pool, random: Random): Picks {
  const picks: Record<string, number> = {};
  for (const [slot, kind] of Object.entries(words)) {
    const count = WORDS[kind].en.length;
    const [lowest, highest] = pool === "met" ? [0, count - HELD_OUT_WORDS - 1] : [count - HELD_OUT_WORDS, count - 1];
    const taken = Object.keys(picks)
      .filter((other) => words[other] === kind)
      .map((other) => picks[other]);
    do picks[slot] = between(random, lowest, highest);
    while (taken.includes(picks[slot]));
  }
  return picks;
}

export function draw(structure: Structure, pool: Pool, random: Random): Problem {
  const numbers = drawNumbers(structure, random);
  const picks = drawWords(structure, pool, random);
  return { structure, numbers, picks, ways: [0, 1, 2].map(() => between(random, 0, 5)) };
}

export function slotsOf({ structure, numbers, picks }: Problem, language: Tongue): Slots {
  const words = Object.entries(structure.words).map(([slot, kind]) => [slot, WORDS[kind][language][picks[slot]!]!]);
  return { numbers, words: Object.fromEntries(words) as Record<string, string> };
}

export const textOf = (problem: Problem, language: Tongue): string =>
  write(problem.structure, language, slotsOf(problem, language), problem.ways);
