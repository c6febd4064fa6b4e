// What an author takes along: what to copy for a place, files, the lesson's page and its sheet.

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { numberText } from "../i18n/sentences";
import { shared } from "../style/shared";
import { isAddress, KINDS, snippet, type Facts, type Kind } from "./snippets";
import { studioStyles } from "./studio_styles";

const COPIED_MS = 2500;

/** `take` with what is wanted: "file", "save", or a File of settings to open. */
@customElement("fs-take")
export class FsTake extends Localized {
  static override styles = [shared, studioStyles];

  /** Null until it is known what the puzzle is. */
  @property({ attribute: false }) facts: Facts | null = null;
  /** The lesson's page for the printer. */
  @property() sheet = "";
  /** How large the one file is; none if it cannot be made here. */
  @property({ type: Number }) megabytes = 0;
  @property({ type: Boolean }) busy = false;
  @property() said = "";

  @state() private kind: Kind = "tag";
  @state() private copied = false;

  override render() {
    const { facts, kind } = this;
    const text = facts ? snippet(kind, facts) : "";
    return html`<section class="card" aria-labelledby="take-title">
      <div class="fields">
        <h2 id="take-title">${t("studio.take")}</h2>
        <div class="row">
          <label class="choice"
            >${t("studio.kind")}
            <select @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as Kind)}>
              ${KINDS.map((one) => html`<option value=${one} ?selected=${one === kind}>${t(`studio.kind.${one}`)}</option>`)}
            </select>
          </label>
          <button class="button small" ?disabled=${!facts} @click=${() => void this.copy(text)}>
            ${t(this.copied ? "studio.copied" : "studio.copy")}
          </button>
          <span class="visually-hidden" role="status">${this.copied ? t("studio.copied") : ""}</span>
        </div>
        <p class="muted">${t(`studio.hint.${kind}`)}</p>
        <textarea
          class="code"
          readonly
          rows=${isAddress(kind) ? 3 : 7}
          aria-label=${t("studio.code")}
          .value=${text}
          @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
        ></textarea>
        <p class="muted">${t("studio.length", { length: numberText(text.length) })}</p>
        ${facts ? this.renderWays(facts) : nothing}
      </div>
    </section>`;
  }

  private renderWays({ link }: Facts) {
    return html`<div class="row">
        <a class="button small" href=${link} target="_blank" rel="noopener">${t("studio.open")}</a>
        <a class="button small" href=${this.sheet} target="_blank" rel="noopener">${t("studio.sheet")}</a>
        <button class="button small" @click=${() => this.send("save")}>${t("studio.save")}</button>
        <button class="button small" @click=${() => this.renderRoot.querySelector<HTMLInputElement>("#file")!.click()}>
          ${t("studio.load")}
        </button>
        <input id="file" type="file" accept=".json,application/json" hidden @change=${this.onFile} />
      </div>
      ${
        this.megabytes > 0
          ? html`<div class="row">
              <button class="button small" ?disabled=${this.busy} @click=${() => this.send("file")}>
                ${t("studio.download")}
              </button>
              <span class="muted">${t("studio.download.how", { megabytes: numberText(this.megabytes) })}</span>
            </div>`
          : nothing
      }
      <p class=${this.said === "" ? "visually-hidden" : "muted"} role="status">${this.said}</p>`;
  }

  private send(detail: "file" | "save" | File): void {
    this.dispatchEvent(new CustomEvent("take", { detail }));
  }

  private readonly onFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) this.send(file);
    input.value = "";
  };

  private async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = true;
      setTimeout(() => (this.copied = false), COPIED_MS);
    } catch {
      // Not allowed inside some frames: the text is selected for the author to copy.
      this.renderRoot.querySelector("textarea")?.focus();
    }
  }
}
