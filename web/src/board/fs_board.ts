// The board: draws cells, values, marks and lights, and says what the visitor does. It knows no rule of
// any puzzle; everything it shows is given to it.

import { LitElement, html, svg, type PropertyValues, type SVGTemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { classMap } from "lit/directives/class-map.js";

import type { Board, BoardCell, CellView, Origin } from "../protocol";
import { markStyles, originMark } from "./marks";
import { boardStyles } from "./board_styles";
import { UNIT, borderPath, candidatePlace, gridPath, neighbour, type Direction } from "./geometry";

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

const NONE: ReadonlySet<number> = new Set();

/**
 * Events, each with the cell's variable in `detail.variable`:
 * `cell-select`, `cell-hover` (null: the pointer left), `cell-type` (with `value`), `cell-erase`.
 */
@customElement("fs-board")
export class FsBoard extends LitElement {
  static override styles = [markStyles, boardStyles];

  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) cells: CellView[] = [];
  /** Per variable 0..1: how strongly System 1 leans to one value; absent cells stay plain. */
  @property({ attribute: false }) heat: ReadonlyMap<number, number> = new Map();
  /** Cells of cited rules, and of the facts that a line rests on. */
  @property({ attribute: false }) ruleCells: ReadonlySet<number> = NONE;
  @property({ attribute: false }) factCells: ReadonlySet<number> = NONE;
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

  private moveFocus = false;

  override render() {
    const { board } = this;
    if (!board) return html`<div class="blank"></div>`;
    const [width, height] = [board.columns * UNIT, board.rows * UNIT];
    const rows = Array.from({ length: board.rows }, (_, row) => board.cells.filter((cell) => cell.row === row));
    return html`
      <svg
        viewBox="-3 -3 ${width + 6} ${height + 6}"
        role="grid"
        class=${this.ruleCells.size > board.cells.length * MANY ? "many" : ""}
        aria-label=${this.name}
        aria-busy=${this.waiting}
        aria-rowcount=${board.rows}
        aria-colcount=${board.columns}
        @pointerleave=${() => this.send("cell-hover", null)}
        @keydown=${this.onKey}
      >
        <rect class="card" width=${width} height=${height} rx="3" role="presentation" />
        ${rows.map(
          (cells) =>
            svg`<g role="row">${repeat(
              cells,
              (cell) => cell.variable,
              (cell) => this.renderCell(board, cell),
            )}</g>`,
        )}
        <g class="lines" aria-hidden="true">
          <path class="thin" d=${gridPath(board)} />
          <path class="heavy" d=${borderPath(board)} />
          ${this.renderFrames(board)}
        </g>
      </svg>
    `;
  }

  private renderCell(board: Board, cell: BoardCell): SVGTemplateResult {
    const { variable } = cell;
    const view = this.cells[variable];
    const classes = {
      cell: true,
      rule: this.ruleCells.has(variable) && variable !== this.subject,
      fact: this.factCells.has(variable) && variable !== this.subject,
      conflict: this.conflicts.has(variable),
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
      @pointerenter=${() => this.send("cell-hover", variable)}
      @click=${() => this.select(variable)}
      @focus=${() => this.onFocus(variable)}
    >
      <rect class="ground" width=${UNIT} height=${UNIT} />
      ${view ? this.renderContent(board, cell, view) : ""}
    </g>`;
  }

  private renderContent(board: Board, cell: BoardCell, view: CellView): SVGTemplateResult {
    const symbol = (value: number) => board.symbols[value - cell.lowest] ?? "";
    const middle = UNIT / 2;
    if (view.value !== null) {
      const origin = view.origin ?? "player";
      return svg`<text class="value ${origin}" x=${middle} y=${middle} dy=".355em">${symbol(view.value)}</text>
        ${origin === "given" ? "" : originMark(origin, UNIT - 11, 11, 4.6)}`;
    }
    const heat = this.heat.get(cell.variable);
    return svg`
      ${heat === undefined ? "" : svg`<rect class="heat" x="5" y="5" width=${UNIT - 10} height=${UNIT - 10} rx="7" opacity=${(0.05 + 0.55 * heat * heat).toFixed(3)} />`}
      ${view.ruledOut.map((value) => this.renderRuledOut(board, cell, value, symbol(value)))}
      ${this.ghost !== null && this.subject === cell.variable ? this.renderGhost(board, cell, this.ghost) : ""}
    `;
  }

  private renderGhost(board: Board, cell: BoardCell, { value, place }: { value: number; place: boolean }) {
    const symbol = board.symbols[value - cell.lowest] ?? "";
    if (!place) return this.renderRuledOut(board, cell, value, symbol);
    return svg`<text class="value ghost" x=${UNIT / 2} y=${UNIT / 2} dy=".355em">${symbol}</text>`;
  }

  private renderRuledOut(board: Board, cell: BoardCell, value: number, symbol: string): SVGTemplateResult {
    const { x, y, size } = candidatePlace(value - cell.lowest, board.symbols.length);
    return svg`<text class="ruled-out" x=${x} y=${y} dy=".36em" font-size=${size}>${symbol}</text>
      <path class="ruled-out-strike" d="M${x - size * 0.36} ${y + size * 0.36}l${size * 0.72} ${-size * 0.72}" />`;
  }

  /** The cell spoken about and the selected cell, drawn above the grid so that no line cuts them. */
  private renderFrames(board: Board): SVGTemplateResult {
    const frame = (variable: number | null, kind: string, inset: number) => {
      const cell = board.cells.find((item) => item.variable === variable);
      if (!cell) return "";
      const size = UNIT - 2 * inset;
      const [x, y] = [cell.column * UNIT + inset, cell.row * UNIT + inset];
      return svg`<rect class=${kind} x=${x} y=${y} width=${size} height=${size} rx="6" />`;
    };
    return svg`${frame(this.subject, `subject ${this.speaker}`, 1)}${frame(this.selected, "selection", 4)}`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("selected") && this.moveFocus) {
      this.moveFocus = false;
      this.cellElement(this.selected)?.focus();
    }
  }

  /** Gives the keyboard to the selected cell. */
  override focus(): void {
    this.cellElement(this.selected)?.focus();
  }

  private cellElement(variable: number): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`#cell-${variable}`);
  }

  private select(variable: number): void {
    this.cellElement(variable)?.focus();
    this.send("cell-select", variable);
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
    if (["Backspace", "Delete", " ", "0", "."].includes(event.key) && !board.symbols.includes(event.key)) {
      event.preventDefault();
      this.send("cell-erase", this.selected);
      return;
    }
    const index = board.symbols.findIndex((symbol) => symbol.toLowerCase() === event.key.toLowerCase());
    const cell = board.cells.find((item) => item.variable === this.selected);
    if (index < 0 || !cell) return;
    event.preventDefault();
    this.send("cell-type", this.selected, cell.lowest + index);
  }

  private send(type: string, variable: number | null, value?: number): void {
    this.dispatchEvent(new CustomEvent(type, { detail: { variable, value } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-board": FsBoard;
  }
}
