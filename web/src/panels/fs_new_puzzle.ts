// Choosing a puzzle: one from the collection, a fresh one from a seed, or the visitor's own.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";

import type { FamilyInfo, Level, Problem, Recognised } from "../protocol/engine";
import { hasKey, t } from "../i18n/i18n";
import { Localized } from "../i18n/localized";
import { problemText, sizeText } from "../i18n/sentences";
import { dialogStyles } from "../style/dialog_styles";
import { shared } from "../style/shared";
import { icon } from "../style/icons";
import type { Pasted, Sample, Wish } from "../game/wishes";
import { familyIcon } from "./family_icons";
import { newPuzzleStyles } from "./new_puzzle_styles";

const LEVELS: Level[] = ["easy", "medium", "hard"];

/** Which puzzles of the collection are offered, by what System 1 alone makes of them. */
const ALONE = ["any", "solves", "fails"] as const;
type Alone = (typeof ALONE)[number];

function isMet({ played }: Sample, alone: Alone): boolean {
  return alone === "any" || (played !== undefined && (played.alone === "solved") === (alone === "solves"));
}

/** What was found out about a pasted puzzle and does not keep anyone from playing it. */
const PLAYABLE: ReadonlySet<string> = new Set(["error.paste.several", "error.paste.unknown"]);

export const MAX_SEED = 0xffffffff;
const randomSeed = () => Math.floor(Math.random() * 1_000_000);

/** One of several, as a row of buttons. */
interface Choice<T> {
  name: "size" | "level" | "alone";
  items: readonly T[];
  chosen: T;
  choose: (item: T) => void;
  label: (item: T) => string;
}

/**
 * `browse` with a family when it is chosen, `choose-sample` with a Sample, `make` with a Wish, `paste` with a
 * Pasted, `retype` when that text is changed, `stop-making`.
 */
@customElement("fs-new-puzzle")
export class FsNewPuzzle extends Localized {
  static override styles = [shared, dialogStyles, newPuzzleStyles];

  @property({ attribute: false }) families: FamilyInfo[] = [];
  /** Those of the chosen family. */
  @property({ attribute: false }) samples: Sample[] = [];
  /** There is a collection, but no way to it. */
  @property({ type: Boolean }) unreachable = false;
  /** Why the visitor's own text was refused. */
  @property({ attribute: false }) problem: Problem | null = null;
  /** Where it has no solution: which rules clash, in words. */
  @property() clash = "";
  /** What it holds, where one of several puzzles is to be chosen. */
  @property({ attribute: false }) several: Pick<Recognised, "title">[] = [];
  /** Why no fresh puzzle could be made. */
  @property({ attribute: false }) unmade: Problem | null = null;
  @property({ type: Boolean }) making = false;
  @property({ type: Boolean }) checking = false;

  @state() private family = "";
  @state() private size = "";
  @state() private level: Level = "medium";
  @state() private alone: Alone = "any";
  @state() private seed = randomSeed();

  private present = "";

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("select") private readonly which!: HTMLSelectElement | null;

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
        ${this.families.length > 1 ? this.renderFamilies() : nothing}
        ${this.unreachable ? this.renderUnreachable() : nothing}
        ${this.samples.length > 0 ? this.renderSamples() : nothing}
        ${this.info && this.info.sizes.length > 0 ? this.renderMaker(this.info.sizes) : nothing} ${this.renderPaste()}
      </div>
    </dialog>`;
  }

  private renderUnreachable() {
    return html`<section>
      <h3>${t("new.collection")}</h3>
      <div class="unreachable" role="alert">
        <p class="problem">${t("new.unreachable")}</p>
        <button class="button small" @click=${() => this.send("browse", this.family)}>${t("load.retry")}</button>
      </div>
    </section>`;
  }

  private renderSamples() {
    // Another kind may have none of those that were asked for.
    const possible = ALONE.filter((one) => this.samples.some((sample) => isMet(sample, one)));
    const alone = possible.includes(this.alone) ? this.alone : "any";
    const offered = this.samples.filter((sample) => isMet(sample, alone));
    const sizes = [...new Set(offered.map(({ size }) => size))];
    return html`<section>
      <h3>${t("new.collection")}</h3>
      ${possible.length > 2 ? this.renderAlone(alone) : nothing}
      <div class="samples">${sizes.map((size) => this.renderSamplesOf(offered, size))}</div>
    </section>`;
  }

  private renderAlone(chosen: Alone) {
    // Chromium never lets go of a removed radio button that is in no form, nor of all that was removed with it.
    return html`<form class="alone" @submit=${(event: Event) => event.preventDefault()}>
      ${this.renderChoice({
        name: "alone",
        items: ALONE,
        chosen,
        choose: (one) => (this.alone = one),
        label: (one) => t(`new.alone.${one}`),
      })}
    </form>`;
  }

  private renderSamplesOf(offered: readonly Sample[], size: string) {
    const samples = offered.filter((sample) => sample.size === size);
    const levels = [...new Set(samples.map(({ level }) => level))];
    const label = this.sizeLabel(size);
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

  private get info(): FamilyInfo | undefined {
    return this.families.find(({ id }) => id === this.family);
  }

  /** A pack may hold a size that is no longer made. */
  private sizeLabel(id: string): string {
    const size = this.info?.dimensions.find((one) => one.id === id);
    return size ? sizeText(this.family, size) : id;
  }

  private renderMaker(sizes: string[]) {
    // The present puzzle may have a size that is not made here.
    const size = sizes.includes(this.size) ? this.size : sizes[Math.floor(sizes.length / 2)]!;
    return html`<section>
      <h3>${t("new.make")}</h3>
      <form @submit=${(event: Event) => this.onMake(event, size)}>
        ${this.renderChoice({
          name: "size",
          items: sizes,
          chosen: size,
          choose: (one) => (this.size = one),
          label: (one) => this.sizeLabel(one),
        })}
        ${this.renderChoice({
          name: "level",
          items: LEVELS,
          chosen: this.level,
          choose: (one) => (this.level = one),
          label: (one) => t(`level.${one}`),
        })}
        ${this.renderSeed()} ${this.making ? this.renderStop() : this.renderCreate()}
        <div class="answer" role="alert">
          ${this.unmade ? html`<p class="problem">${problemText(this.unmade)}</p>` : nothing}
        </div>
      </form>
    </section>`;
  }

  private renderSeed() {
    return html`<label class="seed">
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
    </label>`;
  }

  private renderStop() {
    return html`<button type="button" class="button small" @click=${() => this.send("stop-making")}>
        ${t("new.stop")}</button
      ><span class="muted" role="status">${t("new.making")}</span>`;
  }

  private renderCreate() {
    return html`<button class="button small primary">${t("new.create")}</button>`;
  }

  private renderFamilies() {
    return html`<fieldset class="families">
      <legend class="visually-hidden">${t("new.family")}</legend>
      ${this.families.map(
        ({ id, icon }) =>
          html`<label
            ><input
              class="visually-hidden"
              type="radio"
              name="family"
              value=${id}
              .checked=${id === this.family}
              @change=${() => this.choose(id)}
            />${familyIcon(icon)}<span>${t(`family.${id}`)}</span></label
          >`,
      )}
    </fieldset>`;
  }

  private choose(family: string): void {
    this.family = family;
    this.problem = null;
    this.send("browse", family);
  }

  private renderChoice<T extends string>({ name, items, chosen, choose, label }: Choice<T>) {
    return html`<fieldset class="choice">
      <legend class="visually-hidden">${t(`new.${name}`)}</legend>
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
      <h3><label for="paste-text">${t("new.paste")}</label></h3>
      <form @submit=${this.onPaste}>
        <textarea
          id="paste-text"
          name="text"
          rows="5"
          spellcheck="false"
          autocomplete="off"
          required
          @input=${() => this.send("retype")}
          aria-describedby="paste-help"
          aria-invalid=${this.problem !== null}
          placeholder=${this.samples[0]?.text ?? ""}
        ></textarea>
        <p id="paste-help" class="muted">${this.pasteHelp}</p>
        ${this.several.length > 1 ? this.renderSeveral() : nothing}
        <div class="answer" role="alert">
          ${this.problem ? html`<p class="problem">${this.problemWords(this.problem)}</p>` : nothing}
        </div>
        <button class="button small primary" ?disabled=${this.checking}>${t("new.paste.play")}</button>
        ${PLAYABLE.has(this.problem?.key ?? "") ? html`<button class="button small" value="anyway">${t("new.paste.anyway")}</button>` : nothing}
        ${this.problem?.key === "error.paste.family" ? this.renderOtherKind(this.problem.args.family ?? "") : nothing}
        ${this.checking ? html`<span class="muted" role="status">${t("new.checking")}</span>` : nothing}
      </form>
    </section>`;
  }

  private problemWords(problem: Problem): string {
    return [problemText(problem), this.clash, t("new.kept")].filter((words) => words !== "").join(" ");
  }

  private renderSeveral() {
    return html`<label class="several">
      <span role="status">${t("new.paste.which", { count: this.several.length })}</span>
      <select name="which">
        ${this.several.map(({ title }, i) => {
          const name = title === "" ? t("new.paste.number", { n: i + 1 }) : t("new.paste.titled", { n: i + 1, title });
          return html`<option value=${i}>${name}</option>`;
        })}
      </select>
    </label>`;
  }

  /** The keyboard goes to the question that has come up. */
  protected override updated(changed: PropertyValues<this>): void {
    const was = changed.get("several");
    if (was !== undefined && was !== this.several && this.several.length > 1) this.which?.focus();
  }

  /** The text is a puzzle of another kind. */
  private renderOtherKind(family: string) {
    return html`<button class="button small" name="kind" value=${family}>
      ${t("new.paste.as", { family: t(`family.${family}`) })}
    </button>`;
  }

  private get pasteHelp(): string {
    const own = `new.paste.help.${this.family}`;
    const tatham = this.info?.formats.includes("tatham") ?? false;
    return hasKey(own) ? t(own) : [t("new.paste.help"), ...(tatham ? [t("new.paste.tatham")] : [])].join(" ");
  }

  private onSeed(event: Event): void {
    const value = (event.target as HTMLInputElement).valueAsNumber;
    if (Number.isInteger(value) && value >= 0 && value <= MAX_SEED) this.seed = value;
  }

  private onMake(event: Event, size: string): void {
    event.preventDefault();
    const { family, level, seed } = this;
    this.send("make", { family, size, level, seed } satisfies Wish);
  }

  private onPaste(event: SubmitEvent): void {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = String(data.get("text") ?? "");
    const which = this.several.length > 1 ? Number(data.get("which")) : null;
    const { name, value } = (event.submitter as HTMLButtonElement | null) ?? { name: "", value: "" };
    if (name === "kind") this.choose(value);
    this.send("paste", { family: this.family, text, anyway: value === "anyway", which } satisfies Pasted);
  }

  private onBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }

  private send(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
