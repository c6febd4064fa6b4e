// System 2's worker. Its requests come ready-made from the engine.

import type { SolverAnswer, SolverRequest } from "../protocol/engine";
import { isFields } from "../protocol/messages";
import { failWith } from "../protocol/problems";
import { Channel } from "./channel";
import type { ChannelOwner } from "./channel";
import type { TimedAnswer } from "./types";

export class SolverClient {
  readonly #channel: Channel;

  constructor(owner: ChannelOwner) {
    this.#channel = new Channel("solver", owner);
  }

  load(): Promise<void> {
    return this.#channel.load();
  }

  /** `lasting`: not about the present position, so that a move does not make the answer useless. */
  async solve(request: SolverRequest, options: { lasting?: boolean } = {}): Promise<TimedAnswer> {
    const { value, ms } = await this.#channel.request(request, options);
    if (!isFields(value) || typeof value["verdict"] !== "string") {
      throw failWith("error.worker.answer", { part: "solver" });
    }
    return { answer: value as unknown as SolverAnswer, system2Ms: ms };
  }

  /** Nobody wants the answers about the present position any more. */
  drop(): void {
    this.#channel.drop();
  }

  /** Ends a computation at once. */
  cancel(): void {
    this.#channel.cancel();
  }

  close(): void {
    this.#channel.close();
  }
}
