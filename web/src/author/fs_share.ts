// The puzzle to hand on: a link and a frame that carry all of it.

import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { numberText } from "../i18n/sentences";
import { shared } from "../style/shared";
import { LONG_LINK } from "./links";

@customElement("fs-share")
export class FsShare extends Localized {
  static override styles = [
    shared,
    css`
      .field {
        display: grid;
        grid-template-columns: 1fr max-content;
        gap: 3px 8px;
        margin-top: 10px;
      }
      label {
        grid-column: 1 / -1;
        color: var(--muted);
        font-size: 13px;
      }
      input,
      textarea {
        min-width: 0;
        padding: 6px 9px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--ground);
        font:
          12.5px/1.5 ui-monospace,
          "SF Mono",
          Menlo,
          Consolas,
          "DejaVu Sans Mono",
          monospace;
        resize: none;
      }
      .about {
        margin-top: 8px;
      }
      a {
        color: inherit;
        text-underline-offset: 3px;
      }
      .open {
        margin-top: 10px;
      }
    `,
  ];

  /** Empty while there is no valid puzzle. */
  @property() link = "";
  @property() frame = "";

  @state() private copied: "link" | "frame" | null = null;

  override render() {
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${t("author.share.title")}</h2>
      ${this.link ? this.renderLinks() : html`<p class="muted about">${t("author.share.nothing")}</p>`}
    </section>`;
  }

  private renderLinks() {
    const length = this.link.length;
    return html`
      <div class="field">
        <label for="link">${t("author.share.link")}</label>
        <input id="link" readonly .value=${this.link} @focus=${this.onFocus} />
        ${this.renderCopy("link")}
      </div>
      <div class="field">
        <label for="frame">${t("author.share.frame")}</label>
        <textarea id="frame" readonly rows="2" .value=${this.frame} @focus=${this.onFocus}></textarea>
        ${this.renderCopy("frame")}
      </div>
      <p class="muted about">${t("author.share.length", { length: numberText(length) })}</p>
      ${length > LONG_LINK ? html`<p class="problem about">${t("author.share.long", { limit: numberText(LONG_LINK) })}</p>` : nothing}
      <p class="open"><a href=${this.link} target="_blank" rel="noopener">${t("author.share.open")}</a></p>
      <p class="visually-hidden" role="status">${this.copied ? t("author.share.copied") : ""}</p>
    `;
  }

  private renderCopy(what: "link" | "frame") {
    const done = this.copied === what;
    return html`<button
      class="button small"
      aria-label=${t(`author.share.copy_${what}`)}
      @click=${() => this.copy(what)}
    >
      ${t(done ? "author.share.copied_short" : "author.share.copy")}
    </button>`;
  }

  private onFocus(event: Event): void {
    (event.target as HTMLInputElement | HTMLTextAreaElement).select();
  }

  private async copy(what: "link" | "frame"): Promise<void> {
    try {
      await navigator.clipboard.writeText(what === "link" ? this.link : this.frame);
      this.copied = what;
      setTimeout(() => (this.copied = null), 2500);
    } catch {
      // Not allowed inside some frames: the field is selected for the author to copy.
      const field = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${what}`);
      field?.focus();
    }
  }
}
