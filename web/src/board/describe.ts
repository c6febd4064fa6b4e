// The board in words, for those who cannot see what is drawn beside and between its cells. Pure apart from the
// language in use.

import type { Board } from "../protocol/engine";
import { t } from "../i18n/i18n";
import { nameText, symbolText } from "../i18n/sentences";
import { oncePer } from "./derived";
import { at, layoutOf, type Block, type Box, type Label } from "./layout";

export function blockLabel(board: Board, block: Block): string {
  const { box } = layoutOf(board);
  const cell = t("cell.at", { row: block.row - box.top + 1, column: block.column - box.left + 1 });
  return t(`clue.${block.style}`, { cell, text: symbolText(block.text) }).replace(/[,:]\s*$/, "");
}

const corners = oncePer((board: Board) => {
  const found = new Map<string, string[]>();
  for (const { style, row, column, text } of board.labels)
    if (style === "corner") found.set(at(row, column), [...(found.get(at(row, column)) ?? []), text]);
  return found;
});

/** The small text in a cell's corner. */
export function cornerOf(board: Board, row: number, column: number): string {
  const text = (corners(board).get(at(row, column)) ?? []).map(symbolText).join(" ");
  return text === "" ? "" : t("label.clue", { text });
}

/** A block that lies on a cell, e.g. the number on a square that was dug up. */
export function blockOn(board: Board, row: number, column: number): string {
  const block = layoutOf(board).blocks.get(at(row, column));
  if (!block || block.text === "") return "";
  return block.style === "lost" ? t("label.lost") : t("label.clue", { text: symbolText(block.text) });
}

/** One sentence for every row and column with clues beside it, and one for every sign between two cells, and for every mark. */
export function cluesOf(board: Board): string[] {
  return [
    ...marginClues(board),
    ...board.labels.filter(({ style }) => style === "sign").map((sign) => signClue(board, sign)),
    ...board.marks.map((mark) => markClue(board, mark)),
  ];
}

/** Where a label of the margin stands: beside which row or column. */
function placeOf({ row, column }: Label, box: Box): { side: string; n: number } | null {
  if (row > box.top && row < box.bottom) {
    const n = Math.floor(row) - box.top + 1;
    if (column < box.left) return { side: "left", n };
    if (column > box.right) return { side: "right", n };
  }
  const n = Math.floor(column) - box.left + 1;
  if (row < box.top) return { side: "above", n };
  return row > box.bottom ? { side: "below", n } : null;
}

function marginClues(board: Board): string[] {
  const { box } = layoutOf(board);
  const lines = new Map<string, { side: string; n: number; labels: Label[] }>();
  for (const label of board.labels) {
    const place = label.style === "margin" ? placeOf(label, box) : null;
    if (!place) continue;
    const line = lines.get(`${place.side} ${place.n}`) ?? { ...place, labels: [] };
    line.labels.push(label);
    lines.set(`${place.side} ${place.n}`, line);
  }
  return [...lines.values()].map(({ side, n, labels }) => {
    const inOrder = [...labels].sort((a, b) => a.row - b.row || a.column - b.column);
    return t(`clue.${side}`, { n, text: inOrder.map(({ text }) => symbolText(text)).join(" ") });
  });
}

function cellAt(board: Board, row: number, column: number): string {
  const cell = layoutOf(board).cells.get(at(row, column));
  return cell ? nameText(cell.name) : "";
}

/** "thermometer: row 1, column 1; row 1, column 2" */
function markClue(board: Board, { shape, squares, text }: Board["marks"][number]): string {
  const cells = squares.map(({ row, column }) => cellAt(board, row, column)).join("; ");
  return t(text ? "clue.mark.text" : "clue.mark", { mark: t(`mark.${shape}`), cells, text: symbolText(text) });
}

const SIGNS: Record<string, string> = { "<": "less", ">": "greater", "^": "less", v: "greater" };

/** "row 1, column 1 is less than row 1, column 2" */
function signClue(board: Board, { row, column, text }: Label): string {
  const beside = Number.isInteger(column);
  const one = beside ? cellAt(board, Math.floor(row), column - 1) : cellAt(board, row - 1, Math.floor(column));
  const other = beside ? cellAt(board, Math.floor(row), column) : cellAt(board, row, Math.floor(column));
  const kind = SIGNS[text];
  return kind ? t(`clue.${kind}`, { one, other }) : t("clue.between", { one, other, text: symbolText(text) });
}
