// Intuition: what System 1 feels about one cell, at a glance.

import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import type { Reliability } from "../protocol/card";
import type { Loading } from "../protocol/parts";
import { markStyles } from "../style/marks";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { probabilityText, timeText } from "../i18n/sentences";
import { shared } from "../style/shared";
import type { Feeling } from "../game/shown";
import { bars, bitsStyles, loadingNote, systemIcon } from "./bits";
import "./fs_tip";
import { reliabilityDetails, reliabilityStyles } from "./reliability";

const SHOWN = 5;

/** `load-part` when the reader wants a failed part tried again. */
@customElement("fs-system1")
export class FsSystem1 extends Localized {
  static override styles = [
    shared,
    markStyles,
    bitsStyles,
    reliabilityStyles,
    css`
      .about {
        margin: 12px 0 8px;
      }
      .shift {
        margin-top: 10px;
        padding: 8px 10px;
        border-left: 3px solid var(--muted);
        border-radius: 4px;
        background: var(--ground);
        font-size: 14px;
      }
      .withdrawn .fill {
        opacity: 0.4;
      }
      .withdrawn .number {
        min-width: 0;
      }
      .feelings {
        min-height: 208px;
      }
      .next {
        margin-top: 10px;
        padding-top: 8px;
        border-top: 1px dashed var(--line);
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
  /** What the feelings are about, in a sentence; empty while there is nothing to feel. */
  @property() about = "";
  /** What it would propose next, while the panel speaks of something else. */
  @property() next = "";
  /** Highest first. */
  @property({ attribute: false }) feelings: Feeling[] = [];
  @property({ attribute: false }) milliseconds: number | null = null;
  /** Its own probability that its whole picture of the board is right; null where it would claim too much. */
  @property({ attribute: false }) sureness: number | null = null;
  /** How far its confidence in this kind of puzzle can be believed, if that is known. */
  @property({ attribute: false }) reliability: Reliability | null = null;
  /** System 2 decides alone: System 1 is not asked. */
  @property({ type: Boolean }) resting = false;
  /** Why what it feels means little here; empty where it knows its way. */
  @property() shift = "";

  /** The diagram of its confidence has been opened. */
  @state() private opened = false;

  override render() {
    return html`<section class="card s1-edge" aria-labelledby="title">
      <div class="titled">
        <h2 id="title">${systemIcon("system1")}${t("system1.title")}<small>${t("system1.kind")}</small></h2>
        <slot name="more"></slot>
      </div>
      ${this.shift && !this.resting ? html`<p class="shift">${this.shift}</p>` : nothing}
      ${this.loading?.state === "ready" ? nothing : html`<div class="feelings">${this.renderLoading()}</div>`}
      ${this.loading?.state === "ready" ? this.renderFeelings() : nothing}
      ${
        this.reliability && this.shift === ""
          ? reliabilityDetails(this.reliability, this.opened, (open) => (this.opened = open))
          : nothing
      }
    </section>`;
  }

  private renderLoading() {
    return loadingNote(this.loading, () => this.dispatchEvent(new CustomEvent("load-part", { detail: "policy" })));
  }

  private renderFeelings() {
    if (this.feelings.length === 0) {
      return html`<p class="about muted">${t(this.resting ? "system1.resting" : "system1.nothing")}</p>`;
    }
    const trusted = this.shift === "";
    return html`<div class="feelings ${trusted ? "" : "withdrawn"}">
      <p class="about muted">${this.about}</p>
      ${bars(this.feelings, "system1", SHOWN, trusted)}
      ${
        this.sureness === null
          ? nothing
          : html`<p class="muted footnote">
              <fs-tip .text=${t("tip.sureness")}
                >${t("system1.sureness", { sureness: probabilityText(this.sureness) })}</fs-tip
              >
            </p>`
      }
      ${this.next ? html`<p class="muted next">${this.next}</p>` : nothing}
      <p class="muted footnote"><fs-tip .text=${t("tip.glance")}>${this.footnote()}</fs-tip></p>
    </div>`;
  }

  private footnote(): string {
    return this.milliseconds === null
      ? t("system1.glance")
      : t("system1.glance_ms", { time: timeText(this.milliseconds) });
  }
}
