// A hint, told bit by bit beneath the board.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { markStyles } from "../style/marks";
import { shared } from "../style/shared";
import type { HintText } from "../game/shown";
import { systemIcon } from "./bits";

/** `take`: System 2 is to make the step that is told. */
@customElement("fs-hint")
export class FsHint extends Localized {
  static override styles = [
    shared,
    markStyles,
    css`
      section {
        padding: 9px 12px 10px;
        border: 1px solid var(--line);
        border-left: 3px solid var(--s2);
        border-radius: 10px;
        background: var(--card);
      }
      .head {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--muted);
        font-size: 13px;
      }
      .head svg {
        width: 14px;
        height: 14px;
      }
      ol {
        display: grid;
        gap: 3px;
        margin-top: 5px;
        font-size: 15px;
        line-height: 1.5;
      }
      li {
        color: var(--muted);
      }
      li:last-child {
        color: var(--ink);
      }
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        margin-top: 6px;
      }
    `,
  ];

  @property({ attribute: false }) hint: HintText | null = null;

  /** What was asked for is in sight. */
  override updated(): void {
    if (this.hint) this.scrollIntoView({ block: "nearest" });
  }

  override render() {
    const { hint } = this;
    if (!hint) return nothing;
    const { said, degree, degrees, more } = hint;
    return html`<section aria-label=${t("controls.hint")}>
      <div class="head">${systemIcon("system2")}<span>${t("hint.degree", { degree, degrees })}</span></div>
      <ol role="log" aria-live="polite">
        ${said.map((text) => html`<li>${text}</li>`)}
      </ol>
      <div class="foot">
        <p class="muted">${more}</p>
        ${
          degree === degrees
            ? html`<button class="button small" @click=${() => this.dispatchEvent(new CustomEvent("take"))}>
                ${t("hint.take")}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }
}
