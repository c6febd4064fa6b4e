// The quiet end of a solved puzzle: who decided how much of it.

import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { markStyles, originMark } from "../style/marks";
import { shared } from "../style/shared";
import type { Ending } from "../game/shown";

@customElement("fs-end")
export class FsEnd extends Localized {
  static override styles = [
    shared,
    markStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        margin-top: 4px;
        font-size: 14px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      svg {
        width: 14px;
        height: 14px;
      }
    `,
  ];

  @property({ attribute: false }) ending: Ending = { decided: [], more: [] };

  override render() {
    return html`<ul aria-label=${t("end.label")}>
      ${this.ending.decided.map(
        ({ source, text }) =>
          html`<li><svg viewBox="0 0 14 14" aria-hidden="true">${originMark(source, 7, 7, 5)}</svg>${text}</li>`,
      )}
      ${this.ending.more.map((text) => html`<li class="muted">${text}</li>`)}
    </ul>`;
  }
}
