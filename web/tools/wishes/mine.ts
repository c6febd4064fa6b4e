// Purposes mined from WordNet's glosses by the rules of models/exhibits/wishes/rules.json, which the page prints.

import rules from "../../../models/exhibits/wishes/rules.json";
import type { Synset } from "./wordnet";

const ARTEFACTS = 6;

/** "An umbrella is for keeping off rain", or so a rule believes. */
export interface Candidate {
  synset: string;
  word: string;
  relation: string;
  phrase: string;
  /** Which of the rules found it. */
  rule: number;
  /** The clause that it was found in. */
  clause: string;
}

const RULES = rules.rules.map(({ relation, pattern }) => ({ relation, pattern: new RegExp(pattern) }));

/** The clauses of a definition, without what stands in parentheses. */
export const clausesOf = (definition: string): string[] =>
  definition
    .replace(/\([^)]*\)/g, " ")
    .replace(/`|'(?!s\b)/g, "")
    .split(/[;:]/)
    .map((clause) => clause.replace(/\s+/g, " ").trim())
    .filter((clause) => clause !== "");

/** What the rules find in one synset's gloss. */
export function mineOne({ id, words, definition }: Pick<Synset, "id" | "words" | "definition">): Candidate[] {
  return clausesOf(definition).flatMap((clause) => {
    for (const [rule, { relation, pattern }] of RULES.entries()) {
      const phrase = pattern.exec(clause)?.[1]?.trim();
      if (phrase) return [{ synset: id, word: words[0]!, relation, phrase, rule, clause }];
    }
    return [];
  });
}

export const isArtefact = ({ part, file }: Pick<Synset, "part" | "file">): boolean =>
  part === "n" && file === ARTEFACTS;

export function mine(synsets: Iterable<Synset>): Candidate[] {
  return [...synsets].filter(isArtefact).flatMap(mineOne);
}
