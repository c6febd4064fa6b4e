// Which earlier moment of the game is looked at, and the way back.

import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";

/** `now`: back to the game as it stands. */
@customElement("fs-moment")
export class FsMoment extends Localized {
  static override styles = [
    shared,
    css`
      div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 6px 8px 6px 12px;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--card);
        font-size: 14px;
        line-height: 1.4;
      }
      button {
        flex: none;
      }
    `,
  ];

  /** Which moment it is, in words. */
  @property() label = "";

  override render() {
    return html`<div>
      <span role="status">${this.label}</span>
      <button class="button small" @click=${() => this.dispatchEvent(new CustomEvent("now"))}>
        ${t("moment.now")}
      </button>
    </div>`;
  }
}
