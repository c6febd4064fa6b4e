// In a frame, the page tells the page around it how high it would like to be: `{ fastslow: { height } }`, in pixels, by
// postMessage. It is no secret, and asks for nothing. The script for that page is in height_script.ts.

import type { LitElement } from "lit";

import { COLUMN_PX, LARGEST_CELL_PX } from "../board/sizes";
import type { Board } from "../protocol/engine";

interface Box {
  top: number;
  bottom: number;
  height: number;
}

/** What is measured: the whole page; the board with all that stands above and beneath it; the columns beside it. */
export interface Measured {
  content: number;
  board: Box;
  /** How wide the board may become. */
  room: number;
  middle: number;
  sides: readonly Box[];
}

/**
 * The height at which nothing is scrolled and the board is as wide as it may be. The board is as high as the frame lets
 * it be now, so its own height says nothing.
 */
export function wantedHeight({ rows, columns }: Pick<Board, "rows" | "columns">, measured: Measured): number {
  const { content, board, room, middle, sides } = measured;
  const width = Math.min(room, COLUMN_PX, columns * LARGEST_CELL_PX);
  const grown = Math.min(COLUMN_PX, (width * rows) / columns) - board.height;
  const beside = sides.filter(({ top, height }) => height > 0 && top < board.bottom).map(({ height }) => height);
  if (beside.length === 0) return Math.ceil(content + grown);
  return Math.ceil(content - Math.max(middle, ...beside) + Math.max(middle + grown, ...beside));
}

/** A page with its board, as they are drawn just now; null before that. */
export function measured(page: LitElement, element: LitElement): Measured | null {
  const box = (selector: string) => page.renderRoot.querySelector(selector)?.getBoundingClientRect();
  const board = element.renderRoot.querySelector("svg")?.getBoundingClientRect();
  if (!board) return null;
  const sides = [box(".left"), box(".right")].filter((side) => side !== undefined);
  const middle = box(".middle")?.height ?? 0;
  return { content: page.offsetHeight, board, room: element.offsetWidth, middle, sides };
}

/** Tells at once and whenever the height changes. Returns the function that stops it. */
export function tellHeight(page: Element, measure: () => number | null): () => void {
  if (window.parent === window) return () => {};
  let told = 0;
  const tell = () => {
    const height = measure();
    if (height === null || height === told) return;
    told = height;
    window.parent.postMessage({ fastslow: { height } }, "*");
  };
  const observer = new ResizeObserver(tell);
  observer.observe(page);
  tell();
  return () => observer.disconnect();
}
