// One curve over the puzzles that were practised, as SVG. Pure.
//
// In: a `Chart`. Out: a drawing of the frame's size: a line for practice, diamonds for the held-out puzzles.

import { svg, nothing } from "lit";

import { across, renderAcross, renderStep, up, type Frame } from "../chart_frame";
import { thinned, type Curve, type Step } from "./curves";

const FRAME: Frame = { width: 320, height: 150, left: 46, right: 12, top: 10, bottom: 24 };
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
  const x = (at: number): number => across(FRAME, at / last);
  const y = (value: number): number => up(FRAME, Math.min(value, end) / end);
  const path = thinned(steps, MOST_POINTS).map(({ at, value }) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  return svg`<svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label=${description}>
    ${GRID.map((part) => renderStep(FRAME, y(part * end), tell(part * end)))}
    ${goal === null ? nothing : renderAcross(FRAME, y(goal), "goal")}
    <text class="tick" x=${across(FRAME, 0)} y=${FRAME.height - 6}>0</text>
    <text class="tick end" x=${across(FRAME, 1)} y=${FRAME.height - 6}>${last}</text>
    <polyline class=${curve} points=${path.join(" ")} />
    ${tested.map(({ at, value }) => svg`<path class="tested" d=${diamond(x(at), y(value))} />`)}
  </svg>`;
}

export const diamond = (x: number, y: number): string =>
  `M${x},${y - MARK}l${MARK},${MARK}l${-MARK},${MARK}l${-MARK},${-MARK}z`;
