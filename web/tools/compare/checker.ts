// Whether an answer is right, by our own rule checker: the values are played on the board, and all rules have to be met.
// It shares nothing with the solvers but the declaration.

import { applied } from "../../src/protocol/view";
import type { View, ViewChange } from "../../src/protocol/view";
import { HostError } from "../../src/protocol/problems";
import type { Posed, Solution } from "./peer";

/** The engine's module. */
export interface Engine {
  call(request: unknown): unknown;
}

export class Checker {
  readonly #engine: Engine;
  readonly #known = new Map<string, boolean>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Whether these values solve the puzzle, and which they are. */
  check(puzzle: Posed, solution: Solution): { right: boolean; values: readonly (number | null)[] } {
    const values = this.valuesOf(puzzle, solution);
    if (values === null) return { right: false, values: [] };
    const key = JSON.stringify([puzzle.family, puzzle.text, values]);
    const right = this.#known.get(key) ?? this.#meets(puzzle, values);
    this.#known.set(key, right);
    return { right, values };
  }

  /** A solution as text is a puzzle with every value given. */
  valuesOf({ family }: Posed, solution: Solution): readonly (number | null)[] | null {
    if ("values" in solution) return solution.values;
    try {
      return this.#open(family, solution.text).cells.map(({ value }) => value);
    } catch (thrown) {
      if (thrown instanceof HostError) return null;
      throw thrown;
    }
  }

  #meets({ family, text }: Posed, values: readonly (number | null)[]): boolean {
    let view = this.#open(family, text);
    const { cells } = view;
    if (values.length !== cells.length) return false;
    try {
      for (const [variable, value] of values.entries()) {
        const given = cells[variable]!.value;
        if (value === null || (given !== null && given !== value)) return false;
        if (given === null) view = this.#told(view, { op: "play", variable, value });
      }
    } catch (thrown) {
      // A move that is none.
      if (thrown instanceof HostError) return false;
      throw thrown;
    }
    return view.status === "solved";
  }

  #open(family: string, text: string): View {
    return this.#told(null, { op: "open", family, text });
  }

  #told(view: View | null, request: object): View {
    const have = view === null ? {} : { view: view.position };
    const told = this.#engine.call({ ...request, have }) as { view: ViewChange };
    return applied(view, told.view);
  }
}
