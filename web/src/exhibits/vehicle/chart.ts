// A chart of errors against numbers of drives, both on logarithmic scales, as SVG: one line for each learner. Pure.

import { svg } from "lit";

import { figureText } from "../../i18n/numbers";
import { across, renderAcross, renderBelow, renderStep, up, type Frame } from "../chart_frame";
import type { Learner } from "./assets";

export interface Line {
  learner: Learner;
  /** By rising numbers of drives. */
  points: readonly { drives: number; error: number; label: string }[];
}

const FRAME: Frame = { width: 340, height: 220, left: 46, right: 14, top: 12, bottom: 28 };

export interface Scale {
  least: number;
  most: number;
}

const share = (value: number, { least, most }: Scale): number => Math.log(value / least) / Math.log(most / least);

/** The powers of ten around all values. */
export function scaleOf(values: readonly number[]): Scale {
  const least = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const most = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  return { least, most: most > least ? most : least * 10 };
}

const ticksOf = ({ least, most }: Scale): number[] =>
  Array.from({ length: Math.round(Math.log10(most / least)) + 1 }, (_, i) => least * 10 ** i);

export interface Chart {
  lines: readonly Line[];
  /** Without having learned anything. */
  nothing: { error: number; label: string };
  /** The number of drives that is chosen. */
  chosen: number;
  name: string;
}

export function renderChart({ lines, nothing, chosen, name }: Chart) {
  const all = lines.flatMap(({ points }) => points);
  const drives = [...new Set(all.map((point) => point.drives))].sort((one, other) => one - other);
  const wide = { least: drives[0]! / 1.3, most: drives.at(-1)! * 1.3 };
  const high = scaleOf([...all.map(({ error }) => error), nothing.error]);
  const x = (value: number): number => across(FRAME, share(value, wide));
  const y = (value: number): number => up(FRAME, share(value, high));
  return svg`<svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label=${name}>
    ${ticksOf(high).map((tick) => renderStep(FRAME, y(tick), figureText(tick, 3)))}
    ${drives.map((tick) => renderBelow(FRAME, x(tick), figureText(tick)))}
    <line class="chosen" x1=${x(chosen)} x2=${x(chosen)} y1=${up(FRAME, 1)} y2=${up(FRAME, 0)} />
    ${renderAcross(FRAME, y(nothing.error), "nothing")}
    <text class="tick end" x=${across(FRAME, 1)} y=${y(nothing.error) - 5}>${nothing.label}</text>
    ${lines.map(
      ({ learner, points }) =>
        svg`<polyline class="way ${learner}" points=${points.map((point) => `${x(point.drives)},${y(point.error)}`).join(" ")} />
          ${points.map(
            (point) =>
              svg`<g class=${learner}><title>${point.label}</title><circle cx=${x(point.drives)} cy=${y(point.error)} r="3.5" /></g>`,
          )}`,
    )}
  </svg>`;
}
