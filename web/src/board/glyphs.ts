// The symbols that are drawn, each around (0, 0) in a box of one cell. Shapes differ, never colour alone: colours carry
// the first letter of their name.

import { css, svg, type SVGTemplateResult } from "lit";

import { t } from "../i18n/i18n";
import { UNIT } from "./geometry";
import type { Glyph } from "./symbols";

const spokes = (count: number, from: number, to: number) =>
  Array.from({ length: count }, (_, i) => {
    const [x, y] = [Math.cos((2 * Math.PI * i) / count), Math.sin((2 * Math.PI * i) / count)];
    return `M${(x * from).toFixed(1)} ${(y * from).toFixed(1)}L${(x * to).toFixed(1)} ${(y * to).toFixed(1)}`;
  }).join("");

const RAYS = spokes(8, 19.5, 25);
const SPIKES = spokes(8, 10, 21);

type Drawn = Exclude<Glyph, `color${number}`>;

const DRAWINGS: Record<Drawn, SVGTemplateResult> = {
  lamp: svg`<path class="line thin-line" d=${RAYS} /><circle class="bulb" r="14.5" />`,
  // A dash: a dot would be taken for the mark of who decided.
  dot: svg`<path class="line" d="M-8 0H8" />`,
  mine: svg`<path class="line" d=${SPIKES} /><circle class="solid" r="14" /><circle class="shine" cx="-4.6" cy="-4.6" r="3.4" />`,
  flag: svg`<path class="cloth" d="M-5 -20L16 -11.5L-5 -3z" /><path class="line" d="M-5 -20V17" /><path class="line wide-line" d="M-13 19H7" />`,
  queen: svg`<path class="solid" d="M-18 8L-22 -12L-11 -1L-8.5 -18L0 -3L8.5 -18L11 -1L22 -12L18 8z" />
    <path class="solid" d="M-17 12H17V19H-17z" /><circle class="solid" cx="-22" cy="-14" r="3" /><circle class="solid" cx="-8.5" cy="-20" r="3" />
    <circle class="solid" cx="8.5" cy="-20" r="3" /><circle class="solid" cx="22" cy="-14" r="3" />`,
  filled: svg`<rect class="full" x="-28" y="-28" width="56" height="56" rx="3" />`,
  empty: svg`<path class="line faint-line" d="M-9 -9L9 9M9 -9L-9 9" />`,
  white: svg`<circle class="white" r="20" />`,
  black: svg`<circle class="black" r="21.5" />`,
};

/** The letter that says which colour it is. */
export const colourLetter = (glyph: Glyph) => t(`glyph.${glyph}`).slice(0, 1).toUpperCase();

const isColour = (glyph: Glyph): glyph is `color1` => glyph.startsWith("color");

/** `size` is the side of its box. Whole cells and regions are painted by the board; here a colour is a patch. */
export function drawGlyph(glyph: Glyph, x: number, y: number, size: number): SVGTemplateResult {
  const drawing = isColour(glyph)
    ? svg`<rect class="patch ${glyph}" x="-24" y="-24" width="48" height="48" rx="8" />
        <text class="patch-letter" dy=".355em">${colourLetter(glyph)}</text>`
    : DRAWINGS[glyph as Drawn];
  return svg`<g class="glyph ${glyph}" transform="translate(${x} ${y}) scale(${size / UNIT})">${drawing}</g>`;
}

export const glyphStyles = css`
  .glyph {
    --tint: var(--ink);
    pointer-events: none;
  }
  .system1 > .glyph {
    --tint: var(--s1-ink);
  }
  .system2 > .glyph {
    --tint: var(--s2-ink);
  }
  .glyph .solid {
    fill: var(--tint);
  }
  .glyph .line {
    fill: none;
    stroke: var(--tint);
    stroke-width: 4.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .glyph .thin-line {
    stroke-width: 3;
  }
  .glyph .wide-line {
    stroke-width: 5.5;
  }
  .glyph .faint-line {
    stroke: color-mix(in srgb, var(--tint) 72%, var(--card));
    stroke-width: 3.6;
  }
  .glyph .bulb {
    fill: var(--lamp);
    stroke: var(--tint);
    stroke-width: 3;
  }
  .glyph .shine {
    fill: var(--card);
  }
  .glyph .cloth {
    fill: var(--flag);
  }
  .glyph .full {
    fill: color-mix(in oklab, var(--solid) 62%, var(--tint));
  }
  .glyph .white {
    fill: var(--stone-white);
    stroke: var(--stone-rim);
    stroke-width: 3;
  }
  .glyph .black {
    fill: var(--stone-black);
    stroke: var(--stone-rim);
    stroke-width: 1.5;
  }
  .patch-letter {
    fill: var(--ink);
    font: 700 26px var(--font);
    text-anchor: middle;
  }
  .color1 {
    fill: var(--colour1);
  }
  .color2 {
    fill: var(--colour2);
  }
  .color3 {
    fill: var(--colour3);
  }
  .color4 {
    fill: var(--colour4);
  }
  .color5 {
    fill: var(--colour5);
  }
  .color6 {
    fill: var(--colour6);
  }
`;
