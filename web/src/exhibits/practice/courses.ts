// What can be practised: puzzles of one kind, some of which are held out. Each is a file that is fetched when it is chosen
// (puzzles/practice; `command` made it).

import type { PuzzleText } from "../../protocol/practice";
import type { Taught } from "../../practice/learned";

interface PuzzleFile {
  family: string;
  size: string;
  puzzles: string[];
  test: string[];
}

export interface Puzzles {
  puzzles: PuzzleText[];
  test: PuzzleText[];
}

export interface Choice {
  id: string;
  taught: Taught;
  /** What is offered first: to begin with nothing, or with the network of this page. */
  start: "untrained" | "shipped";
  load(): Promise<Puzzles>;
}

const FILES = import.meta.glob<PuzzleFile>("../../../../puzzles/practice/*.json", { import: "default" });

const choice = (id: string, taught: Taught, start: Choice["start"] = "untrained"): Choice => ({
  ...{ id, taught, start },
  load: async () => {
    const { family, puzzles, test } = await FILES[`../../../../puzzles/practice/${id}.json`]!();
    const named = (texts: readonly string[]) => texts.map((text) => ({ family, text }));
    return { puzzles: named(puzzles), test: named(test) };
  },
});

const plain = (family: string, size: string) => choice(`${family}-${size}`, { family, size, rules: [] });

/** In the order in which they are offered. `practice.course.ID` names each. */
export const CHOICES: readonly Choice[] = [
  plain("sudoku", "6x6"),
  plain("futoshiki", "5x5"),
  plain("skyscrapers", "4x4"),
  plain("binairo", "6x6"),
  // The rule is told apart from the size (engine/session/shift.h).
  choice("sudoku-9x9n", { family: "sudoku", size: "9x9", rules: ["antiknight"] }, "shipped"),
];
