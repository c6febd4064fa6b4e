// What someone who solves a puzzle alone wants at hand: pencil marks, checking, the time.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { icon } from "../style/icons";

export type Tool = "pencil" | "fill" | "checks" | "check" | "time";

/** `tool` with the name of what was pressed. */
@customElement("fs-tools")
export class FsTools extends Localized {
  static override styles = [
    shared,
    css`
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      button[aria-pressed="true"] {
        border-color: var(--ink);
        background: color-mix(in srgb, var(--ink) 12%, var(--card));
      }
      button svg {
        margin-right: 3px;
        vertical-align: -4px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 30px;
        font-size: 13.5px;
      }
      input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--ink);
      }
      .time {
        margin-left: auto;
        font-variant-numeric: tabular-nums;
      }
      p:not(:empty) {
        margin-top: 6px;
        font-size: 14px;
      }
    `,
  ];

  @property({ type: Boolean }) closed = false;
  /** Cells have more than two values, so that marks are of use. */
  @property({ type: Boolean }) pencilled = false;
  /** Values that are typed are noted, not entered. */
  @property({ type: Boolean }) pencil = false;
  /** Every entry is checked at once. */
  @property({ type: Boolean }) checks = true;
  /** There are entries to check. */
  @property({ type: Boolean }) checkable = false;
  /** What checking came to. */
  @property() said = "";
  /** Empty while it is hidden. */
  @property() time = "";

  override render() {
    return html`<div role="group" aria-label=${t("tools.label")}>
        ${this.pencilled ? this.renderPencil() : nothing}
        <label>
          <input type="checkbox" .checked=${this.checks} @change=${() => this.press("checks")} />${t("tools.checks")}
        </label>
        ${
          this.checks
            ? nothing
            : html`<button
                class="button small"
                ?disabled=${this.closed || !this.checkable}
                @click=${() => this.press("check")}
              >
                ${t("tools.check")}
              </button>`
        }
        <button
          class="link time"
          aria-label=${t(this.time ? "tools.time.hide" : "tools.time.show")}
          title=${t(this.time ? "tools.time.hide" : "tools.time.show")}
          @click=${() => this.press("time")}
        >
          ${this.time || icon("clock")}
        </button>
      </div>
      <p role="status">${this.said}</p>`;
  }

  private renderPencil() {
    return html`<button
        class="button small"
        aria-pressed=${this.pencil}
        title=${t("tools.pencil.hint")}
        ?disabled=${this.closed}
        @click=${() => this.press("pencil")}
      >
        ${icon("pencil")}${t("tools.pencil")}
      </button>
      <button
        class="button small"
        title=${t("tools.fill.hint")}
        ?disabled=${this.closed}
        @click=${() => this.press("fill")}
      >
        ${t("tools.fill")}
      </button>`;
  }

  private press(tool: Tool): void {
    this.dispatchEvent(new CustomEvent("tool", { detail: tool }));
  }
}
