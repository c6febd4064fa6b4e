// The card of a network that learned by practice: what it was taught, by which teacher, and what was measured of it. It is
// written into the network's file (network_file.ts), so that neither is ever without the other.

import { isFields } from "../protocol/messages";
import { TEACHERS, type Teacher } from "../protocol/practice";

/** On puzzles that it never practised on. */
export interface Measured {
  puzzles: number;
  /** Without a wrong move; of these, without System 2. */
  solved: number;
  alone: number;
  moves: number;
  /** Moves for which System 2 was asked, and those that were played though wrong. */
  escalated: number;
  wrong: number;
}

/** A kind of puzzle, as the engine names it. */
export interface Taught {
  family: string;
  /** The size's id. */
  size: string;
  rules: string[];
  /** An author's own kind: the declaration whose givens were dealt anew. */
  puzzle?: string;
}

export interface Learned {
  /** As its owner calls it. */
  name: string;
  taught: Taught;
  teacher: Teacher;
  /** What it knew before. */
  start: (typeof STARTS)[number];
  /** Where its random numbers began. */
  seed: number;
  /** Puzzles and moves practised, and steps of training. */
  puzzles: number;
  moves: number;
  steps: number;
  /** Of computing, all in all. */
  seconds: number;
  /** Null: nothing was measured. */
  measured: Measured | null;
  /** Of the page that it was made on. */
  version: string;
}

export const LONGEST_NAME = 40;
/** What the engine takes. */
const LONGEST_PUZZLE = 65536;
const MOST = 1e12;

/** A name that can be shown and be part of an address: printable, in one line, not too long. Empty if nothing is left. */
export function cleanName(typed: string): string {
  const printable = typed.normalize("NFC").replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ");
  return [...printable.replace(/\s+/g, " ").trim()].slice(0, LONGEST_NAME).join("").trim();
}

/** Null if anything is missing or of another kind. What is not known is left out. */
export function readLearned(value: unknown): Learned | null {
  if (!isFields(value)) return null;
  const { name, teacher, start, version } = value;
  const taught = readTaught(value["taught"]);
  const measured = value["measured"] === null ? null : readMeasured(value["measured"]);
  const counted = countsOf(value, ["seed", "puzzles", "moves", "steps", "seconds"]);
  if (typeof name !== "string" || cleanName(name) !== name || name === "") return null;
  if (!oneOf(TEACHERS, teacher) || !oneOf(STARTS, start) || !shortText(version)) return null;
  if (taught === null || measured === undefined || counted === null) return null;
  return { name, taught, teacher, start, ...counted, measured, version };
}

export const STARTS = ["untrained", "shipped", "learned"] as const;

function oneOf<T extends string>(allowed: readonly T[], value: unknown): value is T {
  return allowed.some((one) => one === value);
}

const shortText = (value: unknown): value is string => typeof value === "string" && /^[\w.+-]{1,40}$/.test(value);

function countsOf<K extends string>(value: Record<string, unknown>, names: readonly K[]): Record<K, number> | null {
  const fits = names.every((name) => {
    const one = value[name];
    return typeof one === "number" && one >= 0 && one <= MOST;
  });
  return fits ? (Object.fromEntries(names.map((name) => [name, value[name]])) as Record<K, number>) : null;
}

export function readTaught(value: unknown): Taught | null {
  if (!isFields(value) || !Array.isArray(value["rules"])) return null;
  const { family, size } = value;
  const rules: unknown[] = value["rules"];
  if (!shortText(family) || !shortText(size) || rules.length > 20 || !rules.every(shortText)) return null;
  const puzzle = value["puzzle"];
  if (puzzle !== undefined && !(typeof puzzle === "string" && puzzle.length <= LONGEST_PUZZLE)) return null;
  return { family, size, rules, ...(puzzle !== undefined && { puzzle }) };
}

/** Undefined if it is none. */
function readMeasured(value: unknown): Measured | undefined {
  if (!isFields(value)) return undefined;
  const counted = countsOf(value, ["puzzles", "solved", "alone", "moves", "escalated", "wrong"]);
  if (counted === null) return undefined;
  const { puzzles, solved, alone, moves, escalated, wrong } = counted;
  return solved <= puzzles && alone <= solved && escalated <= moves && wrong <= moves ? counted : undefined;
}
