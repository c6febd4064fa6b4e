// What is to be put right, each with its line. Pressing one goes there.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { shared } from "../style/shared";

export interface FindingText {
  line: number;
  offset: number;
  text: string;
}

/** `finding-go` with the offset in the text. */
@customElement("fs-findings")
export class FsFindings extends Localized {
  static override styles = [
    shared,
    css`
      /* As high as one line to be put right: nothing moves while a word is being written. */
      .fine {
        display: flex;
        align-items: center;
        min-height: 34px;
        color: var(--muted);
        font-size: 14px;
      }
      ol {
        display: grid;
        gap: 3px;
        max-height: 168px;
        overflow-y: auto;
      }
      button {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 10px;
        width: 100%;
        padding: 6px 10px;
        border: 0;
        border-left: 3px solid var(--bad);
        border-radius: 4px;
        background: var(--bad-soft);
        font-size: 14px;
        text-align: start;
        overflow-wrap: anywhere;
      }
      .line {
        font-weight: 650;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) findings: FindingText[] = [];
  /** How many there are beyond those. */
  @property({ type: Number }) more = 0;
  /** Said when there is nothing to put right. */
  @property() fine = "";

  override render() {
    const { findings } = this;
    return html`<div role="status">
        ${
          findings.length > 0
            ? html`<span class="visually-hidden">${t("author.findings", { count: findings.length + this.more })}</span>`
            : html`<p class="fine">${this.fine}</p>`
        }
      </div>
      ${
        findings.length > 0
          ? html`<ol>
              ${findings.map((finding) => this.renderFinding(finding))}
              ${this.more > 0 ? html`<li class="fine">${t("author.more", { count: this.more })}</li>` : nothing}
            </ol>`
          : nothing
      }`;
  }

  private renderFinding({ line, offset, text }: FindingText) {
    return html`<li>
      <button @click=${() => this.dispatchEvent(new CustomEvent("finding-go", { detail: offset }))}>
        <span class="line">${t("author.line", { line })}</span><span>${text}</span>
      </button>
    </li>`;
  }
}
