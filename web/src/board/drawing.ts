// What is drawn of a board, from the sheet up: the grounds of the cells, what stands in them, lines and clues, and the
// frames of the cell spoken about and of the selected one. Pure; what the visitor does is handed to a `Touch`.

import { nothing, svg, type SVGTemplateResult, html } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { repeat } from "lit/directives/repeat.js";

import type { Board, BoardCell, CellView, Origin } from "../protocol/engine";
import { setStyle } from "../style/set_style";
import { language } from "../i18n/i18n";
import { groundPath, hasContent, renderContent, renderHeat, type Odds } from "./content";
import { blockLabel } from "./describe";
import { renderBlock, renderCages, renderLabels, renderLeftMargin } from "./furniture";
import { borderPath, cornerHeights, gridPath, UNIT } from "./geometry";
import { at, layoutOf, squaresOf, type Block, type Row } from "./layout";
import { marksAbove, marksBeneath } from "./marks";
import { bodyPath, outlinePath, regionsPath } from "./outline";
import { drawnColumns, unusedColumns } from "./row_words";
import { Slice, sliced } from "./slices";
import { cellOf, glyphOf, symbolKey } from "./symbols";

/** A proof that cites more than this share of the cells lights them only faintly. */
const MANY_CITED = 0.55;

/** On a board of more cells a dial could not be read, and the browser would paint thousands of them. */
const MANY_CELLS = 1000;

/** A line around where a block can lie keeps so far inside its squares. */
const REACH_INSET = 6;

/** Room around the drawing for lines that run along its edge, in its own units. */
const BLEED = 3;

/** Everything that decides how a board is drawn. */
export interface Drawn {
  cells: readonly CellView[];
  heat: ReadonlyMap<number, number>;
  odds: ReadonlyMap<number, Odds>;
  ruleCells: ReadonlySet<number>;
  factCells: ReadonlySet<number>;
  cited: ReadonlySet<number>;
  /** How far blocks can slide: for each, the cells from its first place to its last. */
  reaches: readonly (readonly number[])[];
  conflicts: ReadonlySet<number>;
  /** Cells with the value of the selected one, and what is noted in cells, by variable. */
  alike: ReadonlySet<number>;
  marks: ReadonlyMap<number, readonly number[]>;
  subject: number | null;
  speaker: Exclude<Origin, "given">;
  ghost: { value: number; place: boolean } | null;
  selected: number;
  name: string;
  labels: readonly string[];
  waiting: boolean;
}

/** Which rows may be drawn now: of the grounds, and of what stands on them. */
export interface Slices {
  grounds: Slice;
  contents: Slice;
  /** Some row has not been drawn at all. */
  unfinished: boolean;
}

/** Everything in one go. */
const whole = (): Slices => ({ grounds: new Slice(Infinity), contents: new Slice(Infinity), unfinished: false });

/** What happens to a cell, by its variable. */
export interface Touch {
  enter(variable: number): void;
  leave(): void;
  press(event: PointerEvent, variable: number): void;
  click(variable: number): void;
  /** The second button, or what stands for it. */
  other(event: Event, variable: number): void;
  focus(variable: number): void;
  key(event: KeyboardEvent): void;
}

// --- the sheet -------------------------------------------------------------------------------------------------

/** Shows the drawing from its left edge up to a column. */
export function viewBox(board: Board, column: number = board.columns): string {
  const left = unusedColumns(board);
  return `${left * UNIT - BLEED} ${-BLEED} ${(column - left) * UNIT + 2 * BLEED} ${board.rows * UNIT + 2 * BLEED}`;
}

/** `margin`: of so many columns the clues are drawn apart, by `renderRail`. `slices`: which rows may be drawn now. */
export function renderSheet(board: Board, drawn: Drawn, margin: number, touch: Touch, slices = whole()) {
  const lit = litCells(board, drawn.cells);
  const classes = {
    many: drawn.ruleCells.size > board.cells.length * MANY_CITED,
    covered: board.blocks.some(({ style }) => style !== "wall"),
    walled: board.blocks.some(({ style }) => style === "wall"),
  };
  return html`<svg
    viewBox=${viewBox(board, board.columns)}
    role="grid"
    class=${classMap(classes)}
    aria-label=${drawn.name}
    aria-busy=${drawn.waiting || slices.unfinished}
    aria-rowcount=${board.rows}
    aria-colcount=${board.columns}
    @pointerleave=${touch.leave}
    @keydown=${touch.key}
  >
    <path class="card" d=${bodyPath(board)} role="presentation" />
    ${renderRows(board, drawn, lit, touch, slices.grounds)}
    <g aria-hidden="true">${marksBeneath(board)}</g>
    <path class="slanted" d=${borderPath(board, true)} aria-hidden="true" />
    ${renderContents(board, drawn, lit, slices.contents)}
    <g class="lines" aria-hidden="true">
      <path class="thin" d=${gridPath(board)} />
      <path class="region" d=${regionsPath(board)} />
      <path class="heavy" d=${layoutOf(board).hasRegions ? "" : borderPath(board)} />
      ${renderCages(board, drawn.cited)} ${renderFrames(board, drawn)} ${marksAbove(board)}
      ${renderLabels(board, drawn.cited, margin > 0 ? "others" : "all")}
    </g>
  </svg>`;
}

/** The clues of the rows, which stay in sight while the board is scrolled beneath them. */
export function renderRail(board: Board, cited: ReadonlySet<number>, margin: number, share: number) {
  return html`<div class="rail" aria-hidden="true" ${setStyle({ width: `${100 * share}%` })}>
    <svg viewBox=${viewBox(board, margin)}><g class="lines">${renderLeftMargin(board, cited)}</g></svg>
  </div>`;
}

/** Which share of the drawing's width so many columns from its left edge take. */
export function railShare(board: Board, margin: number): number {
  const rail = margin - unusedColumns(board);
  return (rail * UNIT + 2 * BLEED) / (drawnColumns(board) * UNIT + 2 * BLEED);
}

/** How far blocks can slide, the cell spoken about and the selected cell, drawn above the grid so that no line cuts them. */
function renderFrames(board: Board, { subject, speaker, selected, reaches }: Drawn): SVGTemplateResult {
  const frame = (variable: number | null, kind: string, inset: number) => {
    const cell = cellOf(board, variable);
    return cell ? svg`<path class=${kind} d=${groundPath(board, cell, inset)} transform=${placeOf(cell)} />` : "";
  };
  const reach = (variables: readonly number[]) => {
    const cells = variables.flatMap((variable) => cellOf(board, variable) ?? []);
    return svg`<path class="reach" d=${outlinePath(cells.flatMap(squaresOf), REACH_INSET)} />`;
  };
  return svg`${reaches.map(reach)}${frame(subject, `subject ${speaker}`, 1)}${frame(selected, "selection", 4)}`;
}

const placeOf = ({ row, column }: { row: number; column: number }) => `translate(${column * UNIT} ${row * UNIT})`;

// --- the grounds -----------------------------------------------------------------------------------------------

/** The grid as a screen reader walks it: rows of cells and blocks, with the ground of each. */
function renderRows(board: Board, drawn: Drawn, lit: ReadonlySet<number>, touch: Touch, slice: Slice): unknown[] {
  const { blocks } = layoutOf(board);
  return rowsOf(board).map(({ cells, bare }, row) => {
    if (cells.length + bare.length === 0) return svg``;
    return sliced(
      slice,
      row,
      cells.length,
      shownIn(board, drawn, lit, cells),
      () => svg`<g role="row" aria-rowindex=${row + 1}>
      ${repeat(
        cells,
        (cell) => cell.variable,
        (cell) => renderCell(board, cell, blocks.get(at(row, cell.column)), drawn, lit, touch),
      )}
      ${bare.map((block) => renderBareBlock(board, block, drawn.cited))}
    </g>`,
    );
  });
}

const NO_ROW: Row = { cells: [], bare: [] };

function rowsOf(board: Board): Row[] {
  const { rows } = layoutOf(board);
  return Array.from({ length: board.rows }, (_, row) => rows[row] ?? NO_ROW);
}

/**
 * All that the drawing of these cells rests on: while each stays the same they need not be looked at again, which counts on
 * boards of thousands.
 */
function shownIn(board: Board, drawn: Drawn, lit: ReadonlySet<number>, cells: readonly BoardCell[]): unknown[] {
  const { subject, ghost, speaker, selected } = drawn;
  const shown: unknown[] = [language(), board, board.blocks.length > 0 ? drawn.cited : null];
  for (const { variable } of cells) {
    const { alike, rule, fact, conflict } = roles(variable, drawn);
    const flags = [alike, rule, fact, conflict, lit.has(variable), variable === selected];
    shown.push(
      flags.reduce((sum, flag, i) => (flag ? sum | (1 << i) : sum), 0),
      drawn.cells[variable],
      drawn.labels[variable],
      drawn.heat.get(variable),
      drawn.odds.get(variable),
      drawn.marks.get(variable),
    );
    if (variable === subject) shown.push(ghost, speaker);
  }
  return shown;
}

/** The cells that a placed light reaches. */
function litCells(board: Board, cells: readonly CellView[]): ReadonlySet<number> {
  const shining = board.lights.filter(({ variable, value }) => cells[variable]?.value === value);
  return new Set(shining.flatMap((light) => [light.variable, ...light.cells]));
}

/** What the proof and the rules say of a cell. */
function roles(variable: number, { ruleCells, factCells, conflicts, alike, subject }: Drawn) {
  return {
    alike: alike.has(variable),
    rule: ruleCells.has(variable) && variable !== subject,
    fact: factCells.has(variable) && variable !== subject,
    conflict: conflicts.has(variable),
  };
}

function renderCell(
  board: Board,
  cell: BoardCell,
  block: Block | undefined,
  drawn: Drawn,
  lit: ReadonlySet<number>,
  touch: Touch,
): SVGTemplateResult {
  const { variable } = cell;
  const view = drawn.cells[variable];
  const classes = {
    cell: true,
    ...roles(variable, drawn),
    lit: lit.has(variable),
    // Written givens are bold; drawn ones lie on a ground of their own.
    given: view?.origin === "given" && view.value !== null && glyphOf(symbolKey(board, view.value)) !== null,
    // A thing marked on a covered square leaves the cover where it is.
    bare: view ? view.value !== null && view.value < cell.highest : false,
  };
  return svg`<g
    class=${classMap(classes)}
    role="gridcell"
    id="cell-${variable}"
    tabindex=${variable === drawn.selected ? 0 : -1}
    aria-label=${drawn.labels[variable] ?? ""}
    aria-colindex=${cell.column + 1}
    aria-selected=${variable === drawn.selected}
    aria-readonly=${view?.origin === "given"}
    transform=${placeOf(cell)}
    @pointerenter=${() => touch.enter(variable)}
    @pointerdown=${(event: PointerEvent) => touch.press(event, variable)}
    @click=${() => touch.click(variable)}
    @contextmenu=${(event: Event) => touch.other(event, variable)}
    @focus=${() => touch.focus(variable)}
  >
    <path class="ground" d=${groundPath(board, cell)} />
    ${block && view ? renderBlock(block, drawn.cited) : nothing}
    ${!block && view ? renderLeaning(board, cell, view, drawn) : nothing}
  </g>`;
}

/** How strongly System 1 leans to a value, while nothing else speaks for the cell. */
function renderLeaning(board: Board, cell: BoardCell, view: CellView, { subject, ghost, odds, heat, marks }: Drawn) {
  const { variable } = cell;
  const told = (variable === subject && ghost !== null) || odds.has(variable);
  const spokenFor = view.value !== null || told || (marks.get(variable)?.length ?? 0) > 0;
  const felt = spokenFor ? undefined : heat.get(variable);
  return felt === undefined
    ? nothing
    : renderHeat(cell, felt, view.ruledOut.length > 0, board.cells.length > MANY_CELLS);
}

/** A block on a square that no cell covers. */
function renderBareBlock(board: Board, block: Block, cited: ReadonlySet<number>): SVGTemplateResult {
  return svg`<g
    role="gridcell"
    aria-label=${blockLabel(board, block)}
    aria-colindex=${block.column + 1}
    transform=${placeOf(block)}
  >
    ${renderBlock(block, cited)}
  </g>`;
}

// --- what stands in the cells ----------------------------------------------------------------------------------

/** Drawn apart from the cells, whose labels say it in words of their own. */
function renderContents(board: Board, drawn: Drawn, lit: ReadonlySet<number>, slice: Slice): SVGTemplateResult {
  const { blocks } = layoutOf(board);
  const corners = cornerHeights(board);
  const content = (cell: BoardCell) => {
    const square = at(cell.row, cell.column);
    const view = drawn.cells[cell.variable];
    // What was found on the square when it was dug up says more than that it was.
    if (!view || blocks.has(square)) return nothing;
    const odds = drawn.odds.get(cell.variable);
    const ghost = cell.variable === drawn.subject ? drawn.ghost : null;
    const noted = drawn.marks.get(cell.variable) ?? [];
    if (!hasContent({ view, odds, ghost, noted })) return nothing;
    return svg`<g class=${classMap(roles(cell.variable, drawn))} transform=${placeOf(cell)}>
      ${renderContent({ board, cell, view, odds, top: corners.get(square) ?? 0, ghost, speaker: drawn.speaker, noted })}
    </g>`;
  };
  return svg`<g class="contents" aria-hidden="true">
    ${rowsOf(board).map(({ cells }, row) =>
      sliced(
        slice,
        row,
        cells.length,
        shownIn(board, drawn, lit, cells),
        () => svg`${repeat(cells, (cell) => cell.variable, content)}`,
      ),
    )}
  </g>`;
}
