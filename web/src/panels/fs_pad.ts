// A row of keys for fingers: where there is no keyboard, a value is typed here.

import { css, html } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import { icon } from "./icons";

/** `pad-type` with the index of the symbol, `pad-erase`. */
@customElement("fs-pad")
export class FsPad extends Localized {
  static override styles = [
    shared,
    css`
      div {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(30px, 1fr));
        gap: 4px;
      }
      button {
        display: grid;
        place-items: center;
        min-height: 42px;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        font-size: 19px;
      }
      button:active {
        background: var(--s1-soft);
      }
    `,
  ];

  @property({ attribute: false }) symbols: string[] = [];

  override render() {
    return html`<div role="group" aria-label=${t("pad.label")}>
      ${this.symbols.map((symbol, index) => html`<button @click=${() => this.send("pad-type", index)}>${symbol}</button>`)}
      <button aria-label=${t("pad.erase")} @click=${() => this.send("pad-erase")}>${icon("erase")}</button>
    </div>`;
  }

  private send(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
