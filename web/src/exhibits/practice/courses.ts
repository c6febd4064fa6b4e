// What can be practised, and where its puzzles come from: the family's generator, a file of puzzles that take long to make
// (puzzles/practice), or an author's own puzzle, dealt again and again with other givens.

import parity from "../../../../puzzles/practice/parity.json?raw";
import products from "../../../../puzzles/examples/products.en.json?raw";
import type { Taught } from "../../practice/learned";
import { Drafts, shelfOf, titleOf } from "../../places/drafts";
import type { PracticeCalls } from "../../protocol/practice";

type Setup = Pick<PracticeCalls["practice_begin"][0], "practise" | "heldOut" | "replay">;

export interface Choice {
  id: string;
  /** As its author calls it; null: `practice.course.ID` names it. */
  title: string | null;
  taught: Taught;
  /** What is offered first: to begin with nothing, or with the network of this page. */
  start: "untrained" | "shipped";
  setup(): Promise<Setup>;
}

interface PuzzleFile {
  family: string;
  puzzles: string[];
  test: string[];
}

const FILES = import.meta.glob<PuzzleFile>("../../../../puzzles/practice/sudoku-*.json", { import: "default" });
const HELD_OUT = 20;

const generated = (family: string, size: string): Choice => ({
  ...{ id: `${family}-${size}`, title: null, taught: { family, size, rules: [] }, start: "untrained" },
  setup: () => Promise.resolve({ practise: { family, size }, heldOut: { family, size, count: HELD_OUT } }),
});

const filed = (id: string, taught: Taught): Choice => ({
  ...{ id, title: null, taught, start: "shipped" },
  setup: async () => {
    const { family, puzzles, test } = await FILES[`../../../../puzzles/practice/${id}.json`]!();
    return { practise: { family, texts: puzzles }, heldOut: { family, texts: test, count: test.length } };
  },
});

/** `id`: where it comes from. */
const dealt = (id: string, title: string, deal: string): Choice => ({
  ...{ id, title, taught: { family: "custom", size: "custom", rules: [], puzzle: deal }, start: "untrained" },
  setup: () => {
    const supply = { family: "custom", deal };
    return Promise.resolve({ practise: supply, heldOut: { ...supply, count: HELD_OUT } });
  },
});

const SHIPPED: readonly Choice[] = [
  generated("sudoku", "6x6"),
  generated("futoshiki", "5x5"),
  generated("skyscrapers", "4x4"),
  generated("binairo", "6x6"),
  // The rule is told apart from the size (engine/session/shift.h).
  filed("sudoku-9x9n", { family: "sudoku", size: "9x9", rules: ["antiknight"] }),
  { ...dealt("products", "", products), title: null },
  { ...dealt("parity", "", parity), title: null },
];

/** All that can be chosen on this device, in the order in which it is offered: what the reader has made comes last. */
export function choices(): readonly Choice[] {
  const own = new Drafts(shelfOf("localStorage")).list();
  return [...SHIPPED, ...own.map(({ id, text }) => dealt(`draft-${id}`, titleOf(text) || id, text))];
}

/** Puzzles of the other kinds, so that what was known of them is not forgotten. */
export const othersThan = (choice: Choice): NonNullable<Setup["replay"]> =>
  SHIPPED.flatMap(({ id, taught: { family, size } }) =>
    id === choice.id || family === "custom" || id.endsWith("n") ? [] : [{ family, size }],
  );
