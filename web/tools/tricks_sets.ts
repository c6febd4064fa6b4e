// Sets of problems for the exhibit of trick questions, drawn from its grammar. A problem is kept if System 2 finds exactly one
// answer to it, and if no set before it has its text.

import { declare } from "../src/exhibits/tricks/declare";
import { randomFrom } from "../src/exhibits/random";
import { draw, textOf, type Pool, type Problem } from "../src/exhibits/tricks/draw";
import type { Structure } from "../src/exhibits/tricks/grammar";
import type { Reading } from "../src/exhibits/tricks/read";
import { solve } from "../src/exhibits/tricks/solve";
import type { Host } from "../src/host/host";
import type { Tongue } from "../src/exhibits/tricks/grammar";
import { repositoryPath } from "./node_transports";

export interface Item {
  problem: Problem;
  language: Tongue;
  text: string;
  /** System 2's. */
  answer: number;
}

/** An item as it is in a file. */
export interface Exported {
  id: string;
  language: Tongue;
  text: string;
  numbers: Problem["numbers"];
  answer: number;
  features: number[];
  able: number[];
  right: number[];
}

export const setPath = (name: string): string => repositoryPath(`build/tricks/${name}.json`);

export interface Wanted {
  structures: readonly Structure[];
  /** Of each language. */
  count: number;
  pool: Pool;
  seed: number;
}

export class Sets {
  private readonly host: Host;
  private readonly taken = new Set<string>();
  /** System 2's answers by the sums: words do not change them. */
  private readonly answers = new Map<string, number | null>();

  constructor(host: Host) {
    this.host = host;
  }

  async draw({ structures, count, pool, seed }: Wanted): Promise<Item[]> {
    const random = randomFrom(seed);
    const items: Item[] = [];
    for (const language of ["en", "ko"] as const) {
      for (let drawn = 0; drawn < count;) {
        const structure = structures[Math.floor(random() * structures.length)]!;
        const problem = draw(structure, pool, random);
        const text = textOf(problem, language);
        const answer = this.taken.has(text) ? null : await this.answerOf(problem);
        if (answer === null) continue;
        this.taken.add(text);
        items.push({ problem, language, text, answer });
        drawn++;
      }
    }
    return items;
  }

  private async answerOf({ structure, numbers }: Problem): Promise<number | null> {
    const reading: Reading = { structure, slots: { numbers, words: {} }, language: "en" };
    const sums = declare(reading, "en");
    const known = this.answers.get(sums);
    if (known !== undefined) return known;
    const { answer } = await solve(this.host, reading, "en");
    this.answers.set(sums, answer);
    return answer;
  }
}
