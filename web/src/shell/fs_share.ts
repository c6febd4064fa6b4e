// The puzzle to hand on: a link and a frame that carry all of it, and the script that gives frames their height.

import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { numberText } from "../i18n/sentences";
import { shared } from "../style/shared";
import type { PagePart } from "../places/page_parts";
import { HEIGHT_SCRIPT } from "./height_script";
import { CHOICES, LONG_LINK, studioLink, USUAL, type Choice } from "./links";

/** How the parts of the play page are called: where they have a name, by it. */
const NAMES: Partial<Record<PagePart, string>> = {
  new: "controls.new",
  system1: "system1.title",
  arbitrator: "arbitrator.title",
  system2: "system2.title",
  decisions: "decisions.title",
};

const nameOf = (part: PagePart) => t(NAMES[part] ?? `author.share.part.${part}`);

type Copied = "link" | "frame" | "script";

/** `choice-change` with a Choice. */
@customElement("fs-share")
export class FsShare extends Localized {
  static override styles = [
    shared,
    css`
      /* Inside something that has an edge of its own. */
      :host([plain]) .card {
        border: 0;
      }
      .field {
        display: grid;
        grid-template-columns: 1fr max-content;
        gap: 3px 8px;
        margin-top: 10px;
      }
      .field label {
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
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(118px, 1fr));
        gap: 0 10px;
        min-width: 0;
        margin: 16px 0 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 2px;
        padding: 0;
        font-size: 14px;
        font-weight: 650;
      }
      .choice {
        display: flex;
        align-items: center;
        gap: 7px;
        min-height: 30px;
        font-size: 14px;
        line-height: 1.3;
      }
      .choice.wide {
        grid-column: 1 / -1;
      }
      .choice input {
        flex: none;
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--ink);
      }
      details {
        margin-top: 10px;
        font-size: 14px;
      }
      summary {
        cursor: pointer;
      }
      a {
        color: inherit;
        text-underline-offset: 3px;
      }
      .open {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 18px;
        margin-top: 10px;
        font-size: 14px;
      }
    `,
  ];

  /** Empty while there is no valid puzzle. */
  @property() link = "";
  /** The page in the frame, and the frame. */
  @property() framed = "";
  @property() frame = "";
  @property({ attribute: false }) choice: Choice = USUAL;

  /** What of the page can be left out. */
  @property({ attribute: false }) choices: readonly PagePart[] = CHOICES;

  @state() private copied: Copied | null = null;

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
      ${this.renderChoice()}
      <div class="field">
        <label for="frame">${t("author.share.frame")}</label>
        <textarea id="frame" readonly rows="2" .value=${this.frame} @focus=${this.onFocus}></textarea>
        ${this.renderCopy("frame")}
      </div>
      <details>
        <summary>${t("share.height")}</summary>
        <p class="muted about">${t("share.height.how")}</p>
        <div class="field">
          <textarea
            id="script"
            readonly
            rows="4"
            aria-label=${t("share.height")}
            .value=${HEIGHT_SCRIPT}
            @focus=${this.onFocus}
          ></textarea>
          ${this.renderCopy("script")}
        </div>
      </details>
      <p class="muted about">${t("author.share.length", { length: numberText(length) })}</p>
      ${length > LONG_LINK ? html`<p class="problem about">${t("author.share.long", { limit: numberText(LONG_LINK) })}</p>` : nothing}
      <p class="open">
        <a href=${this.link} target="_blank" rel="noopener">${t("author.share.open")}</a>
        <a href=${this.framed} target="_blank" rel="noopener">${t("author.share.preview")}</a>
        <a href=${studioLink(this.link)} target="_blank" rel="noopener">${t("share.studio")}</a>
      </p>
      <p class="visually-hidden" role="status">${this.copied ? t("author.share.copied") : ""}</p>
    `;
  }

  private renderChoice() {
    const { frame, alike } = this.choice;
    return html`<fieldset>
      <legend>${t("author.share.shows")}</legend>
      ${this.choices.map((part) =>
        this.renderBox(nameOf(part), !frame.includes(part), (shown) => ({
          frame: shown ? frame.filter((one) => one !== part) : [...frame, part],
          alike,
        })),
      )}
      ${this.renderBox(t("author.share.alike"), alike, (on) => ({ frame, alike: on }), "wide")}
    </fieldset>`;
  }

  private renderBox(name: string, on: boolean, chosen: (on: boolean) => Choice, kind = "") {
    const send = (event: Event) => {
      const detail = chosen((event.target as HTMLInputElement).checked);
      this.dispatchEvent(new CustomEvent<Choice>("choice-change", { detail }));
    };
    return html`<label class="choice ${kind}"><input type="checkbox" .checked=${on} @change=${send} />${name}</label>`;
  }

  private renderCopy(what: Copied) {
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

  private async copy(what: Copied): Promise<void> {
    const text = { link: this.link, frame: this.frame, script: HEIGHT_SCRIPT }[what];
    try {
      await navigator.clipboard.writeText(text);
      this.copied = what;
      setTimeout(() => (this.copied = null), 2500);
    } catch {
      // Not allowed inside some frames: the field is selected for the author to copy.
      const field = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${what}`);
      field?.focus();
    }
  }
}
