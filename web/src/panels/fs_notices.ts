// Short notices that come and go at the foot of the page.

import { LitElement, css, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { t } from "../i18n/i18n";
import { shared } from "../style/shared";
import { icon } from "./icons";

export interface Shown {
  id: number;
  text: string;
  /** Stays until it is closed. */
  serious: boolean;
}

/** `notice-close` with the id. */
@customElement("fs-notices")
export class FsNotices extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        position: fixed;
        right: 0;
        bottom: 20px;
        left: 0;
        z-index: 5;
        pointer-events: none;
      }
      .list {
        display: grid;
        gap: 8px;
        justify-items: center;
        padding: 0 14px;
      }
      .notice {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        max-width: 34rem;
        padding: 11px 10px 11px 16px;
        border-radius: 10px;
        background: var(--ink);
        box-shadow: 0 6px 24px var(--shadow);
        color: var(--card);
        font-size: 14.5px;
        overflow-wrap: anywhere;
        pointer-events: auto;
      }
      button {
        display: grid;
        padding: 2px;
        border: 0;
        border-radius: 5px;
        background: none;
        color: inherit;
      }
      button:focus-visible {
        outline-color: currentColor;
      }
    `,
  ];

  @property({ attribute: false }) notices: Shown[] = [];

  override render() {
    return html`<div class="list" role="status" aria-label=${t("notices.label")}>
      ${repeat(
        this.notices,
        ({ id }) => id,
        ({ id, text }) =>
          html`<div class="notice">
            <span>${text}</span>
            <button
              aria-label=${t("notices.close")}
              @click=${() => this.dispatchEvent(new CustomEvent("notice-close", { detail: id }))}
            >
              ${icon("close")}
            </button>
          </div>`,
      )}
    </div>`;
  }
}
