// "Why this product?": a wish, four ways to answer it, and a solver that holds the best of them to the reader's conditions.

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { data } from "virtual:wishes";

import type { Host } from "../../host/host";
import { tellThought } from "../thought";
import { language, t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { problemText } from "../../i18n/sentences";
import { detailOf, HostError } from "../../protocol/problems";
import { figureStyles } from "../../style/figure_styles";
import { shared } from "../../style/shared";
import { Shop } from "./ask";
import { networks } from "./assets";
import examples from "../../../../models/exhibits/wishes/examples.json";
import { METHODS, type Method } from "./rank";
import { renderFigures, renderMaking } from "./figures";
import { renderConditions, renderOrders, renderVerdict } from "./parts";
import { Session, type Example } from "./session";
import { wishStyles } from "./styles";
import { called } from "./telling";

const EXAMPLES: readonly Example[] = examples.examples;

/** A newer question, or another exhibit, came first. */
const isCancelled = (thrown: unknown) => thrown instanceof HostError && thrown.problem.key === "error.worker.cancelled";
const problemOf = (thrown: unknown) => (thrown instanceof HostError ? problemText(thrown.problem) : detailOf(thrown));

@customElement("fs-wishes")
export class FsWishes extends Localized {
  static override styles = [shared, figureStyles, wishStyles];

  @property({ attribute: false }) host!: Host;
  @property({ type: Boolean }) live = false;
  @state() private failed: string | null = null;

  private readonly shop = new Shop(data, (...asked) => this.host.run(...asked), networks());
  private readonly session = new Session(this.shop);

  /** System 2 answers as soon as the host is this exhibit's. */
  override updated(): void {
    if (this.live && this.session.waiting && this.failed === null) void this.judge();
  }

  private async judge(): Promise<void> {
    const judged = this.session.judge(this.host, called(data, this.session.wanted), () => this.live);
    this.requestUpdate();
    await this.attempt("system2", judged);
  }

  /** Waits for a thought, and tells its time to the meter. */
  private async attempt(who: "system1" | "system2", work: Promise<number>): Promise<void> {
    try {
      const ms = await work;
      if (ms > 0) tellThought(this, who, ms);
    } catch (thrown) {
      if (who === "system1" || !isCancelled(thrown)) this.failed = problemOf(thrown);
    }
    this.requestUpdate();
  }

  private ask(text: string, example: Example | null = null): void {
    this.failed = null;
    this.session.wish(text, example);
    this.requestUpdate();
  }

  private trust(method: Method): void {
    this.failed = null;
    void this.attempt("system1", this.session.trust(method));
    this.requestUpdate();
  }

  override render() {
    const { session } = this;
    return html`
      ${this.renderWish()} ${session.asked ? this.renderTrust() : nothing}
      ${
        session.answers && session.asked
          ? html`${renderOrders(data, session, session.answers)}
            ${renderConditions(session.wanted, (change) => {
              session.want(change);
              this.failed = null;
              this.requestUpdate();
            })}
            ${renderVerdict(data, session, this.live)}`
          : nothing
      }
      ${
        this.failed === null
          ? nothing
          : html`<p class="problem" role="status">
              ${t("wishes.failed", { detail: this.failed })}
              <button class="button small" @click=${() => this.again()}>${t("article.again")}</button>
            </p>`
      }
      ${renderFigures()} ${renderMaking(data)}
    `;
  }

  private again(): void {
    this.failed = null;
    const { trusted, answers } = this.session;
    if (trusted && !answers) this.trust(trusted);
    this.session.again();
    this.requestUpdate();
  }

  private renderWish() {
    const { problem, asked } = this.session;
    return html`
      <form class="wish" @submit=${(event: SubmitEvent) => this.onSubmit(event)}>
        <label for="wish">${t("wishes.wish")}</label>
        <input id="wish" name="wish" autocomplete="off" maxlength="120" placeholder=${t("wishes.placeholder")} />
        <button class="button">${t("wishes.ask")}</button>
      </form>
      <p class="choice">
        <label for="example">${t("wishes.example")}</label>
        <select id="example" @change=${(event: Event) => this.onExample(event)}>
          <option value="">${t("wishes.choose")}</option>
          ${EXAMPLES.map((one, at) => html`<option value=${at}>${language() === "ko" ? one.ko : one.wish}</option>`)}
        </select>
      </p>
      <div role="status">
        ${problem ? html`<p class="problem">${t(`wishes.problem.${problem.key}`, { words: problem.words })}</p>` : nothing}
        ${asked ? html`<p class="asked">${t("wishes.asked", { wish: asked.text })}</p>` : nothing}
        ${
          asked && asked.from.size > 0
            ? html`<p class="muted">${t("wishes.understood", { words: asked.english })}</p>`
            : nothing
        }
      </div>
    `;
  }

  private renderTrust() {
    const { trusted } = this.session;
    return html`<fieldset class="trust">
      <legend>${t(trusted ? "wishes.trusted" : "wishes.trust")}</legend>
      ${METHODS.map(
        (method) =>
          html`<button class="button" aria-pressed=${String(trusted === method)} @click=${() => this.trust(method)}>
            ${t(`wishes.method.${method}`)}
          </button>`,
      )}
    </fieldset>`;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem("wish") as HTMLInputElement;
    this.renderRoot.querySelector<HTMLSelectElement>("#example")!.value = "";
    this.ask(field.value);
  }

  private onExample(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    const example = value === "" ? null : EXAMPLES[Number(value)];
    if (example) this.ask(language() === "ko" ? example.ko : example.wish, example);
  }
}
