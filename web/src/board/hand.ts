// What a visitor does to a board with pointer and keys, and what it means: to look at a cell, to fill it, to empty it.
// Knows no element; what is meant goes to the board that is `Handled`.

import type { Board, CellView } from "../protocol/engine";
import type { Touch } from "./drawing";
import { LongPress } from "./press";
import { Stroke } from "./stroke";
import { cellOf, isToggle, nextValue, typedValue } from "./symbols";
import { between, DIRECTIONS, neighbour } from "./walk";

/** What a hand brings about: a cell is looked at, pointed at (null: no more), filled, emptied, or noted in. */
export type Act = "cell-select" | "cell-hover" | "cell-type" | "cell-erase" | "cell-mark";

/** With the value to fill in, and the number that all changes of one stroke have. */
export interface ActDetail {
  variable: number | null;
  value?: number;
  stroke?: number;
}

/** The board under the hand. */
export interface Handled {
  /** As it stands now. */
  now(): { board: Board | null; cells: readonly CellView[]; selected: number };
  act(act: Act, detail: ActDetail): void;
  /** Gives the keyboard to a cell. */
  focusCell(variable: number): void;
  /** The cell that is selected next gets the keyboard. */
  focusNext(): void;
}

export class Hand implements Touch {
  private readonly on: Handled;
  private selectedBefore = -1;
  private readonly longPress = new LongPress((variable) => this.toggle(variable, true));
  private readonly stroke = new Stroke({
    between: (from, to) => {
      const { board } = this.on.now();
      return board ? between(board, from, to) : [];
    },
    next: (variable, other) => this.nextOf(variable, other),
    put: (variable, value, stroke) => this.put(variable, value, stroke),
  });

  constructor(on: Handled) {
    this.on = on;
  }

  /** Whether several cells can be changed in one stroke: not where a click may reveal something, which deserves a
   *  thought for each. */
  get paints(): boolean {
    const { board } = this.on.now();
    return board !== null && !board.grows && board.cells.some((cell) => isToggle(board, cell));
  }

  // --- pointer -------------------------------------------------------------------------------------------------

  readonly leave = () => this.on.act("cell-hover", { variable: null });

  enter(variable: number): void {
    this.on.act("cell-hover", { variable });
    this.stroke.enter(variable);
  }

  press(event: PointerEvent, variable: number): void {
    // The focus that comes with the press selects the cell before the click does.
    this.selectedBefore = this.on.now().selected;
    this.longPress.begin(event, variable);
    if (this.paints) this.stroke.begin(event, variable);
  }

  /** The first click on a value that stands only selects it; a second one changes it. */
  click(variable: number): void {
    if (this.longPress.wasLong || this.stroke.wasStroke) return;
    const first = variable !== this.selectedBefore;
    this.on.focusCell(variable);
    this.select(variable);
    const stands = this.on.now().cells[variable]?.value !== null;
    if (!first || !stands) this.toggle(variable);
  }

  other(event: Event, variable: number): void {
    event.preventDefault();
    if (this.longPress.wasLong || this.stroke.wasStroke) return;
    this.toggle(variable, true, this.stroke.number);
    this.stroke.did(variable);
  }

  focus(variable: number): void {
    if (variable !== this.on.now().selected) this.select(variable);
  }

  // --- keys ----------------------------------------------------------------------------------------------------

  readonly key = (event: KeyboardEvent) => {
    const { board, selected } = this.on.now();
    if (!board || event.altKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction) {
      event.preventDefault();
      this.on.focusNext();
      this.select(neighbour(board, selected, direction, event.ctrlKey));
    } else if (!event.ctrlKey) {
      this.edit(event, board, selected);
    }
  };

  private edit(event: KeyboardEvent, board: Board, selected: number): void {
    const cell = cellOf(board, selected);
    if (!cell) return;
    const toggles = isToggle(board, cell);
    if (event.key === " " || (event.key === "Enter" && toggles)) {
      event.preventDefault();
      if (toggles) this.toggle(selected, event.shiftKey);
      else this.put(selected, null);
      return;
    }
    // Shift changes what a digit key types, not which key it is.
    const digit = event.shiftKey ? /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] : undefined;
    const value = typedValue(board, cell, digit ?? event.key);
    if (value === undefined) return;
    event.preventDefault();
    if (event.shiftKey && value !== null && !toggles) this.on.act("cell-mark", { variable: selected, value });
    else this.put(selected, value);
  }

  private select(variable: number): void {
    this.on.act("cell-select", { variable });
  }

  // --- changing a cell -----------------------------------------------------------------------------------------

  private toggle(variable: number, other = false, stroke?: number): void {
    const value = this.nextOf(variable, other);
    if (value !== undefined) this.put(variable, value, stroke);
  }

  /** What a click makes of a cell; undefined if it changes nothing. */
  private nextOf(variable: number, other: boolean): number | null | undefined {
    const { board, cells } = this.on.now();
    const cell = board && cellOf(board, variable);
    const view = cells[variable];
    if (!board || !cell || !view || view.origin === "given" || !isToggle(board, cell)) return undefined;
    const value = nextValue(board, cell, view.value, other);
    return value === view.value ? undefined : value;
  }

  private put(variable: number, value: number | null, stroke?: number): void {
    if (value === null) this.on.act("cell-erase", { variable, stroke });
    else this.on.act("cell-type", { variable, value, stroke });
  }
}
