// What is said of a cell and of a whole board from their looks alone: apart, as a board that is not played yet has it, too.

import { blockOn, cornerOf } from "../board/describe";
import { cellOf } from "../board/symbols";
import type { Language } from "../i18n/catalogues";
import { language, t } from "../i18n/i18n";
import { nameText, symbolOf } from "../i18n/sentences";
import type { Board, BoardCell, CellView, View } from "../protocol/engine";
import type { CounterText, NoteText } from "./shown";

export function cellName(board: Board, variable: number): string {
  const cell = cellOf(board, variable);
  return cell ? nameText(cell.name) : "";
}

/** A cell's list of candidates is read out up to this length. */
const MANY = 9;

function openLabel(board: Board, cell: string, { candidates }: CellView, whole: number): string {
  if (candidates.length === 0) return t("label.dead", { cell });
  // That both of two values are possible goes without saying.
  if (whole === 2 && candidates.length === 2) return t("label.empty", { cell });
  if (candidates.length > MANY) return t("label.many", { cell, count: candidates.length });
  const plain = candidates.every((value) => symbolOf(board, value).length === 1);
  return t("label.open", {
    cell,
    candidates: candidates.map((value) => symbolOf(board, value)).join(plain ? " " : ", "),
  });
}

interface Said {
  board: Board;
  variable: number;
  language: Language;
  broken: boolean;
  label: string;
}
/** Of the cells that did not change, which are most: the same words need not be put together again. */
const said = new WeakMap<CellView, Said>();

/** What a screen reader says of a cell: where it is, what is in it, and the clue that stands there. */
export function cellLabel(board: Board, variable: number, view: CellView | undefined, broken: boolean): string {
  const place = cellOf(board, variable);
  if (!view || !place) return cellName(board, variable);
  const now = { board, variable, language: language(), broken };
  const before = said.get(view);
  if (before && (Object.keys(now) as (keyof typeof now)[]).every((name) => before[name] === now[name]))
    return before.label;
  const label = labelOf(board, place, view, broken);
  said.set(view, { ...now, label });
  return label;
}

function labelOf(board: Board, place: BoardCell, view: CellView, broken: boolean): string {
  const cell = nameText(place.name);
  const stands = view.value !== null;
  const label = stands
    ? t("label.value", { cell, value: symbolOf(board, view.value!), origin: t(`origin.${view.origin}`) })
    : openLabel(board, cell, view, place.highest - place.lowest + 1);
  const clues = [cornerOf(board, place.row, place.column), blockOn(board, place.row, place.column)];
  return [label, ...clues.filter((text) => text !== ""), ...(broken && stands ? [t("label.broken")] : [])].join(", ");
}

/** How many of a thing there are, and how many are still to be found. */
export const countersOf = (
  board: Board,
  view: Pick<View, "cells" | "status"> | null,
  cited: ReadonlySet<number>,
): CounterText[] =>
  board.counters.map(({ key, counted, total, constraint }) => {
    const found = counted.filter(([variable, value]) => view?.cells[variable]?.value === value).length;
    // A mine that went off was nobody's mark.
    const over = found > total && view?.status !== "lost";
    const text = t(over ? `${key}.over` : key, { left: Math.max(0, total - found), total, found });
    return { text, cited: cited.has(constraint), over };
  });

/** The clues in words, where the puzzle has any. */
export const notesOf = (board: Board, cited: ReadonlySet<number>): NoteText[] =>
  board.notes.map(({ says, constraints }) => ({
    text: sentence(nameText(says)),
    cited: constraints.some((one) => cited.has(one)),
  }));

/** A phrase of the engine as a sentence of its own. */
function sentence(phrase: string): string {
  const raised = phrase.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return /[.!?”’]$/.test(raised) ? raised : `${raised}.`;
}
