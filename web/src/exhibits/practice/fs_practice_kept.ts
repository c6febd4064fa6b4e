// The networks that this device keeps: what each was taught, where it can be played with, and how it comes here and leaves.

import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import { language, t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { writeHash } from "../../places/packed";
import { problemText } from "../../i18n/sentences";
import { LONGEST_NAME, type Learned } from "../../practice/learned";
import { MOST_BYTES } from "../../practice/network_file";
import type { Networks } from "../../practice/networks";
import type { Problem } from "../../protocol/engine";
import { problem, problemOf } from "../../protocol/problems";
import { saveAs } from "../../shell/save_as";
import { shared } from "../../style/shared";
import { practiceStyles } from "./styles";
import { cardText } from "./words";

const damaged = (detail: string): Problem => problem("error.load.module", { file: "fastslow.onnx", detail });

/** `cards` with those that are kept, whenever that may have changed; `keep` with a name: what is being learned is to be kept under it (see `kept`). */
@customElement("fs-practice-kept")
export class FsPracticeKept extends Localized {
  static override styles = [shared, practiceStyles];

  @property({ attribute: false }) networks: Networks | null = null;
  /** There is something to be kept. */
  @property({ type: Boolean }) learned = false;
  @property() proposed = "";

  @state() private cards: readonly Learned[] = [];
  /** By name: an author's own puzzle as it goes behind an address. */
  @state() private puzzles: ReadonlyMap<string, string> = new Map();
  @state() private problem: Problem | null = null;
  @state() private said = "";
  @state() private forgetting: string | null = null;

  override firstUpdated(): void {
    void this.refresh();
  }

  /** What became of `keep`. */
  async kept(name: string, worked: boolean): Promise<void> {
    this.said = t(worked ? "practice.kept.done" : "practice.kept.not", { name });
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    try {
      const cards = (await this.networks?.cards()) ?? [];
      const own = cards.filter(({ taught }) => taught.puzzle !== undefined);
      this.puzzles = new Map(
        await Promise.all(own.map(async ({ name, taught }) => [name, await writeHash(taught.puzzle!)] as const)),
      );
      this.cards = cards;
      this.dispatchEvent(new CustomEvent("cards", { detail: cards }));
    } catch (thrown) {
      this.problem = problemOf(thrown, damaged);
    }
  }

  protected override render() {
    return html`<section class="kept" aria-label=${t("practice.kept.title")}>
      <h4>${t("practice.kept.title")}</h4>
      ${this.learned ? this.renderKeep() : nothing}
      ${
        this.cards.length > 0
          ? html`<ul>
              ${this.cards.map((card) => this.renderCard(card))}
            </ul>`
          : html`<p class="hint">${t("practice.kept.none")}</p>`
      }
      <label
        >${t("practice.import")}
        <input type="file" accept=".onnx" @change=${this.onFile} />
      </label>
      <p role="status" class=${this.problem ? "problem" : this.said ? "hint" : "visually-hidden"}>
        ${this.problem ? problemText(this.problem) : this.said}
      </p>
    </section>`;
  }

  private renderKeep() {
    return html`<form class="row" @submit=${this.onKeep}>
      <label
        >${t("practice.name")}
        <input name="name" required maxlength=${LONGEST_NAME} autocomplete="off" .value=${this.proposed} />
      </label>
      <button class="button">${t("practice.keep")}</button>
    </form>`;
  }

  private renderCard(card: Learned) {
    const { name } = card;
    return html`<li>
      <b>${name}</b>
      <span class="hint">${cardText(card)}</span>
      <span class="row">
        ${this.renderLinks(card)}
        <button class="button small" aria-label="${t("practice.export")}: ${name}" @click=${() => this.export(name)}>
          ${t("practice.export")}
        </button>
        ${
          this.forgetting === name
            ? html`<button class="button small" @click=${() => this.forget(name)}>${t("practice.forget.sure")}</button>
                <button class="button small" @click=${() => (this.forgetting = null)}>
                  ${t("practice.forget.not")}
                </button>`
            : html`<button
                class="button small"
                aria-label="${t("practice.forget")}: ${name}"
                @click=${() => (this.forgetting = name)}
              >
                ${t("practice.forget")}
              </button>`
        }
      </span>
    </li>`;
  }

  /** Where it can be played with. An author's own puzzle goes behind the address; a card of an older version lacks it. */
  private renderLinks({ name, taught }: Learned) {
    const own = taught.family === "custom";
    const hash = this.puzzles.get(name) ?? "";
    const query = new URLSearchParams({ ...(!own && { family: taught.family }), network: name, lang: language() });
    if (own && hash === "")
      return html`<span class="hint">${t("practice.play.unknown", { query: `&network=${name}` })}</span>`;
    return html`<a class="link" href=${`./?${query}${hash}`} target="_blank" rel="noopener">${t("practice.play")}</a>
      <a class="link" href=${`./lab.html?${query}${hash}`} target="_blank" rel="noopener">${t("practice.race")}</a>`;
  }

  private readonly onKeep = (event: SubmitEvent) => {
    event.preventDefault();
    const name = new FormData(event.target as HTMLFormElement).get("name");
    this.problem = null;
    this.dispatchEvent(new CustomEvent("keep", { detail: String(name) }));
  };

  private async export(name: string): Promise<void> {
    const found = await this.networks!.find(name);
    if (found === null) return this.refresh();
    if ("problem" in found) this.problem = found.problem;
    else saveAs(`${name.replace(/[^\p{L}\p{N} _-]/gu, "_")}.onnx`, new Blob([found.ok.file]));
  }

  private async forget(name: string): Promise<void> {
    this.forgetting = null;
    await this.networks!.forget(name);
    this.said = t("practice.forget.done", { name });
    await this.refresh();
  }

  private readonly onFile = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    this.problem = null;
    this.said = "";
    try {
      // Not a byte more than could be one is read.
      const bytes = new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer());
      const taken = await this.networks!.take(bytes);
      if ("problem" in taken) this.problem = taken.problem;
      else await this.kept(taken.ok.name, taken.kept);
    } catch (thrown) {
      this.problem = problemOf(thrown, damaged);
    }
    input.value = "";
  };
}
