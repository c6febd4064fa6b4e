// Maps look like maps: the borders of regions are bent, all by the same bending of the plane, so that what two regions
// share stays shared. Pure.

import type { Board } from "../protocol/engine";
import { oncePer } from "./derived";
import { layoutOf } from "./layout";

export type Point = readonly [x: number, y: number];

/** Where a point of the drawing goes, both in the drawing's own units. */
export type Bend = (point: Point) => Point;

/** How far a border is bent at most, and how long a wave of it is, in squares. */
const REACH = 0.2;
const WAVES = [3.1, 1.7] as const;
/** The frame of the map stays straight; from so far inside, in squares, borders are bent in full. */
const SHORE = 0.8;

const wave = (along: number, across: number) =>
  0.65 * Math.sin((2 * Math.PI * along) / WAVES[0] + 0.9 * across) +
  0.35 * Math.sin((2 * Math.PI * along) / WAVES[1] - 0.7 * across);

/** How a board's borders are bent, on squares of that side; null where its cells are squares, not regions. */
export const bendOf: (board: Pick<Board, "cells" | "blocks" | "labels">) => ((unit: number) => Bend) | null = oncePer(
  (board: Pick<Board, "cells" | "blocks" | "labels">) => {
    const { box, hasRegions } = layoutOf(board);
    if (!hasRegions) return null;
    return (unit: number): Bend =>
      ([px, py]) => {
        const [x, y] = [px / unit, py / unit];
        const inside = (n: number, from: number, to: number) =>
          Math.max(0, Math.min(1, (n - from) / SHORE, (to - n) / SHORE));
        const dx = REACH * wave(y, x) * inside(x, box.left, box.right);
        const dy = REACH * wave(x, y) * inside(y, box.top, box.bottom);
        return [px + dx * unit, py + dy * unit];
      };
  },
);

/** A closed line with points between its corners, so close that it bends smoothly. */
export function finely(corners: readonly Point[], apart: number): Point[] {
  return corners.flatMap(([x, y], i) => {
    const [nx, ny] = corners[(i + 1) % corners.length]!;
    const pieces = Math.max(1, Math.ceil(Math.hypot(nx - x, ny - y) / apart));
    return Array.from({ length: pieces }, (_, k): Point => {
      const share = k / pieces;
      return [x + (nx - x) * share, y + (ny - y) * share];
    });
  });
}
