// The decisions that stand, as far as the page has heard of them, and the time each took.

import type { Decision } from "../protocol/engine";
import type { Timings } from "../protocol/parts";

export class Log {
  readonly decisions = new Map<number, Decision>();
  readonly timings = new Map<number, Timings>();

  add(decision: Decision, timings: Timings): void {
    this.decisions.set(decision.id, decision);
    this.timings.set(decision.id, timings);
  }

  /** Forgets what was undone: its numbers are given again. */
  keepOnly(standing: ReadonlySet<number>): void {
    for (const known of [this.decisions, this.timings]) {
      for (const id of [...known.keys()]) if (!standing.has(id)) known.delete(id);
    }
  }

  clear(): void {
    this.keepOnly(new Set());
  }
}
