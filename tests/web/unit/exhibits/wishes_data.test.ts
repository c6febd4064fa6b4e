// "Why this product?": what is built from WordNet, and what was written by hand to go with it.

import { gzipSync } from "node:zlib";
import { beforeAll, expect, it } from "vitest";

import examples from "../../../../models/exhibits/wishes/examples.json";
import korean from "../../../../models/exhibits/wishes/korean.json";
import wishes from "../../../../models/exhibits/wishes/wishes.json";
import type { WishData } from "../../../../web/src/exhibits/wishes/data";
import { stemsOf } from "../../../../web/src/exhibits/wishes/words";
import { networkBytes, wishData } from "../../../../web/tools/wishes/build";
import { licenceText } from "../../../../web/tools/wishes/wordnet";

let data: WishData;
beforeAll(async () => {
  data = await wishData();
});

it("takes at most 300 kB, packed", () => {
  const parts = [JSON.stringify(data), networkBytes("cooccurrence"), networkBytes("matcher")];
  expect(parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0)).toBeLessThan(300_000);
});

it("has Korean words for everything that is shown", () => {
  const known: Record<string, { word?: string; for?: Record<string, string> }> = korean.things;
  const products = new Set(data.products.map(({ thing }) => thing));
  const missing = data.things.flatMap(({ id, word, purposes }, at) => [
    ...(products.has(at) || known[id]?.word ? [] : [word]),
    ...purposes.map(({ phrase }) => phrase).filter((phrase) => !known[id]?.for?.[phrase]),
  ]);
  expect(missing).toEqual([]);
});

it("has prices that the declaration can hold", () => {
  const odd = data.products.filter(({ price }) => price % 5 !== 0 || price < 5 || price > 180);
  expect(odd).toEqual([]);
});

it("keeps the wishes to be measured free of their products' words, and shows some of them", () => {
  const tested = wishes.wishes.filter(({ split }) => split === "test");
  const sharing = tested.filter(({ wish, product }) => {
    const gloss = new Set(stemsOf(data.products.find(({ en }) => en === product)!.gloss));
    return stemsOf(wish).some((stem) => gloss.has(stem));
  });
  expect(sharing).toEqual([]);
  expect(tested.length).toBeGreaterThanOrEqual(100);
  for (const { wish, product } of examples.examples)
    expect(tested.some((one) => one.wish === wish && one.product === product)).toBe(true);
});

it("carries WordNet's licence", () => {
  expect(licenceText()).toMatch(/Princeton University[\s\S]*WordNet 3\.1 Copyright 2011/);
});
