// How well a signal tells right from wrong, and how sure the figures are. Pure functions.
//
// A case is one move: what the signal said, whether the move was right, and the puzzle it is from. Where cases share a
// value of the signal, no order among them is better than another: each counts as the mean of its group.

import type { Signal } from "../../src/lab/figures/results";

export interface Case {
  signal: number;
  right: boolean;
  puzzle: number;
}

const BINS = 15;
const POINTS = 40;

interface Group {
  signal: number;
  n: number;
  wrong: number;
}

/** The cases by falling signal, those of one value together. */
function grouped(cases: readonly Case[]): Group[] {
  const groups: Group[] = [];
  for (const { signal, right } of [...cases].sort((a, b) => b.signal - a.signal)) {
    let last = groups.at(-1);
    if (last?.signal !== signal) groups.push((last = { signal, n: 0, wrong: 0 }));
    last.n++;
    if (!right) last.wrong++;
  }
  return groups;
}

/** Areas under the risk of the k surest, for k from 1 to n. */
function areas(groups: readonly Group[], n: number): { aurc: number; augrc: number } {
  let covered = 0;
  let wrong = 0;
  const sum = { aurc: 0, augrc: 0 };
  for (const group of groups) {
    for (let i = 1; i <= group.n; i++) {
      const expected = wrong + (group.wrong * i) / group.n;
      sum.aurc += expected / (covered + i);
      sum.augrc += expected / n;
    }
    covered += group.n;
    wrong += group.wrong;
  }
  return { aurc: sum.aurc / n, augrc: sum.augrc / n };
}

/** The chance that of a right and a wrong move the right one has the higher signal. */
function areaUnderRoc(groups: readonly Group[]): number | null {
  let higher = 0;
  let won = 0;
  const wrong = groups.reduce((sum, group) => sum + group.wrong, 0);
  const right = groups.reduce((sum, group) => sum + group.n - group.wrong, 0);
  if (wrong === 0 || right === 0) return null;
  for (const group of groups) {
    won += group.wrong * (higher + (group.n - group.wrong) / 2);
    higher += group.n - group.wrong;
  }
  return won / (wrong * right);
}

export function measured(cases: readonly Case[]): Signal | null {
  const n = cases.length;
  if (n === 0) return null;
  const groups = grouped(cases);
  const bins = Array.from({ length: BINS }, () => ({ n: 0, sum: 0, right: 0 }));
  for (const { signal, right } of cases) {
    const bin = bins[Math.min(BINS - 1, Math.max(0, Math.floor(signal * BINS)))]!;
    bin.n++;
    bin.sum += signal;
    bin.right += right ? 1 : 0;
  }
  const ece = bins.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right) / n, 0);
  const reliability = bins
    .filter((bin) => bin.n > 0)
    .map((bin): [number, number, number] => [short(bin.sum / bin.n), short(bin.right / bin.n), bin.n]);
  const { aurc, augrc } = areas(groups, n);
  const auroc = areaUnderRoc(groups);
  return {
    ...{ n, aurc: short(aurc), augrc: short(augrc), auroc: auroc === null ? null : short(auroc), ece: short(ece) },
    ...{ curve: curveOf(groups, n), reliability },
  };
}

function curveOf(groups: readonly Group[], n: number): Signal["curve"] {
  const all: Signal["curve"] = [];
  let covered = 0;
  let wrong = 0;
  for (const group of groups) {
    covered += group.n;
    wrong += group.wrong;
    all.push([short(covered / n), short(wrong / covered), short(group.signal)]);
  }
  const stride = Math.max(1, Math.ceil(all.length / (POINTS - 1)));
  return all.filter((_, at) => at % stride === 0 || at === all.length - 1);
}

/** Five digits are more than any of these figures is good for. */
export function short(value: number): number {
  return Number(value.toPrecision(5));
}

/** Numbers from 0 to 1, the same each time. Source: mulberry32, T. Ettinger, 2017 (public domain). */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The middle 95 of a hundred values of `statistic` over puzzles drawn anew with replacement. What is compared within one
 *  statistic is drawn together, which pairs it. */
export function bootstrap(
  puzzles: number,
  statistic: (drawn: readonly number[]) => number,
  draws = 1000,
  seed = 1,
): [number, number] {
  const next = uniform(seed);
  const values = Array.from({ length: draws }, () =>
    statistic(Array.from({ length: puzzles }, () => Math.floor(next() * puzzles))),
  ).sort((a, b) => a - b);
  const at = (share: number): number => values[Math.min(draws - 1, Math.floor(share * draws))] ?? 0;
  return [short(at(0.025)), short(at(0.975))];
}
