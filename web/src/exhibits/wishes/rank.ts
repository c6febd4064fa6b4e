// Four ways to put the shop's products in order for a wish. Each gives every product a score; 0 says nothing.
//
// words     how many of the wish's words stand in the product's name or gloss, rare words weighing more
// company   the wish's words and the gloss as sums of word vectors from co-occurrence, and the cosine between them
// network   the same with the vectors of the small network
// graph     from each word of the wish by WordNet's relations to a word of a purpose, from there to the kind of thing that
//           has the purpose, and down to the product; the best such way for each word, and their sum

import type { Product, Thing, WishData } from "./data";
import { stemOf, stemsOf, wordsOf } from "./words";

export const METHODS = ["words", "company", "network", "graph"] as const;
export type Method = (typeof METHODS)[number];

/** A kind one step up counts so much less, by the wishes marked "dev". */
export const STEP_UP = 0.8;
/** A word of a thing's name counts as much as one of its purpose, nearly. */
export const BY_NAME = 0.9;

/** How the graph gets from one word of a wish to a product. */
export interface Way {
  /** As the wish has it. */
  word: string;
  /** What it was led to, if not itself. */
  target: string;
  nearness: number;
  /** From the product up to the kind that has the purpose: places in `things`. */
  up: number[];
  /** Which purpose of the last; null: its name. */
  purpose: number | null;
  gain: number;
}

export interface Ranked {
  product: number;
  score: number;
}

/** Best first; equal ones as the shop has them. */
export function inOrder(scores: readonly number[]): Ranked[] {
  return scores.map((score, product) => ({ product, score })).sort((one, other) => other.score - one.score);
}

// --- words ---------------------------------------------------------------------------------------------------------------

/** How much a word says, in tenths. */
const weightIn = (data: WishData, stem: string): number => data.lexicon[stem]?.[0] ?? 80;

export function byWords(data: WishData, wish: string): number[] {
  const stems = stemsOf(wish);
  return data.products.map(({ gloss }) => {
    const there = new Set(stemsOf(gloss));
    return stems.filter((stem) => there.has(stem)).reduce((sum, stem) => sum + weightIn(data, stem) / 10, 0);
  });
}

// --- vectors -------------------------------------------------------------------------------------------------------------

/** So many words of a text are compared. */
export const WIDTH = 24;

/** A text as a row of word numbers, padded with 0. */
export function bagOf(numbers: ReadonlyMap<string, number>, text: string): number[] {
  const known = stemsOf(text).flatMap((stem) => numbers.get(stem) ?? []);
  return [...known, ...Array<number>(WIDTH).fill(0)].slice(0, WIDTH);
}

export const numbersOf = ({ vocabulary }: WishData): Map<string, number> =>
  new Map(vocabulary.map((stem, at) => [stem, at + 1]));

/** What of a product is compared: its words, its gloss and the kinds that it is one of. */
export function productText(data: WishData, { thing, gloss }: Product): string {
  return [gloss, ...data.things[thing]!.above.map((kind) => data.things[kind]!.word)].join(" ");
}

/** `vectors`: of the wish first, then of every product. 0 where the wish has no word that is known. */
export function byVectors(vectors: readonly (readonly number[])[]): number[] {
  const [wish, ...products] = vectors;
  return products.map((one) => cosine(wish!, one));
}

export function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, at) => sum + x * b[at]!, 0);
  const lengths = Math.sqrt(dot(one, one) * dot(other, other));
  return lengths === 0 ? 0 : dot(one, other) / lengths;
}

// --- graph ---------------------------------------------------------------------------------------------------------------

/** Where a word leads: itself, if a purpose has it, and what WordNet relates it to. */
function leads(data: WishData, stem: string): { target: string; nearness: number }[] {
  const [, ...ways] = data.lexicon[stem] ?? [];
  const found = [{ target: stem, nearness: 1 }];
  for (let at = 0; at < ways.length; at += 2)
    found.push({ target: data.targets[ways[at]!]!, nearness: ways[at + 1]! / 100 });
  return found;
}

/** Every kind that a thing is one of, with the steps there; itself first. */
export function kindsOf(things: readonly Thing[], thing: number): number[][] {
  const ways = [[thing]];
  const seen = new Set([thing]);
  for (const way of ways) {
    for (const above of things[way.at(-1)!]!.above) {
      if (seen.has(above)) continue;
      seen.add(above);
      ways.push([...way, above]);
    }
  }
  return ways;
}

interface Place {
  up: number[];
  purpose: number | null;
  stems: Set<string>;
  worth: number;
}

/** All names and purposes that speak for a product. */
function placesOf({ things }: WishData, thing: number): Place[] {
  return kindsOf(things, thing).flatMap((up) => {
    const { word, purposes } = things[up.at(-1)!]!;
    const worth = STEP_UP ** (up.length - 1);
    const named = { up, purpose: null, stems: new Set(stemsOf(word)), worth: worth * BY_NAME };
    return [named, ...purposes.map(({ phrase }, purpose) => ({ up, purpose, stems: new Set(stemsOf(phrase)), worth }))];
  });
}

/** For each product, the best way of each word of the wish that leads there. */
export function waysOf(data: WishData, wish: string): Way[][] {
  const words = wordsOf(wish)
    .filter(({ stem }, at, all) => all.findIndex((one) => one.stem === stem) === at)
    .map(({ word, stem }) => ({ word, leads: leads(data, stem), weight: weightIn(data, stem) / 10 }));
  return data.products.map(({ thing }) => {
    const places = placesOf(data, thing);
    return words.flatMap(({ word, leads: led, weight }) => {
      let best: Way | null = null;
      for (const { target, nearness } of led)
        for (const { up, purpose, stems, worth } of places) {
          const gain = weight * nearness * worth;
          if (stems.has(target) && gain > (best?.gain ?? 0)) best = { word, target, nearness, up, purpose, gain };
        }
      return best ? [best] : [];
    });
  });
}

export const byGraph = (ways: readonly Way[][]): number[] =>
  ways.map((all) => all.reduce((sum, { gain }) => sum + gain, 0));

/** The words of a wish that neither the graph nor the vectors know. */
export function unknownWords(data: WishData, numbers: ReadonlyMap<string, number>, wish: string): string[] {
  return wordsOf(wish)
    .filter(({ stem }) => !data.lexicon[stem] && !numbers.has(stemOf(stem)) && !numbers.has(stem))
    .map(({ word }) => word);
}
