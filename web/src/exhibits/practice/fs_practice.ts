// The exhibit "Practice makes automatic": a network learns from System 2's proofs while the reader watches how seldom it still
// has to ask.

import { html, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { version } from "virtual:build-facts";

import "../../board/fs_board";
import "./fs_practice_curves";
import "./fs_practice_kept";
import "./fs_practice_measured";

import { derived } from "../../board/derived";
import type { Host } from "../../host/host";
import { pageTransports } from "../../host/page";
import { language, t } from "../../i18n/i18n";
import { Localized } from "../../i18n/localized";
import { problemText } from "../../i18n/sentences";
import { workerDoor } from "../../practice/door";
import { cleanName, type Learned } from "../../practice/learned";
import { Learning, LONGEST, THRESHOLD, type Course, type Pace } from "../../practice/learning";
import { fetchedNetworks } from "../../practice/networks";
import type { Picture, Plan } from "../../practice/run";
import { deviceStore, PracticeShelf } from "../../practice/shelf";
import type { Problem } from "../../protocol/engine";
import { TEACHERS, type Teacher } from "../../protocol/practice";
import type { Part } from "../../protocol/parts";
import { problem, problemOf } from "../../protocol/problems";
import { shared } from "../../style/shared";
import { tellThought } from "../thought";
import { chartStyles } from "../chart_frame";
import { openBoard, seenIn, type Position } from "./boards";
import { choices, othersThan, type Choice } from "./courses";
import type { FsPracticeKept } from "./fs_practice_kept";
import { practiceStyles } from "./styles";
import { courseText, gainTexts, nowText, stateText } from "./words";

/** Faster than that nobody sees more, and the page would have less time for everything else. */
const DRAWN_EVERY_MS = 200;
const STARTS = ["untrained", "shipped"] as const;
/** Nothing, the network of this page, or one that the device keeps. */
type Start = (typeof STARTS)[number] | Learned;

const worded = (part: Part, thrown: unknown): Problem =>
  problemOf(thrown, (detail) => problem("error.worker.crashed", { part, detail }));

/** With labels in a language. */
const seenInWords = (_language: string, position: Position, picture: Picture | null) =>
  seenIn(position, picture, THRESHOLD);

@customElement("fs-practice")
export class FsPractice extends Localized {
  static override styles = [shared, chartStyles, practiceStyles];

  @property({ attribute: false }) host: Host | null = null;
  @property({ type: Boolean }) live = false;

  /** What the reader has made meanwhile is found when the page is opened again. */
  private readonly choices = choices();
  @state() private choice: Choice = this.choices[0]!;
  @state() private teacher: Teacher = "short";
  @state() private start: Start = "untrained";
  @state() private cards: readonly Learned[] = [];
  @state() private position: Position | null = null;
  @state() private problem: Problem | null = null;
  @state() private selected = 0;
  /** The boards that may be drawn: each comes in a task of its own. */
  @state() private boards = 0;
  private shownPuzzle = "";
  private turn: Promise<void> = Promise.resolve();

  private readonly shelf = new PracticeShelf(deviceStore());
  private readonly networks = fetchedNetworks(this.shelf, pageTransports.assets.policy);
  private readonly learning = new Learning({
    door: () => workerDoor(pageTransports),
    shelf: this.shelf,
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    changed: () => this.onLearned(),
  });
  private toldSeconds = 0;
  private drawing: ReturnType<typeof setTimeout> | null = null;
  /** Drawn again only where something changed. */
  private readonly seen = { before: derived(seenInWords), now: derived(seenInWords) };

  @query("fs-practice-kept") private readonly kept!: FsPracticeKept;

  override firstUpdated(): void {
    void this.learning.restore().then(() => this.takeUp());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.learning.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("live") && this.live) this.takeUp();
  }

  /** What was chosen for the run that was found. */
  private takeUp(): void {
    const { plan } = this.learning;
    if (plan) {
      this.choice = this.choices.find(({ id }) => id === plan.course) ?? this.choice;
      this.teacher = plan.teacher;
      this.start = plan.start === "shipped" ? "shipped" : "untrained";
    }
    void this.showBoard();
  }

  private onLearned(): void {
    const { seconds } = this.learning;
    // The guide's meter counts what System 1 and System 2 thought together as the slow one's.
    if (seconds > this.toldSeconds) tellThought(this, "system2", 1000 * (seconds - this.toldSeconds));
    this.toldSeconds = seconds;
    if (this.learning.fixed && this.learning.fixed.text !== this.shownPuzzle) void this.showBoard();
    this.drawing ??= setTimeout(() => {
      this.drawing = null;
      this.requestUpdate();
    }, DRAWN_EVERY_MS);
  }

  // --- what is practised ---------------------------------------------------------------------------------------

  /** The fixed position, once the run has one. */
  private async showBoard(): Promise<void> {
    const { host, live, learning } = this;
    if (!host || !live) return;
    this.turn = this.turn.then(async () => {
      const { fixed } = learning;
      if (!fixed || fixed.text === this.shownPuzzle || !this.live) return;
      try {
        const position = await openBoard(host, fixed);
        this.shownPuzzle = fixed.text;
        this.boards = 1;
        this.position = position;
        await this.updateComplete;
        await new Promise((resolve) => setTimeout(resolve, 0));
        this.boards = 2;
      } catch (thrown) {
        if (this.live) this.problem = worded("engine", thrown);
      }
    });
    await this.turn;
  }

  private async begin(): Promise<void> {
    const { choice, teacher, start } = this;
    this.problem = null;
    try {
      const course = {
        ...(await choice.setup()),
        ...(await this.begun(choice, start)),
        ...{ longest: LONGEST, threshold: THRESHOLD },
      };
      const known = typeof start === "object" ? "learned" : start;
      const plan: Plan = { course: choice.id, taught: choice.taught, teacher, start: known, seed: 1 };
      void this.learning.begin(plan, course);
    } catch (thrown) {
      this.problem = worded("solver", thrown);
    }
  }

  /** What it knows before, and what it is taught beside so that it is not forgotten. */
  private async begun(choice: Choice, start: Start): Promise<Pick<Course, "start" | "replay">> {
    if (start === "untrained") return { start };
    if (start === "shipped")
      return { start: { weights: await this.networks.shippedWeights() }, replay: othersThan(choice) };
    const { taught } = start;
    const again = { family: taught.family, size: taught.size };
    const generated = taught.family !== "custom" && taught.rules.length === 0;
    const other = taught.family !== choice.taught.family || taught.size !== choice.taught.size;
    return {
      start: { weights: await this.networks.weightsOf(start.name) },
      ...(generated && other && { replay: [again] }),
    };
  }

  private choose(choice: Choice): void {
    this.choice = choice;
    this.start = choice.start;
  }

  private async reset(): Promise<void> {
    await this.learning.reset();
    this.toldSeconds = 0;
    this.position = null;
    this.shownPuzzle = "";
  }

  private readonly onKeep = async ({ detail }: CustomEvent<string>) => {
    const name = cleanName(detail);
    const card = name === "" ? null : this.learning.card(name, version);
    if (!card) return;
    try {
      if (this.learning.going) await this.learning.pause();
      const weights = await this.learning.weights(await this.networks.parameters());
      // After the pause, what was measured belongs to these numbers.
      const kept = await this.networks.keep({ weights, card: this.learning.card(name, version) ?? card });
      await this.kept.kept(name, kept);
    } catch (thrown) {
      this.problem = worded("solver", thrown);
    }
  };

  private readonly onCards = ({ detail }: CustomEvent<readonly Learned[]>) => {
    this.cards = detail;
    const { start } = this;
    if (typeof start === "object") this.start = detail.find(({ name }) => name === start.name) ?? "untrained";
  };

  // --- what is shown -------------------------------------------------------------------------------------------

  protected override render() {
    const { learning } = this;
    const begun = learning.plan !== null;
    return html`${begun ? this.renderPlan(learning.plan!) : this.renderChoice()} ${this.renderControls(begun)}
      <p class="visually-hidden" role="status">${stateText(learning)}</p>
      <p class="state" aria-hidden="true">${this.stateLine()}</p>
      ${this.renderProblem()} ${begun ? [this.renderBoards(), this.renderCourse()] : nothing}
      <fs-practice-kept
        .networks=${this.networks}
        ?learned=${learning.points.length > 0}
        .proposed=${courseText(this.choice.id, this.choice.title)}
        @keep=${this.onKeep}
        @cards=${this.onCards}
      ></fs-practice-kept>
      <fs-practice-measured></fs-practice-measured>`;
  }

  private stateLine(): string {
    const now = this.learning.phase === "learning" ? nowText(this.learning) : "";
    return now || stateText(this.learning);
  }

  private renderChoice() {
    return html`<div class="choice">
        ${this.renderSelect(
          t("practice.what"),
          this.choices,
          this.choice,
          ({ id, title }) => courseText(id, title),
          (one) => this.choose(one),
        )}
        ${this.renderSelect(
          t("practice.teacher"),
          TEACHERS,
          this.teacher,
          (one) => t(`practice.teacher.${one}`),
          (one) => (this.teacher = one),
        )}
        ${this.renderSelect(
          t("practice.start"),
          [...STARTS, ...this.cards],
          this.start,
          (one) =>
            typeof one === "object" ? t("practice.start.kept", { name: one.name }) : t(`practice.start.${one}`),
          (one) => (this.start = one),
        )}
      </div>
      <p class="hint">${t(`practice.teacher.${this.teacher}.hint`, { n: LONGEST })}</p>`;
  }

  private renderSelect<T>(
    label: string,
    values: readonly T[],
    now: T,
    name: (value: T) => string,
    choose: (value: T) => unknown,
  ) {
    return html`<label
      >${label}
      <select @change=${({ target }: Event) => choose(values[(target as HTMLSelectElement).selectedIndex]!)}>
        ${values.map((value) => html`<option .selected=${value === now}>${name(value)}</option>`)}
      </select></label
    >`;
  }

  private renderPlan({ course, teacher, start }: Plan) {
    const title = this.choices.find(({ id }) => id === course)?.title ?? null;
    const words = {
      ...{ what: courseText(course, title), teacher: t(`practice.teacher.${teacher}`) },
      start: t(`practice.start.${start}`),
    };
    return html`<p>${t("practice.plan", words)}</p>`;
  }

  private renderControls(begun: boolean) {
    const { learning } = this;
    if (!begun)
      return html`<div class="row">
        <button class="button primary" @click=${() => this.begin()}>${t("practice.begin")}</button>
      </div>`;
    const { going } = learning;
    const fast = learning.pace === "fast";
    return html`<div class="row">
      <button class="button primary" @click=${() => void (going ? learning.pause() : learning.go())}>
        ${t(going ? "practice.pause" : "practice.go")}
      </button>
      <button class="button" aria-pressed=${fast} @click=${() => this.setPace(fast ? "steady" : "fast")}>
        ${t("practice.faster")}
      </button>
      <button class="button" @click=${() => this.reset()}>${t("practice.reset")}</button>
    </div>`;
  }

  private setPace(pace: Pace): void {
    this.learning.pace = pace;
    this.requestUpdate();
  }

  private renderProblem() {
    const found = this.problem ?? this.learning.problem;
    const unkept = this.learning.plan !== null && !this.learning.keeps;
    return html`<p role="status" class=${found ? "problem" : unkept ? "hint" : "visually-hidden"}>
      ${found ? problemText(found) : unkept ? t("practice.unkept") : ""}
    </p>`;
  }

  /** Before and now, on the same board. */
  private renderBoards() {
    const { before, picture } = this.learning;
    return html`<div class="boards">
      ${this.renderBoard("before", before, 1)} ${this.renderBoard("now", picture, 2)}
    </div>`;
  }

  private renderBoard(when: "before" | "now", picture: Picture | null, turn: number) {
    const { position } = this;
    const name = t(`practice.board.${when}`);
    if (!position || this.boards < turn)
      return html`<figure>
        <h4>${name}</h4>
        <div class="blank"></div>
      </figure>`;
    const { cells, heat, wrong, sure, open, labels } = this.seen[when](language(), position, picture);
    return html`<figure>
      <h4>${name}</h4>
      <fs-board
        still
        .board=${position.board}
        .cells=${cells}
        .heat=${heat}
        .conflicts=${wrong}
        .selected=${this.selected}
        .name=${name}
        .labels=${labels}
        @cell-select=${(event: CustomEvent<{ variable: number }>) => (this.selected = event.detail.variable)}
      ></fs-board>
      <figcaption>
        ${picture ? t("practice.board.sure", { sure, open, wrong: wrong.size }) : t("practice.board.nothing")}
      </figcaption>
    </figure>`;
  }

  private renderCourse() {
    const { learning } = this;
    const told = gainTexts(learning);
    return html`${told.length > 0 ? html`<div class="told">${told.map((one) => html`<p>${one}</p>`)}</div>` : nothing}
      <fs-practice-curves
        .points=${learning.points}
        .tested=${learning.tested}
        .plan=${learning.plan}
      ></fs-practice-curves>`;
  }
}
