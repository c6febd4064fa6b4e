// A chart of errors against numbers of drives, both on logarithmic scales, as SVG: one line for each learner. Pure.

import { svg } from "lit";

import { figureText } from "../../i18n/numbers";
import type { Learner } from "./assets";

export interface Line {
  learner: Learner;
  /** By rising numbers of drives. */
  points: readonly { drives: number; error: number; label: string }[];
}

const WIDTH = 340;
const HEIGHT = 220;
const LEFT = 46;
const RIGHT = 14;
const TOP = 12;
const BOTTOM = 28;

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
  const x = (value: number): number => LEFT + share(value, wide) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - share(value, high) * (HEIGHT - TOP - BOTTOM);
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${name}>
    ${ticksOf(high).map(
      (tick) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(tick)} y2=${y(tick)} />
        <text class="tick end" x=${LEFT - 6} y=${y(tick) + 4}>${figureText(tick, 3)}</text>`,
    )}
    ${drives.map((tick) => svg`<text class="tick middle" x=${x(tick)} y=${HEIGHT - 8}>${figureText(tick)}</text>`)}
    <line class="chosen" x1=${x(chosen)} x2=${x(chosen)} y1=${TOP} y2=${HEIGHT - BOTTOM} />
    <line class="nothing" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(nothing.error)} y2=${y(nothing.error)} />
    <text class="tick end" x=${WIDTH - RIGHT} y=${y(nothing.error) - 5}>${nothing.label}</text>
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
