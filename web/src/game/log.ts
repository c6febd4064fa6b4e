// The decisions that stand, as far as the page has heard of them, and the time each took.

import type { Decision, Intuition, Proof } from "../protocol/engine";
import type { Timings } from "../protocol/parts";

export class Log {
  readonly decisions = new Map<number, Decision>();
  /** Another object whenever it changes. */
  timings: ReadonlyMap<number, Timings> = new Map();
  /** In words, of those that have been looked at. */
  readonly proofs = new Map<number, Proof | null>();
  /** What System 1 felt just before each, where it had looked. */
  readonly readings = new Map<number, Intuition>();
  /** The numbers of those that are being fetched. */
  readonly asked = new Set<number>();

  add(decision: Decision, timings: Timings): void {
    this.decisions.set(decision.id, decision);
    this.timings = new Map(this.timings).set(decision.id, timings);
    this.proofs.delete(decision.id);
    this.asked.delete(decision.id);
  }

  /** Takes over the times of a game that was kept. */
  recall(decisions: readonly { id: number; timings?: Timings | null }[]): void {
    const known = decisions.flatMap(({ id, timings }) => (timings ? [[id, timings] as const] : []));
    this.timings = new Map([...this.timings, ...known]);
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
    for (const known of [this.decisions, this.proofs, this.readings, this.asked]) {
      for (const id of [...known.keys()]) if (!standing.has(id)) known.delete(id);
    }
    this.timings = new Map([...this.timings].filter(([id]) => standing.has(id)));
  }

  clear(): void {
    this.keepOnly(new Set());
  }
}
