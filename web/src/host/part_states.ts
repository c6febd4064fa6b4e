// How far each part is, and what is kept of a part for its next worker.

import { isFields } from "../protocol/messages";
import type { Loading, Part } from "../protocol/parts";
import type { ChannelOwner } from "./channel";
import type { Emitter } from "./emitter";
import type { Transports } from "./transports";
import type { HostEvents } from "./types";

/** Nobody waits longer for an engine's answer or for a look; System 2 may think for as long as it is let. */
const ANSWERS_MS: Record<Part, number | undefined> = { engine: 30_000, policy: 30_000, solver: undefined };

/** A proof takes longer than this seldom; one that does may be cancelled, and the next must not wait for a worker. */
const SPARE_MS: Record<Part, number | undefined> = { engine: undefined, policy: undefined, solver: 200 };

export class PartStates {
  readonly #transports: Transports;
  readonly #events: Emitter<HostEvents>;
  readonly #loading = new Map<Part, Loading>();

  constructor(transports: Transports, events: Emitter<HostEvents>) {
    this.#transports = transports;
    this.#events = events;
  }

  loadingOf(part: Part): Loading {
    return this.#loading.get(part) ?? { part, state: "idle", phase: "fetch", loaded: 0, total: 0, problem: null };
  }

  /** What a channel needs for workers of this part, with everything reported as events. */
  owner(part: Part): ChannelOwner {
    return {
      ...this.silentOwner(part),
      answersMs: ANSWERS_MS[part],
      spareMs: SPARE_MS[part],
      progress: (progress) => {
        this.#set({ ...this.loadingOf(part), ...progress });
      },
      state: (state, problem) => {
        const fresh = state === "loading" ? { loaded: 0, total: 0, phase: "fetch" as const } : {};
        this.#set({ ...this.loadingOf(part), ...fresh, state, problem });
      },
      replaced: (reason, problem) => {
        this.#events.emit("replaced", { part, reason, problem, gameKept: true });
      },
    };
  }

  /** The same for a worker beside the part's own, of which nothing is told. */
  silentOwner(part: Part): ChannelOwner {
    return {
      spawn: () => this.#transports.spawn(part),
      loadArguments: () => this.#loadArguments(part),
      prepare: (loaded) => {
        this.remember(part, loaded);
        return Promise.resolve();
      },
    };
  }

  remember(part: Part, loaded: unknown): void {
    const module = isFields(loaded) ? loaded["module"] : null;
    if (module instanceof WebAssembly.Module) this.#transports.modules.set(part, module);
  }

  #loadArguments(part: Part): unknown {
    return { assets: this.#transports.assets[part], module: this.#transports.modules.get(part) ?? null };
  }

  #set(loading: Loading): void {
    this.#loading.set(loading.part, loading);
    this.#events.emit("loading", loading);
  }
}
