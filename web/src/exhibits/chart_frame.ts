// What the exhibits' charts have in common: a drawing with room for the scales around it, lines across with their values,
// and how these look. Pure.

import { css, svg } from "lit";

/** A drawing of `width` × `height` units, and the room about what is drawn in it. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where a share of the way from the left to the right lies, and one from below to above. */
export const across = ({ left, right, width }: Frame, share: number): number => left + share * (width - left - right);
export const up = ({ top, bottom, height }: Frame, share: number): number =>
  height - bottom - share * (height - top - bottom);

/** A line across, of a class. */
export const renderAcross = ({ left, right, width }: Frame, y: number, name: string) =>
  svg`<line class=${name} x1=${left} x2=${width - right} y1=${y} y2=${y} />`;

/** One of the lines that values are read by, with its value. */
export const renderStep = (frame: Frame, y: number, value: string) =>
  svg`${renderAcross(frame, y, "grid")}<text class="tick end" x=${frame.left - 6} y=${y + 4}>${value}</text>`;

/** A value below the drawing. */
export const renderBelow = ({ height }: Frame, x: number, value: string) =>
  svg`<text class="tick middle" x=${x} y=${height - 8}>${value}</text>`;

export const chartStyles = css`
  figure {
    margin: 0;
  }
  .grid {
    stroke: var(--line);
  }
  .tick {
    fill: var(--muted);
    font-size: 11px;
  }
  .tick.end {
    text-anchor: end;
  }
  .tick.middle {
    text-anchor: middle;
  }
`;
