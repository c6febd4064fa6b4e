// The board as an element: how large it is drawn, what of it is seen, and which cell has the keyboard. It knows no rule
// of any puzzle; everything it shows is given to it.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";
import { keyed } from "lit/directives/keyed.js";

import type { Board, CellView, Origin } from "../protocol/engine";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { setStyle } from "../style/set_style";
import { markStyles } from "../style/marks";
import type { Odds } from "./content";
import { contentStyles } from "./content_styles";
import { cluesOf } from "./describe";
import { railShare, renderRail, renderSheet, type Drawn, type Slices } from "./drawing";
import { furnitureStyles } from "./furniture_styles";
import { glyphStyles } from "./glyphs";
import { groundStyles } from "./ground_styles";
import { Hand } from "./hand";
import { layoutOf } from "./layout";
import { markShapeStyles } from "./marks";
import { drawnColumns } from "./row_words";
import { sheetStyles } from "./sheet_styles";
import { Slice, SLICE } from "./slices";
import { FINGER_PX, LARGEST_CELL_PX, MOUSE_PX, TOLERATED_PX } from "./sizes";

const NONE: ReadonlySet<number> = new Set();

const newSlices = (): Slices => ({ grounds: new Slice(), contents: new Slice(), unfinished: false });

/** Boards of another shape are drawn anew: Lit's `repeat` leaves a mark behind for every cell that goes. */
const shapeOf = ({ family, rows, columns, cells, grows }: Board) =>
  [family, rows, columns, grows ? "" : cells.length].join(" ");

/**
 * Events, each with the cell's variable in `detail.variable`:
 * `cell-select`, `cell-hover` (null: the pointer left), `cell-type` (with `value`), `cell-erase`; both of these with
 * the number of the `stroke` that they are part of, if they are; `cell-mark` (with `value`): Shift was held.
 * With the attribute `still`, what is new on the board is there at once, without movement.
 */
@customElement("fs-board")
export class FsBoard extends Localized implements Drawn {
  static override styles = [
    markStyles,
    glyphStyles,
    sheetStyles,
    groundStyles,
    contentStyles,
    furnitureStyles,
    markShapeStyles,
  ];

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
  /** How far blocks can slide: for each, the cells from its first place to its last. */
  @property({ attribute: false }) reaches: readonly (readonly number[])[] = [];
  /** Cells of rules that are visibly broken. */
  @property({ attribute: false }) conflicts: ReadonlySet<number> = NONE;
  /** Cells with the value of the selected one; what the visitor has noted in cells. */
  @property({ attribute: false }) alike: ReadonlySet<number> = NONE;
  @property({ attribute: false }) marks: ReadonlyMap<number, readonly number[]> = new Map();
  /** The cell being spoken about, who speaks, and a step in it shown before it is played. */
  @property({ attribute: false }) subject: number | null = null;
  @property() speaker: Exclude<Origin, "given"> = "system2";
  @property({ attribute: false }) ghost: { value: number; place: boolean } | null = null;
  @property({ attribute: false }) selected = 0;
  /** What a screen reader says: of the grid, and of each cell by variable. */
  @property() name = "";
  @property({ attribute: false }) labels: readonly string[] = [];
  @property({ type: Boolean }) waiting = false;

  /** A board too large for the screen is shown whole, with smaller cells than one would like, not to be scrolled. */
  @state() private whole = false;
  @state() private crowded = false;

  /** The cell that is selected next gets the keyboard. */
  private moveFocus = false;
  private readonly hand = new Hand({
    now: () => this,
    act: (act, detail) => this.dispatchEvent(new CustomEvent(act, { detail })),
    focusCell: (variable) => this.focusCell(variable),
    focusNext: () => (this.moveFocus = true),
  });
  private readonly resize = new ResizeObserver(() => this.resized());
  /** Its width; null until the browser has laid out the page. */
  private width: number | null = null;
  private readonly slices: Slices = newSlices();
  private shape = "";

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize.disconnect();
  }

  /** A board is drawn in a task of its own, so that it and the panels around it are not one long one. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise((resolve) => setTimeout(resolve, 0));
    await super.scheduleUpdate();
  }

  // --- what is shown -------------------------------------------------------------------------------------------

  override willUpdate(): void {
    const { board, slices } = this;
    const shape = board ? shapeOf(board) : "";
    if (shape !== this.shape) Object.assign(slices, { ...newSlices(), unfinished: (board?.cells.length ?? 0) > SLICE });
    this.shape = shape;
    slices.grounds.begin();
    slices.contents.begin();
  }

  override render() {
    const { board } = this;
    if (!board) return html`<div class="blank"></div>`;
    const scrolled = this.crowded && !this.whole;
    const margin = scrolled ? layoutOf(board).leftMargin : 0;
    const columns = drawnColumns(board);
    const least = scrolled ? columns * this.leastCell : 0;
    const share = railShare(board, margin);
    // Not as variables: all cells would inherit them, and be styled anew when the page is laid out otherwise.
    const padding = { "scroll-padding-left": `${Math.round(least * share)}px` };
    const size = {
      // As large as the page gives it, in both directions; large boards on small screens are scrolled.
      width: `min(100%, calc(var(--board-height, 660px) * ${columns / board.rows}), ${columns * LARGEST_CELL_PX}px)`,
      "min-width": `${least}px`,
    };
    return html`
      ${this.crowded ? this.renderZoom() : nothing}
      <div class=${classMap({ window: true, scrolled, painted: this.hand.paints })} ${setStyle(padding)}>
        <div class="sheet" ${setStyle(size)}>
          ${keyed(this.shape, renderSheet(board, this, margin, this.hand, this.slices))}
          ${margin > 0 ? renderRail(board, this.cited, margin, share) : nothing}
        </div>
      </div>
      ${this.renderClues(board)}
    `;
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
    this.goOn();
    // The first time, the browser tells its size once it has laid out the page.
    if (changed.has("board")) this.measure();
    if (changed.has("selected") && this.moveFocus) {
      this.moveFocus = false;
      this.focusCell(this.selected);
    }
    if (changed.has("subject") && this.crowded && this.subject !== null) this.showCell(this.subject);
  }

  /** What of a large board is still to be drawn, is so in the next task. */
  private goOn(): void {
    const { slices } = this;
    const late = slices.grounds.late || slices.contents.late;
    if (!late && !slices.unfinished) return;
    slices.unfinished &&= late;
    this.requestUpdate();
  }

  // --- how large, and what of it is in sight -------------------------------------------------------------------

  private resized(): void {
    this.width = this.clientWidth;
    this.measure();
  }

  private measure(): void {
    const { board, width } = this;
    if (width === null) return;
    this.crowded = board !== null && width > 0 && width / drawnColumns(board) < this.leastCell - TOLERATED_PX;
  }

  private get leastCell(): number {
    // Regions are larger than their squares.
    const regions = this.board !== null && layoutOf(this.board).hasRegions;
    return matchMedia("(pointer: coarse)").matches && !regions ? FINGER_PX : MOUSE_PX;
  }

  /** Gives the keyboard to the selected cell. */
  override focus(): void {
    this.focusCell(this.selected);
  }

  private focusCell(variable: number): void {
    this.cellElement(variable)?.focus();
  }

  private cellElement(variable: number): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`#cell-${variable}`);
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
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-board": FsBoard;
  }
}
