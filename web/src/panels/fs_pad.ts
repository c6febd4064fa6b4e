// A row of keys for fingers: where there is no keyboard, a value is typed here.

import { css, html, nothing, svg } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import { drawGlyph, glyphStyles } from "../board/glyphs";
import { glyphOf } from "../board/symbols";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { symbolText } from "../i18n/sentences";
import { shared } from "../style/shared";
import { icon } from "../style/icons";
import type { PadKey } from "../game/shown";

/** `pad-type` with the value, `pad-erase`. */
@customElement("fs-pad")
export class FsPad extends Localized {
  static override styles = [
    shared,
    glyphStyles,
    css`
      div {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(30px, 1fr));
        gap: 4px;
      }
      .wide {
        display: flex;
        flex-wrap: wrap;
      }
      .drawn {
        grid-template-columns: repeat(auto-fit, minmax(52px, 1fr));
      }
      button {
        display: grid;
        place-items: center;
        min-height: 42px;
        padding: 0 4px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        font-size: 19px;
      }
      .wide button {
        flex: 1 1 auto;
        padding: 0 7px;
        font-size: 15px;
      }
      button:active:not(:disabled) {
        background: var(--s1-soft);
      }
      [data-left]::after {
        content: attr(data-left);
        color: var(--muted);
        font-size: 11px;
        line-height: 1;
      }
      .used {
        color: var(--muted);
      }
      button:disabled {
        opacity: 0.45;
      }
      svg:not(.icon-drawing) {
        width: 34px;
        height: 34px;
      }
    `,
  ];

  @property({ attribute: false }) keys: readonly PadKey[] = [];
  @property({ type: Boolean }) closed = false;

  override render() {
    const drawn = this.keys.some(({ symbol }) => glyphOf(symbol) !== null);
    const wide = !drawn && this.keys.some(({ symbol }) => symbolText(symbol).length > 2);
    return html`<div role="group" aria-label=${t("pad.label")} class=${classMap({ drawn, wide })}>
      ${this.keys.map((key) => this.renderKey(key))}
      <button aria-label=${t("pad.erase")} ?disabled=${this.closed} @click=${() => this.send("pad-erase")}>
        ${icon("erase")}
      </button>
    </div>`;
  }

  private renderKey({ value, symbol, name, left }: PadKey) {
    const glyph = glyphOf(symbol);
    const type = () => this.send("pad-type", value);
    if (!glyph) {
      const text = symbolText(symbol);
      return html`<button
        class=${left === 0 ? "used" : ""}
        data-left=${left ?? nothing}
        aria-label=${left === null ? nothing : `${text}, ${t("pad.left", { count: left })}`}
        ?disabled=${this.closed}
        @click=${type}
      >
        ${text}
      </button>`;
    }
    return html`<button aria-label=${name} title=${name} ?disabled=${this.closed} @click=${type}>
      <svg viewBox="-32 -32 64 64" aria-hidden="true">${svg`${drawGlyph(glyph, 0, 0, 64)}`}</svg>
    </button>`;
  }

  private send(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
