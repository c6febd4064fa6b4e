// A Korean wish -> English words for the methods, which know only English. Each Korean word is taken by its longest beginning
// in a small list; names of products are known, too.

import { wordsOf } from "./words";
import list from "./korean_words.json";

export interface Understood {
  /** For the methods. */
  english: string;
  /** English word -> the reader's own word that it stands for. */
  from: Map<string, string>;
  /** Words of the reader's that say nothing here. */
  unknown: string[];
}

export const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text);

export function understand(wish: string, names: ReadonlyMap<string, string> = new Map()): Understood {
  const known = new Map([...Object.entries(list.words), ...names]);
  const from = new Map<string, string>();
  const unknown: string[] = [];
  const tokens = wish.match(/[\p{L}\p{N}]+/gu) ?? [];
  const english = tokens.flatMap((token) => {
    if (!isKorean(token)) return [token];
    const beginning = Array.from({ length: token.length }, (_, cut) => token.slice(0, token.length - cut)).find((one) =>
      known.has(one),
    );
    if (beginning === undefined) unknown.push(token);
    const words = known.get(beginning ?? "") ?? "";
    for (const { word } of wordsOf(words)) if (!from.has(word)) from.set(word, token);
    return words === "" ? [] : [words];
  });
  return { english: english.join(" "), from, unknown };
}
