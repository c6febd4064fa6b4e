// WordNet and the critic's verdicts -> what the page needs of them (src/exhibits/wishes/data.ts).

import shop from "../../../models/exhibits/wishes/shop.json";
import type { Material, Place, Product, Purpose, Thing, WishData } from "../../src/exhibits/wishes/data";
import { stemsOf } from "../../src/exhibits/wishes/words";
import { Kin } from "./kin";
import { isArtefact, mineOne, type Candidate } from "./mine";
import type { Synset } from "./wordnet";

/** How sure the critic has to be of a purpose. */
export const KEPT = 0.5;
/** Kinds that say nothing of what a thing is for. */
const TOO_GENERAL = new Set(["artifact", "instrumentality", "object", "whole", "entity"]);
const STEPS_UP = 4;
export const VOCABULARY = 3400;
/** Words that the graph can start from, besides those it holds; and how many words each leads to at most. */
const STARTS = 9000;
const WAYS = 4;
/** A word in fewer glosses has no company to be known by. */
const RARE = 4;
/** How much more a use in WordNet's tagged texts says about everyday words than one in its glosses. */
const TAGGED = 2;

export const textOf = ({ words, definition }: Synset): string => `${words.join(" ")} ${definition}`;

export interface Frequencies {
  glosses: number;
  /** Stem -> in how many glosses it occurs. */
  of: Map<string, number>;
  /** Stem -> how often it was met in tagged texts. */
  tagged: Map<string, number>;
}

export function frequencies(synsets: ReadonlyMap<string, Synset>): Frequencies {
  const of = new Map<string, number>();
  const tagged = new Map<string, number>();
  for (const synset of synsets.values()) {
    for (const stem of stemsOf(textOf(synset))) of.set(stem, (of.get(stem) ?? 0) + 1);
    synset.words.forEach((word, at) => {
      if (/^[a-zA-Z]+$/.test(word))
        for (const stem of stemsOf(word)) tagged.set(stem, (tagged.get(stem) ?? 0) + synset.counts[at]!);
    });
  }
  return { glosses: synsets.size, of, tagged };
}

/** The commonest words of English, as far as WordNet shows. */
export function commonest({ of, tagged }: Frequencies, howMany: number): string[] {
  return [...of]
    .filter(([stem, count]) => count >= RARE && stem.length > 1)
    .map(([stem, count]) => ({ stem, common: count + TAGGED * (tagged.get(stem) ?? 0) }))
    .sort((one, other) => other.common - one.common || (one.stem < other.stem ? -1 : 1))
    .slice(0, howMany)
    .map(({ stem }) => stem)
    .sort();
}

/** In tenths. */
const weightOf = ({ glosses, of }: Frequencies, stem: string): number =>
  Math.round(10 * Math.log(glosses / (1 + (of.get(stem) ?? 0))));

/** The shop's synsets and the kinds above them, each once, with those above. */
function thingsOf(synsets: ReadonlyMap<string, Synset>): Map<string, string[]> {
  const things = new Map<string, string[]>();
  const visit = (id: string, steps: number) => {
    const synset = synsets.get(id)!;
    const above = synset.above.filter((one) => {
      const kind = synsets.get(one)!;
      return steps > 0 && isArtefact(kind) && !TOO_GENERAL.has(kind.words[0]!);
    });
    things.set(id, [...new Set([...(things.get(id) ?? []), ...above])]);
    for (const one of above) visit(one, steps - 1);
  };
  for (const { id } of shop.products) visit(id, STEPS_UP);
  return things;
}

/** All candidates that the graph will ask the critic about. */
export function candidatesOf(synsets: ReadonlyMap<string, Synset>): Candidate[] {
  return [...thingsOf(synsets).keys()].flatMap((id) => mineOne(synsets.get(id)!));
}

export const keyOf = ({ synset, relation, phrase }: Candidate): string => [synset, relation, phrase].join("\t");

/** `opinions`: the critic's, by `keyOf`. */
export function assemble(synsets: ReadonlyMap<string, Synset>, opinions: ReadonlyMap<string, number>): WishData {
  const above = thingsOf(synsets);
  const place = new Map([...above.keys()].map((id, at) => [id, at]));
  const things: Thing[] = [...above].map(([id, kinds]) => {
    const synset = synsets.get(id)!;
    const purposes = mineOne(synset).map((one): Purpose => {
      const critic = Math.round(100 * opinions.get(keyOf(one))!) / 100;
      return { relation: one.relation, phrase: one.phrase, critic };
    });
    return {
      id,
      word: synset.words[0]!,
      above: kinds.map((kind) => place.get(kind)!),
      purposes: purposes.filter(({ critic }) => critic >= KEPT),
      refused: purposes.filter(({ critic }) => critic < KEPT),
    };
  });
  const products = shop.products.map(({ id, en, ko, material, price, place: where }): Product => {
    return {
      thing: place.get(id)!,
      en,
      ko,
      material: material as Material,
      price,
      place: where as Place,
      gloss: textOf(synsets.get(id)!),
    };
  });
  return { things, products, ...wordsOfGraph(synsets, things) };
}

function wordsOfGraph(synsets: ReadonlyMap<string, Synset>, things: readonly Thing[]) {
  const counts = frequencies(synsets);
  const said = things.flatMap((thing) =>
    stemsOf([thing.word, ...thing.purposes.map(({ phrase }) => phrase)].join(" ")),
  );
  const targets = [...new Set(said)].sort();
  const numbers = new Map(targets.map((target, at) => [target, at]));
  const relations = new Kin(synsets);
  const lexicon: Record<string, number[]> = {};
  for (const stem of [...new Set([...targets, ...commonest(counts, STARTS)])].sort()) {
    const near = [...relations.of(stem)]
      .filter(([other]) => numbers.has(other))
      .sort((one, other) => other[1] - one[1]);
    if (!numbers.has(stem) && near.length === 0) continue;
    const ways = near.slice(0, WAYS).map(([other, nearness]) => [numbers.get(other)!, Math.round(100 * nearness)]);
    lexicon[stem] = [weightOf(counts, stem), ...ways.flat()];
  }
  return { vocabulary: commonest(counts, VOCABULARY), targets, lexicon };
}
