// The grammar of the word problems: what its data looks like. Each structure is a story of a few sentences in both languages,
// and what it means, once, as sums over unknowns. The stories are in everyday.ts and tricky.ts.
//
// A sentence is a pattern of words and slots. {a} stands for a word or two, or for a number, as the structure says; {a:은/는}
// for a word with a Korean particle; {n:th} for an ordinal number (3rd).

import type { Kind } from "./words";

/** Of each sentence of a story, the ways to say it. */
export type Story = readonly (readonly string[])[];
/** The languages that the stories are in; readers of others have them in English. */
export type Tongue = "en" | "ko";
export const tongueOf = (language: string): Tongue => (language === "ko" ? "ko" : "en");
export type Both<T> = Record<Tongue, T>;

/** Adds up to a number: each unknown times its factor. Factors and the number are terms: "2", "n", "m * t", "n - 1". */
export interface Sum {
  of: Readonly<Record<string, string>>;
  equals: string;
  /** As a proof cites it. */
  says: Both<string>;
}

export interface Meaning {
  /** How a proof calls the unknowns. */
  unknowns: Readonly<Record<string, Both<string>>>;
  sums: readonly Sum[];
  /** The unknown that is asked for. */
  asked: string;
}

/** From which numbers a problem is made: [lowest, highest], or the same number as in another slot. */
export type Drawn = readonly [number, number] | string;

export interface Structure extends Meaning {
  id: string;
  words: Readonly<Record<string, Kind>>;
  numbers: Readonly<Record<string, Drawn>>;
  story: Both<Story>;
}

/** What stands in the slots. */
export interface Slots {
  words: Readonly<Record<string, string>>;
  numbers: Readonly<Record<string, number>>;
}

/** The values of every unknown are 0 to this, as many as a cell of a declaration can have. */
export const MOST = 35;
/** The largest number that a sentence may hold. */
export const LARGEST = 100;

/** A term with its slots filled: sums of products, all parted by spaces. */
export function termValue(term: string, numbers: Slots["numbers"]): number {
  const factor = (text: string) => numbers[text] ?? Number(text);
  const signed = term.replaceAll(" - ", " + -1 * ").split(" + ");
  return signed
    .map((part) => part.split(" * ").reduce((all, text) => all * factor(text), 1))
    .reduce((a, b) => a + b, 0);
}

/** A piece of a pattern. `ending`: a particle's forms, what follows a word at once, or "th". */
export type Piece = { literal: string } | { slot: string; endings: readonly string[] };

const SLOT = /\{(\w+)(?::([^}]*))?\}/;

/** The pieces of a pattern, its text between slots as it is written. */
export function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = pattern;
  for (let found = SLOT.exec(rest); found; found = SLOT.exec(rest)) {
    if (found.index > 0) pieces.push({ literal: rest.slice(0, found.index) });
    pieces.push({ slot: found[1]!, endings: found[2]?.split("/") ?? [] });
    rest = rest.slice(found.index + found[0].length);
  }
  if (rest) pieces.push({ literal: rest });
  return pieces;
}
