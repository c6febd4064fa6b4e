// System 1's worker. The last position is remembered with its looks: it is looked at for its heat map and for its
// next step, and a further look goes on where the one before it ended.

import type { Config, PolicyAnswer, PositionId } from "../protocol/engine";
import { isFields, type LookRequest, type PlainTensors, type RunRequest } from "../protocol/messages";
import { failWith } from "../protocol/problems";
import type { PolicyLoaded } from "../protocol/card";
import { Channel } from "./channel";
import type { ChannelOwner } from "./channel";
import type { Tensors } from "./engine_client";

export interface Inference {
  answer: PolicyAnswer;
  ms: number;
}

export class PolicyClient {
  readonly #channel: Channel;
  #card: PolicyLoaded | null = null;
  #last: { position: PositionId; looks: Map<string, Promise<Inference>> } | null = null;

  constructor(owner: ChannelOwner) {
    this.#channel = new Channel("policy", {
      spawn: () => owner.spawn(),
      loadArguments: () => owner.loadArguments(),
      prepare: async (loaded, ask) => {
        this.#card ??= cardOf(loaded);
        await owner.prepare?.(loaded, ask);
      },
      progress: (progress) => owner.progress?.(progress),
      state: (state, why) => owner.state?.(state, why),
      replaced: (reason, why) => owner.replaced?.(reason, why),
      answersMs: owner.answersMs,
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

  /** For the same position, look and start the same inference, with the time it once took. */
  infer({ position, tensors }: Tensors, look = 0, start = 0): Promise<Inference> {
    if (this.#last?.position !== position) this.#last = { position, looks: new Map() };
    const { looks } = this.#last;
    const key = `${String(look)}/${String(start)}`;
    const known = looks.get(key);
    if (known !== undefined) return known;
    const inference = this.#run({ position, look, start, tensors });
    looks.set(key, inference);
    inference.catch(() => looks.delete(key));
    return inference;
  }

  /** Another network than System 1's own. */
  async run(request: RunRequest): Promise<{ outputs: PlainTensors; ms: number }> {
    const { value, ms } = await this.#channel.request(request, { lasting: true });
    if (!isFields(value)) throw failWith("error.worker.answer", { part: "policy" });
    return { outputs: value as PlainTensors, ms };
  }

  async #run(request: LookRequest): Promise<Inference> {
    const { value, ms } = await this.#channel.request(request);
    if (!isPolicyAnswer(value)) throw failWith("error.worker.answer", { part: "policy" });
    return { answer: value, ms };
  }
}

function isPolicyAnswer(value: unknown): value is PolicyAnswer {
  if (!isFields(value) || !Array.isArray(value["logits"])) return false;
  return typeof value["sureness"] === "number" && typeof value["iterations"] === "number";
}

function cardOf(loaded: unknown): PolicyLoaded | null {
  if (!isFields(loaded) || typeof loaded["temperature"] !== "number") return null;
  return Array.isArray(loaded["trained"]) && isFields(loaded["calibration"])
    ? (loaded as unknown as PolicyLoaded)
    : null;
}

export const temperatureFor = (card: PolicyLoaded, family: string | undefined): number =>
  card.calibration[family ?? ""]?.temperature ?? card.temperature;

/** How the network's scores are read where such puzzles are played. */
export function calibrationFor(card: PolicyLoaded, family: string | undefined): Partial<Config> {
  return { temperature: temperatureFor(card, family) };
}
