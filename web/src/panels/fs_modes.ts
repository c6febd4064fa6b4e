// System 1 · Both · System 2, as one switch.

import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";

import { MODES, type Mode } from "../game/settings";
import { markStyles } from "../style/marks";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { systemIcon } from "./bits";

/** `mode-change` with the mode as `detail`. */
@customElement("fs-modes")
export class FsModes extends Localized {
  static override styles = [
    shared,
    markStyles,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        min-width: 0;
        margin: 0;
        padding: 0;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--card);
      }
      label {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-height: 40px;
        color: var(--muted);
        font-weight: 550;
        cursor: pointer;
      }
      label:hover {
        color: var(--ink);
      }
      label svg {
        width: 17px;
        height: 17px;
      }
      label:has(:checked) {
        color: var(--ink);
        font-weight: 650;
      }
      .system1:has(:checked) {
        background: var(--s1-soft);
      }
      .system2:has(:checked) {
        background: var(--s2-soft);
      }
      .both:has(:checked) {
        background: linear-gradient(to right, var(--s1-soft), var(--s2-soft));
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--ink);
        outline-offset: -4px;
        border-radius: 9px;
      }
    `,
  ];

  @property() mode: Mode = "both";

  override render() {
    return html`<fieldset>
      <legend class="visually-hidden">${t("mode.label")}</legend>
      ${MODES.map(
        (mode) =>
          html`<label class=${mode} title=${t(`mode.${mode}.hint`)}>
            <input
              class="visually-hidden"
              type="radio"
              name="mode"
              value=${mode}
              .checked=${mode === this.mode}
              @change=${() => this.choose(mode)}
            />
            ${systemIcon(mode)}<span>${t(`mode.${mode}`)}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  private choose(mode: Mode): void {
    this.dispatchEvent(new CustomEvent("mode-change", { detail: mode }));
  }
}
