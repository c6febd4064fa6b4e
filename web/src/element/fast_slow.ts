// <fast-slow>: one puzzle in anybody's page. A poster at first; contract.ts tells what may be said to it, live.ts is the game
// that takes the poster's place.

import { html, nothing, type PropertyValues } from "lit";
import { state } from "lit/decorators.js";
import { words as posterWords } from "virtual:poster-words";

import { letteredIn } from "../board/lettering";
import { drawnColumns } from "../board/row_words";
import { authored } from "../game/authored";
import type { KeptPlay } from "../game/play";
import type { Mode } from "../game/settings";
import { hold, LANGUAGES, type Language } from "../i18n/catalogues";
import { language, onLanguage, setLanguage, t } from "../i18n/i18n";
import { problemText } from "../i18n/sentences";
import type { Problem } from "../protocol/engine";
import { renderGoal } from "../shell/goal_line";
import { shared } from "../style/shared";
import type { FastSlowDecision, FastSlowEvents, FastSlowPuzzle, FastSlowState } from "./contract";
import type { Live } from "./live";
import type { Poster } from "./poster";
import { ATTRIBUTES, Attributes, OF_PUZZLE } from "./attributes";
import { expected } from "./blocked";
import { renderBeneathFace, renderFace } from "./face";
import { findPoster, firstText, hasPoster, knownShape } from "./posters";
import { titleOf } from "./poster_view";
import { Rerun } from "./rerun";
import { Sight } from "./sight";
import { elementStyles } from "./styles";
import { turn } from "./turns";
import { languageOf, readWish, type Wish } from "./wish";

for (const one of LANGUAGES) hold(one, posterWords[one]!);
setLanguage(languageOf([document.documentElement.lang], navigator.languages));

/** How long something told in passing stays. */
const SAID_MS = 5000;

const PANELS = ["system1", "arbitrator", "system2", "decisions"] as const;

export class FastSlow extends Attributes {
  static override styles = [shared, elementStyles];

  @state() private stage: FastSlowState["stage"] = "poster";
  @state() private shown: Poster | null = null;
  @state() private said = "";
  @state() private touched = false;

  private wish: Wish = readWish({});
  private live: Live | null = null;
  private kept: KeptPlay | null = null;
  private beginning: Promise<boolean> | null = null;
  /** What of the poster is being read, so that of several the last is shown. */
  private wanted = "";
  private saidTimer: ReturnType<typeof setTimeout> | undefined;
  private stopListening: (() => void) | undefined;
  private readonly sight = new Sight(this, {
    near: () => this.near(),
    hidden: () => (this.live ? this.live.play.pause() : this.rerun.pause()),
    playing: () => this.live?.play.playing ?? this.rerun.playing,
    back: () => (this.live ? void this.live.play.play() : this.rerun.play()),
  });
  private readonly rerun = new Rerun({
    changed: () => this.requestUpdate(),
    decided: (decision) => this.decided(decision),
    solved: () => this.tell("fast-slow-solve", this.state),
    problem: (problem) => this.fail(problem),
    speed: () => this.wish.speed ?? "steady",
  });

  // --- in the page and out of it -------------------------------------------------------------------------------

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = onLanguage(() => this.requestUpdate());
    this.sight.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening?.();
    this.sight.end();
    // One that is only moved within the page plays on.
    setTimeout(() => {
      if (!this.isConnected) this.leave();
    }, 0);
  }

  /** Its game ends with it, and goes on if it comes back. */
  private leave(): void {
    this.rerun.pause();
    const { live } = this;
    if (!live) return;
    const { board, view } = live.play;
    if (board && view) this.shown = { board, cells: view.cells };
    this.kept = live.close();
    this.live = this.beginning = null;
    this.stage = "poster";
  }

  /** It is about to be seen. */
  private near(): void {
    const { loading } = this.wish;
    if (this.recorded !== "" && loading !== "now") {
      return void (this.autoplay && this.play());
    }
    if (loading !== "press" || this.autoplay || !hasPoster(this.wish, this.poster)) void this.ready();
  }

  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await turn();
    await super.scheduleUpdate();
  }

  // --- what is asked for ---------------------------------------------------------------------------------------

  protected override willUpdate(changed: PropertyValues): void {
    const has = (names: readonly string[]) => names.some((name) => changed.has(name));
    if (!this.hasUpdated) letteredIn(getComputedStyle(this).getPropertyValue("--font").trim());
    if (!this.hasUpdated || changed.has("lang")) this.speak();
    if (!this.hasUpdated || has(ATTRIBUTES)) this.read();
    if (!this.hasUpdated || has(OF_PUZZLE) || changed.has("poster")) void this.readPoster();
    if (changed.has("recorded")) void this.rerun.open(this.live ? "" : this.recorded, language(), this.wish.steps);
    if (!this.hasUpdated) return;
    this.follow(changed, has);
  }

  /** What is under way goes by what has changed. */
  private follow(changed: PropertyValues, has: (names: readonly string[]) => boolean): void {
    if (has(OF_PUZZLE)) this.changeGame();
    if (has(["mode", "strategy", "threshold", "looks", "speed"])) this.adjust();
    if (changed.has("goal")) this.live?.aim(this.wish);
    if (changed.has("autoplay") && this.autoplay && this.live) void this.play();
  }

  protected override firstUpdated(): void {
    if (this.wish.loading === "now") void this.ready();
  }

  private read(): void {
    const before = this.wish.ignored.join();
    this.wish = readWish(Object.fromEntries(ATTRIBUTES.map((name) => [name, String(this[name] ?? "")])));
    const names = this.wish.ignored.join(", ");
    if (names !== "" && this.wish.ignored.join() !== before) this.fail({ key: "element.ignored", args: { names } });
  }

  private speak(): void {
    const around = this.parentElement?.closest<HTMLElement>("[lang]")?.lang;
    const wanted = languageOf([this.lang, around, document.documentElement.lang], navigator.languages);
    if (wanted === language()) return;
    setLanguage(wanted);
    if (this.live) void this.fetchLive(wanted);
  }

  private async readPoster(): Promise<void> {
    const { wish, poster } = this;
    const name = [poster, wish.family, wish.puzzle ?? "", wish.made?.seed ?? ""].join("\n");
    if (name === this.wanted) return;
    this.wanted = name;
    const found = await findPoster(wish, poster).catch(() => null);
    if (this.wanted !== name || this.live) return;
    if (poster !== "" && !found) this.fail({ key: "element.ignored", args: { names: "poster" } });
    this.shown = found;
    // What cannot be drawn without the engine is drawn by it.
    if (!found && this.sight.isNear && this.recorded === "") void this.ready();
  }

  /** The attributes name another puzzle. */
  private changeGame(): void {
    this.kept = null;
    this.rerun.leave();
    const again = () => (this.live ? this.open() : this.begin());
    if (this.beginning) void this.hold(this.beginning.then(again, again));
  }

  private adjust(): void {
    const { mode, strategy, threshold, looks, speed } = this.wish;
    const { live } = this;
    if (!live) return;
    if (speed) live.play.speed = speed;
    void live.configure({
      ...(mode && { mode }),
      ...(strategy && { pairing: strategy }),
      ...(threshold !== undefined && { threshold }),
      ...(looks !== undefined && { looks }),
    });
    this.requestUpdate();
  }

  // --- from poster to game -------------------------------------------------------------------------------------

  /** False if there is no game to be had. */
  private ready(): Promise<boolean> {
    return this.beginning ?? this.hold(this.depart().then(() => this.begin()));
  }

  /** What did not begin may be tried again. */
  private hold(begun: Promise<boolean>): Promise<boolean> {
    const held = begun.then((is) => {
      if (!is && this.beginning === held) this.beginning = null;
      return is;
    });
    return (this.beginning = held);
  }

  /** From a recorded run, if there is one: the game goes on from where it stands. */
  private async depart(): Promise<void> {
    const replay = await this.rerun.here();
    if (!replay || this.kept) return;
    this.rerun.pause();
    this.kept = replay.kept();
    this.wish = { ...this.wish, family: this.kept.family, puzzle: this.kept.text, made: null };
  }

  /** The run while it is gone through. */
  private async running(): Promise<boolean> {
    return !this.beginning && (await this.rerun.here()) !== null;
  }

  private async begin(): Promise<boolean> {
    this.stage = "loading";
    try {
      const made = await expected(this.fetchLive(language()), (problem) => this.fail(problem));
      if (!this.isConnected) return false;
      this.live = await made.liveFor(this.wish, {
        changed: () => this.requestUpdate(),
        decided: (decision) => this.decided(decision),
        solved: () => this.tell("fast-slow-solve", this.state),
        reached: (said) => this.tell("fast-slow-goal", { goal: this.goal, said }),
        problem: (problem) => this.fail(problem),
        say: (text) => this.say(text),
        first: firstText(this.wish.family),
      });
      return await this.open();
    } catch {
      this.fail({ key: "load.failed.page", args: {} });
      this.stage = "failed";
      return false;
    }
  }

  private async fetchLive(wanted: Language) {
    const [made, { fetchWords }] = await Promise.all([import("./live"), import("./full_words")]);
    await fetchWords(wanted);
    return made;
  }

  private async open(): Promise<boolean> {
    const { live, wish, kept } = this;
    if (!live) return false;
    this.kept = null;
    const focused = this.renderRoot.contains((this.shadowRoot ?? document).activeElement);
    const problem = await live.begin(wish, kept);
    if (problem) {
      this.fail(problem);
      this.say(problemText(problem));
    }
    // Refused, and nothing else is open.
    if (!live.play.ready) {
      live.close();
      this.live = null;
      this.stage = "failed";
      return false;
    }
    this.rerun.leave();
    this.stage = "ready";
    await this.updateComplete;
    if (focused) this.renderRoot.querySelector("fs-board")?.focus();
    if (!problem) this.tell("fast-slow-ready", this.state);
    if (this.autoplay && !kept) void this.play();
    return problem === null;
  }

  // --- what it tells -------------------------------------------------------------------------------------------

  private tell<Name extends keyof FastSlowEvents>(name: Name, detail: FastSlowEvents[Name]["detail"]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private decided(decision: FastSlowDecision): void {
    this.tell("fast-slow-decision", decision);
    if (decision.source === "player") this.tell("fast-slow-move", decision);
  }

  private fail(problem: Problem): void {
    if (problem.key === "error.worker.closed") return;
    this.tell("fast-slow-error", { key: problem.key, reason: problemText(problem) });
    if (problem.key.startsWith("element.") || problem.key.startsWith("load.")) this.say(problemText(problem));
  }

  private say(text: string): void {
    this.said = text;
    clearTimeout(this.saidTimer);
    if (this.stage !== "failed") this.saidTimer = setTimeout(() => (this.said = ""), SAID_MS);
  }

  get state(): FastSlowState {
    const { stage } = this;
    const live = this.live?.state;
    if (live) return { stage, ...live };
    const { board, cells } = this.shown ?? { board: null, cells: [] };
    const { family, puzzle, mode = "both" } = this.wish;
    const { replay, playing } = this.rerun;
    if (replay) return { stage: stage === "poster" ? "recorded" : stage, mode, playing, ...replay.state };
    const text = board?.text ?? puzzle ?? firstText(family);
    return {
      ...{ stage, family, puzzle: text, board: text, mode, playing: false, status: "open" },
      values: cells.map(({ value }) => value),
      ...{ decisions: 0, escalations: 0, takenBack: 0 },
    };
  }

  // --- what scripts may ask ------------------------------------------------------------------------------------

  async step(): Promise<FastSlowDecision | null> {
    if ((await this.running()) && this.rerun.replay?.done === false) return this.rerun.step();
    return (await this.ready()) ? await this.live!.commands.step() : null;
  }

  async play(): Promise<void> {
    if (await this.running()) return this.rerun.play();
    if (!(await this.ready())) return;
    await this.live!.commands.needed();
    void this.live?.play.play();
  }

  pause(): void {
    this.sight.forget();
    this.rerun.pause();
    this.live?.play.pause();
  }

  async explain(variable?: number, value?: number): Promise<string[]> {
    // A value that was not played is for an engine to judge.
    if (value === undefined && (await this.running())) return this.rerun.replay!.explain(variable);
    return (await this.ready()) ? await this.live!.commands.explain(variable, value) : [];
  }

  async hint(): Promise<string> {
    return (await this.ready()) ? await this.live!.commands.hint() : "";
  }

  async enter(variable: number, value: number): Promise<boolean> {
    if (!(await this.ready())) return false;
    await this.live!.play.type(variable, value);
    return this.state.values[variable] === value;
  }

  async undo(): Promise<void> {
    if (await this.running()) this.rerun.go(-1);
    else if (await this.ready()) await this.live!.play.undo();
  }

  async redo(): Promise<void> {
    if (await this.running()) this.rerun.go(1);
    else if (await this.ready()) await this.live!.play.redo();
  }

  async reset(): Promise<void> {
    if (await this.running()) this.rerun.go(-Infinity);
    else if (await this.ready()) await this.live!.play.reset();
  }

  async load(puzzle?: FastSlowPuzzle): Promise<boolean> {
    if (!puzzle) return await this.ready();
    const { family = this.family, puzzle: text = "", moves = "" } = puzzle;
    Object.assign(this, { family: String(family), puzzle: String(text), moves: String(moves), seed: "" });
    await this.updateComplete;
    return await this.ready();
  }

  async record(): Promise<string> {
    return (await this.ready()) ? await this.live!.record() : "";
  }

  async snapshot(): Promise<string> {
    if (!this.live && !this.shown) await this.ready();
    const { board, view } = this.live?.play ?? { board: null, view: null };
    const now = board && view ? { board, cells: view.cells } : this.shown;
    const { writePoster } = await import("./poster");
    return now ? await writePoster(now, { columns: drawnColumns(now.board), rows: now.board.rows }) : "";
  }

  // --- what it shows -------------------------------------------------------------------------------------------

  override render() {
    const { live, wish, stage } = this;
    const { parts } = wish;
    const open = live?.play.ready ? live : null;
    const name = open?.title ?? (this.drawn ? titleOf(this.drawn.board) : t(`family.${wish.family}`));
    return html`<section
      class="frame ${this.touched ? "touched" : ""}"
      part="frame"
      lang=${language()}
      aria-label=${name}
    >
      ${parts.has("title") ? html`<div class="title" part="title">${name}</div>` : nothing} ${this.renderAbove(open)}
      <div class="desk" part="board" @pointerdown=${() => (this.touched = !wish.locks.has("cells"))}>
        ${open ? open.renderBoard(wish.locks.has("cells")) : renderFace(this.face(name))}
      </div>
      <div class="beneath ${parts.has("controls") ? "" : "unmoved"}" part="beneath">
        ${open ? open.renderBeneath(parts.has("controls")) : renderBeneathFace(this.face(name))}
      </div>
      ${
        PANELS.some((part) => parts.has(part))
          ? html`<div class="panels" part="panels">${open?.renderPanels(parts, wish.locks.has("threshold"))}</div>`
          : nothing
      }
      <p class="message ${stage === "failed" ? "problem" : ""}" part="message" role="status">${this.said}</p>
    </section>`;
  }

  private renderAbove(open: Live | null) {
    const { parts, locks } = this.wish;
    const about = open?.about ?? authored(this.drawn?.board ?? null).about;
    return html`${about && parts.has("about") ? html`<p class="about">${about}</p>` : nothing}
    ${open ? open.renderGoal() : renderGoal(this.wish.goal)}
    ${parts.has("modes") ? html`<div class="modes" ?inert=${locks.has("modes")}>${this.renderModes(open)}</div>` : nothing}
    ${parts.has("rules") && open ? html`<div ?inert=${locks.has("rules")}>${open.renderRules()}</div>` : nothing}`;
  }

  private renderModes(open: Live | null) {
    if (open) return open.renderModes();
    const choose = (event: CustomEvent<Mode>) => {
      this.mode = event.detail;
      void this.ready();
    };
    return html`<fs-modes .mode=${this.wish.mode ?? "both"} @mode-change=${choose}></fs-modes>`;
  }

  /** What stands on the board while no game is played. */
  private get drawn(): Poster | null {
    return this.rerun.replay?.now ?? this.shown;
  }

  private face(name: string): Parameters<typeof renderFace>[0] {
    const { drawn, wish, rerun } = this;
    return {
      ...{ wish, name, drawn, rerun, waiting: this.stage === "loading" },
      shape: () => knownShape(wish, this.poster || this.recorded),
      play: () => this.play(),
      act: (control) => this[control](),
      select: (variable) => void this.ready().then(() => this.live?.stage.focus.select(variable)),
      faster: (speed) => (this.speed = speed),
    };
  }
}
