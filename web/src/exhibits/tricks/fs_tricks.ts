// "Trick questions": the reader answers a short problem first, then sees what each system answers, and which of the two they
// were. The text can be changed; both systems read whatever stands there.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { Host } from "../../host/host";
import { tellThought } from "../thought";
import { language, t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { problemText } from "../../i18n/sentences";
import { problemOf } from "../../protocol/problems";
import { markStyles } from "../../style/marks";
import { figureStyles } from "../../style/figure_styles";
import { shared } from "../../style/shared";
import { NETWORK } from "./assets";
import { textOf } from "./draw";
import { tongueOf } from "./grammar";
import { renderGrammar } from "./grammar_view";
import { renderMeasured } from "./measured_view";
import { PROBLEMS } from "./problems";
import { isReading, read } from "./read";
import { tricksStyles } from "./styles";
import { Tally } from "./tally";
import { likenessOf, think, type Thoughts } from "./think";
import { renderThoughts } from "./thoughts_view";
import { guessText, misfitText } from "./words_of";

@customElement("fs-tricks")
export class FsTricks extends Localized {
  static override styles = [shared, figureStyles, markStyles, tricksStyles];

  @property({ attribute: false }) host: Host | null = null;
  /** The host's game is ours. */
  @property({ type: Boolean }) live = false;

  /** Which of the fifteen is asked. */
  @state() private at = 0;
  /** The reader's own text; null while one of the fifteen is asked. */
  @state() private own: string | null = null;
  /** What the reader answered; null before, and where they only asked. */
  @state() private said: number | null = null;
  @state() private thoughts: Thoughts | null = null;
  @state() private thinking = false;
  /** Why an answer cannot be taken. */
  @state() private complaint = "";
  /** What System 1 says of a text that System 2 cannot read. */
  @state() private guess = "";
  @state() private failed = "";

  @query("input") private input!: HTMLInputElement;

  private readonly tally = new Tally();
  /** The text that is to be thought about, once the game is ours. */
  @state() private wanted: string | null = null;
  /** Of the question that is thought about; an answer to one that was given up is dropped. */
  private asking = new AbortController();
  private spoken = language();

  private get text(): string {
    return this.own ?? textOf(PROBLEMS[this.at]!, tongueOf(language()));
  }

  override willUpdate(changed: PropertyValues): void {
    // Proofs are told in the language in which they were asked for.
    if (this.spoken !== language()) {
      this.spoken = language();
      if (this.thoughts) this.wanted = this.text;
    }
    if (changed.has("live") && !this.live) this.giveUp();
    if (this.live && this.wanted !== null && !this.thinking) void this.think(this.wanted);
  }

  private async think(text: string): Promise<void> {
    if (!this.host) return;
    this.giveUp();
    const { signal } = this.asking;
    this.thinking = true;
    this.failed = "";
    try {
      const thoughts = await think(
        this.host,
        NETWORK,
        text,
        tongueOf(language()),
        (who, ms) => tellThought(this, who, ms),
        signal,
      );
      if (signal.aborted) return;
      this.take(thoughts);
    } catch (thrown) {
      if (signal.aborted) return;
      this.failed = problemText(problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } })));
    }
    this.wanted = null;
    this.thinking = false;
  }

  private giveUp(): void {
    this.asking.abort();
    this.asking = new AbortController();
    this.thinking = false;
  }

  /** What cannot be read leaves what was found before in its place. */
  private take(thoughts: Thoughts): void {
    this.guess = thoughts.careful ? "" : guessText(thoughts.quick);
    if (!thoughts.careful) return;
    this.thoughts = thoughts;
    if (this.said !== null && this.own === null) this.tally.add(this.at, likenessOf(this.said, thoughts));
  }

  private readonly say = (event: Event) => {
    event.preventDefault();
    const { value } = this.input;
    const given = value.trim() !== "";
    if (given ? !/^\d+$/.test(value.trim()) : this.own === null) {
      this.complaint = t("tricks.number");
      return;
    }
    [this.complaint, this.guess] = ["", ""];
    this.said = given ? Number(value) : null;
    this.wanted = this.text;
  };

  private readonly retry = () => {
    this.wanted = this.text;
  };

  private readonly change = () => {
    this.own = this.text;
    this.input.value = "";
    this.complaint = "";
    this.said = null;
  };

  private readonly next = () => {
    if (this.own === null) this.at = (this.at + 1) % PROBLEMS.length;
    this.giveUp();
    this.wanted = null;
    [this.own, this.said, this.thoughts] = [null, null, null];
    [this.complaint, this.guess, this.failed] = ["", "", ""];
    this.input.value = "";
    this.input.focus();
  };

  override render() {
    return html`${this.renderProblem()} ${this.renderForm()}
      <div role="status" id="state">${this.renderState()}</div>
      ${this.thoughts ? renderThoughts(this.thoughts, this.text) : nothing} ${this.renderNext()} ${renderGrammar()}
      ${renderMeasured()}`;
  }

  private renderProblem() {
    const place = t("tricks.place", { n: this.at + 1, count: PROBLEMS.length });
    if (this.own === null)
      return html`<p class="place">${place}</p>
        <p class="problem-text" lang=${tongueOf(language())}>${this.text}</p>`;
    const found = read(this.own);
    return html`<label class="place" for="text">${t("tricks.text")}</label>
      <textarea
        id="text"
        rows="4"
        spellcheck="false"
        aria-describedby="reading"
        .value=${this.own}
        @input=${(event: Event) => {
          this.own = (event.target as HTMLTextAreaElement).value;
          [this.complaint, this.guess] = ["", ""];
        }}
      ></textarea>
      <p id="reading" role="status" class=${isReading(found) ? "muted" : "problem"}>
        ${isReading(found) ? t("tricks.reads") : misfitText(found)}
      </p>`;
  }

  private renderForm() {
    return html`<form class="form" novalidate @submit=${this.say}>
      <label for="answer">${t("tricks.answer")}</label>
      <input id="answer" type="text" inputmode="numeric" autocomplete="off" size="4" aria-describedby="state" />
      <button class="button primary" ?disabled=${this.thinking}>
        ${t(this.own === null ? "tricks.say" : "tricks.ask")}
      </button>
      ${
        this.own === null
          ? html`<button type="button" class="button" @click=${this.change}>${t("tricks.change")}</button>`
          : nothing
      }
    </form>`;
  }

  private renderState() {
    if (this.complaint) return html`<p class="problem">${this.complaint}</p>`;
    if (this.guess) return html`<p>${this.guess}</p>`;
    if (this.failed)
      return html`<p class="problem">${t("tricks.failed", { why: this.failed })}</p>
        <button class="button small" @click=${this.retry}>${t("tricks.retry")}</button>`;
    if (this.thinking || this.wanted !== null) return html`<p class="muted">${t("tricks.thinking")}</p>`;
    const { thoughts, said } = this;
    if (!thoughts || said === null || thoughts.text !== this.text) return nothing;
    const likeness = likenessOf(said, thoughts);
    return html`<p class="verdict">${t(`tricks.like.${likeness}`)}</p>`;
  }

  private renderNext() {
    const { tally } = this;
    if (!this.thoughts && this.own === null) return nothing;
    const last = this.at === PROBLEMS.length - 1;
    const counts = { count: tally.count, one: tally.of("system1"), two: tally.of("system2") + tally.of("both") };
    return html`<p class="form">
      <button class="button" ?disabled=${this.thinking} @click=${this.next}>
        ${t(last && this.own === null ? "tricks.first" : "tricks.next")}
      </button>
      <span class="muted"> ${tally.count > 0 ? t("tricks.tally", { ...counts, rest: tally.of("neither") }) : ""} </span>
    </p>`;
  }
}
