// Intuition: what System 1 feels about one cell, at a glance.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import type { Loading } from "../host/host";
import { markStyles } from "../board/marks";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { probabilityText, timeText } from "../i18n/sentences";
import { look } from "../style/look";
import { shared } from "../style/shared";
import { bitsStyles, loadingNote, systemIcon } from "./bits";

export interface Feeling {
  symbol: string;
  probability: number;
}

const SHOWN = 5;

/** `load-part` when the reader wants a failed part tried again. */
@customElement("fs-system1")
export class FsSystem1 extends Localized {
  static override styles = [
    shared,
    markStyles,
    bitsStyles,
    css`
      .about {
        margin: 12px 0 8px;
      }
      .bars {
        display: grid;
        gap: 7px;
      }
      .bars li {
        display: grid;
        grid-template-columns: 18px 1fr 42px;
        align-items: center;
        gap: 7px;
      }
      .bars b {
        font-weight: 650;
      }
      .bars li:first-child b {
        color: var(--s1-ink);
      }
      .track {
        height: 9px;
        border-radius: 5px;
        background: var(--s1-soft);
        overflow: hidden;
      }
      .fill {
        height: 100%;
        border-radius: 5px;
        background: var(--s1);
        transition: width 160ms ease-out;
      }
      .number {
        color: var(--muted);
        font-size: 13px;
        text-align: right;
      }
      .feelings {
        min-height: 208px;
      }
      .footnote {
        margin-top: 10px;
      }
      @media (max-width: 860px) {
        .feelings {
          min-height: 0;
        }
      }
    `,
  ];

  @property({ attribute: false }) loading: Loading | undefined;
  /** Where: the cell's name; empty while there is nothing to feel. */
  @property() place = "";
  /** Highest first. */
  @property({ attribute: false }) feelings: Feeling[] = [];
  @property({ attribute: false }) milliseconds: number | null = null;
  /** System 2 decides alone: System 1 is not asked. */
  @property({ type: Boolean }) resting = false;

  override render() {
    return html`<section class="card s1-edge" aria-labelledby="title">
      <h2 id="title">${systemIcon("system1")}${t("system1.title")}<small>${t("system1.kind")}</small></h2>
      ${this.loading?.state === "ready" ? nothing : html`<div class="feelings">${this.renderLoading()}</div>`}
      ${this.loading?.state === "ready" ? this.renderFeelings() : nothing}
    </section>`;
  }

  private renderLoading() {
    return loadingNote(this.loading, () => this.dispatchEvent(new CustomEvent("load-part", { detail: "policy" })));
  }

  private renderFeelings() {
    if (this.feelings.length === 0) {
      return html`<p class="about muted">${t(this.resting ? "system1.resting" : "system1.nothing")}</p>`;
    }
    const shown = this.feelings.slice(0, SHOWN);
    return html`<div class="feelings">
      <p class="about muted">${t("system1.feels", { place: this.place })}</p>
      <ul class="bars">
        ${shown.map(
          ({ symbol, probability }) =>
            html`<li>
              <b>${symbol}</b>
              <div class="track">
                <div class="fill" ${look({ width: `${Math.max(probability * 100, 0.5)}%` })}></div>
              </div>
              <span class="number">${probabilityText(probability)}</span>
            </li>`,
        )}
      </ul>
      <p class="muted footnote">${this.footnote()}</p>
    </div>`;
  }

  private footnote(): string {
    return this.milliseconds === null
      ? t("system1.glance")
      : t("system1.glance_ms", { time: timeText(this.milliseconds) });
  }
}
