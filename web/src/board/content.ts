// What stands in a cell: its value, or what is felt, ruled out, counted and shown before it is played.

import { svg, type SVGTemplateResult } from "lit";

import type { Board, BoardCell, CellView, Origin } from "../protocol/engine";
import { percentText, shortSymbol, symbolOf } from "../i18n/sentences";
import { originMark } from "../style/marks";
import { bendOf, type Bend } from "./coast";
import { middleBelow, roomiest, struckPlace, UNIT } from "./geometry";
import { colourLetter, drawGlyph } from "./glyphs";
import { squaresOf } from "./layout";
import { fitted, textWidth } from "./lettering";
import { outlinePath } from "./outline";
import { glyphOf, hasWords, symbolKey } from "./symbols";

// All lengths are in the drawing's own units, of which a cell's side has UNIT.

const MIDDLE = UNIT / 2;
/** Moves a text down by this much, in em, and its middle lies where its base line was. */
const TO_MIDDLE = ".355em";

/** A value that is written. */
const VALUE = { largest: 35, smallest: 12, width: UNIT - 6 };
/** A value that is, or stands beside, a word. */
const WORD = { largest: 17, smallest: 10, width: UNIT - 6 };
/** From one line of a value to the next, in its own size. */
const LINE = 1.1;

/** The mark of who decided: how far its middle is from the cell's top and right side, and its half width. */
const MARK = { corner: 11, radius: 4.6 };
/** In a region it stands at the upper right of the symbol, so far away in the symbol's size. */
const REGION_MARK = { right: 0.52, up: 0.4, radius: 6.4 };
/** The dashed ring that cites a painted region runs so far inside of its outline. */
const RING_INSET = 5;

/** The dial that shows System 1's heat; `beside` makes it small enough for the corner. */
const DIAL = { radius: 10.5, core: 4, faintest: 0.35, range: 0.65, beside: 0.62, box: 31 };

/** What is struck out: its size against its place's, and the stroke through it. */
const STRUCK = { glyph: 1.15, written: 1.1, smallest: 6, wordWidth: UNIT - 10, halfStroke: 0.46, rise: 0.24 };
/** What is struck out begins below the corner, where the dial stands. */
const BELOW_DIAL = 1.6 * MARK.corner;

/** Two percentages, one above the other, each behind its mark; one alone stands in the middle. */
const ODDS = { right: UNIT - 4, most: 8 };
/** With a word beneath that says of what; on boards of more columns it could not be read, and the numbers have its room. */
const ODDS_TOLD = { size: 17, mark: 9, radius: 3.6, upper: 14, lower: 34, alone: 26, word: 54, wordSize: 12.5 };
const ODDS_BARE = { ...ODDS_TOLD, size: 25, mark: 10, radius: 4.6, upper: 18, lower: 46, alone: MIDDLE };

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
  /** Whose ghost it is. */
  speaker: Exclude<Origin, "given">;
  /** Pencil marks. */
  noted: readonly number[];
}

/** The cell's own ground, in its own coordinates. */
export function groundPath(board: Board, cell: BoardCell, inset = 0): string {
  const bend = bendOf(board)?.(UNIT);
  if (!bend && !cell.squares) return squarePath(inset);
  const [left, top] = [cell.column * UNIT, cell.row * UNIT];
  if (bend) {
    const own: Bend = (point) => {
      const [x, y] = bend(point);
      return [x - left, y - top];
    };
    return outlinePath(squaresOf(cell), inset, own);
  }
  const squares = squaresOf(cell).map(({ row, column }) => ({ row: row - cell.row, column: column - cell.column }));
  return outlinePath(squares, inset);
}

const squarePath = (inset: number): string => {
  const far = UNIT - inset;
  return `M${inset} ${inset}L${far} ${inset}L${far} ${far}L${inset} ${far}Z`;
};

/** Whether there is anything to be drawn in a cell. */
export const hasContent = ({ view, odds, ghost, noted }: Pick<Content, "view" | "odds" | "ghost" | "noted">): boolean =>
  view.value !== null || odds !== undefined || ghost !== null || view.ruledOut.length > 0 || noted.length > 0;

export function renderContent(content: Content): SVGTemplateResult {
  const { view } = content;
  if (view.value !== null) return renderPlaced(content, view.value);
  // Where there are numbers, nothing is struck out as well.
  if (content.odds) return renderOdds(content, content.odds);
  return svg`${renderStruck(content)}${content.ghost?.place ? renderGhost(content, content.ghost.value) : ""}`;
}

function renderPlaced(content: Content, value: number): SVGTemplateResult {
  const origin = content.view.origin ?? "player";
  return svg`<g class="value ${origin}">${renderSymbol(content, value)}</g>
    ${origin === "given" ? "" : svg`<g class="origin">${renderOrigin(content.cell, origin)}</g>`}`;
}

/** Who decided: in the corner, or beside the letter of a region. */
function renderOrigin(cell: BoardCell, origin: Exclude<Origin, "given">): SVGTemplateResult {
  if (!cell.squares) return originMark(origin, UNIT - MARK.corner, MARK.corner, MARK.radius);
  const { x, y, size } = roomiest(cell);
  return originMark(origin, x + size * REGION_MARK.right, y - size * REGION_MARK.up, REGION_MARK.radius);
}

/** A symbol as large as the cell. Colours fill all of a region. */
function renderSymbol({ board, cell, top }: Content, value: number): SVGTemplateResult {
  const symbol = symbolKey(board, value);
  const glyph = glyphOf(symbol);
  if (glyph?.startsWith("color")) {
    const { x, y, size } = roomiest(cell);
    return svg`<path class="paint ${glyph}" d=${groundPath(board, cell)} />
      <path class="paint-ring" d=${groundPath(board, cell, RING_INSET)} />
      <text class="paint-letter" x=${x} y=${y} dy=${TO_MIDDLE} font-size=${size}>${colourLetter(glyph)}</text>`;
  }
  if (glyph) return drawGlyph(glyph, MIDDLE, MIDDLE, UNIT);
  const { largest, smallest, width } = hasWords(board) ? WORD : VALUE;
  const { lines, size } = fitted(shortSymbol(symbol), width, largest, smallest);
  const first = middleBelow(top) - ((lines.length - 1) / 2) * size * LINE;
  return svg`${lines.map(
    (line, i) => svg`<text x=${MIDDLE} y=${first + i * size * LINE} dy=${TO_MIDDLE} font-size=${size}>${line}</text>`,
  )}`;
}

/**
 * `heat` 0..1: how strongly System 1 leans to one value. On every board it is a dial, round as System 1: a fill would be
 * taken for a value where cells are painted. `small`: no more than a spot.
 */
export function renderHeat(cell: BoardCell, heat: number, struck: boolean, small = false): SVGTemplateResult {
  const { x, y, size } = cell.squares ? roomiest(cell) : { x: MIDDLE, y: MIDDLE, size: DIAL.box };
  // Beside what was ruled out there is only the corner, unless that stands on another square.
  const beside = struck && Math.max(Math.abs(x - MIDDLE), Math.abs(y - MIDDLE)) < MIDDLE;
  if (small) return renderSpot(heat, beside ? UNIT - MARK.corner : x, beside ? MARK.corner : y);
  return beside
    ? renderDial(heat, UNIT - MARK.corner, MARK.corner, DIAL.beside)
    : renderDial(heat, x, y, size / DIAL.box);
}

const opacityOf = (heat: number) => (DIAL.faintest + DIAL.range * heat * heat).toFixed(3);

function renderSpot(heat: number, x: number, y: number): SVGTemplateResult {
  const radius = DIAL.core + (DIAL.radius - DIAL.core) * heat;
  return svg`<circle class="dial dial-core" opacity=${opacityOf(heat)} cx=${x} cy=${y} r=${radius.toFixed(1)} />`;
}

function renderDial(heat: number, x: number, y: number, scale: number): SVGTemplateResult {
  // Grows with the square, so that a weak leaning hardly shows.
  return svg`<g class="dial" opacity=${opacityOf(heat)} transform="translate(${x} ${y}) rotate(-90) scale(${scale})">
    <circle class="dial-track" r=${DIAL.radius} />
    <circle class="dial-hand" r=${DIAL.radius} pathLength="100" stroke-dasharray="${(100 * heat).toFixed(1)} 100" />
    <circle class="dial-core" r=${DIAL.core} />
  </g>`;
}

function renderGhost(content: Content, value: number): SVGTemplateResult {
  return svg`<g class="value ghost ${content.speaker}">${renderSymbol(content, value)}</g>`;
}

/**
 * What was ruled out, what the step shown before it is played would rule out, and what the visitor has noted. Where
 * something is noted, every value has a place of its own.
 */
function renderStruck(content: Content): SVGTemplateResult[] {
  const { view, ghost, noted, cell } = content;
  const struck = new Set(view.ruledOut);
  if (ghost && !ghost.place) struck.add(ghost.value);
  const apart = noted.length > 0;
  const count = apart ? cell.highest - cell.lowest + 1 : struck.size;
  const own = (value: number, index: number) => (apart ? value - cell.lowest : index);
  const small = [...struck]
    .sort((a, b) => a - b)
    .map((value, i) => renderRuledOut(content, value, own(value, i), count, apart));
  const notes = noted.filter((value) => !struck.has(value));
  return [...small, ...notes.map((value) => renderNoted(content, value, value - cell.lowest, count))];
}

/** The place of a small value, below what stands in the corner: no dial does where something is noted. */
function smallPlace({ board, top }: Content, index: number, count: number, apart: boolean) {
  const below = apart ? top : Math.max(top, BELOW_DIAL);
  return struckPlace(index, count, { stacked: hasWords(board), top: below });
}

function renderNoted(content: Content, value: number, index: number, count: number): SVGTemplateResult {
  const { x, y, size } = smallPlace(content, index, count, true);
  const symbol = symbolKey(content.board, value);
  const glyph = glyphOf(symbol);
  if (glyph) return svg`<g class="noted">${drawGlyph(glyph, x, y, size * STRUCK.glyph)}</g>`;
  const width = hasWords(content.board) ? STRUCK.wordWidth : size * STRUCK.written;
  const fit = fitted(shortSymbol(symbol), width, size, STRUCK.smallest, 1);
  return svg`<text class="noted" x=${x} y=${y} dy=${TO_MIDDLE} font-size=${fit.size}>${fit.lines[0]}</text>`;
}

function renderRuledOut(
  content: Content,
  value: number,
  index: number,
  count: number,
  apart: boolean,
): SVGTemplateResult {
  const { board } = content;
  const symbol = symbolKey(board, value);
  const word = shortSymbol(symbol);
  const stacked = hasWords(board);
  const { x, y, size } = smallPlace(content, index, count, apart);
  const glyph = glyphOf(symbol);
  if (glyph) {
    return svg`<g class="ruled-out">${drawGlyph(glyph, x, y, size * STRUCK.glyph)}</g>
      <path class="ruled-out-strike" d="M${x - size * 0.5} ${y + size * 0.5}l${size} ${-size}" />`;
  }
  const fit = fitted(word, stacked ? STRUCK.wordWidth : size * STRUCK.written, size, STRUCK.smallest, 1);
  // The stroke rises so little that it cannot be taken for the one of a 1.
  const half = Math.max((textWidth(fit.lines[0]!) * fit.size) / 2 + 1, size * STRUCK.halfStroke);
  const rise = stacked ? 0 : size * STRUCK.rise;
  return svg`<text class="ruled-out" x=${x} y=${y} dy=${TO_MIDDLE} font-size=${fit.size}>${fit.lines[0]}</text>
    <path class="ruled-out-strike" d="M${x - half} ${y + rise}L${x + half} ${y - rise}" />`;
}

/** Felt beside counted; each with the shape of who says so. */
function renderOdds({ board, cell }: Content, { felt, counted }: Odds): SVGTemplateResult {
  const told = board.columns <= ODDS.most;
  const at = told ? ODDS_TOLD : ODDS_BARE;
  const line = (kind: "system1" | "system2", p: number, y: number) => svg`<g class="odds ${kind}">
    ${originMark(kind, at.mark, y, at.radius)}
    <text x=${ODDS.right} y=${y} dy=${TO_MIDDLE} font-size=${at.size}>${percentText(p)}</text></g>`;
  // Of what: "12", and beneath it "% mine".
  const { lines, size } = fitted(`% ${symbolOf(board, cell.highest)}`, UNIT - 8, at.wordSize, 8, 1);
  const thing = svg`<text class="odds-thing" x=${MIDDLE} y=${at.word} dy=${TO_MIDDLE} font-size=${size}>${lines[0]}</text>`;
  const certain = counted === 0 || counted === 1 ? "certain" : "";
  return svg`<path class="odds-fill" d="M0 ${UNIT}h${UNIT}v${(-UNIT * counted).toFixed(1)}h${-UNIT}z" />
    <g class=${certain}>${felt === null ? "" : line("system1", felt, at.upper)}${line("system2", counted, felt === null ? at.alone : at.lower)}
    ${told ? thing : ""}</g>`;
}
