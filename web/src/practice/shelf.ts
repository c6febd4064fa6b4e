// What is kept on this device of practice: networks under their names, and a run that has not ended. In the browser's database,
// since a network is bytes. Where nothing can be kept (a frame without an origin), everything else goes on.

import { createStore, del, get, keys, set } from "idb-keyval";

/** The part of a database that is used. All may fail. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

const NETWORK = "network/";
const RUN = "run";
/** More than anybody keeps apart; each is 42 kB. */
export const MOST_NETWORKS = 50;

export function deviceStore(): Store {
  const open = () => (opened ??= createStore("fastslow-practice", "kept"));
  let opened: ReturnType<typeof createStore> | null = null;
  return {
    get: async (key) => await get<unknown>(key, open()),
    set: async (key, value) => await set(key, value, open()),
    del: async (key) => await del(key, open()),
    keys: async () => (await keys(open())).filter((key) => typeof key === "string"),
  };
}

export class PracticeShelf {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The names, in order of the alphabet; none if nothing can be kept. */
  async names(): Promise<string[]> {
    const all = await this.#quietly(() => this.#store.keys(), []);
    const names = all.filter((key) => key.startsWith(NETWORK)).map((key) => key.slice(NETWORK.length));
    return names.sort((one, other) => one.localeCompare(other));
  }

  /** A network's file as it was kept, not looked at; null if there is none of that name. */
  async network(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const kept = await this.#quietly(() => this.#store.get(NETWORK + name), null);
    return kept instanceof Uint8Array ? new Uint8Array(kept) : null;
  }

  /** False if the browser would not keep it. Takes the place of one of the same name. */
  async keep(name: string, file: Uint8Array): Promise<boolean> {
    const names = await this.names();
    if (!names.includes(name) && names.length >= MOST_NETWORKS) return false;
    return await this.#kept(NETWORK + name, file);
  }

  async forget(name: string): Promise<void> {
    await this.#quietly(() => this.#store.del(NETWORK + name), undefined);
  }

  /** The run that has not ended, not looked at. */
  run(): Promise<unknown> {
    return this.#quietly(() => this.#store.get(RUN), null);
  }

  /** False if the browser would not keep it. */
  keepRun(run: unknown): Promise<boolean> {
    return this.#kept(RUN, run);
  }

  async forgetRun(): Promise<void> {
    await this.#quietly(() => this.#store.del(RUN), undefined);
  }

  #kept(key: string, value: unknown): Promise<boolean> {
    return this.#quietly(async () => {
      await this.#store.set(key, value);
      return true;
    }, false);
  }

  async #quietly<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch {
      return otherwise;
    }
  }
}
