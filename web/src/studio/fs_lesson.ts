// The lesson's page: what an author set up in the studio, from its address, to be shown in a frame or by itself. A student may
// have a record kept of what they do, and a teacher prints a sheet.

import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";

import "./fs_sheet";

import type { FastSlowDecision, FastSlowElement, FastSlowState } from "../element/contract";
import type { AnswerDetail } from "../element/question";
import { firstLanguage } from "../i18n/catalogues";
import { language, setLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { readUrl } from "../places/url_state";
import { tellHeight } from "../shell/height";
import { saveAs } from "../shell/save_as";
import { applyLanguage, applyTheme } from "../shell/theme";
import { shared } from "../style/shared";
import { carriedSetup } from "./alone";
import { readFile, readLesson, type Setup } from "./setup";
import { Journal } from "./statements";
import { DRAWN, fetchTag, inOrder, makeQuestion, makeTag } from "./tag";

/** `view=sheet`: for the printer. */
const isSheet = (): boolean => new URLSearchParams(location.search).get("view") === "sheet";

@customElement("fs-lesson")
export class FsLesson extends Localized {
  static override styles = [
    shared,
    css`
      h1 {
        font-size: 22px;
      }
      main {
        display: grid;
        gap: 12px;
        max-width: 648px;
        margin: 0 auto;
        padding: 14px;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 18px;
        color: var(--muted);
        font-size: 13px;
      }
      .foot label {
        display: flex;
        align-items: center;
        gap: 7px;
        min-height: 30px;
      }
      .foot input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--ink);
      }
      @media print {
        .foot {
          display: none;
        }
      }
    `,
  ];

  @state() private setup: Setup | null = null;
  @state() private failed = false;
  /** How much of the page has been drawn (`DRAWN`). */
  @state() private drawn = 0;
  /** Only while the student wants it. */
  @state() private journal: Journal | null = null;
  @state() private noted = 0;
  private tag: FastSlowElement | null = null;
  private question: HTMLElement | null = null;
  private stopTelling: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    setLanguage(firstLanguage(location.search, navigator.languages));
    applyTheme(readUrl(location.search).state.theme ?? null);
    void this.begin();
    this.stopTelling = tellHeight(this, () => Math.ceil(this.offsetHeight));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopTelling?.();
  }

  private async begin(): Promise<void> {
    const carried = carriedSetup();
    const setup = carried === undefined ? await readLesson(location.search, location.hash) : (readFile(carried) ?? {});
    if (carried !== undefined) {
      setLanguage(firstLanguage(`?lang=${setup.lang ?? ""}`, navigator.languages));
      applyTheme(setup.theme === "light" || setup.theme === "dark" ? setup.theme : null);
    }
    try {
      await fetchTag(setup.ask !== undefined);
    } catch {
      this.failed = true;
      return;
    }
    this.tag = makeTag(setup);
    if (setup.ask !== undefined) this.question = makeQuestion(setup);
    this.setup = setup;
    if (isSheet()) return;
    await inOrder(setup, this.tag, this.question, (drawn) => {
      this.drawn = drawn;
      return this.updateComplete;
    });
  }

  override willUpdate(): void {
    applyLanguage();
    document.title = `${t("lesson.page")} · fast·slow`;
  }

  override render() {
    if (this.failed) return html`<main><p class="problem">${t("studio.failed")}</p></main>`;
    const { setup } = this;
    if (!setup) return nothing;
    const name = html`<h1 class=${isSheet() ? "" : "visually-hidden"}>${t(`family.${setup.family ?? "sudoku"}`)}</h1>`;
    if (isSheet()) return html`<main>${name}<fs-sheet .setup=${setup}></fs-sheet></main>`;
    return html`<main
      @fast-slow-decision=${(event: CustomEvent<FastSlowDecision>) => this.note((one) => one.decided(event.detail))}
      @fast-slow-solve=${(event: CustomEvent<FastSlowState>) => this.note((one) => one.solved(event.detail))}
      @fast-slow-goal=${() => this.note((one) => one.reached())}
      @fast-slow-answer=${(event: CustomEvent<AnswerDetail>) => this.note((one) => one.answered(event.detail))}
    >
      ${name} ${this.tag} ${this.drawn < DRAWN.question ? nothing : this.question}
      ${this.drawn < DRAWN.all ? nothing : this.renderFoot()}
    </main>`;
  }

  private renderFoot() {
    return html`<div class="foot">
      <label
        ><input
          type="checkbox"
          .checked=${this.journal !== null}
          @change=${this.onRecord}
        />${t("lesson.record")}</label
      >
      ${
        this.journal
          ? html`<button class="button small" @click=${this.save}>${t("lesson.save", { count: this.noted })}</button>
              <span>${t("lesson.private")}</span>`
          : nothing
      }
    </div>`;
  }

  private readonly onRecord = (event: Event) => {
    const on = (event.target as HTMLInputElement).checked;
    const title = this.tag ? t(`family.${this.tag.state.family}`) : "";
    this.journal = on ? new Journal({ address: location.href, title, lang: language() }, () => new Date()) : null;
    this.noted = 0;
    this.note((one) => one.launched());
  };

  private note(what: (journal: Journal) => void): void {
    if (!this.journal) return;
    what(this.journal);
    this.noted = this.journal.statements.length;
  }

  private readonly save = () => {
    if (this.journal) saveAs("fastslow-record.json", new Blob([this.journal.text], { type: "application/json" }));
  };
}
