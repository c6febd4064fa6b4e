// What the page is given of WordNet: made by web/tools/wishes/graph.ts while the page is built, never written by hand.

/** Something that a thing, or a kind of thing, is for. */
export interface Purpose {
  relation: string;
  phrase: string;
  /** The critic's opinion, 0..1: whether the phrase says what the thing is for. */
  critic: number;
}

/** A thing or a kind of things. */
export interface Thing {
  /** WordNet's synset. */
  id: string;
  word: string;
  /** Kinds that it is one of: places in `things`. */
  above: number[];
  /** Kept by the critic. */
  purposes: Purpose[];
  /** Mined, but thrown out by the critic. */
  refused: Purpose[];
}

export const MATERIALS = [
  "cloth",
  "metal",
  "wood",
  "plastic",
  "glass",
  "paper",
  "ceramic",
  "rubber",
  "leather",
  "other",
] as const;
export const PLACES = ["indoors", "outdoors", "both"] as const;
export type Material = (typeof MATERIALS)[number];
export type Place = (typeof PLACES)[number];

export interface Product {
  /** Its place in `things`. */
  thing: number;
  en: string;
  ko: string;
  material: Material;
  /** In steps of 5. */
  price: number;
  place: Place;
  /** All words that WordNet has for it, and its definition. */
  gloss: string;
}

export interface WishData {
  things: Thing[];
  products: Product[];
  /** The words that the two tables of vectors know, without endings; the first is number 1. */
  vocabulary: string[];
  /** Words that occur in names and purposes of things. */
  targets: string[];
  /** Word -> how much it says, in tenths (the rarer in WordNet's glosses, the more); then, in pairs, a place in `targets`
   *  that WordNet relates it to and how near that is, in hundredths. */
  lexicon: Record<string, number[]>;
}
