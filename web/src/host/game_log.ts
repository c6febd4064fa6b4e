// A game as the page remembers it: its puzzle and its decisions, those that redo would bring back included. With it a
// new engine can be brought to the same position: after a crash, at a reload, on another machine.

import type { Decision, KeptGame, View } from "../protocol/engine";
import { TRACE_FORMAT } from "../protocol/trace";

export class GameLog {
  readonly #family: string;
  readonly #text: string;
  readonly #decisions: Decision[];
  /** How many of them are made; the others were undone. */
  #made: number;

  constructor({ family, text, decisions, undone }: Omit<KeptGame, "format">) {
    this.#family = family;
    this.#text = text;
    this.#decisions = [...decisions, ...undone];
    this.#made = decisions.length;
  }

  static opened(puzzle: { family: string; text: string }): GameLog {
    return new GameLog({ ...puzzle, decisions: [], undone: [] });
  }

  /** Nothing was decided. */
  get isFresh(): boolean {
    return this.#decisions.length === 0;
  }

  /** What was decided, if anything was, and the view that followed. */
  saw(view: View, decision?: Decision): void {
    if (decision) this.#decisions.splice(decision.id, Infinity, decision);
    this.#made = view.decisions.length;
    if (!view.canRedo) this.#decisions.length = Math.min(this.#decisions.length, this.#made);
  }

  /** Gives up all but the puzzle. */
  forget(): void {
    this.#decisions.length = 0;
    this.#made = 0;
  }

  kept(): KeptGame {
    return {
      format: TRACE_FORMAT,
      family: this.#family,
      text: this.#text,
      decisions: this.#decisions.slice(0, this.#made),
      undone: this.#decisions.slice(this.#made),
    };
  }
}
