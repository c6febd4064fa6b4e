// Several cells in one stroke: those that are like the first become what a click makes of it.

import type { BoardCell } from "../protocol/engine";

type Value = number | null;

export interface Strokable {
  /** The cells on the way from one to another, both included. */
  between(from: number, to: number): BoardCell[];
  /** What a click makes of a cell, or one of the second button; undefined: nothing. */
  next(variable: number, other: boolean): Value | undefined;
  /** All cells of one stroke are put with the same number. */
  put(variable: number, value: Value, stroke: number): void;
}

interface Brush {
  number: number;
  other: boolean;
  value: Value;
  last: number;
  done: Set<number>;
}

export class Stroke {
  /** The press that just ended was a stroke: the click that follows it means nothing. */
  wasStroke = false;
  private readonly on: Strokable;
  private count = 0;
  private brush: Brush | null = null;

  constructor(on: Strokable) {
    this.on = on;
  }

  begin(event: PointerEvent, variable: number): void {
    this.wasStroke = false;
    this.brush = null;
    const other = event.button === 2;
    const value = other || event.button === 0 ? this.on.next(variable, other) : undefined;
    if (value === undefined) return;
    this.brush = { number: ++this.count, other, value, last: variable, done: new Set() };
    // A finger holds on to the cell that it touched first; the others would never hear of it.
    (event.target as Element).releasePointerCapture(event.pointerId);
    const ending = new AbortController();
    const end = () => {
      ending.abort();
      this.brush = null;
    };
    window.addEventListener("pointerup", end, { signal: ending.signal });
    window.addEventListener("pointercancel", end, { signal: ending.signal });
  }

  /** The pointer came to a cell. */
  enter(variable: number): void {
    const { brush } = this;
    if (!brush || variable === brush.last) return;
    this.wasStroke = true;
    for (const cell of this.on.between(brush.last, variable)) this.paint(brush, cell.variable);
    brush.last = variable;
  }

  /** The number of what may become a stroke; undefined while nothing is pressed. */
  get number(): number | undefined {
    return this.brush?.number;
  }

  /** A click, or what stands for one, has changed the cell already. */
  did(variable: number): void {
    this.brush?.done.add(variable);
  }

  private paint({ number, other, value, done }: Brush, variable: number): void {
    if (done.has(variable)) return;
    done.add(variable);
    if (this.on.next(variable, other) === value) this.on.put(variable, value, number);
  }
}
