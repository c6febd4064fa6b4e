// One reader's visit to the shop: the wish, what the four methods answer, and what System 2 makes of the chosen one's list.

import type { Host } from "../../host/host";
import type { Answers, Shop } from "./ask";
import { declare, MOST_CANDIDATES, type Called, type Conditions } from "./declare";
import { judge, type Verdict } from "./judge";
import { isKorean, understand, type Understood } from "./korean";
import { unknownWords, type Method } from "./rank";
import { wordsOf } from "./words";

/** A held-out wish, with the product that its author had in mind. */
export interface Example {
  wish: string;
  ko: string;
  product: string;
}

export interface Asked extends Understood {
  text: string;
  /** Of an example: what its author had in mind. */
  meant: number | null;
}

export type Problem = { key: string; words: string };

export const FREE: Conditions = { graph: true, under: null, not: null, place: null };

export class Session {
  asked: Asked | null = null;
  problem: Problem | null = null;
  /** Whom the reader trusts; null before the choice, which uncovers the answers. */
  trusted: Method | null = null;
  answers: Answers | null = null;
  wanted: Conditions = FREE;
  verdict: Verdict | null = null;
  candidates: number[] = [];
  /** System 2 is at it; it is done with what is wanted now. */
  judging = false;
  judged = false;

  private readonly shop: Shop;
  /** Counts what was asked, to drop an answer that comes too late. */
  private turn = 0;
  /** There is one host: who asks it anew waits for who asked before. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(shop: Shop) {
    this.shop = shop;
  }

  /** The last wish that was understood stays where a new one is not. */
  wish(text: string, example: Example | null = null): void {
    const { data, numbers } = this.shop;
    const names = new Map(data.products.map(({ ko, en }) => [ko, en]));
    const understood = example
      ? { english: example.wish, from: new Map<string, string>(), unknown: [] }
      : understand(text, names);
    const unknown = [...understood.unknown, ...unknownWords(data, numbers, understood.english)];
    const known = this.knows(understood.english);
    if (text.trim() === "") this.problem = { key: "empty", words: "" };
    else if (!known) this.problem = { key: isKorean(text) ? "unread" : "none", words: text.trim() };
    else {
      this.problem = unknown.length > 0 ? { key: "some", words: unknown.join(", ") } : null;
      const meant = example ? data.products.findIndex(({ en }) => en === example.product) : null;
      this.again();
      this.asked = { ...understood, text: text.trim(), meant };
      this.trusted = null;
      this.answers = null;
    }
  }

  private knows(english: string): boolean {
    const { data, numbers } = this.shop;
    return wordsOf(english).length > unknownWords(data, numbers, english).length;
  }

  /** The reader says whom to trust: all four answer. Returns the networks' milliseconds. */
  async trust(method: Method): Promise<number> {
    if (!this.asked) return 0;
    this.trusted = method;
    this.again();
    if (this.answers) return 0;
    const turn = this.turn;
    const answers = await this.shop.ask(this.asked.english);
    if (turn !== this.turn) return 0;
    this.answers = answers;
    return answers.ms;
  }

  get waiting(): boolean {
    return this.answers !== null && this.trusted !== null && !this.judged && !this.judging;
  }

  /** System 2 goes through the trusted one's list. Returns its milliseconds. */
  async judge(host: Host, called: Called, goOn: () => boolean): Promise<number> {
    const { answers, trusted, turn, wanted } = this;
    if (!answers || !trusted) return 0;
    const proposed = answers.orders[trusted].filter(({ score }) => score > 0);
    const candidates = proposed.slice(0, MOST_CANDIDATES).map(({ product }) => product);
    this.candidates = candidates;
    this.judging = true;
    const verdict = this.last.then(() => {
      if (candidates.length === 0) return null;
      const declared = declare(this.shop.data, { candidates, ways: answers.ways, wanted, called });
      return judge(host, declared, candidates, () => goOn() && turn === this.turn);
    });
    this.last = verdict.catch(() => null);
    try {
      const found = await verdict;
      if (turn !== this.turn) return 0;
      this.verdict = found;
      this.judged = found !== null || candidates.length === 0;
      return found?.ms ?? 0;
    } finally {
      if (turn === this.turn) this.judging = false;
    }
  }

  /** What System 2 found no longer counts, nor what it is about to find. */
  again(): void {
    this.turn += 1;
    this.verdict = null;
    this.judging = false;
    this.judged = false;
  }

  want(change: Partial<Conditions>): void {
    this.wanted = { ...this.wanted, ...change };
    this.again();
  }
}
