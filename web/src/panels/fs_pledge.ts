// What the play view promises: two shares to choose, and what recorded games say to that.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import { ALPHAS, DELTAS, USUAL_WISH, type Kind, type Pledged } from "../game/pledge";
import { pledgeText } from "../game/pledge_text";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shareText } from "../i18n/numbers";
import type { Wish } from "../protocol/engine";
import { inlineSelect } from "../style/inline_select";
import { shared } from "../style/shared";

const SHARES = { alpha: ALPHAS, delta: DELTAS } as const;

/** `wish-change` with the `Wish`; `kind-wanted` with the `Kind` of puzzle that a promise can be about. */
@customElement("fs-pledge")
export class FsPledge extends Localized {
  static override styles = [
    shared,
    inlineSelect,
    css`
      .wish {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        margin-top: 10px;
        color: var(--muted);
        font-size: 13px;
      }
      .wish label {
        display: flex;
        gap: 7px;
        align-items: baseline;
      }
      .said {
        display: grid;
        gap: 6px;
        margin-top: 10px;
        padding-inline-start: 10px;
        border-inline-start: 3px solid var(--s2);
        font-size: 14px;
      }
      .said.given {
        border-inline-start-color: var(--s1);
      }
      .other {
        margin-top: 8px;
      }
      .more {
        color: var(--muted);
        font-size: 13px;
      }
    `,
  ];

  @property({ attribute: false }) wish: Wish = USUAL_WISH;
  @property({ attribute: false }) pledged: Pledged = { is: "asked" };

  override render() {
    const { pledged, wish } = this;
    const { given, said, more } = pledgeText(pledged, wish);
    const other = pledged.is === "void" && pledged.why === "kind" ? pledged.kind : null;
    return html`<div class="wish">${this.renderShare("alpha")} ${this.renderShare("delta")}</div>
      <div class="said ${given ? "given" : ""}" role="status">
        <p>${said}</p>
        <p class="more">${more}</p>
      </div>
      ${other ? this.renderOther(other) : nothing}`;
  }

  private renderShare(which: keyof Wish) {
    const chosen = this.wish[which];
    // An address may wish for any share.
    const shares = [...new Set([...SHARES[which], chosen])].sort((one, other) => one - other);
    const change = (event: Event) => {
      const detail: Wish = { ...this.wish, [which]: Number((event.target as HTMLSelectElement).value) };
      this.dispatchEvent(new CustomEvent("wish-change", { detail }));
    };
    return html`<label title=${t(`pledge.${which}.hint`)}
      >${t(`pledge.${which}`)}
      <select name=${which} @change=${change}>
        ${shares.map((share) => html`<option value=${share} .selected=${share === chosen}>${shareText(share, 2)}</option>`)}
      </select>
    </label>`;
  }

  private renderOther(kind: Kind) {
    const wanted = () => this.dispatchEvent(new CustomEvent("kind-wanted", { detail: kind }));
    return html`<p class="other"><button class="button small" @click=${wanted}>${t("pledge.other")}</button></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-pledge": FsPledge;
  }
}
