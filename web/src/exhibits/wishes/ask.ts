// A wish -> the shop in the order of each method. The two methods with vectors run on the page's runtime (Host.run).

import type { Host } from "../../host/host";
import type { NetworkFile } from "../../protocol/messages";
import type { WishData } from "./data";
import { bagOf, byGraph, byVectors, byWords, inOrder, numbersOf, productText, waysOf, WIDTH } from "./rank";
import type { Method, Ranked, Way } from "./rank";

export interface Networks {
  cooccurrence: NetworkFile;
  matcher: NetworkFile;
}

export interface Answers {
  orders: Record<Method, Ranked[]>;
  /** Of each product, how the graph got there. */
  ways: Way[][];
  /** Milliseconds of the two networks together. */
  ms: number;
}

/** Answers wishes about one shop; the products' vectors are computed once. */
export class Shop {
  readonly data: WishData;
  readonly numbers: ReadonlyMap<string, number>;
  readonly #run: Host["run"];
  readonly #networks: Networks;
  readonly #vectors = new Map<keyof Networks, number[][]>();

  constructor(data: WishData, run: Host["run"], networks: Networks) {
    this.data = data;
    this.numbers = numbersOf(data);
    this.#run = run;
    this.#networks = networks;
  }

  async #embed(network: keyof Networks, texts: readonly string[]): Promise<{ vectors: number[][]; ms: number }> {
    const rows = texts.map((text) => bagOf(this.numbers, text));
    const words = { type: "int32" as const, shape: [rows.length, WIDTH], data: rows.flat() };
    const { outputs, ms } = await this.#run(this.#networks[network], { words });
    const { shape, data } = outputs["answer"]!;
    const size = shape[1]!;
    const vectors = rows.map((_, at) => data.slice(at * size, (at + 1) * size));
    // A bag without a word has no direction, whatever a network makes of it.
    return { vectors: vectors.map((vector, at) => (rows[at]![0] === 0 ? vector.map(() => 0) : vector)), ms };
  }

  async #scores(network: keyof Networks, wish: string): Promise<{ scores: number[]; ms: number }> {
    let products = this.#vectors.get(network);
    if (!products) {
      const texts = this.data.products.map((product) => productText(this.data, product));
      products = (await this.#embed(network, texts)).vectors;
      this.#vectors.set(network, products);
    }
    const { vectors, ms } = await this.#embed(network, [wish]);
    return { scores: byVectors([...vectors, ...products]), ms };
  }

  async ask(wish: string): Promise<Answers> {
    const ways = waysOf(this.data, wish);
    const company = await this.#scores("cooccurrence", wish);
    const network = await this.#scores("matcher", wish);
    const scores: Record<Method, number[]> = {
      words: byWords(this.data, wish),
      company: company.scores,
      network: network.scores,
      graph: byGraph(ways),
    };
    const ordered = Object.entries(scores).map(([method, all]) => [method, inOrder(all)]);
    return { orders: Object.fromEntries(ordered) as Answers["orders"], ways, ms: company.ms + network.ms };
  }
}
