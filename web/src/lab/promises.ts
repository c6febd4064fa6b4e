// The games of the race that were played under a guarantee, each counted once: what the bets go on with.

import type { Truth } from "../host/truth";
import type { Lane, Puzzle } from "./lane";
import { talliesOf } from "./tally";

export class Promises {
  /** Whether each was lost, in the order in which they ended. */
  played: readonly boolean[] = [];
  private readonly seen = new Set<string>();

  /** True if there was something new. What is played again, branched off or was recorded elsewhere is no new game. */
  count(puzzle: Puzzle | null, lanes: readonly Lane[], truth: Truth | null): boolean {
    const before = this.played.length;
    for (const { how, trace, end, moments } of lanes) {
      const trusting = how.strategy === "risk_controlled" && how.dial !== undefined && how.dial <= 1;
      if (!puzzle || !trusting || how.from || trace !== null || end === null || !truth?.values) continue;
      const name = JSON.stringify([puzzle.family, puzzle.text, how.dial]);
      if (this.seen.has(name)) continue;
      this.seen.add(name);
      this.played = [...this.played, (talliesOf(moments, truth).wrong ?? 0) > 0];
    }
    return this.played.length > before;
  }
}
