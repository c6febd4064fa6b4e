// Which of the two the reader was, problem by problem.

import type { Likeness } from "./think";

export class Tally {
  private readonly found = new Map<number, Likeness>();

  /** The first answer to a problem counts. */
  add(problem: number, likeness: Likeness): void {
    if (!this.found.has(problem)) this.found.set(problem, likeness);
  }

  get count(): number {
    return this.found.size;
  }

  of(likeness: Likeness): number {
    return [...this.found.values()].filter((one) => one === likeness).length;
  }
}
