// The decisions that stand, as far as the page has heard of them, and the time each took.

import type { Decision, Proof } from "../protocol/engine";
import type { Timings } from "../protocol/parts";

export class Log {
  readonly decisions = new Map<number, Decision>();
  readonly timings = new Map<number, Timings>();
  /** In words, of those that have been looked at. */
  readonly proofs = new Map<number, Proof | null>();
  /** The numbers of those that are being fetched. */
  readonly asked = new Set<number>();

  add(decision: Decision, timings: Timings): void {
    this.decisions.set(decision.id, decision);
    this.timings.set(decision.id, timings);
    this.proofs.delete(decision.id);
    this.asked.delete(decision.id);
  }

  /** Whether a decision has to be fetched; it is then taken as being fetched. */
  asksFor(id: number): boolean {
    if (this.asked.has(id)) return false;
    this.asked.add(id);
    return true;
  }

  /** What was fetched, unless its number was given again meanwhile. */
  tell(decision: Decision, proof: Proof | null): void {
    if (!this.asked.delete(decision.id)) return;
    this.decisions.set(decision.id, decision);
    this.proofs.set(decision.id, proof);
  }

  /** Forgets what was undone: its numbers are given again. */
  keepOnly(standing: ReadonlySet<number>): void {
    for (const known of [this.decisions, this.timings, this.proofs, this.asked]) {
      for (const id of [...known.keys()]) if (!standing.has(id)) known.delete(id);
    }
  }

  clear(): void {
    this.keepOnly(new Set());
  }
}
