// What stands in a cell: its value, or what is felt, ruled out, counted and shown before it is played.

import { svg, type SVGTemplateResult } from "lit";

import type { Board, BoardCell, CellView } from "../protocol";
import { percentText, shortSymbol } from "../i18n/sentences";
import { candidatePlace, middleBelow, squaresOf, UNIT } from "./geometry";
import { colourLetter, drawGlyph } from "./glyphs";
import { fitted, textWidth } from "./lettering";
import { originMark } from "./marks";
import { outlinePath } from "./outline";
import { glyphOf, isWord, symbolKey } from "./symbols";

const MIDDLE = UNIT / 2;

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
  return svg`${view.ruledOut.map((value) => renderRuledOut(content, value))}
    ${content.ghost ? renderGhost(content, content.ghost) : ""}`;
}

function renderPlaced(content: Content, value: number): SVGTemplateResult {
  const origin = content.view.origin ?? "player";
  return svg`<g class="value ${origin}">${renderSymbol(content, value)}</g>
    ${origin === "given" ? "" : svg`<g class="origin">${originMark(origin, UNIT - 11, 11, 4.6)}</g>`}`;
}

/** A symbol as large as the cell. Colours fill all of a region. */
function renderSymbol({ board, cell, top }: Content, value: number): SVGTemplateResult {
  const symbol = symbolKey(board, value);
  const glyph = glyphOf(symbol);
  if (glyph?.startsWith("color")) {
    return svg`<path class="paint ${glyph}" d=${groundPath(cell)} />
      <path class="paint-ring" d=${groundPath(cell, 5)} />
      <text class="paint-letter" x=${MIDDLE + 8} y=${MIDDLE + 10} dy=".355em">${colourLetter(glyph)}</text>`;
  }
  if (glyph) return drawGlyph(glyph, MIDDLE, MIDDLE, UNIT);
  const { lines, size } = fitted(shortSymbol(symbol), UNIT - 8, isWord(symbol) ? 20 : 35, isWord(symbol) ? 13.5 : 12);
  const first = middleBelow(top) - ((lines.length - 1) / 2) * size * 1.1;
  return svg`${lines.map(
    (line, i) => svg`<text x=${MIDDLE} y=${first + i * size * 1.1} dy=".355em" font-size=${size}>${line}</text>`,
  )}`;
}

/** `heat` 0..1: how strongly System 1 leans to one value. */
export function renderHeat(cell: BoardCell, heat: number): SVGTemplateResult {
  return svg`<path class="heat" d=${groundPath(cell, 8)} opacity=${(0.05 + 0.55 * heat * heat).toFixed(3)} />`;
}

function renderGhost(content: Content, { value, place }: { value: number; place: boolean }): SVGTemplateResult {
  if (!place) return renderRuledOut(content, value);
  return svg`<g class="value ghost system2">${renderSymbol(content, value)}</g>`;
}

function renderRuledOut({ board, cell, top }: Content, value: number): SVGTemplateResult {
  const symbol = symbolKey(board, value);
  const word = shortSymbol(symbol);
  const stacked = isWord(symbol);
  const { x, y, size } = candidatePlace(value - cell.lowest, cell.highest - cell.lowest + 1, { stacked, top });
  const glyph = glyphOf(symbol);
  if (glyph) {
    return svg`<g class="ruled-out">${drawGlyph(glyph, x, y, size * 1.15)}</g>
      <path class="ruled-out-strike" d="M${x - size * 0.5} ${y + size * 0.5}l${size} ${-size}" />`;
  }
  const fit = fitted(word, stacked ? UNIT - 10 : size * 1.3, size, 6);
  const half = Math.max((textWidth(fit.lines[0]!) * fit.size) / 2, size * 0.3) + 1;
  const rise = stacked ? 0 : size * 0.36;
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
