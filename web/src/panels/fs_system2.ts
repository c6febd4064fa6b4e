// Proof: why a step is forced, line by line. Reading a line lights what it speaks of.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { classMap } from "lit/directives/class-map.js";

import type { Loading } from "../protocol/parts";
import type { Rich } from "../i18n/sentences";
import { markStyles } from "../style/marks";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";
import type { ProofText, Counted } from "../game/shown";
import { bars, bitsStyles, loadingNote, rich, systemIcon } from "./bits";
import "./fs_tip";

const SHARES = 6;

/**
 * `line-light` with the index of the line under the pointer or focus (null: none),
 * `ask-why`, `count`, `cancel`, `load-part`.
 */
@customElement("fs-system2")
export class FsSystem2 extends Localized {
  static override styles = [
    shared,
    markStyles,
    bitsStyles,
    css`
      h3 {
        margin-top: 12px;
        font-size: 15px;
        font-weight: 650;
      }
      .answer,
      .lines {
        margin-top: 8px;
      }
      .lines {
        display: grid;
        gap: 2px;
        max-height: max(240px, 44dvh);
        margin-inline: -8px;
        overflow-y: auto;
      }
      .lines button {
        width: 100%;
        padding: 4px 8px;
        border: 0;
        border-radius: 7px;
        background: none;
        font-size: 16px;
        line-height: 1.55;
        text-align: start;
        user-select: text;
        cursor: default;
      }
      .lines button:hover,
      .lines button:focus-visible,
      .lines .lit {
        background: var(--s2-soft);
      }
      .lines b,
      .answer b {
        font-weight: 700;
      }
      .badge {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        margin-top: 10px;
        padding: 3px 12px 3px 9px;
        border-radius: 99px;
        background: var(--s2-soft);
        color: var(--s2-ink);
        font-size: 13px;
        font-weight: 650;
      }
      .badge svg {
        width: 14px;
        height: 14px;
      }
      .cost {
        margin-top: 8px;
      }
      .quiet {
        margin-top: 12px;
      }
      .about {
        margin: 6px 0 8px;
      }
      .questions {
        display: flex;
        gap: 8px;
        margin-top: 12px;
      }
      .questions:not(:has(button)) {
        display: none;
      }
      /* As high with the button as without: nothing moves when System 2 starts to think. */
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        height: 24px;
      }
      .thinking h2 svg {
        animation: pulse 0.9s ease-in-out infinite alternate;
      }
      @keyframes pulse {
        from {
          opacity: 0.25;
        }
      }
    `,
  ];

  @property({ attribute: false }) loading: Loading | undefined;
  @property({ attribute: false }) proof: ProofText | null = null;
  /** Told while there is no proof. */
  @property() idle = "";
  /** Whether there is something to ask "why?" about. */
  @property() question = "";
  /** System 2 has been thinking for a noticeable while; how long, in words. */
  @property() thinking = "";
  /** Counting all solutions is offered. */
  @property({ type: Boolean }) countable = false;
  @property({ attribute: false }) counted: Counted | null = null;
  /** A chain reads line by line; the line that is lit for the reader. */
  @property({ attribute: false }) lit: number | null = null;

  override render() {
    return html`<section class="card s2-edge" aria-labelledby="title">
      <div class=${classMap({ head: true, thinking: this.thinking !== "" })}>
        <h2 id="title" aria-label=${t("system2.title")}>${systemIcon("system2")}${this.renderTitle()}</h2>
        ${
          this.thinking
            ? html`<button class="button small" @click=${() => this.send("cancel")}>${t("system2.cancel")}</button>`
            : html`<slot name="more"></slot>`
        }
      </div>
      ${loadingNote(this.loading, () => this.send("load-part", "solver"))}
      <div aria-live="polite" aria-busy=${this.thinking !== ""}>${this.renderProof()}</div>
    </section>`;
  }

  private renderTitle() {
    return this.thinking ? html`${this.thinking}` : html`${t("system2.title")}<small>${t("system2.kind")}</small>`;
  }

  private renderProof() {
    const { proof } = this;
    return html`
      ${proof ? this.renderText(proof) : html`<p class="muted quiet">${this.idle}</p>`}
      ${this.counted ? this.renderCounted(this.counted) : nothing}
      <div class="questions">
        ${this.question ? html`<button class="button small" @click=${() => this.send("ask-why")}>${this.question}</button>` : nothing}
        ${
          this.countable && !this.counted
            ? html`<button class="button small" title=${t("odds.button.hint")} @click=${() => this.send("count")}>
                ${t("odds.button")}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  private renderCounted({ place, shares, missing }: Counted) {
    if (missing) return html`<p class="muted quiet">${t(missing)}</p>`;
    return html`<div class="counted">
      <h3>${t("odds.title")}</h3>
      <p class="muted about">${place ? t("odds.place", { place }) : t("odds.point")}</p>
      ${bars(shares, "system2", SHARES)}
    </div>`;
  }

  private renderText({ headline, answer, lines, badge, cost, costDetail }: ProofText) {
    return html`
      <h3>${headline}</h3>
      ${answer.length > 0 ? html`<p class="answer">${rich(answer)}</p>` : nothing}
      ${
        lines.length > 0
          ? html`<ol class="lines" @pointerleave=${() => this.send("line-light", null)}>
              ${lines.map((line, index) => this.renderLine(line, index))}
            </ol>`
          : nothing
      }
      ${badge ? html`<div class="badge">${systemIcon("system2")}<fs-tip .text=${t("tip.badge")}>${badge}</fs-tip></div>` : nothing}
      ${cost ? html`<p class="muted cost"><fs-tip .text=${costDetail}>${cost}</fs-tip></p>` : nothing}
    `;
  }

  private renderLine(line: Rich, index: number) {
    return html`<li>
      <button
        class=${classMap({ lit: this.lit === index })}
        @pointerenter=${() => this.send("line-light", index)}
        @focus=${() => this.send("line-light", index)}
        @blur=${() => this.send("line-light", null)}
      >
        ${rich(line)}
      </button>
    </li>`;
  }

  private send(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
