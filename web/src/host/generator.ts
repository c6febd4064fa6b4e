// New puzzles, made in an engine of their own: a hard one can take seconds, and the game must go on.

import type { EngineCalls } from "../protocol/engine";
import { failWith } from "../protocol/problems";
import { Channel } from "./channel";
import type { ChannelOwner } from "./channel";

export class Generator {
  readonly #owner: () => ChannelOwner;
  readonly #ready: () => Promise<void>;
  #stop: () => void = () => {};

  /** `ready`: when a worker can be given what it needs without downloading it a second time. */
  constructor(owner: () => ChannelOwner, ready: () => Promise<void>) {
    this.#owner = owner;
    this.#ready = ready;
  }

  /** A newer wish replaces an older one. */
  async generate(options: EngineCalls["generate"][0]): Promise<EngineCalls["generate"][1]> {
    this.cancel();
    const channel = new Channel("engine", this.#owner());
    const stopped = new Promise<never>((_, reject) => {
      this.#stop = () => {
        reject(failWith("error.worker.cancelled"));
        channel.close();
      };
    });
    const asked = this.#ready().then(() => channel.request({ op: "generate", ...options }));
    try {
      const { value } = await Promise.race([asked, stopped]);
      return value as EngineCalls["generate"][1];
    } finally {
      channel.close();
    }
  }

  cancel(): void {
    this.#stop();
  }
}
