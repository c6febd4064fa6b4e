// What would become of the puzzle, as it was set, if one of its rules were switched: found out before the switch is
// thrown, while nothing else is going on.

import type { Board, Count } from "../protocol/engine";

/** clash: two givens are against the rule. Null: not known yet. */
export type Prospect = Count | "clash";

type Known = Readonly<Partial<Record<string, Prospect>>>;

const NOTHING: Known = {};

export class Prospects {
  /** By rule; another object after every change. */
  known: Known = NOTHING;

  private puzzle = "";
  private busy = false;
  private readonly ask: (rule: string, on: boolean) => Promise<Prospect>;
  private readonly changed: () => void;

  /** `ask` rejects when something else came first. */
  constructor(ask: (rule: string, on: boolean) => Promise<Prospect>, changed: () => void) {
    this.ask = ask;
    this.changed = changed;
  }

  /** Finds out what is not known yet of a board, one rule after the other, as long as `free` says so. */
  async look(board: Board, free: () => boolean): Promise<void> {
    if (this.puzzle !== board.puzzle) {
      this.puzzle = board.puzzle;
      this.known = NOTHING;
    }
    if (this.busy) return;
    this.busy = true;
    for (const rule of board.switchable) {
      if (this.puzzle !== board.puzzle || !free()) break;
      if (this.known[rule] !== undefined) continue;
      const prospect = await this.ask(rule, !board.rules.includes(rule)).catch(() => null);
      // Something came between: it is asked again once there is time.
      if (prospect === null || this.puzzle !== board.puzzle) break;
      this.known = { ...this.known, [rule]: prospect };
      this.changed();
    }
    this.busy = false;
    // Whoever waits for what is known of another board asks again.
    if (this.puzzle !== board.puzzle) this.changed();
  }
}
