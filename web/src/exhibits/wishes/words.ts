// A text -> its words without endings ("shelters" and "sheltering" are one). Porter's algorithm does it; words that say
// nothing of what a thing is for are left out.

import { stemmer } from "stemmer";

const EMPTY = new Set(
  `along away back bring come down find go going goes here know now off out over put see take up
  a about an and any are as at be been being by can do does each either else especially etc for from get gets give gives had has have having i in into is it its keep keeps
  let lets like made make makes many me more most much my need not of often on one or other others our own s so some
  someone something such than that the their them then there these they thing things this those to us use used uses using usually
  various want was we what when where which while who whose will with without would you your`.split(/\s+/),
);

const stems = new Map<string, string>();

/** A word without its ending. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) stems.set(word, (stem = stemmer(word)));
  return stem;
}

/** The words of a text as they stand, with their stems, in order. */
export function wordsOf(text: string): { word: string; stem: string }[] {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.filter((word) => !EMPTY.has(word)).map((word) => ({ word, stem: stemOf(word) }));
}

/** Each stem once, in order. */
export const stemsOf = (text: string): string[] => [...new Set(wordsOf(text).map(({ stem }) => stem))];
