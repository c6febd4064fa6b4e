// A chart of shares against numbers of parameters, as SVG: one line for each kind of network. Pure.
//
// In: a `Chart`. Out: a drawing of the frame's size. Across, parameters on a logarithmic scale; up, a share from 0 on. A
// kind is told by the shape of its points as well as by its colour.

import { svg } from "lit";

import { language } from "../../i18n/i18n";
import { shareText } from "../../i18n/numbers";
import { across, renderAcross, renderBelow, renderStep, up, type Frame } from "../chart_frame";
import type { Kind } from "./networks";

export interface Point {
  kind: Kind;
  parameters: number;
  share: number;
  /** What it stands for, in words. */
  label: string;
}

const FRAME: Frame = { width: 320, height: 190, left: 46, right: 14, top: 12, bottom: 28 };
const MARK = 5;

const TICKS = [1e4, 1e5, 1e6];
const STEPS = 4;
const SPAN = { least: Math.log10(1.4e3), most: Math.log10(1.5e6) };
const KINDS = ["graph", "cnn", "mlp"] as const;

export interface Chart {
  points: readonly Point[];
  /** The share without any network: a line across. */
  nothing: { share: number; label: string };
  name: string;
  /** The share at which the scale ends. */
  end: number;
}

/** Lengths of the drawing. */
const placeOf = (parameters: number): number =>
  across(FRAME, (Math.log10(parameters) - SPAN.least) / (SPAN.most - SPAN.least));
const heightOf = (share: number, end: number): number => up(FRAME, share / end);

const short = (n: number) => new Intl.NumberFormat(language(), { notation: "compact" }).format(n);

export function renderChart({ points, nothing, name, end }: Chart) {
  return svg`<svg viewBox="0 0 ${FRAME.width} ${FRAME.height}" role="img" aria-label=${name}>
    ${Array.from({ length: STEPS + 1 }, (_, step) => (step / STEPS) * end).map((share) =>
      renderStep(FRAME, heightOf(share, end), shareText(share, 2)),
    )}
    ${TICKS.map((tick) => renderBelow(FRAME, placeOf(tick), short(tick)))}
    ${renderNothing(nothing, end)}
    ${KINDS.map((kind) =>
      renderKind(
        points.filter((point) => point.kind === kind),
        end,
      ),
    )}
  </svg>`;
}

/** Its words stand on the side of the line where there is more room. */
function renderNothing({ share, label }: Chart["nothing"], end: number) {
  const y = heightOf(share, end);
  return svg`${renderAcross(FRAME, y, "nothing")}
    <text class="tick end" x=${across(FRAME, 1)} y=${share > end / 2 ? y + 18 : y - 9}>${label}</text>`;
}

function renderKind(points: readonly Point[], end: number) {
  const sorted = [...points].sort((one, other) => one.parameters - other.parameters);
  const path = sorted.map(({ parameters, share }) => `${placeOf(parameters)},${heightOf(share, end)}`).join(" ");
  return svg`<polyline class=${sorted[0]?.kind ?? ""} points=${path} />${sorted.map(
    ({ kind, parameters, share, label }) =>
      svg`<g class=${kind}><title>${label}</title><path d=${markPath(kind, placeOf(parameters), heightOf(share, end))} /></g>`,
  )}`;
}

/** A circle, a square or a triangle about a point. */
export function markPath(kind: Kind, x: number, y: number, size = MARK): string {
  if (kind === "cnn") return `M${x - size},${y - size}h${2 * size}v${2 * size}h${-2 * size}z`;
  if (kind === "mlp") return `M${x},${y - size - 1}l${size + 1},${2 * size + 1}h${-2 * size - 2}z`;
  return `M${x - size},${y}a${size},${size} 0 1 0 ${2 * size},0a${size},${size} 0 1 0 ${-2 * size},0z`;
}
