// The fifteen problems that a reader is asked, in order: a trick structure, its numbers, and which word of its list stands in
// each slot. Their answers are written down nowhere on the page.

import type { Picks } from "./draw";
import { TRICKY } from "./tricky";
import type { Problem } from "./draw";

const of = (id: string, numbers: Record<string, number>, picks: Picks = {}): Problem => {
  const structure = TRICKY.find((one) => one.id === id);
  if (!structure) throw new Error(`no structure ${id}`);
  return { structure, numbers, picks, ways: [] };
};

export const PROBLEMS: readonly Problem[] = [
  of("more_than", { t: 22, d: 20 }, { a: 0, b: 1 }),
  of("queue", { a: 7, b: 5 }, { who: 0 }),
  of("doubling", { k: 3, n: 24 }, { a: 0 }),
  of("machines", { m: 6, p: 6, t: 6, k: 30, q: 30 }, { a: 1, b: 1 }),
  of("all_but", { n: 23, m: 8 }, { who: 1, a: 1 }),
  of("posts", { l: 30, d: 5 }, { a: 0 }),
  of("heavier", { t: 17, d: 11 }, { a: 2, b: 3 }),
  of("give", { n: 6 }, { a: 2, b: 3, c: 0 }),
  of("cuts", { n: 5, t: 4 }, { who: 4, a: 0 }),
  of("climb", { h: 12, u: 6, d: 3 }, { a: 0 }),
  of("ages", { n: 8, m: 30 }, { a: 6, b: 7 }),
  of("strikes", { a: 4, t: 12, b: 8 }),
  of("half_itself", { n: 4 }, { a: 0 }),
  of("doubling", { k: 5, n: 30 }, { a: 1 }),
  of("more_than", { t: 35, d: 25 }, { a: 4, b: 5 }),
];
