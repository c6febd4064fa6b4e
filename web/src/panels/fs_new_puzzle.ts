// Choosing a puzzle: one from the collection, a fresh one from a seed, or the visitor's own.

import { html, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { FamilyInfo, Problem } from "../protocol";
import { t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { problemText } from "../i18n/sentences";
import { shared } from "../style/shared";
import { icon } from "./icons";
import { newPuzzleStyles } from "./new_puzzle_styles";

export interface Sample {
  family: string;
  text: string;
  size: string;
  level: string;
}

/** The visitor's own text; `anyway`: although it has several solutions. */
export interface Pasted {
  family: string;
  text: string;
  anyway: boolean;
}

export const MAX_SEED = 0xffffffff;
const randomSeed = () => Math.floor(Math.random() * 1_000_000);

/** `choose-sample` with a Sample, `make` with {family, size, seed}, `paste` with a Pasted, `stop-making`. */
@customElement("fs-new-puzzle")
export class FsNewPuzzle extends Localized {
  static override styles = [shared, newPuzzleStyles];

  @property({ attribute: false }) families: FamilyInfo[] = [];
  @property({ attribute: false }) samples: Sample[] = [];
  /** Why the visitor's own text was refused. */
  @property({ attribute: false }) problem: Problem | null = null;
  @property({ type: Boolean }) making = false;
  @property({ type: Boolean }) checking = false;

  @state() private family = "sudoku";
  @state() private size = "9x9";
  @state() private seed = randomSeed();

  private present = "";

  @query("dialog") private readonly dialog!: HTMLDialogElement;

  show({ family, size, text }: { family: string; size: string; text: string }): void {
    this.family = family;
    this.size = size;
    this.present = text;
    this.seed = randomSeed();
    this.problem = null;
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @close=${() => this.send("stop-making")} @click=${this.onBackdrop}>
      <div class="inside">
        <div class="head">
          <h2 id="title">${t("new.title")}</h2>
          <button class="link" aria-label=${t("new.close")} @click=${this.close}>${icon("close")}</button>
        </div>
        ${this.samples.length > 0 ? this.renderSamples() : nothing} ${this.renderMaker()} ${this.renderPaste()}
      </div>
    </dialog>`;
  }

  private renderSamples() {
    const sizes = [...new Set(this.samples.map(({ size }) => size))];
    return html`<section>
      <h3>${t("new.collection")}</h3>
      <div class="samples">${sizes.map((size) => this.renderSamplesOf(size))}</div>
    </section>`;
  }

  private renderSamplesOf(size: string) {
    const samples = this.samples.filter((sample) => sample.size === size);
    const levels = [...new Set(samples.map(({ level }) => level))];
    const label = size.replace("x", "×");
    return html`<span class="size">${label}</span>
      <div>
        ${levels.map((level) => {
          const name = t(`level.${level}`);
          const group = samples.filter((sample) => sample.level === level);
          return html`<button
            class="button small"
            aria-label="${label}, ${name}"
            @click=${() => this.send("choose-sample", this.next(group))}
          >
            ${name}
          </button>`;
        })}
      </div>`;
  }

  /** The one after the present puzzle, so that choosing a level again gives another. */
  private next(group: Sample[]): Sample {
    const here = group.findIndex(({ text }) => text === this.present);
    return group[(here + 1) % group.length]!;
  }

  private renderMaker() {
    const sizes = this.families.find(({ id }) => id === this.family)?.sizes ?? [];
    return html`<section>
      <h3>${t("new.make")}</h3>
      <form @submit=${this.onMake}>
        ${this.families.length > 1 ? this.renderFamilies() : nothing}
        ${this.renderChoice(
          "size",
          t("new.size"),
          sizes,
          this.size,
          (size) => (this.size = size),
          (size) => size.replace("x", "×"),
        )}
        <label class="seed">
          <span>${t("new.seed")}</span>
          <input
            type="number"
            min="0"
            max=${MAX_SEED}
            step="1"
            required
            .value=${String(this.seed)}
            @input=${this.onSeed}
          />
        </label>
        ${
          this.making
            ? html`<button type="button" class="button small" @click=${() => this.send("stop-making")}>
                  ${t("new.stop")}</button
                ><span class="muted" role="status">${t("new.making")}</span>`
            : html`<button class="button small primary" ?disabled=${sizes.length === 0}>${t("new.create")}</button>`
        }
      </form>
    </section>`;
  }

  private renderFamilies() {
    const choose = (family: string) => {
      this.family = family;
      this.size = this.families.find(({ id }) => id === family)?.sizes[0] ?? "";
    };
    const ids = this.families.map(({ id }) => id);
    return this.renderChoice("family", t("new.family"), ids, this.family, choose, (id) => t(`family.${id}`));
  }

  private renderChoice(
    name: string,
    legend: string,
    items: string[],
    chosen: string,
    choose: (item: string) => void,
    label: (item: string) => string,
  ) {
    return html`<fieldset class="choice">
      <legend class="visually-hidden">${legend}</legend>
      ${items.map(
        (item) =>
          html`<label
            ><input
              class="visually-hidden"
              type="radio"
              name=${name}
              .checked=${item === chosen}
              @change=${() => choose(item)}
            />${label(item)}</label
          >`,
      )}
    </fieldset>`;
  }

  private renderPaste() {
    return html`<section>
      <h3 id="paste-title">${t("new.paste")}</h3>
      <form @submit=${this.onPaste}>
        <textarea
          name="text"
          rows="5"
          spellcheck="false"
          autocomplete="off"
          required
          aria-labelledby="paste-title"
          aria-describedby="paste-help"
          aria-invalid=${this.problem !== null}
          placeholder=${t("new.paste.example")}
        ></textarea>
        <p id="paste-help" class="muted">${t("new.paste.help")}</p>
        <div class="answer" role="alert">
          ${this.problem ? html`<p class="problem">${problemText(this.problem)} ${t("new.kept")}</p>` : nothing}
        </div>
        <button class="button small primary" ?disabled=${this.checking}>${t("new.paste.play")}</button>
        ${this.problem?.key === "error.paste.several" ? html`<button class="button small" value="anyway">${t("new.paste.anyway")}</button>` : nothing}
        ${this.checking ? html`<span class="muted" role="status">${t("new.checking")}</span>` : nothing}
      </form>
    </section>`;
  }

  private onSeed(event: Event): void {
    const value = (event.target as HTMLInputElement).valueAsNumber;
    if (Number.isInteger(value) && value >= 0 && value <= MAX_SEED) this.seed = value;
  }

  private onMake(event: Event): void {
    event.preventDefault();
    const { family, size, seed } = this;
    this.send("make", { family, size, seed });
  }

  private onPaste(event: SubmitEvent): void {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get("text") ?? "");
    const anyway = (event.submitter as HTMLButtonElement | null)?.value === "anyway";
    this.send("paste", { family: this.family, text, anyway });
  }

  private onBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }

  private send(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
