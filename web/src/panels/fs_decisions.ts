// The log: one small mark per decision. Pointing at a mark tells its story; choosing it, or walking to it, leads to that
// moment of the game.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import type { DecisionMark } from "../protocol/engine";
import { decisionMark, markStyles } from "../style/marks";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import type { Tallied } from "../game/shown";
import { systemIcon } from "./bits";
import "./fs_tip";

/**
 * `decision-peek` with an id while the pointer is over a mark, `decision-point` while the keyboard is there (null: no
 * longer); `decision-go` with the id of one that was chosen: by a click, Enter, or the arrow keys, Home and End on the way through the log; `now` (Escape);
 * `export-trace`.
 */
@customElement("fs-decisions")
export class FsDecisions extends Localized {
  static override styles = [
    shared,
    markStyles,
    css`
      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
      }
      .marks {
        display: flex;
        flex-wrap: wrap;
        max-height: 132px;
        margin: 10px -2px 0;
        overflow-y: auto;
      }
      .marks button {
        display: block;
        width: 16px;
        height: 18px;
        padding: 1px 0;
        border: 0;
        border-radius: 4px;
        background: none;
      }
      .marks svg {
        display: block;
        width: 16px;
        height: 16px;
      }
      .marks button:hover,
      .marks .shown {
        background: color-mix(in srgb, var(--ink) 12%, transparent);
      }
      .marks .past {
        box-shadow: inset 0 0 0 1.5px var(--ink);
      }
      .marks .later {
        opacity: 0.4;
      }
      .marks button:focus-visible {
        outline-offset: -1px;
      }
      .story {
        min-height: 2.9em;
        margin-top: 8px;
        font-size: 13.5px;
        line-height: 1.45;
      }
      .tally {
        display: grid;
        grid-template-columns: 16px 1fr;
        gap: 3px 7px;
        margin-top: 10px;
        padding-top: 10px;
        border-top: 1px solid var(--line);
      }
      .tally details {
        grid-column: 1 / -1;
      }
      .tally summary {
        cursor: pointer;
      }
      .tally .moves {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        gap: 2px 16px;
      }
      .tally svg {
        width: 16px;
        height: 16px;
        align-self: center;
      }
    `,
  ];

  @property({ attribute: false }) marks: readonly DecisionMark[] = [];
  /** One label per mark. */
  @property({ attribute: false }) labels: readonly string[] = [];
  /** The decision that the panels speak about. */
  @property({ attribute: false }) shown: number | null = null;
  /** The decision whose moment is looked at; null for the present. */
  @property({ attribute: false }) past: number | null = null;
  @property() story = "";
  @property({ attribute: false }) tally: Tallied | null = null;

  /** The mark that Tab reaches. */
  private current = -1;
  /** By a pointer, which has not made a click of it yet. */
  private pressed = false;

  override render() {
    const stop = this.current >= 0 && this.current < this.marks.length ? this.current : this.marks.length - 1;
    return html`<section class="card" aria-labelledby="title">
      <div class="head">
        <h2 id="title">${t("decisions.title")}</h2>
        ${
          this.marks.length > 0
            ? html`<button class="link" title=${t("decisions.export.hint")} @click=${() => this.send("export-trace")}>
                ${t("decisions.export")}
              </button>`
            : nothing
        }
      </div>
      ${
        this.marks.length === 0
          ? html`<p class="muted story">${t("decisions.none")}</p>`
          : html`<div
                class="marks"
                role="toolbar"
                aria-labelledby="title"
                @keydown=${this.onKey}
                @pointerleave=${() => this.send("decision-peek")}
              >
                ${this.marks.map((mark, index) => this.renderMark(mark, index, stop))}
              </div>
              <p class="story">${this.story}</p>`
      }
      ${this.tally && this.marks.length > 0 ? this.renderTally(this.tally) : nothing}
    </section>`;
  }

  private renderTally({ moves, details, system1, system2 }: Tallied) {
    return html`<div class="tally muted">
      <ul class="moves">
        ${moves.map((item) => html`<li>${item}</li>`)}
      </ul>
      ${systemIcon("system1")}<fs-tip .text=${t("tip.system1")}>${system1}</fs-tip> ${systemIcon("system2")}<fs-tip
        .text=${t("tip.system2")}
        >${system2}</fs-tip
      >
      <details>
        <summary>${t("tally.details")}</summary>
        <ul>
          ${details.map((item) => html`<li>${item}</li>`)}
        </ul>
      </details>
    </div>`;
  }

  private renderMark(mark: DecisionMark, index: number, stop: number) {
    return html`<button
      class=${classMap({ shown: mark.id === this.shown, past: mark.id === this.past, later: this.past !== null && mark.id > this.past })}
      aria-current=${mark.id === this.past ? "step" : nothing}
      tabindex=${index === stop ? 0 : -1}
      aria-label=${this.labels[index] ?? ""}
      @pointerenter=${() => this.send("decision-peek", mark.id)}
      @click=${() => this.go(mark, index)}
      @pointerdown=${() => (this.pressed = true)}
      @focus=${() => this.onFocus(mark, index)}
      @blur=${() => this.send("decision-point")}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">${decisionMark(mark)}</svg>
    </button>`;
  }

  /** A press of the pointer takes the focus, too; but until it has become a click, nothing may move. */
  private onFocus(mark: DecisionMark, index: number): void {
    this.current = index;
    if (!this.pressed) this.send("decision-point", mark.id);
    this.pressed = false;
  }

  private go(mark: DecisionMark, index: number): void {
    this.current = index;
    this.pressed = false;
    this.send("decision-go", mark.id);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.past !== null) {
      event.preventDefault();
      this.send("now");
    }
    const last = this.marks.length - 1;
    const here = this.current < 0 ? last : this.current;
    const targets: Record<string, number> = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: last };
    const wanted = targets[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    const target = Math.min(Math.max(wanted, 0), last);
    const buttons = this.renderRoot.querySelectorAll<HTMLButtonElement>(".marks button");
    buttons[target]?.focus();
    this.send("decision-go", this.marks[target]!.id);
  }

  protected override updated(): void {
    // The newest mark stays in view while the log grows.
    const marks = this.renderRoot.querySelector(".marks");
    if (marks && !marks.matches(":hover, :focus-within")) marks.scrollTop = marks.scrollHeight;
  }

  private send(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
