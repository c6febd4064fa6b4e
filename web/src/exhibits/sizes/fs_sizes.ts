// The exhibit "Small against large, by hand": networks of several kinds and sizes play the reader's own Sudoku.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live as asShown } from "lit/directives/live.js";

import "../../board/fs_board";
import "./fs_sizes_chart";

import { cellName } from "../../game/texts";
import { tellThought } from "../thought";
import type { Host } from "../../host/host";
import { t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { problemText } from "../../i18n/sentences";
import type { Problem } from "../../protocol/engine";
import { problem, problemOf } from "../../protocol/problems";
import { shared } from "../../style/shared";
import { fileOf } from "./assets";
import { nameOf, renderLane, whole } from "./lanes";
import { choices, CONTENDERS, EXAMPLES, type Contender, type Part } from "./networks";
import { asPuzzle, EMPTY_TEXT, openDraft, withValue, type Draft, type Puzzle } from "./puzzle";
import { sizesStyles } from "./styles";
import { drawnCells, Tournament, wrongCells } from "./tournament";

/** How long a move is looked at, in milliseconds: of one network, and of all. */
const PAUSE = { one: 130, all: 25 };

const EVENTS = ["right", "wrong", "settled", "back"] as const;

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** `thought`: see exhibits/registry.ts. */
@customElement("fs-sizes")
export class FsSizes extends Localized {
  static override styles = [shared, sizesStyles];

  @property({ attribute: false }) host: Host | null = null;
  @property({ type: Boolean }) live = false;

  @state() private puzzle: Puzzle | null = null;
  /** What the reader sets up; null: nothing. */
  @state() private draft: Draft | null = null;
  @state() private typed = "";
  @state() private problem: Problem | null = null;
  @state() private selected = 0;
  @state() private checking = false;
  @state() private chosen: Contender = CONTENDERS.find(({ kind }) => kind === "graph") ?? CONTENDERS[0]!;
  /** The networks are shown legal values only. */
  @state() private told = true;
  private pace = PAUSE.one;
  private tournament: Tournament | null = null;
  /** What is done with the page's game, one thing after the other. */
  private turn: Promise<void> = Promise.resolve();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.tournament?.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("host") && this.host) this.tournament = this.tournamentOn(this.host);
    if (!changed.has("live")) return;
    if (this.live) this.begin();
    else this.tournament?.stop();
  }

  private tournamentOn(host: Host): Tournament {
    return new Tournament({
      host,
      fileOf,
      pause: () => new Promise((resolve) => setTimeout(resolve, still() ? 0 : this.pace)),
      thought: (who, ms) => tellThought(this, who, ms),
      changed: () => this.requestUpdate(),
    });
  }

  // --- the puzzle ----------------------------------------------------------------------------------------------

  /** The game is ours: what is set up is opened again, or the first example. */
  private begin(): void {
    if (this.draft) void this.sketch(this.draft.text);
    else if (!this.puzzle) void this.use(EXAMPLES[0]!);
  }

  /** Does one thing with the page's game, after what is under way. */
  private next(work: (host: Host) => Promise<void>): Promise<void> {
    this.tournament?.stop();
    this.turn = this.turn.then(async () => {
      if (!this.host || !this.live) return;
      this.checking = true;
      try {
        await work(this.host);
      } catch (thrown) {
        // What was asked of a game that is another exhibit's by now is nobody's concern.
        if (this.live)
          this.problem = problemOf(thrown, (detail) => problem("error.worker.crashed", { part: "solver", detail }));
      }
      this.checking = false;
    });
    return this.turn;
  }

  /** Takes a text as the puzzle to play; what is wrong with it is told, and the last good one stays. */
  private use(text: string): Promise<void> {
    return this.next(async (host) => {
      const opened = await openDraft(host, text);
      if (!this.live) return;
      const read = "ok" in opened ? await asPuzzle(host, opened.ok) : opened;
      if (!this.live) return;
      this.problem = "problem" in read ? read.problem : null;
      if (!("ok" in read)) return;
      this.puzzle = read.ok;
      this.draft = null;
      this.tournament?.clear();
    });
  }

  /** Shows a text on the board to be set up. */
  private sketch(text: string): Promise<void> {
    return this.next(async (host) => {
      const opened = await openDraft(host, text);
      this.problem = "problem" in opened ? opened.problem : null;
      if (!("ok" in opened)) return;
      this.draft = opened.ok;
      this.typed = opened.ok.text;
    });
  }

  private put(variable: number, value: number | null): void {
    this.selected = variable;
    if (this.draft) void this.sketch(withValue(this.draft.text, variable, value));
  }

  private leaveDraft(): void {
    this.draft = null;
    this.problem = null;
  }

  // --- the networks --------------------------------------------------------------------------------------------

  private loose(contenders: readonly Contender[]): void {
    const { puzzle, tournament } = this;
    if (!puzzle || !tournament || !this.live) return;
    this.pace = contenders.length > 1 ? PAUSE.all : PAUSE.one;
    void tournament.run(puzzle, contenders, this.told);
  }

  /** Another kind, size or number of puzzles; of the others, what still fits stays. */
  private choose(change: Partial<Record<Part, string | number>>): void {
    const wish = { ...this.chosen, ...change };
    const changed = Object.keys(change) as Part[];
    const fitting = (...parts: Part[]) => CONTENDERS.find((one) => parts.every((part) => one[part] === wish[part]));
    this.chosen =
      fitting("kind", "parameters", "puzzles") ?? fitting("kind", ...changed) ?? fitting("kind") ?? this.chosen;
  }

  // --- what is shown -------------------------------------------------------------------------------------------

  protected override render() {
    return html`${this.renderPuzzleChoice()} ${this.draft ? this.renderDraft() : this.renderMatch()}
      <fs-sizes-chart .told=${this.told}></fs-sizes-chart>`;
  }

  private renderPuzzleChoice() {
    const { draft, puzzle } = this;
    return html`<div class="row" role="group" aria-label=${t("sizes.puzzle")}>
      ${EXAMPLES.map(
        (text, index) =>
          html`<button
            class="button small"
            aria-pressed=${!draft && puzzle?.text === text}
            ?disabled=${!this.live}
            @click=${() => this.use(text)}
          >
            ${t("sizes.example", { n: index + 1 })}
          </button>`,
      )}
      <button
        class="button small"
        aria-pressed=${draft !== null}
        ?disabled=${!this.live}
        @click=${() => this.sketch(this.puzzle?.text ?? EMPTY_TEXT)}
      >
        ${t("sizes.own")}
      </button>
    </div>`;
  }

  private renderDraft() {
    const { board, view } = this.draft!;
    return html`<p class="hint">${t("sizes.draw")}</p>
      <div class="desk">
        <fs-board
          .board=${board}
          .cells=${view.cells}
          .conflicts=${new Set(view.conflicts)}
          .selected=${this.selected}
          .name=${t("sizes.own")}
          .labels=${board.cells.map(({ variable }) => cellName(board, variable))}
          @cell-select=${(event: CustomEvent<{ variable: number }>) => (this.selected = event.detail.variable)}
          @cell-type=${({ detail }: CustomEvent<{ variable: number; value: number }>) =>
            this.put(detail.variable, detail.value)}
          @cell-erase=${({ detail }: CustomEvent<{ variable: number }>) => this.put(detail.variable, null)}
        ></fs-board>
      </div>
      <div class="keys" role="group" aria-label=${t("sizes.keys")}>
        ${board.symbols.map(
          (symbol, index) =>
            html`<button class="button" @click=${() => this.put(this.selected, board.lowest + index)}>
              ${symbol}
            </button>`,
        )}
        <button class="button" @click=${() => this.put(this.selected, null)}>${t("sizes.erase")}</button>
      </div>
      <label class="typed"
        >${t("sizes.typed")}
        <input
          spellcheck="false"
          autocomplete="off"
          .value=${asShown(this.typed)}
          aria-invalid=${this.problem !== null}
          aria-describedby="sizes-problem"
          @input=${(event: InputEvent) => (this.typed = (event.target as HTMLInputElement).value)}
          @change=${() => this.sketch(this.typed)}
      /></label>
      ${this.renderProblem()}
      <div class="row">
        <button class="button primary" ?disabled=${this.checking} @click=${() => this.use(this.typed)}>
          ${t("sizes.use")}
        </button>
        <button class="button" @click=${() => this.sketch(EMPTY_TEXT)}>${t("sizes.clear")}</button>
        <button class="button" @click=${() => this.leaveDraft()}>${t("sizes.back")}</button>
      </div>`;
  }

  private renderProblem() {
    return html`<p id="sizes-problem" role="status" class=${this.problem ? "problem" : "visually-hidden"}>
      ${this.problem ? problemText(this.problem) : ""}
    </p>`;
  }

  private renderMatch() {
    const { puzzle, tournament } = this;
    if (!puzzle || !tournament)
      return html`<div class="desk blank"></div>
        ${this.problem ? this.renderProblem() : ""}`;
    const { board, solution } = puzzle;
    const view = tournament.view ?? puzzle.view;
    return html`<div class="desk">
        <fs-board
          .board=${board}
          .cells=${drawnCells(view, tournament.playing)}
          .conflicts=${wrongCells(view, solution)}
          .selected=${this.selected}
          .name=${t("sizes.board")}
          .labels=${board.cells.map(({ variable }) => this.cellLabel(variable, view.cells[variable]?.value ?? null))}
          ?waiting=${!this.live}
          @cell-select=${(event: CustomEvent<{ variable: number }>) => (this.selected = event.detail.variable)}
        ></fs-board>
      </div>
      ${this.renderProblem()} ${this.renderChoice()} ${this.renderLanes()}`;
  }

  private cellLabel(variable: number, value: number | null): string {
    const cell = cellName(this.puzzle!.board, variable);
    return value === null ? cell : `${cell}: ${value}`;
  }

  private renderChoice() {
    const { chosen, live } = this;
    const running = this.tournament!.running;
    const sameKind = CONTENDERS.filter(({ kind }) => kind === chosen.kind);
    const kinds = choices("kind", CONTENDERS);
    const parameters = choices("parameters", sameKind);
    const puzzles = choices(
      "puzzles",
      sameKind.filter((one) => one.parameters === chosen.parameters),
    );
    return html`<div class="choice">
        ${this.renderSelect(
          "kind",
          kinds,
          kinds.map((kind) => t(`sizes.kind.${kind}`)),
        )}
        ${this.renderSelect("parameters", parameters, parameters.map(whole))}
        ${this.renderSelect("puzzles", puzzles, puzzles.map(whole))}
      </div>
      <label class="check"
        ><input
          type="checkbox"
          .checked=${this.told}
          @change=${(event: Event) => (this.told = (event.target as HTMLInputElement).checked)}
        />
        <span>${t("sizes.told")}</span></label
      >
      <p class="hint">
        ${chosen.bytes > 0 ? t("sizes.bytes", { n: whole(Math.ceil(chosen.bytes / 1000)) }) : t("sizes.no_file")}
      </p>
      <div class="row">
        <button class="button primary" ?disabled=${!live || running} @click=${() => this.loose([chosen])}>
          ${t("sizes.loose")}
        </button>
        <button class="button" ?disabled=${!live || running} @click=${() => this.loose(CONTENDERS)}>
          ${t("sizes.all", { n: CONTENDERS.length, size: whole(TOTAL_KB) })}
        </button>
        <button class="button" ?disabled=${!running} @click=${() => this.stop()}>${t("sizes.stop")}</button>
      </div>`;
  }

  private renderSelect(part: Part, values: readonly (string | number)[], words: readonly string[]) {
    const now = values.indexOf(this.chosen[part]);
    const change = ({ target }: Event) => this.choose({ [part]: values[(target as HTMLSelectElement).selectedIndex] });
    return html`<label
      >${t(`sizes.choose.${part}`)}
      <select @change=${change}>
        ${words.map((word, index) => html`<option .selected=${asShown(index === now)}>${word}</option>`)}
      </select></label
    >`;
  }

  private renderLanes() {
    const { lanes, latest } = this.tournament!;
    const { board } = this.puzzle!;
    const done = latest?.state === "done" || latest?.state === "failed" ? latest : null;
    return html`<p class="visually-hidden" role="status">
        ${done ? t("sizes.played", { network: nameOf(done.contender) }) : ""}
      </p>
      ${
        lanes.length > 0
          ? html`<p class="legend" aria-hidden="true">
                ${EVENTS.map((event) => html`<span><i class=${event}></i> ${t(`sizes.legend.${event}`)}</span>`)}
              </p>
              <ul class="lanes">
                ${lanes.map((lane) => renderLane(lane, board, lane === latest))}
              </ul>`
          : nothing
      }`;
  }

  private stop(): void {
    this.tournament?.stop();
    this.requestUpdate();
  }
}

const TOTAL_KB = Math.ceil(CONTENDERS.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
