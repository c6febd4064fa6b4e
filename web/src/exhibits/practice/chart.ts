// One curve over the puzzles that were practised, as SVG. Pure.
//
// In: a `Chart`. Out: a drawing of WIDTH × HEIGHT units: a line for practice, diamonds for the held-out puzzles.

import { svg, nothing } from "lit";

import { thinned, type Curve, type Step } from "./curves";

const WIDTH = 320;
const HEIGHT = 150;
const LEFT = 46;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 24;
const MARK = 5;
/** More points than pixels show nothing more. */
const MOST_POINTS = 250;
const GRID = [0, 0.5, 1];

export interface Chart {
  curve: Curve;
  steps: readonly Step[];
  tested: readonly Step[];
  /** What it shows, in words. */
  description: string;
  /** Where the scale ends, and how a value is told. */
  end: number;
  tell(value: number): string;
  /** A line across that is to be reached. */
  goal: number | null;
  /** The last puzzle of the scale. */
  last: number;
}

export function renderChart({ curve, steps, tested, description, end, tell, goal, last }: Chart) {
  const across = (at: number): number => LEFT + (at / last) * (WIDTH - LEFT - RIGHT);
  const up = (value: number): number => HEIGHT - BOTTOM - (Math.min(value, end) / end) * (HEIGHT - TOP - BOTTOM);
  const path = thinned(steps, MOST_POINTS).map(({ at, value }) => `${across(at).toFixed(1)},${up(value).toFixed(1)}`);
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${description}>
    ${GRID.map((part) => {
      const y = up(part * end);
      return svg`<line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y} y2=${y} />
        <text class="tick end" x=${LEFT - 6} y=${y + 4}>${tell(part * end)}</text>`;
    })}
    ${goal === null ? nothing : svg`<line class="goal" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${up(goal)} y2=${up(goal)} />`}
    <text class="tick" x=${LEFT} y=${HEIGHT - 6}>0</text>
    <text class="tick end" x=${WIDTH - RIGHT} y=${HEIGHT - 6}>${last}</text>
    <polyline class=${curve} points=${path.join(" ")} />
    ${tested.map(({ at, value }) => svg`<path class="tested" d=${diamond(across(at), up(value))} />`)}
  </svg>`;
}

export const diamond = (x: number, y: number): string =>
  `M${x},${y - MARK}l${MARK},${MARK}l${-MARK},${MARK}l${-MARK},${-MARK}z`;
