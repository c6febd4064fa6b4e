// Words that WordNet relates to a word, with how near they are: how the graph gets from a wish's words to a purpose's.

import { stemOf } from "../../src/exhibits/wishes/words";
import type { Synset } from "./wordnet";

/** How near, 0..1, by the step taken; chosen by hand on the wishes marked "dev". */
export const NEARNESS = { synonym: 0.8, derived: 0.8, above: 0.6, above2: 0.4, below: 0.45 } as const;
/** Rare senses of a word lead astray: so many of its commonest are followed, of each part of speech. */
const SENSES = 2;
const MOST_BELOW = 40;

const single = ({ words }: Synset) =>
  words.filter((word) => /^[a-zA-Z]+$/.test(word)).map((word) => stemOf(word.toLowerCase()));

export class Kin {
  readonly #synsets: ReadonlyMap<string, Synset>;
  readonly #senses = new Map<string, { synset: Synset; count: number }[]>();
  readonly #below = new Map<string, Synset[]>();

  constructor(synsets: ReadonlyMap<string, Synset>) {
    this.#synsets = synsets;
    for (const synset of synsets.values()) {
      synset.words.forEach((word, at) => {
        if (!/^[a-zA-Z]+$/.test(word)) return;
        const stem = stemOf(word.toLowerCase());
        push(this.#senses, stem, { synset, count: synset.counts[at]! });
      });
      for (const above of synset.above) push(this.#below, above, synset);
    }
  }

  #commonest(stem: string): Synset[] {
    const senses = [...(this.#senses.get(stem) ?? [])].sort((one, other) => other.count - one.count);
    return ["n", "v", "a", "r"].flatMap((part) =>
      senses
        .filter(({ synset }) => synset.part === part)
        .slice(0, SENSES)
        .map(({ synset }) => synset),
    );
  }

  #all(ids: readonly string[]): Synset[] {
    return ids.flatMap((id) => this.#synsets.get(id) ?? []);
  }

  /** Stem -> nearness, the word itself left out. */
  of(stem: string): Map<string, number> {
    const found = new Map<string, number>();
    const add = (synsets: readonly Synset[], nearness: number) => {
      for (const other of synsets.flatMap(single))
        if (other !== stem) found.set(other, Math.max(nearness, found.get(other) ?? 0));
    };
    for (const sense of this.#commonest(stem)) {
      add([sense], NEARNESS.synonym);
      add(this.#all(sense.derived), NEARNESS.derived);
      const above = this.#all(sense.above);
      add(above, NEARNESS.above);
      add(this.#all(above.flatMap((one) => one.derived)), NEARNESS.above2);
      add(this.#all(above.flatMap((one) => one.above)), NEARNESS.above2);
      const below = this.#below.get(sense.id) ?? [];
      if (below.length <= MOST_BELOW) add(below, NEARNESS.below);
    }
    return found;
  }
}

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
