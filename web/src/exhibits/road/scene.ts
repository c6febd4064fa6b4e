// The road as a drawing, seen from the side. Lengths are in units of the drawing, 24 to a place; the world moves past the
// car, which stays where it is in the picture.

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";

import { setStyle } from "../../style/set_style";
import type { Sentences } from "./sentences";
import { freeMoves, type Car, type Gate, type Road, type Zone } from "./world";

const PLACE = 24;
const WIDTH = 26 * PLACE;
const HEIGHT = 232;
/** Places that are seen behind the car. */
const BEHIND = 5;
/** Where the roadway begins and ends, from the top. */
const KERB = 146;
const EDGE = 204;

export interface Shown {
  road: Road;
  car: Car;
  sentences: Sentences;
  /** Whose decision it was, for the car's colour. */
  who: "system1" | "system2" | "none";
  braking: boolean;
  /** Speeds that System 2 plans for the seconds to come. */
  plan: readonly number[];
  label: string;
}

/** The end of a place: where the front of a car is that stands on it. */
const front = (place: number): number => (place + 1) * PLACE;

export function renderScene(shown: Shown): TemplateResult {
  const { road, car, label } = shown;
  const passed = { transform: `translateX(${(BEHIND - car.place) * PLACE}px)` };
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="xMinYMid slice" role="img" aria-label=${label}>
    <rect class="sky" width=${WIDTH} height=${KERB} />
    <rect class="verge" y=${KERB - 10} width=${WIDTH} height=${HEIGHT} />
    <rect class="asphalt" y=${KERB} width=${WIDTH} height=${EDGE - KERB} />
    <g class="world" ${setStyle(passed)}>
      ${ticks(road.length)} ${road.school ? school(road.school, shown.sentences.limit) : nothing}
      ${road.gates.map((gate) => drawGate(gate, car))} ${ghosts(car, shown.plan)}
    </g>
    ${drawCar(shown)}
  </svg>`;
}

/** A mark at the end of each place. */
const ticks = (length: number) =>
  svg`<path class="ticks" d=${Array.from({ length: length + 30 }, (_, i) => `M${front(i - 8)} ${EDGE - 26}v4`).join("")} />`;

// --- what a driver has to wait at --------------------------------------------------------------------------------

function drawGate(gate: Gate, car: Car): SVGTemplateResult {
  const free = freeMoves(gate, car.time);
  const x = front(gate.line);
  const waits = car.speed === 0 && car.place <= gate.line && gate.line - car.place <= 3;
  const draw = { light, crossing, junction }[gate.kind];
  return svg`<g>
    ${gate.kind === "junction" ? sideStreet(x) : nothing}
    <path class="line" d="M${x + 3} ${KERB + 3}V${EDGE - 3}" />
    ${draw(x, free, { waits, gate })}
  </g>`;
}

interface Around {
  /** The car stands before the line. */
  waits: boolean;
  gate: Gate;
}

/** Top down: red or blue (a square one, so that the colour is not all that tells them apart), amber, green. */
function light(x: number, free: number | null, { gate }: Around): SVGTemplateResult {
  const lit = free === null ? "green" : free > 0 ? "amber" : gate.glass;
  const lamp = (colour: string, y: number) =>
    colour === "blue"
      ? svg`<rect class="lamp blue" ?data-lit=${lit === "blue"} x=${x + 2} y=${y - 9} width="18" height="18" rx="3" />`
      : svg`<circle class="lamp ${colour}" ?data-lit=${lit === colour} cx=${x + 11} cy=${y} r="10" />`;
  return svg`
    <path class="post" d="M${x + 11} ${KERB + 2}V80" />
    <rect class="housing" x=${x - 4} y="12" width="30" height="80" rx="8" />
    ${lamp(gate.glass, 27)} ${lamp("amber", 52)} ${lamp("green", 77)}`;
}

/** Somebody comes up to the kerb, raises a hand, and walks when the car waits. */
function crossing(x: number, free: number | null, { waits }: Around): SVGTemplateResult {
  const stripes = [0, 1, 2, 3].map(
    (i) => svg`<rect class="stripe" x=${x + 9} y=${KERB + 6 + i * 13} width="34" height="7" />`,
  );
  const sign = svg`<path class="post" d="M${x - 16} ${KERB}V90" />
    <rect class="crossing-sign" x=${x - 29} y="62" width="26" height="28" rx="4" />
    ${person(x - 16, 85, 0.42, "sign-person", false)}`;
  if (free === null) return svg`${stripes}${sign}`;
  const walks = free === 0 && waits;
  const at = walks ? EDGE - 14 : KERB + 2;
  return svg`${stripes}${sign}${person(x + 26 + free * 14, at, 1, "person", free === 0 && !walks)}`;
}

const person = (x: number, foot: number, scale: number, kind: string, hand: boolean) =>
  svg`<g class=${kind} transform="translate(${x} ${foot}) scale(${scale})">
    <circle cy="-46" r="7" />
    <path d="M0 -38V-18M0 -18L-7 0M0 -18L7 0M0 -33L9 -24M0 -33L${hand ? "-10 -47" : "-9 -24"}" />
  </g>`;

const sideStreet = (x: number) =>
  svg`<path class="asphalt" d="M${x + 10} ${KERB + 1}L${x + 28} ${KERB - 42}h24L${x + 86} ${KERB + 1}z" />`;

/** A siren from the side street, then the ambulance itself. */
function junction(x: number, free: number | null): SVGTemplateResult | typeof nothing {
  if (free === null) return nothing;
  const [y, scale] = free > 0 ? [KERB - 18 - free * 6, 0.5] : [KERB + 26, 1];
  return svg`<g class="ambulance" transform="translate(${x + (free > 0 ? 41 : 48)} ${y}) scale(${scale})">
    <rect class="body" x="-25" y="-50" width="50" height="46" rx="6" />
    <rect class="glass" x="-19" y="-44" width="38" height="13" rx="3" />
    <path class="cross" d="M-4 -27h8v5h5v8h-5v5h-8v-5h-5v-8h5z" />
    <rect class="beacon" x="-12" y="-57" width="24" height="7" rx="3" />
    <path class="wheels" d="M-18 -4v6M18 -4v6" />
    <path class="siren" d="M-22 -60l-8 -7M22 -60l8 -7M-26 -53h-11M26 -53h11" />
  </g>`;
}

function school({ from, to }: Zone, limit: number): SVGTemplateResult {
  const left = front(from - 1);
  const middle = (left + front(to)) / 2;
  return svg`<rect class="zone" x=${left} y=${EDGE} width=${front(to) - left} height="9" />
    <g class="schoolhouse" transform="translate(${middle} ${KERB - 10})">
      <path class="walls" d="M-46 0v-38h92v38z" />
      <path class="roof" d="M-52 -38L0 -66L52 -38z" />
      <path class="door" d="M-9 0v-20h18v20z" />
      <path class="window" d="M-36 -28h16v13h-16zM20 -28h16v13h-16z" />
      <path class="pole" d="M0 -66v-24" />
      <path class="pennant" d="M0 -90l20 6l-20 7z" />
    </g>
    <path class="post" d="M${left + 4} ${KERB}V92" />
    <circle class="limit" cx=${left + 4} cy="80" r="16" />
    <text class="limit-text" x=${left + 4} y="87" text-anchor="middle">${limit}</text>`;
}

// --- the car -----------------------------------------------------------------------------------------------------

/** Where System 2 plans to be in the seconds to come; the first of them has just passed. */
function ghosts(car: Car, plan: readonly number[]): SVGTemplateResult[] {
  let { place } = car;
  return plan.slice(1).map((speed) => {
    place += speed;
    return svg`<rect class="ghost" x=${front(place) - 11} y=${EDGE - 29} width="9" height="9" rx="1.5" />`;
  });
}

/** Its front is at the end of its place. */
function drawCar({ car, who, braking }: Shown): SVGTemplateResult {
  return svg`<g class="car ${who}" transform="translate(${front(BEHIND) - 2} ${EDGE - 12})">
    <path class="body" d="M-50 -8v-10q0 -5 6 -6l6 -1l7 -11q2 -3 6 -3h12q4 0 6 3l6 10q5 2 5 7v11z" />
    <path class="window" d="M-29 -25l5 -8q1 -2 3 -2h4v10zM-14 -35h6q2 0 3 2l4 8h-13z" />
    <circle class="wheel" cx="-38" cy="-7" r="7" /><circle class="wheel" cx="-8" cy="-7" r="7" />
    ${braking ? svg`<rect class="brake" x="-53" y="-20" width="5" height="8" rx="2" />` : nothing}
    <text class="speed" x="-24" y="-46" text-anchor="middle">${car.speed}</text>
  </g>`;
}
