// What the network answers depends on what it is shown and on nothing else, and the strategies show it the same positions
// again and again. So for one puzzle every look is computed once, and every game that needs it is charged for it: with the
// iterations that it took, and with the time that it took then.
//
// System 2's answers are not shared. What it remembers of earlier questions (its last solution, what Z3 has learned)
// changes what the next one costs, so the same question in two games is not the same work.

import { createHash } from "node:crypto";

import type { PolicyAnswer, PolicyTensors } from "../../src/protocol/engine";
import { Bench, type Timed } from "../bench_parts";

export class SharingBench extends Bench {
  #answers = new Map<string, Timed<PolicyAnswer>>();
  /** What the network last looked at from its usual state, and how often: a further look goes on from there. */
  #at = { shown: "", looks: 0 };
  #names = new WeakMap<PolicyTensors, string>();

  /** Of another puzzle nothing is needed any more. */
  forgetLooks(): void {
    this.#answers = new Map();
  }

  override async look(tensors: PolicyTensors, look = 0, start = 0): Promise<Timed<PolicyAnswer>> {
    const shown = this.#nameOf(tensors);
    const name = `${shown} ${String(look)} ${String(start)}`;
    const known = this.#answers.get(name);
    if (known) return known;
    if (start === 0) await this.#catchUp(tensors, shown, look);
    const answer = await super.look(tensors, look, start);
    this.#answers.set(name, answer);
    if (start === 0) this.#at = { shown, looks: look + 1 };
    return answer;
  }

  /** The looks before, where they were recalled: what they take again is no part of this look's time. */
  async #catchUp(tensors: PolicyTensors, shown: string, look: number): Promise<void> {
    const from = this.#at.shown === shown && this.#at.looks <= look ? this.#at.looks : 0;
    for (let before = from; before < look; before++) await super.look(tensors, before);
  }

  #nameOf(tensors: PolicyTensors): string {
    let name = this.#names.get(tensors);
    if (name === undefined) {
      name = createHash("sha1").update(JSON.stringify(tensors)).digest("base64");
      this.#names.set(tensors, name);
    }
    return name;
  }
}
