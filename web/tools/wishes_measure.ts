// Measures the four methods of the exhibit on wishes that nothing was built with: models/results/wishes.json.
//
//   npx tsx web/tools/wishes_measure.ts          (--dev: on the wishes that were looked at while building; writes nothing)
//
// recall@10: how often the product that the wish's author had in mind is among a method's first ten. Products with equal
// scores share their places: a method that says nothing of any gets what guessing would get.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

import card from "../../models/exhibits/wishes/card.json";
import wishFile from "../../models/exhibits/wishes/wishes.json";
import { Shop } from "../src/exhibits/wishes/ask";
import type { WishData } from "../src/exhibits/wishes/data";
import { METHODS, type Method, type Ranked } from "../src/exhibits/wishes/rank";
import { stemsOf } from "../src/exhibits/wishes/words";
import { Host } from "../src/host/host";
import { BadInput, runTool } from "./failure";
import { nodeTransports, repositoryPath } from "./node_transports";
import { networkBytes, networkFile, wishData } from "./wishes/build";

const RESULTS = "models/results/wishes.json";
const FIRST = 10;

interface Wish {
  split: string;
  product: string;
  wish: string;
}

/** The chance that a product is among the first, if equal ones are shuffled. */
export function chanceOfFirst(order: readonly Ranked[], product: number, first = FIRST): number {
  const { score } = order.find((one) => one.product === product)!;
  const better = order.filter((one) => one.score > score).length;
  const equal = order.filter((one) => one.score === score).length;
  return Math.min(1, Math.max(0, (first - better) / equal));
}

/** The middle half of 1,000 draws with replacement would say less: 95 % of them lie between these. */
function interval(values: readonly number[]): [number, number] {
  let state = 12345;
  const random = () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
  const means = Array.from({ length: 1000 }, () => {
    let sum = 0;
    for (let draw = 0; draw < values.length; draw++) sum += values[Math.floor(random() * values.length)]!;
    return sum / values.length;
  }).sort((one, other) => one - other);
  return [means[25]!, means[974]!];
}

const rounded = (value: number) => Math.round(1000 * value) / 1000;

function checkApart(data: WishData, wishes: readonly Wish[]): void {
  for (const { product, wish } of wishes) {
    const there = new Set(stemsOf(data.products.find(({ en }) => en === product)!.gloss));
    const shared = stemsOf(wish).filter((stem) => there.has(stem));
    if (shared.length > 0) throw new BadInput(`“${wish}” shares “${shared.join(", ")}” with ${product}`);
  }
}

async function measure(shop: Shop, wishes: readonly Wish[], told: boolean) {
  const hits = Object.fromEntries(METHODS.map((method) => [method, [] as number[]])) as Record<Method, number[]>;
  for (const { product, wish } of wishes) {
    const { orders } = await shop.ask(wish);
    const place = shop.data.products.findIndex(({ en }) => en === product);
    for (const method of METHODS) hits[method].push(chanceOfFirst(orders[method], place));
    if (told) {
      const ten = orders.graph.slice(0, 4).map(({ product: one }) => shop.data.products[one]!.en);
      console.log(
        METHODS.map((method) => hits[method].at(-1)!.toFixed(1)).join(" "),
        `${wish} -> ${product}; graph: ${ten.join(", ")}`,
      );
    }
  }
  return Object.fromEntries(
    METHODS.map((method) => {
      const mean = hits[method].reduce((sum, hit) => sum + hit, 0) / wishes.length;
      return [method, { recall: rounded(mean), interval: interval(hits[method]).map(rounded) }];
    }),
  );
}

async function main(): Promise<void> {
  const dev = process.argv.includes("--dev");
  const data = await wishData();
  const wishes = wishFile.wishes.filter(({ split }) => split === (dev ? "dev" : "test"));
  if (!dev) checkApart(data, wishes);
  const host = new Host(nodeTransports());
  try {
    const networks = { cooccurrence: networkFile("cooccurrence"), matcher: networkFile("matcher") };
    const recall = await measure(new Shop(data, (...asked) => host.run(...asked), networks), wishes, dev);
    console.log(recall);
    if (dev) return;
    const kept = data.things.flatMap(({ purposes }) => purposes).length;
    const refused = data.things.flatMap(({ refused: out }) => out).length;
    const packed = (bytes: Buffer | string) => gzipSync(bytes, { level: 9 }).length;
    const old = existsSync(repositoryPath(RESULTS))
      ? (JSON.parse(readFileSync(repositoryPath(RESULTS), "utf8")) as object)
      : {};
    const results = {
      ...old,
      shop: {
        command: "npx tsx web/tools/wishes_measure.ts",
        wishes: wishes.length,
        products: data.products.length,
        first: FIRST,
        chance: rounded(FIRST / data.products.length),
        methods: recall,
      },
      critic: card.results.critic,
      graph: { things: data.things.length, kept, refused, words: Object.keys(data.lexicon).length },
      bytes: {
        graph: packed(JSON.stringify(data)),
        cooccurrence: packed(networkBytes("cooccurrence")),
        matcher: packed(networkBytes("matcher")),
      },
    };
    writeFileSync(repositoryPath(RESULTS), `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    host.close();
  }
}

await runTool("wishes_measure", main);
