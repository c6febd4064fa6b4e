// Choosing a puzzle: one from the collection, a fresh one from a seed, or the visitor's own.

import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';

import type { FamilyInfo, Problem } from '../protocol';
import { t } from '../i18n/i18n';
import { Localized } from '../i18n/localized';
import { problemText } from '../i18n/sentences';
import { shared } from '../style/shared';
import { icon } from './icons';
import { newPuzzleStyles } from './new_puzzle_styles';

export interface Sample {
  family: string;
  text: string;
  size: string;
  level: string;
}

export const MAX_SEED = 0xffffffff;
const randomSeed = () => Math.floor(Math.random() * 1_000_000);

/** `choose-sample` with a Sample, `make` with {family, size, seed}, `paste` with {family, text}, `stop-making`. */
@customElement('fs-new-puzzle')
export class FsNewPuzzle extends Localized {
  static override styles = [shared, newPuzzleStyles];

  @property({ attribute: false }) families: FamilyInfo[] = [];
  @property({ attribute: false }) samples: Sample[] = [];
  /** Why the visitor's own text was refused. */
  @property({ attribute: false }) problem: Problem | null = null;
  @property({ type: Boolean }) making = false;

  @state() private family = 'sudoku';
  @state() private size = '9x9';
  @state() private seed = randomSeed();

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  show(family: string, size: string): void {
    this.family = family;
    this.size = size;
    this.seed = randomSeed();
    this.problem = null;
    this.dialog.showModal();
  }

  close(): void {
    this.dialog.close();
  }

  override render() {
    return html`<dialog aria-labelledby="title" @close=${() => this.send('stop-making')} @click=${this.onBackdrop}>
      <div class="inside">
        <header>
          <h2 id="title">${t('new.title')}</h2>
          <button class="link" aria-label=${t('new.close')} @click=${this.close}>${icon('close')}</button>
        </header>
        ${this.samples.length > 0 ? this.renderSamples() : nothing} ${this.renderMaker()} ${this.renderPaste()}
      </div>
    </dialog>`;
  }

  private renderSamples() {
    const sizes = [...new Set(this.samples.map(({ size }) => size))];
    return html`<section>
      <h3>${t('new.collection')}</h3>
      <div class="samples">${sizes.map((size) => this.renderSamplesOf(size))}</div>
    </section>`;
  }

  /** One line per size; puzzles of one level are told apart by a number. */
  private renderSamplesOf(size: string) {
    const samples = this.samples.filter((sample) => sample.size === size);
    const levels = [...new Set(samples.map(({ level }) => level))];
    return html`<span class="size">${size.replace('x', '×')}</span>
      <div>
        ${levels.map((level) => {
          const group = samples.filter((sample) => sample.level === level);
          return html`<span class="level">${t(`level.${level}`)}</span> ${group.map((sample, index) => this.renderSample(sample, index + 1))}`;
        })}
      </div>`;
  }

  private renderSample(sample: Sample, number: number) {
    const name = `${sample.size.replace('x', '×')}, ${t(`level.${sample.level}`)}, ${number}`;
    return html`<button class="button small" aria-label=${name} @click=${() => this.send('choose-sample', sample)}>${number}</button>`;
  }

  private renderMaker() {
    const sizes = this.families.find(({ id }) => id === this.family)?.sizes ?? [];
    return html`<section>
      <h3>${t('new.make')}</h3>
      <form @submit=${this.onMake}>
        ${this.families.length > 1 ? this.renderFamilies() : nothing}
        ${this.renderChoice('size', t('new.size'), sizes, this.size, (size) => (this.size = size), (size) => size.replace('x', '×'))}
        <label class="seed">
          <span>${t('new.seed')}</span>
          <input type="number" min="0" max=${MAX_SEED} step="1" required .value=${String(this.seed)} @input=${this.onSeed} />
        </label>
        ${this.making
          ? html`<button type="button" class="button small" @click=${() => this.send('stop-making')}>${t('new.stop')}</button
              ><span class="muted" role="status">${t('new.making')}</span>`
          : html`<button class="button small primary" ?disabled=${sizes.length === 0}>${t('new.create')}</button>`}
      </form>
    </section>`;
  }

  private renderFamilies() {
    const choose = (family: string) => {
      this.family = family;
      this.size = this.families.find(({ id }) => id === family)?.sizes[0] ?? '';
    };
    const ids = this.families.map(({ id }) => id);
    return this.renderChoice('family', t('new.family'), ids, this.family, choose, (id) => t(`family.${id}`));
  }

  private renderChoice(name: string, legend: string, items: string[], chosen: string, choose: (item: string) => void, label: (item: string) => string) {
    return html`<fieldset class="choice">
      <legend class="visually-hidden">${legend}</legend>
      ${items.map(
        (item) => html`<label
          ><input class="visually-hidden" type="radio" name=${name} .checked=${item === chosen} @change=${() => choose(item)} />${label(item)}</label
        >`,
      )}
    </fieldset>`;
  }

  private renderPaste() {
    return html`<section>
      <h3 id="paste-title">${t('new.paste')}</h3>
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
          placeholder=${t('new.paste.example')}
        ></textarea>
        <p id="paste-help" class="muted">${t('new.paste.help')}</p>
        <div class="answer" role="alert">${this.problem ? html`<p class="problem">${problemText(this.problem)} ${t('new.kept')}</p>` : nothing}</div>
        <button class="button small primary">${t('new.paste.play')}</button>
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
    this.send('make', { family, size, seed });
  }

  private onPaste(event: Event): void {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '');
    this.send('paste', { family: this.family, text });
  }

  private onBackdrop(event: MouseEvent): void {
    if (event.target === this.dialog) this.close();
  }

  private send(type: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
