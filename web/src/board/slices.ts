// A large board is drawn, and drawn anew, some rows in each task: thousands of cells at once would hold the page up.

import { noChange } from "lit";
import { directive, Directive } from "lit/directive.js";

/** Cells that are drawn in one task: as many as the largest boards of a collection have, and more. */
export const SLICE = 640;

/** What of a board's rows may be drawn in one go. What is left over comes in the next ones, the last row as soon as the first. */
export class Slice {
  /** Something waits for the next go. */
  late = false;
  private from = 0;
  private left: number;
  private next = 0;
  private readonly most: number;

  constructor(most = SLICE) {
    this.left = this.most = most;
  }

  /** Before each go. */
  begin(): void {
    this.from = this.late ? this.next : 0;
    this.left = this.most;
    this.next = 0;
    this.late = false;
  }

  /** Whether a row that has changed is drawn now. */
  takes(row: number, cells: number): boolean {
    const taken = row >= this.from && this.left > 0;
    if (taken) {
      this.left -= Math.max(1, cells);
      if (this.left <= 0) this.next = row + 1;
    } else {
      this.late = true;
    }
    return taken;
  }
}

class Sliced extends Directive {
  private shown: readonly unknown[] | null = null;

  /** `shown`: all that the row's drawing rests on. While each of it stays the same, the row need not be looked at again. */
  render(slice: Slice, row: number, cells: number, shown: readonly unknown[], draw: () => unknown): unknown {
    const before = this.shown;
    if (before?.length === shown.length && shown.every((one, i) => Object.is(one, before[i]))) return noChange;
    if (!slice.takes(row, cells)) return noChange;
    this.shown = shown;
    return draw();
  }
}

export const sliced = directive(Sliced);
