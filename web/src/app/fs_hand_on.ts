// The puzzle to hand on: as an address, as a frame for somebody's page, as a picture.

import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";

import "../shell/fs_share";

import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { CHOICES, USUAL, type Choice } from "../shell/links";
import { icon } from "../style/icons";
import { dialogStyles } from "../style/dialog_styles";
import { shared } from "../style/shared";
import { PAGE_PARTS } from "../places/page_parts";

/** `choice-change` with a Choice, `moves-change` with whether the moves made so far go along, `picture` with its kind. */
@customElement("fs-hand-on")
export class FsHandOn extends Localized {
  static override styles = [
    shared,
    dialogStyles,
    css`
      dialog {
        width: min(560px, calc(100vw - 24px));
        max-height: calc(100dvh - 24px);
        padding: 0;
        border-radius: 14px;
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }
      .close {
        position: absolute;
        top: 14px;
        right: 14px;
        z-index: 1;
      }
      .more {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 0 18px 18px;
        font-size: 14px;
      }
      label {
        display: flex;
        flex-basis: 100%;
        align-items: center;
        gap: 7px;
        min-height: 30px;
      }
      p {
        flex-basis: 100%;
        margin-left: 23px;
        font-size: 13px;
      }
      input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--ink);
      }
    `,
  ];

  @property() link = "";
  @property() framed = "";
  @property() frame = "";
  @property({ attribute: false }) choice: Choice = USUAL;
  /** Rules can be switched on this board. */
  @property({ type: Boolean }) ruled = false;
  @property({ type: Boolean }) moves = true;

  @query("dialog") private readonly dialog!: HTMLDialogElement;

  show(): void {
    this.dialog.showModal();
  }

  override render() {
    return html`<dialog aria-label=${t("author.share.title")} @click=${this.onBackdrop}>
      <button class="link close" aria-label=${t("new.close")} @click=${() => this.dialog.close()}>
        ${icon("close")}
      </button>
      <fs-share
        plain
        .link=${this.link}
        .framed=${this.framed}
        .frame=${this.frame}
        .choice=${this.choice}
        .choices=${this.ruled ? PAGE_PARTS : CHOICES}
        @choice-change=${(event: CustomEvent<Choice>) => this.send("choice-change", event.detail)}
      ></fs-share>
      <div class="more">
        <label>
          <input
            type="checkbox"
            .checked=${this.moves}
            @change=${(event: Event) => this.send("moves-change", (event.target as HTMLInputElement).checked)}
          />${t("share.moves")}
        </label>
        ${this.moves ? html`<p class="muted">${t("share.moves.whose")}</p>` : nothing}
        <span>${t("share.picture")}</span>
        <button class="button small" @click=${() => this.send("picture", "png")}>PNG</button>
        <button class="button small" @click=${() => this.send("picture", "svg")}>SVG</button>
      </div>
    </dialog>`;
  }

  private readonly onBackdrop = (event: MouseEvent) => {
    if (event.target === this.dialog) this.dialog.close();
  };

  private send(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
