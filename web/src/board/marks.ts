// What an author draws on cells and between them: thermometers, arrows, lines, dots, shapes. Pure.

import { css, svg, type SVGTemplateResult } from "lit";

import type { Board, Square } from "../protocol/engine";
import { symbolText } from "../i18n/sentences";
import { UNIT } from "./geometry";
import { textWidth } from "./lettering";

type Mark = Board["marks"][number];

const BULB = 21;
const RING = 23;
const DISC = 25;
const HEAD = 13;
const DOT = 8.5;
const DOT_TEXT = 14;

interface Point {
  x: number;
  y: number;
}

const middleOf = ({ row, column }: Square): Point => ({ x: (column + 0.5) * UNIT, y: (row + 0.5) * UNIT });

const path = (points: readonly Point[]) => `M${points.map(({ x, y }) => `${x} ${y}`).join("L")}`;

/** The point that lies so far from `from` on the way to `to`. */
function towards(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * far) / length, y: from.y + ((to.y - from.y) * far) / length };
}

/** Two strokes that end in `tip`, which was reached from `from`. */
function headPath(from: Point, tip: Point): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const back = (turn: number): Point => ({
    x: tip.x - HEAD * Math.cos(angle + turn),
    y: tip.y - HEAD * Math.sin(angle + turn),
  });
  return path([back(0.6), tip, back(-0.6)]);
}

const colourOf = ({ color, shape }: Mark) => color || (shape === "dot" ? "white" : "grey");

function renderOver(mark: Mark): SVGTemplateResult {
  const middles = mark.squares.map(middleOf);
  const mean = (along: "x" | "y") => middles.reduce((sum, one) => sum + one[along], 0) / middles.length;
  const text = mark.text ? symbolText(mark.text) : "";
  const wide = Math.max(DOT, (textWidth(text) * DOT_TEXT) / 2 + 3);
  const high = text ? DOT + 1 : DOT;
  return svg`<g class="mark dot ${colourOf(mark)}" transform="translate(${mean("x")} ${mean("y")})">
    <rect x=${-wide} y=${-high} width=${2 * wide} height=${2 * high} rx=${high} />
    ${text ? svg`<text dy=".355em" font-size=${DOT_TEXT}>${text}</text>` : ""}
  </g>`;
}

function renderLines(mark: Mark): SVGTemplateResult {
  const points = mark.squares.map(middleOf);
  const [first, second] = points as [Point, Point];
  if (mark.shape === "thermometer")
    return svg`<path class="stem" d=${path(points)} /><circle cx=${first.x} cy=${first.y} r=${BULB} />`;
  if (mark.shape === "line") return svg`<path class="strand" d=${path(points)} />`;
  const shaft = [towards(first, second, RING), ...points.slice(1)];
  return svg`<circle class="ring" cx=${first.x} cy=${first.y} r=${RING} />
    <path class="shaft" d=${path(shaft) + headPath(shaft.at(-2)!, shaft.at(-1)!)} />`;
}

function renderShape(shape: Mark["shape"], square: Square): SVGTemplateResult {
  const { x, y } = middleOf(square);
  if (shape === "circle") return svg`<circle cx=${x} cy=${y} r=${DISC} />`;
  const half = shape === "square" ? DISC : UNIT / 2;
  return svg`<rect x=${x - half} y=${y - half} width=${2 * half} height=${2 * half} />`;
}

function renderUnder(mark: Mark): SVGTemplateResult {
  const each = ["circle", "square", "shade"].includes(mark.shape);
  return svg`<g class="mark ${mark.shape} ${colourOf(mark)}">
    ${each ? mark.squares.map((square) => renderShape(mark.shape, square)) : renderLines(mark)}
  </g>`;
}

/** From below: what fills whole squares, what lies in them, what leads from one to another. */
const ORDER: readonly Mark["shape"][] = ["shade", "square", "circle", "line", "thermometer", "arrow"];

/** What lies beneath the values. */
export function marksBeneath(board: Pick<Board, "marks">): SVGTemplateResult[] {
  return ORDER.flatMap((shape) => board.marks.filter((mark) => mark.shape === shape).map(renderUnder));
}

/** What lies on the lines between cells. */
export function marksAbove(board: Pick<Board, "marks">): SVGTemplateResult[] {
  return board.marks.filter(({ shape }) => shape === "dot").map(renderOver);
}

export const markShapeStyles = css`
  .mark {
    --tint: var(--mark);
    pointer-events: none;
    fill: var(--tint);
  }
  .mark.red {
    --tint: var(--colour1);
  }
  .mark.green {
    --tint: var(--colour2);
  }
  .mark.blue {
    --tint: var(--colour3);
  }
  .mark.yellow {
    --tint: var(--colour4);
  }
  .mark.purple {
    --tint: var(--colour5);
  }
  .mark.orange {
    --tint: var(--colour6);
  }
  .mark.white {
    --tint: var(--stone-white);
  }
  .mark.black {
    --tint: var(--stone-black);
  }
  .mark .stem,
  .mark .strand,
  .mark .shaft,
  .mark .ring {
    fill: none;
    stroke: var(--tint);
    stroke-width: 18;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .mark .strand {
    stroke-width: 11;
  }
  .mark .shaft,
  .mark .ring {
    stroke-width: 3.6;
  }
  /* A thin line has to be darker than a broad one to be seen as well. */
  .mark.arrow.grey {
    --tint: var(--stone-rim);
  }
  .mark.dot rect {
    stroke: var(--stone-rim);
    stroke-width: 1.8;
  }
  .mark.dot text {
    fill: var(--ink);
    font-weight: 650;
  }
  .mark.dot.white text {
    fill: #26282d;
  }
  .mark.dot.black text {
    fill: #ffffff;
  }
`;
