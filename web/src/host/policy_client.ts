// System 1's worker. The last inference is remembered: a position is looked at for its heat map and for its
// next step.

import type { Config, PolicyTensors } from "../protocol";
import { Channel } from "./channel";
import type { ChannelOwner } from "./channel";
import { isFields } from "./messages";
import { failWith } from "./problems";

export interface Inference {
  logits: number[];
  ms: number;
}

/** What the model's card says, as far as the engine decides by it. */
export type PolicyLoaded = Pick<Config, "temperature" | "trained">;

export class PolicyClient {
  readonly #channel: Channel;
  #card: PolicyLoaded | null = null;
  #last: { tensors: PolicyTensors; inference: Promise<Inference> } | null = null;

  constructor(owner: Omit<ChannelOwner, "prepare">) {
    this.#channel = new Channel("policy", {
      spawn: () => owner.spawn(),
      loadArguments: () => owner.loadArguments(),
      prepare: (loaded) => {
        this.#card ??= cardOf(loaded);
        return Promise.resolve();
      },
      progress: (progress) => owner.progress?.(progress),
      state: (state, why) => owner.state?.(state, why),
      replaced: (reason, why) => owner.replaced?.(reason, why),
    });
  }

  load(): Promise<void> {
    return this.#channel.load();
  }

  close(): void {
    this.#channel.close();
  }

  /** Null until the model is loaded. */
  get card(): PolicyLoaded | null {
    return this.#card;
  }

  /** For the same tensors the same inference, with the time it once took. */
  infer(tensors: PolicyTensors): Promise<Inference> {
    if (this.#last !== null && same(this.#last.tensors, tensors)) return this.#last.inference;
    const last = { tensors, inference: this.#run(tensors) };
    this.#last = last;
    last.inference.catch(() => {
      if (this.#last === last) this.#last = null;
    });
    return last.inference;
  }

  async #run(tensors: PolicyTensors): Promise<Inference> {
    const { value, ms } = await this.#channel.request(tensors);
    const logits = isFields(value) ? value["logits"] : null;
    if (!Array.isArray(logits)) throw failWith("error.worker.answer", { part: "policy" });
    return { logits: logits as number[], ms };
  }
}

function cardOf(loaded: unknown): PolicyLoaded | null {
  if (!isFields(loaded) || typeof loaded["temperature"] !== "number" || !Array.isArray(loaded["trained"])) return null;
  return { temperature: loaded["temperature"], trained: loaded["trained"] as PolicyLoaded["trained"] };
}

function same(a: PolicyTensors, b: PolicyTensors): boolean {
  return (
    sameNumbers(a.groupFeatures, b.groupFeatures) &&
    sameNumbers(a.groupLiterals, b.groupLiterals) &&
    sameNumbers(a.literalGroups, b.literalGroups)
  );
}

function sameNumbers(a: number[], b: number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
