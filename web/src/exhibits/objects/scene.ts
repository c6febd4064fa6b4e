// One object as a drawing, in metres around the pivot or the stop.

import { nothing, svg, type SVGTemplateResult } from "lit";

import type { ObjectName } from "./assets";
import { SLOPE } from "./hand";

/** Left, top, width, height. */
export const VIEW: Readonly<Record<ObjectName, string>> = {
  pendulum: "-1.3 -1.3 2.6 2.6",
  block: "-0.6 -1.35 3.6 2.1",
};
const DEGREES = (SLOPE * 180) / Math.PI;
/** Farther from the picture, nothing is drawn. */
const OUT = 10;

export interface Drawn {
  object: ObjectName;
  place: number;
  /** Acceleration of what holds it; 0 draws nothing. */
  drive: number;
}

export function drawObject({ object, place, drive }: Drawn): SVGTemplateResult {
  return object === "pendulum" ? pendulum(place, drive) : block(place, drive);
}

const arrow = (length: number, y: number) =>
  Math.abs(length) < 0.03
    ? nothing
    : svg`<path class="shaking" d="M0 ${y}h${length}m0 0l${-0.12 * Math.sign(length)} -0.07m${0.12 * Math.sign(length)} 0.07l${-0.12 * Math.sign(length)} 0.07" />`;

function pendulum(angle: number, drive: number): SVGTemplateResult {
  const known = Number.isFinite(angle);
  const [x, y] = [Math.sin(angle), Math.cos(angle)];
  return svg`<path class="hold" d="M-0.25 0h0.5" />${arrow(drive * 0.12, -0.2)}
    ${known ? svg`<path class="rod" d="M0 0L${x} ${y}" /><circle class="body" cx=${x} cy=${y} r="0.14" />` : nothing}`;
}

/** Turned so that the slope is level: up is to the right. */
function block(place: number, drive: number): SVGTemplateResult {
  const known = Number.isFinite(place) && Math.abs(place) < OUT;
  return svg`<g transform="rotate(${-DEGREES})">
    <path class="hold" d="M-0.5 0h3.9" />
    <path class="stop" d="M0 0v-0.42" />
    <g transform="translate(1.6 0)">${arrow(drive * 0.25, 0.2)}</g>
    ${known ? svg`<rect class="body" x=${place} y="-0.3" width="0.4" height="0.3" rx="0.03" />` : nothing}
  </g>`;
}
