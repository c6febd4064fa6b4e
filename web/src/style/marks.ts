// Who decided, as a shape: round for System 1, square for System 2, half and half when both agree,
// a triangle for the person. Colour repeats what the shape already says.

import { css, svg, type SVGTemplateResult } from "lit";

import type { Act, Source } from "../protocol/engine";

/** A mark of half-width `r` around (x, y). */
export function originMark(source: Source, x: number, y: number, r: number): SVGTemplateResult {
  const side = 0.9 * r;
  switch (source) {
    case "system1":
      return svg`<circle class="s1" cx=${x} cy=${y} r=${r} />`;
    case "system2":
      return svg`<rect class="s2" x=${x - side} y=${y - side} width=${2 * side} height=${2 * side} />`;
    case "both":
      return svg`<path class="s1" d="M${x} ${y - r}a${r} ${r} 0 0 0 0 ${2 * r}z" />
        <path class="s2" d="M${x} ${y - r}h${side}v${2 * r}h${-side}z" />`;
    case "player":
      return svg`<path class="person" d="M${x} ${y - r}L${x + r} ${y + 0.8 * r}H${x - r}z" />`;
  }
}

/** What is drawn of a line of the log. */
export type Drawn = Act & { source: Source; takenBack: boolean };

/** A mark of the decision log in a 16 × 16 box: hollow if it ruled a value out, struck if it was taken back. */
export function decisionMark(mark: Drawn): SVGTemplateResult {
  if (mark.kind === "take_back") {
    return svg`<path class="s2 stroke" d="M4.5 9.5a4 4 0 1 0 1.2-4.4M5.4 2.6v2.9h2.9" />`;
  }
  if (mark.kind === "switch_rule") {
    return svg`<path class="person-line" d="M5.5 4.6h5a3.4 3.4 0 0 1 0 6.8h-5a3.4 3.4 0 0 1 0 -6.8z" />
      <circle class="person" cx=${mark.on ? 10.5 : 5.5} cy="8" r="1.9" />`;
  }
  const shape = originMark(mark.source, 8, 8, mark.kind === "rule_out" ? 3.2 : 4.6);
  return svg`<g class=${mark.kind}>${shape}</g>
    ${mark.takenBack ? svg`<path class="strike" d="M2.5 13.5L13.5 2.5" />` : ""}`;
}

export const markStyles = css`
  .s1 {
    fill: var(--s1);
  }
  .s2 {
    fill: var(--s2);
  }
  .person {
    fill: var(--ink);
  }
  .person-line {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5;
  }
  .rule_out > * {
    fill: none;
    stroke-width: 1.6;
  }
  .rule_out > .s1 {
    stroke: var(--s1);
  }
  .rule_out > .s2 {
    stroke: var(--s2);
  }
  .stroke {
    fill: none;
    stroke: var(--s2);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .strike {
    stroke: var(--ink);
    stroke-width: 1.6;
    stroke-linecap: round;
  }
`;
