// Words that name the rows take no more of the board's width than they need: on a phone it is the cells' own. Pure apart
// from the language in use.

import type { Board } from "../protocol/engine";
import { language } from "../i18n/i18n";
import { shortSymbol } from "../i18n/sentences";
import { derived } from "./derived";
import { UNIT } from "./geometry";
import { layoutOf } from "./layout";
import { fitted, textWidth } from "./lettering";
import { isWord } from "./symbols";

const LARGEST = 17.5;
const SMALLEST = 12;
/** A longer one is broken at its space. */
const WIDEST = 84;
const GAP = 8;

export interface RowWords {
  /** Where they end, and where the drawing begins, in its own units. */
  right: number;
  left: number;
  size: number;
  linesOf(text: string): string[];
}

/** Null where the rows have other clues on their left, or none. */
export const rowWords = (board: Board): RowWords | null => rowWordsIn(language(), board);

const rowWordsIn = derived((_: string, board: Board): RowWords | null => {
  if (!board.labels.some(({ text }) => isWord(text))) return null;
  const { box, leftLabels } = layoutOf(board);
  const labels = [...leftLabels];
  const single = new Set(labels.map(({ row }) => row)).size === labels.length;
  if (labels.length === 0 || !single || !labels.every(({ text }) => isWord(text))) return null;
  const fit = (text: string) => fitted(text, Math.min(WIDEST, box.left * UNIT - 2 * GAP), LARGEST, SMALLEST);
  const fits = labels.map(({ text }) => fit(shortSymbol(text)));
  const size = Math.min(...fits.map((one) => one.size));
  const widest = Math.max(...fits.flatMap(({ lines }) => lines.map(textWidth))) * size;
  const right = box.left * UNIT - GAP;
  return { right, left: Math.max(right - widest - GAP, 0), size, linesOf: (text) => fit(text).lines };
});

/** How many columns of the board's left are not drawn. */
export const unusedColumns = (board: Board): number => (rowWords(board)?.left ?? 0) / UNIT;

/** How many are. */
export const drawnColumns = (board: Board): number => board.columns - unusedColumns(board);
