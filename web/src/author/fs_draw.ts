// The board to draw on: choose cells, then say what they are. What is drawn changes the text, and comes back from it.

import { css, html, nothing, svg } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import { contentStyles } from "../board/content_styles";
import { renderSheet, viewBox, type Drawn, type Touch } from "../board/drawing";
import { furnitureStyles } from "../board/furniture_styles";
import { UNIT } from "../board/geometry";
import { glyphStyles } from "../board/glyphs";
import { groundStyles } from "../board/ground_styles";
import { markShapeStyles } from "../board/marks";
import { outlinePath } from "../board/outline";
import { sheetStyles } from "../board/sheet_styles";
import { cellOf, typedValue } from "../board/symbols";
import { DIRECTIONS, neighbour, type Direction } from "../board/walk";
import { cellName } from "../game/texts";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import type { Board, BoardCell, CellView } from "../protocol/engine";
import { shared } from "../style/shared";
import { TOOLS, lacking, type Tool } from "./tools";

const NOTHING: ReadonlySet<number> = new Set();
const NO_MARKS: ReadonlyMap<number, readonly number[]> = new Map();
const NO_HEAT: Drawn["heat"] = new Map();
const NO_ODDS: Drawn["odds"] = new Map();

/** A tool, the squares it is used on in the order in which they were chosen, and the number in the field. */
export interface Drawing {
  tool: Tool;
  cells: BoardCell[];
  number: number | null;
}

/** `draw-act` with a Drawing. */
@customElement("fs-draw")
export class FsDraw extends Localized {
  static override styles = [
    shared,
    glyphStyles,
    sheetStyles,
    groundStyles,
    contentStyles,
    furnitureStyles,
    markShapeStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .paper {
        display: grid;
      }
      .paper > svg {
        grid-area: 1 / 1;
        touch-action: none;
      }
      .chosen {
        z-index: 1;
        pointer-events: none;
      }
      .chosen .rim {
        fill: color-mix(in srgb, var(--ink) 10%, transparent);
        stroke: var(--ink);
        stroke-width: 4;
        stroke-linejoin: round;
      }
      .chosen .way {
        fill: none;
        stroke: var(--ink);
        stroke-width: 2.4;
        stroke-dasharray: 2 5;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .chosen .start {
        fill: var(--ink);
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 8px;
      }
      label {
        display: grid;
        gap: 2px;
        color: var(--muted);
        font-size: 13px;
      }
      input {
        width: 84px;
        min-height: 34px;
        padding: 4px 8px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        color: var(--ink);
        font: inherit;
        font-size: 16px;
      }
      [aria-disabled="true"] {
        color: var(--muted);
      }
      .said {
        min-height: 1.5em;
        color: var(--muted);
        font-size: 13.5px;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) cells: readonly CellView[] = [];
  @property() name = "";
  /** The text cannot be changed by drawing now: it is no JSON. */
  @property({ type: Boolean }) closed = false;

  /** Variables, in the order in which they were chosen. */
  @state() private chosen: readonly number[] = [];
  @state() private selected = 0;
  @state() private typed = "";
  @state() private done = "";
  /** Why the tool that was pressed last cannot be used. */
  @state() private lack = "";

  @query("input") private readonly field!: HTMLInputElement;
  /** A press that goes on over other cells chooses them, too. */
  private drags = false;
  private moveFocus = false;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has("board") || !this.board) return;
    const { board } = this;
    // Of another puzzle, the numbers mean other cells.
    this.chosen = this.chosen.filter((variable) => cellOf(board, variable));
  }

  override updated(): void {
    if (!this.moveFocus) return;
    this.moveFocus = false;
    this.renderRoot.querySelector<SVGElement>(`#cell-${this.selected}`)?.focus();
  }

  // --- what is shown -------------------------------------------------------------------------------------------

  override render() {
    const { board } = this;
    if (!board) return nothing;
    return html`
      <div class="paper" @pointerup=${this.letGo} @pointercancel=${this.letGo}>
        ${renderSheet(board, this.drawn(board), 0, this.touch)} ${this.renderChosen(board)}
      </div>
      <div class="tools" role="toolbar" aria-label=${t("author.draw.tools")}>
        <label>
          ${t("author.draw.number")}
          <input
            inputmode="numeric"
            autocomplete="off"
            .value=${this.typed}
            @input=${() => (this.typed = this.field.value)}
          />
        </label>
        ${TOOLS.map((tool) => this.renderTool(tool))}
        <button class="button small" ?disabled=${this.chosen.length === 0} @click=${() => (this.chosen = [])}>
          ${t("author.draw.none")}
        </button>
      </div>
      <p class="said" role="status">${this.said}</p>
    `;
  }

  private get said(): string {
    if (this.closed) return t("author.draw.closed");
    const chosen = this.chosen.length > 0 ? t("author.draw.chosen", { count: this.chosen.length }) : "";
    if (chosen || this.lack) return [this.lack, chosen].filter(Boolean).join(" ");
    return this.done || t("author.draw.hint");
  }

  private renderTool(tool: Tool) {
    const why = lacking(tool, this.chosenCells.map(placeOf), this.number);
    const hint = why ? t(why) : t(`author.draw.hint.${tool}`);
    return html`<button
      class="button small"
      aria-disabled=${Boolean(why) || this.closed}
      title=${hint}
      @click=${() => (why || this.closed ? (this.lack = hint) : this.use(tool))}
    >
      ${t(`author.draw.${tool}`)}
    </button>`;
  }

  /** As fs-board draws it, with nothing but the puzzle itself. */
  private drawn(board: Board): Drawn {
    const none = {
      ruleCells: NOTHING,
      factCells: NOTHING,
      cited: NOTHING,
      reaches: [],
      conflicts: NOTHING,
      alike: NOTHING,
      marks: NO_MARKS,
    };
    const labels: string[] = [];
    for (const { variable } of board.cells) labels[variable] = this.labelOf(board, variable);
    return {
      ...{
        ...none,
        cells: this.cells,
        heat: NO_HEAT,
        odds: NO_ODDS,
        subject: null,
        speaker: "player",
        ghost: null,
      },
      ...{ selected: this.selected, name: t("author.draw.board", { name: this.name }), labels, waiting: false },
    };
  }

  private labelOf(board: Board, variable: number): string {
    const place = this.chosen.indexOf(variable);
    const value = this.cells[variable]?.value ?? null;
    const cell = value === null ? cellName(board, variable) : `${cellName(board, variable)}: ${value}`;
    return place < 0 ? cell : t("author.draw.nth", { cell, n: place + 1 });
  }

  private renderChosen(board: Board) {
    const cells = this.chosenCells;
    const way = cells.map(({ row, column }) => `${(column + 0.5) * UNIT} ${(row + 0.5) * UNIT}`);
    const [x, y] = (way[0] ?? "").split(" ");
    return html`<svg class="chosen" viewBox=${viewBox(board)} aria-hidden="true">
      ${
        cells.length > 0
          ? svg`<path class="rim" d=${outlinePath(cells, 3)} />
              <path class="way" d="M${way.join("L")}" /><circle class="start" cx=${x} cy=${y} r="5" />`
          : nothing
      }
    </svg>`;
  }

  private get chosenCells(): BoardCell[] {
    const { board } = this;
    return board ? this.chosen.flatMap((variable) => cellOf(board, variable) ?? []) : [];
  }

  private get number(): number | null {
    return /^\s*-?\d{1,7}\s*$/.test(this.typed) ? Number(this.typed) : null;
  }

  // --- using a tool --------------------------------------------------------------------------------------------

  private use(tool: Tool, number = this.number, cells = this.chosenCells): void {
    this.dispatchEvent(new CustomEvent<Drawing>("draw-act", { detail: { tool, cells, number } }));
    const ruled = tool !== "line" || number !== null;
    const said = { tool: t(`author.draw.${tool}`), count: cells.length };
    this.done = ruled ? t("author.draw.done", said) : t("author.draw.done_drawn", said);
    this.lack = "";
    this.chosen = [];
    this.typed = "";
  }

  // --- choosing cells ------------------------------------------------------------------------------------------

  private readonly touch: Touch = {
    press: (event, variable) => this.press(event, variable),
    enter: (variable) => {
      if (this.drags) this.choose(variable);
    },
    leave: () => this.letGo(),
    click: () => {
      this.moveFocus = true;
      this.requestUpdate();
    },
    other: (event) => event.preventDefault(),
    focus: (variable) => (this.selected = variable),
    key: (event) => this.onKey(event),
  };

  private press(event: PointerEvent, variable: number): void {
    // A finger would otherwise stay with the cell where it began.
    (event.target as Element).releasePointerCapture?.(event.pointerId);
    this.selected = variable;
    const had = this.chosen.includes(variable);
    this.drags = !had;
    if (had) this.chosen = this.chosen.filter((one) => one !== variable);
    else this.choose(variable);
  }

  private choose(variable: number): void {
    this.lack = "";
    if (!this.chosen.includes(variable)) this.chosen = [...this.chosen, variable];
  }

  private readonly letGo = () => (this.drags = false);

  private onKey(event: KeyboardEvent): void {
    const { board } = this;
    if (!board || event.altKey || event.metaKey || event.ctrlKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction) this.walk(board, direction, event.shiftKey);
    else if (!this.typedKey(event, board)) return;
    event.preventDefault();
  }

  /** With Shift, the cells that are walked over are chosen. */
  private walk(board: Board, direction: Direction, choosing: boolean): void {
    if (choosing) this.choose(this.selected);
    this.selected = neighbour(board, this.selected, direction);
    if (choosing) this.choose(this.selected);
    this.moveFocus = true;
  }

  /** True if the key means something here. */
  private typedKey({ key }: KeyboardEvent, board: Board): boolean {
    if (key === " ") {
      if (this.chosen.includes(this.selected)) this.chosen = this.chosen.filter((one) => one !== this.selected);
      else this.choose(this.selected);
      return true;
    }
    if (key === "Escape") {
      this.chosen = [];
      return true;
    }
    const here = cellOf(board, this.selected);
    const cells = this.chosen.length > 0 ? this.chosenCells : here ? [here] : [];
    if (key === "Delete" || key === "Backspace") {
      if (!this.closed) this.use("erase", null, cells);
      return true;
    }
    const value = here && typedValue(board, here, key);
    if (value === undefined || value === null) return false;
    if (!this.closed) this.use("given", value, cells);
    return true;
  }
}

const placeOf = ({ row, column, variable }: BoardCell) => ({ id: String(variable), row, column });

declare global {
  interface HTMLElementTagNameMap {
    "fs-draw": FsDraw;
  }
}
