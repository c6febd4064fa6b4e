// Having a peer measured in a place of its own, a process or a browser, that is ended when it says nothing for too long.

import type { Job, Told } from "./measure";
import type { PeerName } from "./peers";

export interface Place {
  name: "node" | "chromium";
  /** Tells all that is told of the job. Resolves to why it ended early, or null. */
  run(peer: PeerName, job: Job, tell: (told: Told) => void, silenceMs: number): Promise<string | null>;
  close(): Promise<void>;
}

/** Calls `ended` unless `heard` was called within each span of silence. */
export function watchdog(silenceMs: number, ended: () => void): { heard: () => void; stop: () => void } {
  let timer = setTimeout(ended, silenceMs);
  return {
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(ended, silenceMs);
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}

export function silent(silenceMs: number): string {
  return `no answer within ${String(silenceMs / 1000)} s`;
}
