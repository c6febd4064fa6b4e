// Signals, and which of them to read: chosen on all other families, judged on this one.

import { bootstrap, measured, short } from "./measures";
import type { PuzzleRecord, Reading } from "./play";

export const TOP = "top_probability";

/** Made of what was read, without another look or question. */
const COMBINED: Record<string, (read: Record<string, number>) => number> = {
  // Sure of this value, and of the whole picture.
  felt_probability: (read) => (read[TOP] ?? 0) * (read["self_assessment"] ?? 0),
  // The first look and the second.
  both_looks: (read) => ((read[TOP] ?? 0) + (read["second_look"] ?? 0)) / 2,
};

/** What a single glance tells. */
export const FREE: readonly string[] = ["self_assessment", "margin", "certainty", "felt_probability"];

export function withCombined({ signals }: Reading): Record<string, number> {
  const made = Object.entries(COMBINED).map(([name, of]) => [name, of(signals)] as const);
  return { ...signals, ...Object.fromEntries(made) };
}

export function signalNames(records: readonly PuzzleRecord[]): string[] {
  return [...new Set(records.flatMap(({ readings }) => readings.flatMap((one) => Object.keys(withCombined(one)))))];
}

export const casesOf = (name: string, of: readonly PuzzleRecord[]) =>
  of.flatMap(({ readings }, puzzle) =>
    readings.map((one) => ({ signal: withCombined(one)[name] ?? 0, right: one.right === 1, puzzle })),
  );

export const augrcOf = (name: string, of: readonly PuzzleRecord[]): number => measured(casesOf(name, of))?.augrc ?? 0;

/** Puzzles by turns: to choose on, and to judge on. A single one serves for both. */
export function halves<T>(records: readonly T[]): { choosing: T[]; judging: T[] } {
  const turn = (rest: number) => records.filter((_, at) => at % 2 === rest);
  return records.length < 2
    ? { choosing: [...records], judging: [...records] }
    : { choosing: turn(0), judging: turn(1) };
}

export interface ChosenSignal {
  signal: string;
  /** On how many other families it was chosen. */
  chosen_on: number;
  n: number;
  wrong: number;
  augrc: number;
  top_probability: number;
  /** By how much its AUGRC is above that of the top probability (below, where negative): 95 %. */
  against_top_probability: [number, number];
}

/** The signal of least AUGRC, in units of that of the top probability, on average over all other families; and what it comes
 *  to in this one, which had no part in the choice. Null where there is no other family with a mistake. */
export function chosenSignal(
  records: readonly PuzzleRecord[],
  others: readonly (readonly PuzzleRecord[])[],
  of: readonly string[],
): ChosenSignal | null {
  const telling = others.filter((family) => augrcOf(TOP, family) > 0);
  if (telling.length === 0 || of.length === 0) return null;
  const score = (name: string) =>
    telling.reduce((sum, family) => sum + augrcOf(name, family) / augrcOf(TOP, family), 0) / telling.length;
  const [signal] = of.map((name) => [name, score(name)] as const).sort(([, one], [, other]) => one - other)[0]!;
  const cases = casesOf(signal, records);
  const against = (drawn: readonly number[]) => {
    const some = drawn.map((at) => records[at]!);
    return augrcOf(signal, some) - augrcOf(TOP, some);
  };
  return {
    ...{ signal, chosen_on: telling.length, n: cases.length },
    wrong: cases.filter(({ right }) => !right).length,
    ...{ augrc: short(augrcOf(signal, records)), top_probability: short(augrcOf(TOP, records)) },
    against_top_probability: bootstrap(records.length, against, 200),
  };
}
