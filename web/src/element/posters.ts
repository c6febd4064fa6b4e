// Which poster an element has: the one that its page carries, or that of the kind's first puzzle.

import { posters } from "virtual:posters";

import { LANGUAGES } from "../i18n/catalogues";
import { language, learn } from "../i18n/i18n";
import type { Poster } from "./poster";
import { shapeOf, type Shape } from "./shape";
import { turn } from "./turns";
import type { Wish } from "./wish";

type Puzzle = Pick<Wish, "family" | "puzzle" | "made">;

/** The first puzzle of a kind; empty where there is none. */
export const firstText = (family: string): string => posters[family]?.text ?? "";

/** The kind's first puzzle is what is asked for. */
function isFirst({ family, puzzle, made }: Puzzle): boolean {
  const first = posters[family];
  return first !== undefined && !made && (puzzle === null || puzzle === first.text);
}

export const hasPoster = (wish: Puzzle, carried: string): boolean => shapeOf(carried) !== null || isFirst(wish);

/** Null where there is none, or what the page carries is none. Rejects where it cannot be fetched. */
export async function findPoster(wish: Puzzle, carried: string): Promise<Poster | null> {
  const found = await posterOf(wish, carried);
  await turn();
  return found;
}

async function posterOf(wish: Puzzle, carried: string): Promise<Poster | null> {
  if (carried === "") return isFirst(wish) ? await firstOf(wish.family) : null;
  const { readPoster } = await import("./poster");
  const found = await readPoster(carried);
  if (found) await firstOf(found.board.family);
  return found;
}

/** With the words of its own kind. */
async function firstOf(family: string): Promise<Poster | null> {
  const made = await posters[family]?.load();
  if (!made) return null;
  for (const one of LANGUAGES) learn(one, made.words[one]!);
  return made.poster;
}

/** What is known of a board before the board is; a square where nothing is. */
export function knownShape(wish: Puzzle, carried: string): Shape {
  const first = isFirst(wish) ? posters[wish.family] : undefined;
  const made = first && { columns: first.columns[language()] ?? 1, rows: first.rows, counted: first.counters };
  return shapeOf(carried) ?? made ?? { columns: 1, rows: 1 };
}
