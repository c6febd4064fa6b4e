// System 2's decisions on roads, remembered: the same declaration has the same answer, and roads are much alike. Keeps the
// times of what was really computed.

import { Host } from "../src/host/host";
import { consider, type Considered } from "../src/exhibits/road/planner";
import { declare } from "../src/exhibits/road/plan";
import type { Sentences } from "../src/exhibits/road/sentences";
import type { Sight } from "../src/exhibits/road/sight";
import { PLAIN } from "./road_words";

export type Remembered = Pick<Considered, "speed" | "questions">;

export class Memory {
  /** Milliseconds of each decision that was computed: from the declaration to the answer, explanation included. */
  readonly times: number[] = [];
  private readonly known = new Map<string, Remembered>();
  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  async consider(sight: Sight, sentences: Sentences, wanted: readonly number[]): Promise<Remembered> {
    const key = JSON.stringify([declare(sight, sentences, PLAIN), wanted]);
    const known = this.known.get(key);
    if (known) return known;
    const begun = performance.now();
    const { speed, questions } = await consider(this.host, { sight, sentences, words: PLAIN }, wanted);
    this.times.push(performance.now() - begun);
    this.known.set(key, { speed, questions });
    return { speed, questions };
  }
}
