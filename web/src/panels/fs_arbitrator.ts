// The arbitrator: when is intuition good enough? A dial, this move's confidence on it, and the verdict.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import {
  DEFAULT_LOOKS,
  DEFAULT_SLEEP,
  DEFAULT_THRESHOLD,
  PAIRINGS,
  SCOPES,
  SLEEPS,
  type Scope,
  type Mode,
  type Pairing,
} from "../game/settings";
import type { Agreement, Verdict } from "../game/shown";
import { USUAL_WISH, type Pledged } from "../game/pledge";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { probabilityText } from "../i18n/sentences";
import "./fs_pledge";
import "./fs_tip";
import type { Wish } from "../protocol/engine";
import { inlineSelect } from "../style/inline_select";
import { setStyle } from "../style/set_style";
import { shared } from "../style/shared";

/** Trust for a threshold, and back: whoever asks for more confidence trusts less. In hundredths, as the dial steps. */
const opposite = (part: number) => Math.round((1 - part) * 100) / 100;

/** `dial` (live) and `dial-set` (let go) with the threshold, `pairing-change` with the strategy,
 *  `looks-change` with how often System 1 may look, `sleep-change` with how many other states it may start from,
 *  `scope-change` with what System 2 is asked about; `wish-change` and `kind-wanted` as of `fs-pledge`. */
@customElement("fs-arbitrator")
export class FsArbitrator extends Localized {
  static override styles = [
    shared,
    inlineSelect,
    css`
      .strategies {
        display: flex;
        gap: 4px;
        min-width: 0;
        margin: 10px 0 0;
        padding: 3px;
        border: 0;
        border-radius: 9px;
        background: var(--ground);
      }
      .strategies label {
        flex: 1;
        padding: 4px 6px;
        border-radius: 7px;
        color: var(--muted);
        font-size: 13px;
        text-align: center;
        cursor: pointer;
      }
      .strategies label:has(:checked) {
        background: var(--card);
        box-shadow: 0 1px 2px var(--shadow);
        color: var(--ink);
        font-weight: 600;
      }
      .strategies label:has(:focus-visible) {
        outline: 2px solid var(--ink);
      }
      .dial {
        position: relative;
        margin-top: 14px;
        height: 26px;
      }
      .track {
        position: absolute;
        inset: 7px 0;
        border-radius: 6px;
        background: linear-gradient(
          to right,
          var(--s2),
          color-mix(in oklab, var(--s2), var(--card) 78%) var(--at),
          color-mix(in oklab, var(--s1), var(--card) 78%) var(--at),
          var(--s1)
        );
      }
      /* The native slider is the handle; the track beneath is drawn by us. */
      input[type="range"] {
        position: absolute;
        inset: 0 -12px;
        width: calc(100% + 24px);
        height: 26px;
        margin: 0;
        appearance: none;
        background: none;
        cursor: grab;
      }
      input[type="range"]::-webkit-slider-thumb {
        appearance: none;
        width: 24px;
        height: 24px;
        border: 3px solid var(--ink);
        border-radius: 50%;
        background: var(--card);
      }
      input[type="range"]::-moz-range-thumb {
        width: 18px;
        height: 18px;
        border: 3px solid var(--ink);
        border-radius: 50%;
        background: var(--card);
      }
      input[type="range"]:focus-visible {
        outline: none;
      }
      input[type="range"]:focus-visible::-webkit-slider-thumb {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
      .tick {
        position: absolute;
        top: -2px;
        bottom: -2px;
        width: 3px;
        margin-left: -1.5px;
        border-radius: 2px;
        background: var(--ink);
        box-shadow: 0 0 0 1.5px var(--card);
        transition: left 200ms ease-out;
        pointer-events: none;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        color: var(--muted);
        font-size: 13px;
      }
      .outlook {
        margin-top: 6px;
        font-size: 13px;
      }
      .looks {
        display: flex;
        gap: 7px;
        align-items: baseline;
        margin-top: 8px;
        color: var(--muted);
        font-size: 13px;
        cursor: pointer;
      }
      .looks input {
        margin: 0;
        accent-color: var(--s1);
      }
      .agreement {
        margin-top: 8px;
        color: var(--muted);
        font-size: 13px;
      }
      .dots {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 3px;
        margin-inline-end: 7px;
        vertical-align: middle;
      }
      .dots i {
        width: 8px;
        height: 8px;
        border: 1px solid var(--s1);
        border-radius: 50%;
      }
      .dots i.held {
        background: var(--s1);
      }
      .withdrawn {
        opacity: 0.4;
      }
      .shift {
        margin-top: 10px;
        font-size: 14px;
      }
      .verdict {
        min-height: 3em;
        margin-top: 10px;
      }
      .verdict b {
        font-weight: 650;
      }
    `,
  ];

  @property() mode: Mode = "both";
  @property() pairing: Pairing = "threshold";
  @property({ type: Number }) threshold = DEFAULT_THRESHOLD;
  /** How often System 1 may look at one position. */
  @property({ type: Number }) looks = DEFAULT_LOOKS;
  /** From how many other states it may think a position over, where its looks leave it unsure; 0: none. */
  @property({ type: Number }) sleep = DEFAULT_SLEEP;
  /** What System 2 is asked about. */
  @property() scope: Scope = "step";
  /** What is promised, where that is chosen, and what comes of it; null where no promise is offered. */
  @property({ attribute: false }) wish: Wish = USUAL_WISH;
  @property({ attribute: false }) pledged: Pledged | null = null;
  /** Of the move that is being spoken about, where System 1 slept on it. */
  @property({ attribute: false }) agreement: Agreement | null = null;
  /** System 1's confidence in the move that is being spoken about. */
  @property({ attribute: false }) confidence: number | null = null;
  /** What the setting means where the game stands. */
  @property() outlook = "";
  @property({ attribute: false }) verdict: Verdict | null = null;
  /** Why no confidence can be weighed here; empty where it can. */
  @property() shift = "";
  /** System 1's own panel stands beside it and says so already. */
  @property({ attribute: false }) shiftShown = false;

  override render() {
    return html`<section class="card" aria-labelledby="title">
      <div class="titled">
        <h2 id="title">${t("arbitrator.title")}</h2>
        <slot name="more"></slot>
      </div>
      ${this.mode === "both" ? this.renderStrategies() : nothing}
      ${this.mode === "both" && this.pairing === "threshold" ? this.renderDial() : nothing}
      ${this.mode === "both" && this.pairing === "risk_controlled" ? this.renderPledge() : nothing}
      ${this.looksMatter ? [this.renderLooks(), this.renderSleep()] : nothing}
      ${this.scopeMatters ? this.renderScope() : nothing}
      ${this.agreement ? this.renderAgreement(this.agreement) : nothing}
      ${this.shift && !this.shiftShown && this.mode !== "system2" ? html`<p class="shift">${this.shift}</p>` : nothing}
      <p class="verdict">${this.renderVerdict()}</p>
    </section>`;
  }

  private renderStrategies() {
    return html`<fieldset class="strategies">
      <legend class="visually-hidden">${t("arbitrator.strategy")}</legend>
      ${PAIRINGS.filter((pairing) => pairing !== "risk_controlled" || this.pledged !== null).map(
        (pairing) =>
          html`<label title=${t(`strategy.${pairing}.hint`)}>
            <input
              class="visually-hidden"
              type="radio"
              name="pairing"
              .checked=${pairing === this.pairing}
              @change=${() => this.send("pairing-change", pairing)}
            />${t(`strategy.${pairing}`)}</label
          >`,
      )}
    </fieldset>`;
  }

  /**
   * From left to right the handle lets more doubt pass: at the far right any guess is trusted. What is on its left is
   * trusted, so a move's own doubt is a tick on either side of it.
   */
  private renderDial() {
    const { threshold, confidence } = this;
    const doubt = (sure: number) => `${(1 - sure) * 100}%`;
    return html`
      <div class="dial ${this.shift ? "withdrawn" : ""}" ${setStyle({ "--at": doubt(threshold) })}>
        <div class="track"></div>
        ${confidence === null ? nothing : html`<div class="tick" ${setStyle({ left: doubt(confidence) })}></div>`}
        <input
          type="range"
          min="0"
          max="1"
          step="0.01"
          aria-label=${t("arbitrator.dial")}
          aria-valuetext="${t("arbitrator.dial_value", { threshold: probabilityText(threshold) })} ${this.outlook}"
          .value=${String(opposite(threshold))}
          @input=${(event: Event) => this.send("dial", opposite(Number((event.target as HTMLInputElement).value)))}
          @change=${(event: Event) => this.send("dial-set", opposite(Number((event.target as HTMLInputElement).value)))}
        />
      </div>
      <div class="ends" aria-hidden="true">
        <span>${t("arbitrator.think")}</span><span>${t("arbitrator.trust")}</span>
      </div>
      <p class="outlook">
        ${t("arbitrator.dial_value", { threshold: probabilityText(threshold) })}
        ${this.outlook ? html`<fs-tip .text=${t("tip.outlook")}>${this.outlook}</fs-tip>` : nothing}
      </p>
    `;
  }

  /** Where being unsure changes anything. */
  private get looksMatter(): boolean {
    return this.mode === "system1" || (this.mode === "both" && this.pairing === "threshold" && this.shift === "");
  }

  /** A promise is about a way to play in which System 2 settles just the move in doubt. */
  private get scopeMatters(): boolean {
    return this.mode === "system2" || (this.mode === "both" && this.pairing !== "risk_controlled");
  }

  private renderPledge() {
    if (this.pledged === null) return nothing;
    const again = (event: CustomEvent<unknown>) => this.send(event.type, event.detail);
    return html`<fs-pledge
      .wish=${this.wish}
      .pledged=${this.pledged}
      @wish-change=${again}
      @kind-wanted=${again}
    ></fs-pledge>`;
  }

  private renderLooks() {
    return html`<label class="looks">
      <input
        type="checkbox"
        .checked=${this.looks > 1}
        @change=${(event: Event) => this.send("looks-change", (event.target as HTMLInputElement).checked ? DEFAULT_LOOKS : 1)}
      />${t("arbitrator.looks")}
    </label>`;
  }

  private renderSleep() {
    const change = (event: Event) => this.send("sleep-change", Number((event.target as HTMLSelectElement).value));
    return html`<label class="looks">
      ${t("arbitrator.sleep")}
      <select @change=${change}>
        ${SLEEPS.map(
          (states) =>
            html`<option value=${states} .selected=${states === this.sleep}>
              ${states === 0 ? t("arbitrator.sleep_never") : t("arbitrator.sleep_states", { count: states })}
            </option>`,
        )}
      </select>
    </label>`;
  }

  private renderScope() {
    const change = (event: Event) => this.send("scope-change", (event.target as HTMLSelectElement).value);
    // Without a proposal no cell is in doubt.
    const offered = SCOPES.filter((scope) => this.mode === "both" || scope === "step" || scope === "board");
    return html`<label class="looks">
      ${t("scope.label")}
      <select class="scope" title=${t(`scope.${this.scope}.hint`)} @change=${change}>
        ${offered.map(
          (scope) => html`<option value=${scope} .selected=${scope === this.scope}>${t(`scope.${scope}`)}</option>`,
        )}
      </select>
    </label>`;
  }

  /** A dot for each picture, filled where it holds the move. */
  private renderAgreement({ agree, slept }: Agreement) {
    const dots = Array.from({ length: slept }, (_, at) => html`<i class=${at < agree ? "held" : ""}></i>`);
    return html`<p class="agreement">
      <span class="dots" aria-hidden="true">${dots}</span>${t("arbitrator.agreement", { agree, slept })}
    </p>`;
  }

  private renderVerdict() {
    const { verdict } = this;
    if (!verdict) return html`<span class="muted">${this.renderBefore()}</span>`;
    return html`${verdict.said}${verdict.then ? html` <b>${verdict.then}</b>` : nothing} ${verdict.outcome}`;
  }

  private renderBefore() {
    const strategy = this.mode === "both" ? this.pairing : this.mode;
    // Where no confidence counts, the dial decides nothing.
    const key = strategy === "threshold" && this.shift ? "shift" : strategy;
    return t(`arbitrator.before.${key}`, { threshold: probabilityText(this.threshold) });
  }

  private send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
