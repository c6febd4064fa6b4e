// System 2's decisions on roads, remembered: the same declaration has the same answer, and roads are much alike. Keeps the
// times of what was really computed.

import type { Host } from "../src/host/host";
import { consider, type Considered } from "../src/exhibits/road/planner";
import { declare } from "../src/exhibits/road/plan";
import type { Sentences } from "../src/exhibits/road/sentences";
import type { Sight } from "../src/exhibits/road/sight";
import { PLAIN } from "./road_words";

export type Remembered = Pick<Considered, "speed" | "questions">;

export class Memory {
  /** Milliseconds of each decision that was computed, from the declaration to the answer with its explanation: of the clock,
   *  and of the processor, which other work on the machine does not lengthen. */
  readonly times: { clock: number; processor: number }[] = [];
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
    const used = process.cpuUsage();
    const { speed, questions } = await consider(this.host, { sight, sentences, words: PLAIN }, wanted);
    const { user, system } = process.cpuUsage(used);
    this.times.push({ clock: performance.now() - begun, processor: (user + system) / 1000 });
    this.known.set(key, { speed, questions });
    return { speed, questions };
  }
}
