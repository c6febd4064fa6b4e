// What the critic sees of a candidate: hashed words, pairs of words and short facts, as bucket numbers (0 is padding).

import { stemOf, wordsOf } from "../../src/exhibits/wishes/words";
import type { Candidate } from "./mine";
import type { Synset } from "./wordnet";

export const BUCKETS = 4096;
/** So many features of a candidate are looked at. */
export const FEATURES = 40;

/** FNV-1a, 32 bits -> 1..BUCKETS-1. */
function bucket(feature: string): number {
  let hash = 0x811c9dc5;
  for (const character of feature) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return 1 + (hash % (BUCKETS - 1));
}

/** What kinds of word a word is, by the commonest sense of each part of speech: WordNet's lexicographer files. */
export class Kinds {
  readonly #best = new Map<string, { count: number; file: number }>();

  constructor(synsets: Iterable<Synset>) {
    for (const { part, file, words, counts } of synsets)
      words.forEach((word, at) => {
        if (part !== "n" && part !== "v") return;
        const key = part + stemOf(word.toLowerCase());
        const best = this.#best.get(key);
        if (!best || counts[at]! > best.count) this.#best.set(key, { count: counts[at]!, file });
      });
  }

  of(part: "n" | "v", word: string): string {
    return String(this.#best.get(part + stemOf(word))?.file ?? "none");
  }
}

export function featuresOf({ rule, relation, phrase, word, clause }: Candidate, kinds: Kinds): number[] {
  const words = phrase.toLowerCase().match(/[a-z]+/g) ?? [];
  const before = clause.slice(0, clause.lastIndexOf(phrase)).trim().split(" ").slice(-2);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  const own = wordsOf(word).at(-1)?.stem;
  const features = [
    `rule ${String(rule)}`,
    `rule ${String(rule)} length ${String(Math.min(words.length, 5))}`,
    `first ${first}`,
    `first is ${kinds.of("v", first)} ${relation}`,
    `first is ${kinds.of("n", first)} rule ${String(rule)}`,
    `ending ${first.slice(-3)} ${String(rule)}`,
    `last is ${kinds.of("n", last)}`,
    `last is ${kinds.of("n", last)} rule ${String(rule)}`,
    `last ${last}`,
    ...before.map((one, at) => `before ${String(before.length - at)} ${one}`),
    ...(words.some((one) => stemOf(one) === own) ? ["says its own name"] : []),
    ...words.slice(0, 10).map((one) => `word ${one}`),
    ...words.slice(0, 10).map((one) => `verb ${kinds.of("v", one)}`),
  ];
  return features.slice(0, FEATURES).map(bucket);
}
