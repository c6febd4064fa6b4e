// The car park from above. Units are metres, y turned down. A learner's way is told by its dashes as well as by its colour.

import { svg, type SVGTemplateResult, type TemplateResult, html, nothing } from "lit";

import { LEARNERS } from "./assets";
import type { Drive } from "./drive";
import { BLOCK, placeOf, wayAhead, YARD, type Point } from "./yard";

const MARGIN = 1.5;
/** How far round the car is seen of it. */
const path = (points: readonly Point[]): string =>
  points.map(({ x, y }) => `${x.toFixed(2)},${(-y).toFixed(2)}`).join(" ");

export function renderScene(drive: Drive, label: string): TemplateResult {
  const { state, wanted, foresight, trail, verdict } = drive;
  const width = YARD.right - YARD.left + 2 * MARGIN;
  const height = YARD.high - YARD.low + 2 * MARGIN;
  const from = placeOf(state);
  return html`<svg
    viewBox="${YARD.left - MARGIN} ${-YARD.high - MARGIN} ${width} ${height}"
    role="img"
    aria-label=${label}
  >
    <rect class="wall" x=${YARD.left - MARGIN} y=${-YARD.high - MARGIN} width=${width} height=${height} />
    <rect class="floor" x=${YARD.left} y=${-YARD.high} width=${width - 2 * MARGIN} height=${height - 2 * MARGIN} />
    ${renderBays()}
    <rect
      class="wall"
      x=${BLOCK.left}
      y=${-BLOCK.high}
      width=${BLOCK.right - BLOCK.left}
      height=${BLOCK.high - BLOCK.low}
    />
    ${renderSlope()}
    <polyline class="trail" points=${path(trail)} />
    ${foresight ? svg`<polyline class="world" points=${path([from, ...foresight.world])} />` : nothing}
    ${
      foresight
        ? LEARNERS.map(
            (learner) => svg`<polyline class="way ${learner}" points=${path([from, ...foresight.paths[learner]])} />`,
          )
        : nothing
    }
    ${verdict?.proof ? renderForbidden(wayAhead(state, wanted.steering).end) : nothing} ${renderCar(drive)}
  </svg>`;
}

/** Markings on the ground. */
const renderBays = (): SVGTemplateResult =>
  svg`<path class="bays" d=${Array.from({ length: 19 }, (_, i) => `M${-36 + 4 * i} -25v4.5M${-36 + 4 * i} 25v-4.5`).join("")} />`;

/** Which way the ground falls. */
const renderSlope = (): SVGTemplateResult =>
  svg`<path class="slope" transform="translate(34 -19) rotate(-125)" d="M-4 0h8m-2.5 -2.5l2.5 2.5l-2.5 2.5" />`;

const renderForbidden = ({ x, y }: Point): SVGTemplateResult =>
  svg`<path class="forbidden" transform="translate(${x.toFixed(2)} ${(-y).toFixed(2)})" d="M-1.6 -1.6l3.2 3.2M-1.6 1.6l3.2 -3.2" />`;

function renderCar({ state, wanted, held, hit }: Drive): SVGTemplateResult {
  const degrees = (radians: number): string => ((radians * 180) / Math.PI).toFixed(1);
  const { x, y } = placeOf(state);
  const kind = hit ? "hit" : held ? "held" : "";
  const wheel = (along: number, aside: number, turned: number) =>
    svg`<rect class="wheel" x="-0.5" y="-0.2" width="1" height="0.4" transform="translate(${along} ${aside}) rotate(${turned})" />`;
  const front = degrees(-wanted.steering);
  return svg`<g class="car ${kind}" transform="translate(${x.toFixed(2)} ${(-y).toFixed(2)}) rotate(${degrees(-state[2]!)})">
    ${wheel(1.2, -0.85, Number(front))} ${wheel(1.2, 0.85, Number(front))} ${wheel(-1.3, -0.85, 0)} ${wheel(-1.3, 0.85, 0)}
    <rect class="body" x="-2.2" y="-0.9" width="4.4" height="1.8" rx="0.6" />
    <path class="glass" d="M0.4 -0.7h0.7l0.4 0.7l-0.4 0.7h-0.7z" />
  </g>`;
}
