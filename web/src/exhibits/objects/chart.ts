// Two charts as SVG: the energy of every way over time, and how wrong energies get, horizon by horizon. Pure.

import { svg } from "lit";

import { figureText, shareText } from "../../i18n/numbers";
import { across, renderBelow, renderStep, up, type Frame } from "../chart_frame";
import type { NetworkName } from "./assets";
import { FOLLOWED, LEARNED, WAYS, type Followed, type Path, type Way } from "./follow";

const FRAME: Frame = { width: 340, height: 180, left: 44, right: 12, top: 10, bottom: 26 };
const { width: WIDTH, height: HEIGHT } = FRAME;

/** Of what is drawn: half as much again as the truth ever has. */
export const mostOf = ({ paths }: Followed): number => Math.max(1, 1.5 * Math.max(...paths.truth.energy));

const placeOfTime = (seconds: number): number => across(FRAME, seconds / FOLLOWED);
/** What is higher runs along the edge. */
const placeOfEnergy = (energy: number, most: number): number => up(FRAME, Math.min(Math.max(energy, 0), most) / most);

/** The lines stay while time goes on, so they are put together once. */
const LINES = new WeakMap<Followed, Record<Way, string>>();

function linesOf(followed: Followed): Record<Way, string> {
  const known = LINES.get(followed);
  if (known) return known;
  const most = mostOf(followed);
  const line = ({ energy, step }: Path): string =>
    energy
      .map((value, i) => ({ value, x: placeOfTime(i * step) }))
      .filter(({ value }) => Number.isFinite(value))
      .map(({ value, x }) => `${x.toFixed(1)},${placeOfEnergy(value, most).toFixed(1)}`)
      .join(" ");
  const { truth, plain, hamiltonian, port } = followed.paths;
  const lines = { truth: line(truth), plain: line(plain), hamiltonian: line(hamiltonian), port: line(port) };
  LINES.set(followed, lines);
  return lines;
}

export function renderEnergies(followed: Followed, time: number, name: string) {
  const most = mostOf(followed);
  const lines = linesOf(followed);
  const x = placeOfTime;
  const y = (energy: number): number => placeOfEnergy(energy, most);
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${name}>
    <rect class="learned" x=${x(0)} y=${up(FRAME, 1)} width=${x(LEARNED) - x(0)} height=${up(FRAME, 0) - up(FRAME, 1)} />
    ${[0, most / 2, most].map((tick) => renderStep(FRAME, y(tick), figureText(tick, 1)))}
    ${[0, LEARNED, FOLLOWED / 2, FOLLOWED].map((tick) => renderBelow(FRAME, x(tick), figureText(tick)))}
    ${WAYS.map((way) => svg`<polyline class="way ${way}" points=${lines[way]} />`)}
    <line class="now" x1=${x(time)} x2=${x(time)} y1=${up(FRAME, 1)} y2=${up(FRAME, 0)} />
  </svg>`;
}

export interface Drift {
  network: NetworkName;
  /** The error over each horizon, in parts of the energy at the start. */
  errors: readonly number[];
}

const LEAST = 0.001;
const MOST = 10;

/** The error on a logarithmic scale. */
export function renderDrift(drifts: readonly Drift[], name: string) {
  const horizons = drifts[0]?.errors.length ?? 1;
  const x = (horizon: number): number => across(FRAME, (horizon - 0.5) / horizons);
  const y = (error: number): number =>
    up(FRAME, Math.log(Math.min(Math.max(error, LEAST), MOST) / LEAST) / Math.log(MOST / LEAST));
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${name}>
    ${[0.001, 0.01, 0.1, 1, 10].map((tick) => renderStep(FRAME, y(tick), shareText(tick)))}
    ${Array.from({ length: horizons }, (_, i) => renderBelow(FRAME, x(i + 1), figureText((i + 1) * LEARNED)))}
    ${drifts.map(
      ({ network, errors }) =>
        svg`<polyline class="way ${network}" points=${errors.map((error, i) => `${x(i + 1)},${y(error)}`).join(" ")} />
          ${errors.map((error, i) => svg`<circle class=${network} cx=${x(i + 1)} cy=${y(error)} r="3" />`)}`,
    )}
  </svg>`;
}
