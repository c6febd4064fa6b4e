// <fast-slow-question for="puzzle" ask="who">: a reader predicts, then the next step is made and the answer shown. A script of
// its own beside fast-slow.js, as few lessons have it. It speaks to the puzzle only by its contract.
//
//   ask="who"    who makes the next move; ask="asked": whether System 2 is asked for it
//   ask="own"    the author's `question`, with the `answer` that is then shown; without one, the step and its reasons
//
// Tells `fast-slow-answer` (AnswerDetail), which bubbles and crosses shadow roots.

import { css, html, nothing, unsafeCSS } from "lit";
import { property, state } from "lit/decorators.js";

import { questionWords } from "../../i18n/languages";
import { LANGUAGES } from "../i18n/catalogues";
import { language, learn, setLanguage, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import palette from "../style/colours.css?inline";
import { shared } from "../style/shared";
import type { FastSlowDecision, FastSlowElement } from "./contract";
import { languageOf } from "./wish";

for (const one of LANGUAGES) learn(one, questionWords[one]!);

const ASKS = ["who", "asked", "own"] as const;
type Ask = (typeof ASKS)[number];

const CHOICES: Record<Ask, readonly string[]> = { who: ["system1", "both", "system2"], asked: ["yes", "no"], own: [] };

export interface AnswerDetail {
  ask: Ask;
  predicted: string;
  /** What came; null for a question of the author's own, which only a person can judge. */
  came: string | null;
  right: boolean | null;
}

const colours = unsafeCSS(palette.replace(":root", ":host").replace(/color-scheme:[^;]*;/, ""));

export class FastSlowQuestion extends Localized {
  static override styles = [
    shared,
    css`
      ${colours}
      :host {
        display: block;
        max-width: 620px;
        margin-top: 12px;
        color: var(--ink);
        font: 400 15px/1.5 var(--font);
      }
      :host([theme="light"]) {
        color-scheme: light;
      }
      :host([theme="dark"]) {
        color-scheme: dark;
      }
      section {
        display: grid;
        gap: 10px;
        padding: 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--ground);
      }
      fieldset {
        display: grid;
        gap: 4px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 650;
        overflow-wrap: anywhere;
      }
      label {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
      }
      input[type="radio"] {
        flex: none;
        width: 17px;
        height: 17px;
        margin: 0;
        accent-color: var(--ink);
      }
      textarea {
        width: 100%;
        padding: 7px 10px;
        border: 1px solid var(--line);
        border-radius: 8px;
        background: var(--card);
        resize: vertical;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 14px;
      }
      .answer {
        display: grid;
        gap: 4px;
        overflow-wrap: anywhere;
      }
      .answer li {
        padding-left: 12px;
        border-left: 3px solid var(--line);
      }
      @media print {
        .row {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: "for" }) target = "";
  @property() ask = "";
  @property() question = "";
  @property() answer = "";
  @property() override lang = "";

  @state() private predicted = "";
  @state() private shown: { came: string | null; right: boolean | null; lines: string[] } | null = null;
  @state() private waiting = false;
  @state() private right = 0;
  @state() private all = 0;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.hasUpdated || changed.has("lang")) {
      const around = this.parentElement?.closest<HTMLElement>("[lang]")?.lang;
      const wanted = languageOf([this.lang, around, document.documentElement.lang], navigator.languages);
      if (wanted !== language()) setLanguage(wanted);
    }
  }

  private get kind(): Ask {
    return ASKS.find((one) => one === this.ask) ?? (this.question === "" ? "who" : "own");
  }

  private get puzzle(): FastSlowElement | null {
    const root = this.getRootNode() as Document | ShadowRoot;
    // React calls "for" by its name in scripts (Docusaurus).
    const target = this.target || (this.getAttribute("htmlfor") ?? "");
    const found = target === "" ? root.querySelector("fast-slow") : root.getElementById(target);
    return found?.localName === "fast-slow" ? (found as FastSlowElement) : null;
  }

  override render() {
    const { kind, shown } = this;
    if (this.isConnected && this.puzzle === null) return html`<p class="problem">${t("question.alone")}</p>`;
    return html`<section lang=${language()} aria-label=${t("question.label")}>
      <fieldset ?disabled=${shown !== null || this.waiting}>
        <legend>${this.question || t(kind === "own" ? "question.own" : `question.${kind}`)}</legend>
        ${kind === "own" ? this.renderOwn() : CHOICES[kind].map((choice) => this.renderChoice(kind, choice))}
      </fieldset>
      <div class="row">
        ${
          shown === null
            ? html`<button
                class="button primary"
                ?disabled=${this.predicted.trim() === "" || this.waiting}
                @click=${() => void this.reveal()}
              >
                ${t("question.reveal")}
              </button>`
            : html`<button class="button" ?hidden=${kind === "own" && this.answer !== ""} @click=${() => this.next()}>
                ${t("question.next")}
              </button>`
        }
        ${this.all > 0 ? html`<span class="muted">${t("question.tally", { right: this.right, all: this.all })}</span>` : nothing}
      </div>
      <div class="answer" role="status">${shown === null ? nothing : this.renderAnswer(shown)}</div>
    </section>`;
  }

  private renderChoice(kind: Ask, choice: string) {
    return html`<label>
      <input
        type="radio"
        name="choice"
        .checked=${this.predicted === choice}
        @change=${() => (this.predicted = choice)}
      />${t(`question.${kind}.${choice}`)}
    </label>`;
  }

  private renderOwn() {
    return html`<textarea
      rows="2"
      aria-label=${t("question.own")}
      .value=${this.predicted}
      @input=${(event: Event) => (this.predicted = (event.target as HTMLTextAreaElement).value)}
    ></textarea>`;
  }

  private renderAnswer({ came, right, lines }: NonNullable<typeof this.shown>) {
    const { kind } = this;
    const told = came === null ? "" : t(`question.${kind}.${came}`);
    const head =
      right === null
        ? t("question.yours", { text: this.predicted })
        : right
          ? t("question.right")
          : t("question.other");
    return html`<p>${head} ${right === false ? html`<strong>${told}</strong>` : nothing}</p>
      <ul>
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
  }

  private next(): void {
    this.predicted = "";
    this.shown = null;
  }

  private async reveal(): Promise<void> {
    const { kind, puzzle } = this;
    if (!puzzle) return;
    this.waiting = true;
    try {
      if (kind === "own" && this.answer !== "") this.tell(null, [this.answer]);
      else await this.reveals(puzzle);
    } finally {
      this.waiting = false;
    }
  }

  private async reveals(puzzle: FastSlowElement): Promise<void> {
    const made = await puzzle.step();
    if (!made) {
      this.shown = { came: null, right: null, lines: [t("question.done")] };
      return;
    }
    // A guess of System 1 has no reasons: none are asked for, as that would ask System 2.
    const reasons = made.source === "system1" ? [] : await puzzle.explain();
    this.tell(this.cameOf(made), [made.said, ...reasons]);
  }

  private cameOf({ source, escalated }: FastSlowDecision): string | null {
    if (this.kind === "who") return source === "player" ? null : source;
    return this.kind === "asked" ? (escalated ? "yes" : "no") : null;
  }

  private tell(came: string | null, lines: string[]): void {
    const right = came === null ? null : came === this.predicted;
    this.shown = { came, right, lines };
    if (right !== null) this.all++;
    if (right) this.right++;
    const detail: AnswerDetail = { ask: this.kind, predicted: this.predicted, came, right };
    this.dispatchEvent(new CustomEvent("fast-slow-answer", { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get("fast-slow-question")) customElements.define("fast-slow-question", FastSlowQuestion);
