// What belongs to the board but to no cell: blocks, cages, clues between and beside the cells.

import { svg, type SVGTemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";

import type { Board } from "../protocol/engine";
import { shortSymbol, symbolText } from "../i18n/sentences";
import { cornerSize, UNIT } from "./geometry";
import { drawGlyph } from "./glyphs";
import { layoutOf, type Block, type Box, type Label } from "./layout";
import { fitted, textWidth } from "./lettering";
import { rowWords, type RowWords } from "./row_words";
import { outlinePath } from "./outline";
import { glyphOf, hasWords } from "./symbols";

export type Cited = ReadonlySet<number>;

const isCited = (constraints: readonly number[], cited: Cited) => constraints.some((one) => cited.has(one));

/** Classic boards give every digit a colour of its own. */
const numberClass = (text: string) => (/^[1-8]$/.test(text) ? `clue${text}` : "");

/** Where a mine went off, a bright star is behind it. */
const BURST = Array.from({ length: 24 }, (_, i) => {
  const [reach, angle] = [i % 2 === 0 ? 30 : 23, (Math.PI * i) / 12];
  return `${(reach * Math.cos(angle)).toFixed(1)} ${(reach * Math.sin(angle)).toFixed(1)}`;
}).join("L");

export function renderBlock(block: Block, cited: Cited): SVGTemplateResult {
  const glyph = glyphOf(block.text);
  const middle = UNIT / 2;
  return svg`<rect class="block ${block.style}" width=${UNIT} height=${UNIT} />
    ${isCited(block.constraints, cited) ? svg`<rect class="block-cited" x="3" y="3" width=${UNIT - 6} height=${UNIT - 6} rx="6" />` : ""}
    ${block.style === "lost" ? svg`<path class="burst" d="M${BURST}Z" transform="translate(${middle} ${middle})" />` : ""}
    ${
      glyph
        ? drawGlyph(glyph, middle, middle, UNIT)
        : svg`<text class="block-text ${block.style} ${numberClass(block.text)}" x=${middle} y=${middle} dy=".355em">${symbolText(block.text)}</text>`
    }`;
}

export function renderCages(board: Board, cited: Cited): SVGTemplateResult {
  const path = (lit: boolean) =>
    board.cages
      .filter(({ constraint }) => cited.has(constraint) === lit)
      .map(({ squares }) => outlinePath(squares, 4.5))
      .join("");
  const [dim, lit] = [path(false), path(true)];
  return svg`${dim ? svg`<path class="cage" d=${dim} />` : ""}${lit ? svg`<path class="cage cited" d=${lit} />` : ""}`;
}

/** The clues to the left of the rows, to be drawn apart from the rest. */
export function renderLeftMargin(board: Board, cited: Cited): SVGTemplateResult {
  const { left, top, bottom } = layoutOf(board).box;
  return svg`<path class="heavy" d="M${left * UNIT} ${top * UNIT}V${bottom * UNIT}" />${renderLabels(board, cited, "left")}`;
}

/** `which`: all, or only those to the left of the rows, or all others. */
export function renderLabels(
  board: Board,
  cited: Cited,
  which: "all" | "left" | "others" = "all",
): SVGTemplateResult[] {
  const { box, leftLabels, marginRoom, hasRegions } = layoutOf(board);
  const words = rowWords(board);
  const largest = hasWords(board) ? MARGIN.word : MARGIN.symbol;
  const wanted = board.labels.filter((label) => which === "all" || leftLabels.has(label) === (which === "left"));
  return wanted.map((label) => {
    const lit = isCited(label.constraints, cited);
    if (label.style === "corner") return renderCorner(label, lit, hasRegions);
    if (label.style === "sign") return renderSign(label, lit);
    if (words && leftLabels.has(label)) return renderRowWord(label, lit, words);
    return renderMargin(label, lit, marginRoom, box, largest);
  });
}

function renderCorner({ row, column, text }: Label, lit: boolean, regions: boolean): SVGTemplateResult {
  const words = symbolText(text);
  const { lines, size } = fitted(words, UNIT - 23, cornerSize(regions), 9, 1);
  const [x, y] = [column * UNIT + 3, row * UNIT + 3];
  // It lies over the cage's line: a plate beneath it keeps it readable.
  const width = textWidth(lines[0]!) * size + 4;
  return svg`<g class=${classMap({ label: true, corner: true, within: regions, cited: lit })}>
    <rect class="plate" x=${x} y=${y} width=${width} height=${size + 1} rx="2" />
    <text x=${x + 2} y=${y + size * 0.88} font-size=${size}>${lines[0]}</text>
  </g>`;
}

const CHEVRONS: Record<string, string> = {
  "<": "M5 -8L-5 0L5 8",
  ">": "M-5 -8L5 0L-5 8",
  "^": "M-8 5L0 -5L8 5",
  v: "M-8 -5L0 5L8 -5",
};

const SIGN = 17;

function renderSign({ row, column, text }: Label, lit: boolean): SVGTemplateResult {
  const chevron = CHEVRONS[text];
  const upright = text === "^" || text === "v";
  const words = symbolText(text);
  const wide = Math.max(11.5, (textWidth(words) * SIGN) / 2 + 4);
  return svg`<g class=${classMap({ label: true, sign: true, cited: lit })} transform="translate(${column * UNIT} ${row * UNIT})">
    ${
      chevron
        ? svg`<ellipse class="plate" rx=${upright ? 11.5 : 8.5} ry=${upright ? 8.5 : 11.5} /><path class="chevron" d=${chevron} />`
        : svg`<rect class="plate" x=${-wide} y="-11.5" width=${2 * wide} height="23" rx="11.5" />
          <text dy=".355em" font-size=${SIGN}>${words}</text>`
    }
  </g>`;
}

/** The name of a row, set against the board. */
function renderRowWord({ row, text }: Label, lit: boolean, { right, size, linesOf }: RowWords): SVGTemplateResult {
  const lines = linesOf(shortSymbol(text));
  const width = Math.max(...lines.map(textWidth)) * size;
  const height = lines.length * size * 1.12;
  return svg`<g class=${classMap({ label: true, margin: true, beside: true, cited: lit })} transform="translate(${right} ${row * UNIT})">
    <rect class="plate" x=${-width - 4} y=${-height / 2 - 2} width=${width + 8} height=${height + 4} rx="5" />
    ${lines.map((line, i) => svg`<text y=${(i - (lines.length - 1) / 2) * size * 1.12} dy=".355em" font-size=${size}>${line}</text>`)}
  </g>`;
}

/** In grid units. What stands beside a row may be as wide as the margin, if it is a word; between rows there is none. */
function marginWidth({ row, column }: Label, number: boolean, room: { wide: number }, box: Box): number {
  const beside = row > box.top && row < box.bottom && (column < box.left || column > box.right);
  const away = Math.min(column < box.left ? box.left - column : column - box.right, 2);
  if (!beside) return Math.max(room.wide * 0.94, 0.3);
  return number ? Math.max(Math.min(room.wide * 0.94, away * 1.75), 0.3) : away * 1.92;
}

/** The largest sizes: of a number or letter, and of a word and whatever stands beside words. */
const MARGIN = { symbol: 30, word: 20 };

function renderMargin(
  label: Label,
  lit: boolean,
  room: { wide: number; high: number },
  box: Box,
  symbolSize: number,
): SVGTemplateResult {
  const words = symbolText(label.text);
  const number = /^\d+$/.test(words);
  const width = marginWidth(label, number, room, box) * UNIT;
  // Words that stand below each other are of one size, however short.
  const most = /^(\d\d?|\S)$/.test(words) ? symbolSize : MARGIN.word;
  const largest = Math.min(most, room.high * UNIT * 0.8);
  const { lines, size } = fitted(words, width, largest, number ? 8 : 10);
  const [x, y] = [label.column * UNIT, label.row * UNIT];
  const plate = Math.max(...lines.map(textWidth)) * size + 8;
  const height = lines.length * size * 1.12;
  return svg`<g class=${classMap({ label: true, margin: true, cited: lit })} transform="translate(${x} ${y})">
    <rect class="plate" x=${-plate / 2} y=${-height / 2 - 2} width=${plate} height=${height + 4} rx="5" />
    ${lines.map((line, i) => svg`<text y=${(i - (lines.length - 1) / 2) * size * 1.12} dy=".355em" font-size=${size}>${line}</text>`)}
  </g>`;
}
