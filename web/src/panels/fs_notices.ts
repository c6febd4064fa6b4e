// Notices. Serious ones stand above the board until they are closed and cover nothing; light ones float in
// a corner and leave by themselves.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { icon } from "../style/icons";

export interface Shown {
  id: number;
  text: string;
  /** Stays until it is closed. */
  serious: boolean;
}

/** `notice-close` with the id. */
@customElement("fs-notices")
export class FsNotices extends Localized {
  static override styles = [
    shared,
    css`
      .notice {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: 10px;
        font-size: 14.5px;
        overflow-wrap: anywhere;
      }
      .serious .notice {
        max-width: 1148px;
        margin: 14px auto 0;
        padding: 10px 12px 10px 14px;
        border-left: 3px solid var(--bad);
        border-radius: 4px;
        background: var(--bad-soft);
      }
      .light {
        position: fixed;
        right: 24px;
        bottom: 24px;
        z-index: 5;
        display: grid;
        gap: 8px;
        max-width: min(22rem, calc(100vw - 28px));
      }
      .light .notice {
        padding: 11px 10px 11px 16px;
        border-radius: 10px;
        background: var(--ink);
        box-shadow: 0 6px 24px var(--shadow);
        color: var(--card);
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
      @media (max-width: 1220px) {
        .serious {
          padding-inline: 14px;
        }
      }
      @media (max-width: 860px) {
        .light {
          right: 14px;
          bottom: 14px;
        }
      }
    `,
  ];

  @property({ attribute: false }) notices: Shown[] = [];

  override render() {
    return html`<div role="status" aria-label=${t("notices.label")}>
      <div class="serious">${this.renderThose(this.notices.filter(({ serious }) => serious))}</div>
      <div class="light">${this.renderThose(this.notices.filter(({ serious }) => !serious))}</div>
    </div>`;
  }

  private renderThose(notices: Shown[]) {
    if (notices.length === 0) return nothing;
    return repeat(
      notices,
      ({ id }) => id,
      ({ id, text }) =>
        html`<div class="notice">
          <span>${text}</span>
          <button aria-label=${t("notices.close")} @click=${() => this.close(id)}>${icon("close")}</button>
        </div>`,
    );
  }

  private close(id: number): void {
    this.dispatchEvent(new CustomEvent("notice-close", { detail: id }));
  }
}
