// The board: draws cells, values, marks and lights, and says what the visitor does. It knows no rule of
// any puzzle; everything it shows is given to it.

import { html, nothing, svg, type PropertyValues, type SVGTemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { classMap } from "lit/directives/class-map.js";

import type { Board, BoardCell, CellView, Origin } from "../protocol/engine";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { look } from "../style/look";
import { markStyles } from "../style/marks";
import { boardStyles } from "./board_styles";
import { groundPath, renderContent, renderHeat, type Odds } from "./content";
import { blockLabel, cluesOf } from "./describe";
import { leftMargin, renderBlock, renderCages, renderLabels, renderLeftMargin } from "./furniture";
import { UNIT, bodySquares, borderPath, cornerHeights, gridPath } from "./geometry";
import { glyphStyles } from "./glyphs";
import { outlinePath, regionsPath } from "./outline";
import { LongPress } from "./press";
import { drawnColumns, unusedColumns } from "./row_words";
import { Stroke } from "./stroke";
import { cellOf, glyphOf, isToggle, nextValue, symbolKey, typedValue } from "./symbols";
import { between, neighbour, type Direction } from "./walk";

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

/** A proof that cites more of the board than this lights it only faintly. */
const MANY = 0.55;

/** A cell should not be smaller than what points at it, nor larger than a palm. To see all of the board at once is
 *  worth a little. */
const FINGER_PX = 26;
const MOUSE_PX = 17;
const WORTH_PX = 4;
const PALM_PX = 118;
/** Around the drawing, for lines that run along its edge. */
const BLEED = 3;

const NONE: ReadonlySet<number> = new Set();

type Block = Board["blocks"][number];

/** Of the drawing's columns up to this one. */
function viewBox(board: Board, column: number): string {
  const left = unusedColumns(board);
  return `${left * UNIT - BLEED} ${-BLEED} ${(column - left) * UNIT + 2 * BLEED} ${board.rows * UNIT + 2 * BLEED}`;
}

const blockAt = ({ blocks }: Board, { row, column }: BoardCell) =>
  blocks.find((block) => block.row === row && block.column === column);

/**
 * Events, each with the cell's variable in `detail.variable`:
 * `cell-select`, `cell-hover` (null: the pointer left), `cell-type` (with `value`), `cell-erase`; both of these with
 * the number of the `stroke` that they are part of, if they are.
 */
@customElement("fs-board")
export class FsBoard extends Localized {
  static override styles = [markStyles, glyphStyles, boardStyles];

  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) cells: readonly CellView[] = [];
  /** Per variable 0..1: how strongly System 1 leans to one value; absent cells stay plain. */
  @property({ attribute: false }) heat: ReadonlyMap<number, number> = new Map();
  /** Where the solutions have been counted. */
  @property({ attribute: false }) odds: ReadonlyMap<number, Odds> = new Map();
  /** Cells of cited rules, and of the facts that a line rests on; the cited rules themselves. */
  @property({ attribute: false }) ruleCells: ReadonlySet<number> = NONE;
  @property({ attribute: false }) factCells: ReadonlySet<number> = NONE;
  @property({ attribute: false }) cited: ReadonlySet<number> = NONE;
  /** Cells of rules that are visibly broken. */
  @property({ attribute: false }) conflicts: ReadonlySet<number> = NONE;
  /** The cell being spoken about, who speaks, and a step in it shown before it is played. */
  @property({ attribute: false }) subject: number | null = null;
  @property() speaker: Exclude<Origin, "given"> = "system2";
  @property({ attribute: false }) ghost: { value: number; place: boolean } | null = null;
  @property({ attribute: false }) selected = 0;
  /** What a screen reader says: of the grid, and of each cell by variable. */
  @property() name = "";
  @property({ attribute: false }) labels: string[] = [];
  @property({ type: Boolean }) waiting = false;

  /** A board too large for the screen is drawn whole, not to be scrolled. */
  @state() private whole = false;
  @state() private crowded = false;

  private moveFocus = false;
  private selectedBefore = -1;
  private readonly press = new LongPress((variable) => this.toggle(variable, true));
  private readonly stroke = new Stroke({
    between: (from, to) => (this.board ? between(this.board, from, to) : []),
    next: (variable, other) => this.nextOf(variable, other),
    put: (variable, value, stroke) => this.put(variable, value, stroke),
  });
  private readonly resize = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
  }

  override render() {
    const { board } = this;
    if (!board) return html`<div class="blank"></div>`;
    const scrolled = this.crowded && !this.whole;
    const margin = scrolled ? leftMargin(board) : 0;
    const columns = drawnColumns(board);
    const rail = margin - (board.columns - columns);
    const sizes = {
      "--least": scrolled ? `${columns * this.leastCell}px` : "0px",
      "--rail": String((rail * UNIT + 2 * BLEED) / (columns * UNIT + 2 * BLEED)),
      "--sides": String(columns / board.rows),
      "--palm": `${columns * PALM_PX}px`,
    };
    return html`
      ${this.crowded ? this.renderZoom() : nothing}
      <div class=${classMap({ window: true, scrolled, painted: this.paintable })} ${look(sizes)}>
        <div class="sheet">
          ${this.renderSheet(board, margin)} ${margin > 0 ? this.renderRail(board, margin) : nothing}
        </div>
      </div>
      ${this.renderClues(board)}
    `;
  }

  /** The clues of the rows, which stay in sight while the board is scrolled beneath them. */
  private renderRail(board: Board, margin: number) {
    return html`<div class="rail" aria-hidden="true">
      <svg viewBox=${viewBox(board, margin)}><g class="lines">${renderLeftMargin(board, this.cited)}</g></svg>
    </div>`;
  }

  private renderSheet(board: Board, margin: number) {
    const classes = {
      many: this.ruleCells.size > board.cells.length * MANY,
      covered: board.blocks.some(({ style }) => style !== "wall"),
      walled: board.blocks.some(({ style }) => style === "wall"),
    };
    return html`<svg
      viewBox=${viewBox(board, board.columns)}
      role="grid"
      class=${classMap(classes)}
      aria-label=${this.name}
      aria-busy=${this.waiting}
      aria-rowcount=${board.rows}
      aria-colcount=${board.columns}
      @pointerleave=${() => this.send("cell-hover", null)}
      @keydown=${this.onKey}
    >
      <path class="card" d=${outlinePath(bodySquares(board))} role="presentation" />
      ${this.renderRows(board)}
      <path class="slanted" d=${borderPath(board, true)} aria-hidden="true" />
      ${this.renderContents(board)}
      <g class="lines" aria-hidden="true">
        <path class="thin" d=${gridPath(board)} />
        <path class="region" d=${regionsPath(board)} />
        <path class="heavy" d=${borderPath(board)} />
        ${renderCages(board, this.cited)} ${this.renderFrames(board)}
        ${renderLabels(board, this.cited, margin > 0 ? "others" : "all")}
      </g>
    </svg>`;
  }

  private renderRows(board: Board): SVGTemplateResult[] {
    const lit = this.litCells(board);
    return Array.from({ length: board.rows }, (_, row) => {
      const cells = board.cells.filter((cell) => cell.row === row);
      const own = new Set(cells.map(({ column }) => column));
      const blocks = board.blocks.filter((block) => block.row === row && !own.has(block.column));
      if (cells.length + blocks.length === 0) return svg``;
      return svg`<g role="row" aria-rowindex=${row + 1}>
        ${repeat(
          cells,
          (cell) => cell.variable,
          (cell) => this.renderCell(board, cell, lit),
        )}
        ${blocks.map((block) => this.renderBlock(board, block))}
      </g>`;
    });
  }

  /** The cells that a placed light reaches. */
  private litCells(board: Board): ReadonlySet<number> {
    const shining = board.lights.filter(({ variable, value }) => this.cells[variable]?.value === value);
    return new Set(shining.flatMap(({ variable, cells }) => [variable, ...cells]));
  }

  /** What the proof and the rules say of a cell. */
  private roles(variable: number) {
    return {
      rule: this.ruleCells.has(variable) && variable !== this.subject,
      fact: this.factCells.has(variable) && variable !== this.subject,
      conflict: this.conflicts.has(variable),
    };
  }

  private renderCell(board: Board, cell: BoardCell, lit: ReadonlySet<number>): SVGTemplateResult {
    const { variable } = cell;
    const view = this.cells[variable];
    const classes = {
      cell: true,
      ...this.roles(variable),
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
      tabindex=${variable === this.selected ? 0 : -1}
      aria-label=${this.labels[variable] ?? ""}
      aria-colindex=${cell.column + 1}
      aria-selected=${variable === this.selected}
      aria-readonly=${view?.origin === "given"}
      transform="translate(${cell.column * UNIT} ${cell.row * UNIT})"
      @pointerenter=${() => this.onEnter(variable)}
      @pointerdown=${(event: PointerEvent) => this.onPress(event, variable)}
      @click=${() => this.onClick(variable)}
      @contextmenu=${(event: Event) => this.onOther(event, variable)}
      @focus=${() => this.onFocus(variable)}
    >
      <path class="ground" d=${groundPath(cell)} />
      ${view ? this.renderInside(board, cell, view) : ""}
    </g>`;
  }

  private renderInside(board: Board, cell: BoardCell, view: CellView): SVGTemplateResult {
    // What was found on the square when it was dug up says more than that it was.
    const block = blockAt(board, cell);
    if (block) return renderBlock(block, this.cited);
    const { variable } = cell;
    // The step that is shown before it is played speaks for the cell.
    const shown = variable === this.subject && this.ghost !== null;
    const heat = view.value === null && !shown && !this.odds.has(variable) ? this.heat.get(variable) : undefined;
    return heat === undefined ? svg`` : renderHeat(board, cell, heat, view.ruledOut.length > 0);
  }

  /** What stands in the cells is drawn apart from them: their labels say it in words of their own. */
  private renderContents(board: Board): SVGTemplateResult {
    const corners = cornerHeights(board);
    return svg`<g class="contents" aria-hidden="true">
      ${repeat(
        board.cells,
        (cell) => cell.variable,
        (cell) => this.renderContentOf(board, cell, corners.get(`${cell.row},${cell.column}`) ?? 0),
      )}
    </g>`;
  }

  private renderContentOf(board: Board, cell: BoardCell, top: number): SVGTemplateResult {
    const { variable } = cell;
    const view = this.cells[variable];
    if (!view || blockAt(board, cell)) return svg``;
    const ghost = variable === this.subject ? this.ghost : null;
    return svg`<g class=${classMap(this.roles(variable))} transform="translate(${cell.column * UNIT} ${cell.row * UNIT})">
      ${renderContent({ board, cell, view, odds: this.odds.get(variable), top, ghost })}
    </g>`;
  }

  private renderBlock(board: Board, block: Block): SVGTemplateResult {
    return svg`<g
      role="gridcell"
      aria-label=${blockLabel(board, block)}
      aria-colindex=${block.column + 1}
      transform="translate(${block.column * UNIT} ${block.row * UNIT})"
    >
      ${renderBlock(block, this.cited)}
    </g>`;
  }

  /** The cell spoken about and the selected cell, drawn above the grid so that no line cuts them. */
  private renderFrames(board: Board): SVGTemplateResult {
    const frame = (variable: number | null, kind: string, inset: number) => {
      const cell = cellOf(board, variable);
      if (!cell) return "";
      const at = `translate(${cell.column * UNIT} ${cell.row * UNIT})`;
      return svg`<path class=${kind} d=${groundPath(cell, inset)} transform=${at} />`;
    };
    return svg`${frame(this.subject, `subject ${this.speaker}`, 1)}${frame(this.selected, "selection", 4)}`;
  }

  private renderZoom() {
    const label = t(this.whole ? "board.closer" : "board.whole");
    return html`<button class="zoom" @click=${() => (this.whole = !this.whole)}>${label}</button>`;
  }

  /** For those who cannot see what is drawn beside and between the cells. */
  private renderClues(board: Board) {
    const clues = cluesOf(board);
    if (clues.length === 0) return nothing;
    return html`<ul class="clues" aria-label=${t("clue.list")}>
      ${clues.map((clue) => html`<li>${clue}</li>`)}
    </ul>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("board")) this.measure();
    if (changed.has("selected") && this.moveFocus) {
      this.moveFocus = false;
      this.focusCell(this.selected);
    }
    if (changed.has("subject") && this.crowded && this.subject !== null) this.showCell(this.subject);
  }

  /** Gives the keyboard to the selected cell. */
  override focus(): void {
    this.focusCell(this.selected);
  }

  private measure(): void {
    const { board } = this;
    this.crowded =
      board !== null && this.clientWidth > 0 && this.clientWidth / drawnColumns(board) < this.leastCell - WORTH_PX;
  }

  private get leastCell(): number {
    // Regions are larger than their squares.
    const regions = this.board?.cells.some(({ squares }) => squares !== undefined) ?? false;
    return matchMedia("(pointer: coarse)").matches && !regions ? FINGER_PX : MOUSE_PX;
  }

  private cellElement(variable: number): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`#cell-${variable}`);
  }

  private focusCell(variable: number): void {
    this.cellElement(variable)?.focus();
  }

  /** Scrolls the board, never the page. */
  private showCell(variable: number): void {
    const sheet = this.renderRoot.querySelector(".window");
    const cell = this.cellElement(variable)?.getBoundingClientRect();
    if (!sheet || !cell) return;
    const frame = sheet.getBoundingClientRect();
    const left = this.renderRoot.querySelector(".rail")?.getBoundingClientRect().right ?? frame.left;
    if (cell.left < left || cell.right > frame.right)
      sheet.scrollLeft += (cell.left + cell.right - left - frame.right) / 2;
  }

  // --- what the visitor does ---------------------------------------------------------------------------------

  private onPress(event: PointerEvent, variable: number): void {
    // The focus that comes with the press selects the cell before the click does.
    this.selectedBefore = this.selected;
    this.press.begin(event, variable);
    if (this.paintable) this.stroke.begin(event, variable);
  }

  private onEnter(variable: number): void {
    this.send("cell-hover", variable);
    this.stroke.enter(variable);
  }

  /** Where a click may reveal something, each is thought about by itself. */
  private get paintable(): boolean {
    const { board } = this;
    return board !== null && !board.grows && board.cells.some((cell) => isToggle(board, cell));
  }

  /** A value that stands is looked at first; only a second click changes it. */
  private onClick(variable: number): void {
    if (this.press.wasLong || this.stroke.wasStroke) return;
    const first = variable !== this.selectedBefore;
    this.focusCell(variable);
    this.send("cell-select", variable);
    const stands = this.cells[variable]?.value !== null;
    if (!first || !stands) this.toggle(variable);
  }

  private onOther(event: Event, variable: number): void {
    event.preventDefault();
    if (this.press.wasLong || this.stroke.wasStroke) return;
    this.toggle(variable, true, this.stroke.number);
    this.stroke.did(variable);
  }

  private toggle(variable: number, other = false, stroke?: number): void {
    const value = this.nextOf(variable, other);
    if (value !== undefined) this.put(variable, value, stroke);
  }

  /** What a click makes of a cell; undefined: nothing else than it is. */
  private nextOf(variable: number, other: boolean): number | null | undefined {
    const { board } = this;
    const cell = board && cellOf(board, variable);
    const view = this.cells[variable];
    if (!board || !cell || !view || view.origin === "given" || !isToggle(board, cell)) return undefined;
    const value = nextValue(board, cell, view.value, other);
    return value === view.value ? undefined : value;
  }

  private put(variable: number, value: number | null, stroke?: number): void {
    if (value === null) this.send("cell-erase", variable, { stroke });
    else this.send("cell-type", variable, { value, stroke });
  }

  private onFocus(variable: number): void {
    if (variable !== this.selected) this.send("cell-select", variable);
  }

  private onKey(event: KeyboardEvent): void {
    const { board } = this;
    if (!board || event.altKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction) {
      event.preventDefault();
      this.moveFocus = true;
      this.send("cell-select", neighbour(board, this.selected, direction, event.ctrlKey));
    } else if (!event.ctrlKey) {
      this.onEdit(event, board);
    }
  }

  private onEdit(event: KeyboardEvent, board: Board): void {
    const cell = cellOf(board, this.selected);
    if (!cell) return;
    const goes = isToggle(board, cell);
    if (event.key === " " || (event.key === "Enter" && goes)) {
      event.preventDefault();
      if (goes) this.toggle(this.selected, event.shiftKey);
      else this.send("cell-erase", this.selected);
      return;
    }
    const value = typedValue(board, cell, event.key);
    if (value === undefined) return;
    event.preventDefault();
    this.put(this.selected, value);
  }

  private send(type: string, variable: number | null, more: { value?: number; stroke?: number } = {}): void {
    this.dispatchEvent(new CustomEvent(type, { detail: { variable, ...more } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-board": FsBoard;
  }
}
