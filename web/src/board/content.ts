// What stands in a cell: its value, or what is felt, ruled out, counted and shown before it is played.

import { svg, type SVGTemplateResult } from "lit";

import type { Board, BoardCell, CellView, Origin } from "../protocol/engine";
import { percentText, shortSymbol } from "../i18n/sentences";
import { originMark } from "../style/marks";
import { middleBelow, roomiest, squaresOf, struckPlace, UNIT } from "./geometry";
import { colourLetter, drawGlyph } from "./glyphs";
import { fitted, textWidth } from "./lettering";
import { outlinePath } from "./outline";
import { glyphOf, hasWords, isWritten, symbolKey } from "./symbols";

const MIDDLE = UNIT / 2;
/** Where the mark of who decided stands: so far from the top and from the right. */
const CORNER = 11;
/** The largest and the smallest. */
const SIZES = [35, 12] as const;
const WORD_SIZES = [17, 10] as const;

/** How often the thing of a cell is there: as System 1 feels it, and counted over all solutions. */
export interface Odds {
  felt: number | null;
  counted: number;
}

export interface Content {
  board: Board;
  cell: BoardCell;
  view: CellView;
  odds: Odds | undefined;
  /** What the label in its corner takes of its height. */
  top: number;
  /** A step shown before it is played. */
  ghost: { value: number; place: boolean } | null;
}

/** The cell's own ground, in its own coordinates. */
export function groundPath(cell: BoardCell, inset = 0): string {
  const squares = squaresOf(cell).map(({ row, column }) => ({ row: row - cell.row, column: column - cell.column }));
  return outlinePath(squares, inset);
}

export function renderContent(content: Content): SVGTemplateResult {
  const { view } = content;
  if (view.value !== null) return renderPlaced(content, view.value);
  // Where there are numbers, nothing is struck out as well.
  if (content.odds) return renderOdds(content.odds);
  return svg`${renderStruck(content)}${content.ghost?.place ? renderGhost(content, content.ghost.value) : ""}`;
}

function renderPlaced(content: Content, value: number): SVGTemplateResult {
  const origin = content.view.origin ?? "player";
  return svg`<g class="value ${origin}">${renderSymbol(content, value)}</g>
    ${origin === "given" ? "" : svg`<g class="origin">${renderOrigin(content.cell, origin)}</g>`}`;
}

/** Who decided: in the corner, or beside the letter of a region. */
function renderOrigin(cell: BoardCell, origin: Exclude<Origin, "given">): SVGTemplateResult {
  if (!cell.squares) return originMark(origin, UNIT - CORNER, CORNER, 4.6);
  const { x, y, size } = roomiest(cell);
  return originMark(origin, x + size * 0.52, y - size * 0.4, 6.4);
}

/** A symbol as large as the cell. Colours fill all of a region. */
function renderSymbol({ board, cell, top }: Content, value: number): SVGTemplateResult {
  const symbol = symbolKey(board, value);
  const glyph = glyphOf(symbol);
  if (glyph?.startsWith("color")) {
    const { x, y, size } = roomiest(cell);
    return svg`<path class="paint ${glyph}" d=${groundPath(cell)} />
      <path class="paint-ring" d=${groundPath(cell, 5)} />
      <text class="paint-letter" x=${x} y=${y} dy=".355em" font-size=${size}>${colourLetter(glyph)}</text>`;
  }
  if (glyph) return drawGlyph(glyph, MIDDLE, MIDDLE, UNIT);
  const [largest, smallest] = hasWords(board) ? WORD_SIZES : SIZES;
  const { lines, size } = fitted(shortSymbol(symbol), UNIT - 6, largest, smallest);
  const first = middleBelow(top) - ((lines.length - 1) / 2) * size * 1.1;
  return svg`${lines.map(
    (line, i) => svg`<text x=${MIDDLE} y=${first + i * size * 1.1} dy=".355em" font-size=${size}>${line}</text>`,
  )}`;
}

/**
 * `heat` 0..1: how strongly System 1 leans to one value. Where values are written it is the warmth of the cell; where
 * they are drawn, or are the names of colours, a fill would be taken for a value: there it is a dial, round as System 1.
 */
export function renderHeat(board: Board, cell: BoardCell, heat: number, struck: boolean): SVGTemplateResult {
  if (!isWritten(board)) {
    const { x, y, size } = cell.squares ? roomiest(cell) : { x: MIDDLE, y: MIDDLE, size: 31 };
    // Beside what was ruled out there is only the corner, unless that stands on another square.
    const beside = struck && Math.max(Math.abs(x - MIDDLE), Math.abs(y - MIDDLE)) < MIDDLE;
    return beside ? renderDial(heat, UNIT - CORNER, CORNER, 0.62) : renderDial(heat, x, y, size / 31);
  }
  const inset = board.cages.length > 0 ? 11 : 8;
  return svg`<path class="heat" d=${groundPath(cell, inset)} opacity=${(0.05 + 0.55 * heat * heat).toFixed(3)} />`;
}

function renderDial(heat: number, x: number, y: number, scale = 1): SVGTemplateResult {
  return svg`<g class="dial" opacity=${(0.35 + 0.65 * heat * heat).toFixed(3)} transform="translate(${x} ${y}) rotate(-90) scale(${scale})">
    <circle class="dial-track" r="10.5" />
    <circle class="dial-hand" r="10.5" pathLength="100" stroke-dasharray="${(100 * heat).toFixed(1)} 100" />
    <circle class="dial-core" r="4" />
  </g>`;
}

function renderGhost(content: Content, value: number): SVGTemplateResult {
  return svg`<g class="value ghost system2">${renderSymbol(content, value)}</g>`;
}

/** What was ruled out, and what the step shown before it is played would rule out. */
function renderStruck(content: Content): SVGTemplateResult[] {
  const { view, ghost } = content;
  const struck = new Set(view.ruledOut);
  if (ghost && !ghost.place) struck.add(ghost.value);
  return [...struck].sort((a, b) => a - b).map((value, index) => renderRuledOut(content, value, index, struck.size));
}

function renderRuledOut(content: Content, value: number, index: number, count: number): SVGTemplateResult {
  const { board } = content;
  const top = isWritten(board) ? content.top : Math.max(content.top, 1.6 * CORNER);
  const symbol = symbolKey(board, value);
  const word = shortSymbol(symbol);
  const stacked = hasWords(board);
  const { x, y, size } = struckPlace(index, count, { stacked, top });
  const glyph = glyphOf(symbol);
  if (glyph) {
    return svg`<g class="ruled-out">${drawGlyph(glyph, x, y, size * 1.15)}</g>
      <path class="ruled-out-strike" d="M${x - size * 0.5} ${y + size * 0.5}l${size} ${-size}" />`;
  }
  const fit = fitted(word, stacked ? UNIT - 10 : size * 1.1, size, 6, 1);
  // Flat enough to be told from the stroke of a 1.
  const half = Math.max((textWidth(fit.lines[0]!) * fit.size) / 2 + 1, size * 0.46);
  const rise = stacked ? 0 : size * 0.24;
  return svg`<text class="ruled-out" x=${x} y=${y} dy=".36em" font-size=${fit.size}>${fit.lines[0]}</text>
    <path class="ruled-out-strike" d="M${x - half} ${y + rise}L${x + half} ${y - rise}" />`;
}

/** Felt beside counted; each with the shape of who says so. */
function renderOdds({ felt, counted }: Odds): SVGTemplateResult {
  const line = (kind: "system1" | "system2", p: number, y: number) => svg`<g class="odds ${kind}">
    ${originMark(kind, 11, y, 4)}<text x=${UNIT - 6} y=${y} dy=".36em" font-size="19">${percentText(p)}</text></g>`;
  const certain = counted === 0 || counted === 1 ? "certain" : "";
  return svg`<path class="odds-fill" d="M0 ${UNIT}h${UNIT}v${(-UNIT * counted).toFixed(1)}h${-UNIT}z" />
    <g class=${certain}>${felt === null ? "" : line("system1", felt, 19)}${line("system2", counted, felt === null ? MIDDLE : 46)}</g>`;
}
