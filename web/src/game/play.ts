// What a visitor can do in a game. Whatever it brings about, the host tells, and the state of the game mirrors.

import type {
  Config,
  Decision,
  EngineCalls,
  FamilyInfo,
  Intuition,
  Problem,
  Recognised,
  Wish,
} from "../protocol/engine";
import type { Explained, Found, Shown, TimedGame, TimedTrace } from "../host/host";
import type { Part, Timings } from "../protocol/parts";
import { problemOf } from "../protocol/problems";
import { flawOf, type Flaw } from "./flaw";
import { Game } from "./game";
import { namedInWords } from "./imported_names";
import { DEGREES } from "./degrees";
import { SCOPES, SPEEDS, type Mode, type Move, type Pairing, type Scope, type Speed } from "./settings";
import { latestOf, Strokes } from "./strokes";
import { answerTopic, type Asked } from "./topic";

/** Between two steps. Every step waits for its worker, so that without a pause, too, the page can be used meanwhile. */
const pauseAfter = (speed: Speed) =>
  speed === "instant" ? undefined : new Promise((resolve) => setTimeout(resolve, SPEEDS[speed]));

const unknown = (key: string): Problem => ({ key: "error.unknown", args: { key } });

/** Asks about the board as a whole. */
const NO_MOVE: Move = { variable: -1, value: -1 };

/** A game with what only the page knows of it. */
export interface KeptPlay extends TimedGame {
  marks?: unknown;
  milliseconds?: unknown;
}

export class Play extends Game {
  private readonly strokes = new Strokes();
  /** Grows with every look back, so that of quick ones the last is shown. */
  private wanted = 0;
  /** Grows with every act of the visitor, so that a late answer is recognised and dropped. */
  private act = 0;

  // --- games ---------------------------------------------------------------------------------------------------

  /** Starts a game; null if it began. With a problem, the present game goes on. */
  async open(family: string, text: string): Promise<Problem | null> {
    this.begin();
    try {
      await this.host.open({ family, text });
      return null;
    } catch (thrown) {
      return problemOf(thrown, unknown);
    }
  }

  /** Goes on with a game that was kept; false if this engine does not take it. */
  async restore(kept: KeptPlay): Promise<boolean> {
    const { marks, milliseconds, ...game } = kept;
    this.begin();
    try {
      await this.host.restore(game);
    } catch {
      return false;
    }
    this.log.recall(kept.decisions);
    this.notebook.recall(marks);
    this.stopwatch.recall(milliseconds);
    const last = kept.decisions.at(-1);
    if (last) this.topic = { kind: "decision", id: last.id };
    this.changed();
    return true;
  }

  /** The game, to be gone on with later. */
  kept(): KeptPlay | null {
    const game = this.host.kept();
    return game && { ...game, marks: this.notebook.kept(), milliseconds: Math.round(this.stopwatch.milliseconds) };
  }

  /** Everything that was decided, to be read elsewhere. */
  trace(): Promise<TimedTrace> {
    return this.host.trace();
  }

  /** A decision that stands, with its proof in words; null where there is none. */
  explained(id: number): Promise<Explained | null> {
    return this.host.decision(id).catch(() => null);
  }

  families(): Promise<FamilyInfo[]> {
    return this.host.families();
  }

  /** What a text from anywhere holds, or why it cannot be played. */
  async identify(family: string, text: string): Promise<Recognised[] | Problem> {
    try {
      const found = await this.host.recognise(family, text);
      // What is an author's already is nobody else's to name.
      const imported = ({ family: id }: Recognised) => id === "custom" && !text.includes("fastslow-");
      return found.map((puzzle) => (imported(puzzle) ? { ...puzzle, text: namedInWords(puzzle.text) } : puzzle));
    } catch (thrown) {
      return problemOf(thrown, unknown);
    }
  }

  /** The text of a new puzzle; how hard it came out is remembered. */
  async generate(wish: EngineCalls["generate"][0]): Promise<string> {
    const { text, level } = await this.host.generate(wish);
    if (level !== null) this.recognise([{ text, level }]);
    return text;
  }

  cancelGenerate(): void {
    this.host.cancelGenerate();
  }

  /** What is wrong with the puzzle itself, if System 2 can tell; or that it could not. */
  async flaw(): Promise<Flaw | null> {
    const { board } = this;
    if (!board || board.grows) return null;
    const answer = await this.host.unique().catch(() => null);
    return answer && flawOf(board, answer);
  }

  /** Resolves when the part is there, or is known not to come: that is told by its `loading` event. */
  load(part: Part): Promise<void> {
    return this.host.warmUp([part]).catch(() => undefined);
  }

  // --- looking back ------------------------------------------------------------------------------------------------

  /** Shows the board as it was after a decision; after the latest, it is the present. */
  async goTo(id: number): Promise<void> {
    const { view } = this;
    this.pause();
    const wanted = ++this.wanted;
    if (id >= latestOf(view)) return this.toNow();
    const moment = await this.attempt(() => this.host.past(id + 1));
    if (wanted !== this.wanted || view !== this.view || !moment) return;
    this.past = { id, ...moment };
    this.changed();
    await this.recallFeeling(id);
  }

  /** What System 1 felt before a decision that was played too quickly to be looked at. */
  private async recallFeeling(id: number): Promise<void> {
    const { view, log } = this;
    if (log.readings.has(id) || this.mode === "system2" || this.loading.policy?.state !== "ready") return;
    const reading = await this.attempt(() => this.host.pastIntuition(id));
    if (!reading || view !== this.view) return;
    log.readings.set(id, reading);
    this.changed();
  }

  toNow(): void {
    this.wanted += 1;
    this.past = null;
    this.changed();
  }

  // --- the visitor's moves ---------------------------------------------------------------------------------------

  /** Repeats a visitor's moves of an earlier visit; what no longer fits is left out. */
  async repeat(moves: readonly Move[]): Promise<void> {
    for (const { variable, value } of moves) await this.host.play(variable, value).catch(() => undefined);
    this.topic = null;
    this.changed();
  }

  /** `stroke`: the number that all moves of one stroke of the pointer have. */
  async type(variable: number, value: number, stroke?: number): Promise<void> {
    if (this.view?.cells[variable]?.value === value) return;
    const act = this.begin();
    const before = this.intuition;
    const shown = await this.attempt(() => this.host.play(variable, value));
    if (shown) this.strokes.made(latestOf(shown.view), stroke);
    // What the move revealed has answered already whether it was good.
    if (shown?.board) return;
    if (this.checks && act === this.act && this.view?.cells[variable]?.value === value)
      await this.ask("move", { variable, value }, before);
  }

  erase(variable: number, stroke?: number): Promise<void> {
    if (this.view?.cells[variable]?.value === null) {
      this.note([[variable, []]]);
      return Promise.resolve();
    }
    return this.stroke(() => this.host.erase(variable), stroke);
  }

  // Notes go back and forth in turn with the moves.
  undo = async () => {
    if (this.notebook.undo(this.made)) return this.changed();
    if (this.view?.canUndo)
      await this.edit(() => this.strokes.undo(this.view, async () => (await this.host.undo()).view));
  };
  redo = async () => {
    if (this.notebook.redo(this.made)) return this.changed();
    if (this.view?.canRedo) await this.edit(() => this.strokes.redo(async () => (await this.host.redo()).view));
  };
  reset = () => this.edit(() => this.host.reset());

  get canUndo(): boolean {
    return this.notebook.canUndo(this.made) || (this.view?.canUndo ?? false);
  }

  get canRedo(): boolean {
    return this.notebook.canRedo(this.made) || (this.view?.canRedo ?? false);
  }

  /** How many decisions stand in the log. */
  private get made(): number {
    return this.view?.decisions.length ?? 0;
  }

  /** Notes a value in an open cell, or takes the note away. */
  mark(variable: number, value: number): void {
    if (this.view?.cells[variable]?.value !== null) return;
    this.notebook.toggle(variable, value, this.made);
    this.changed();
  }

  /** Notes in every open cell what no rule forbids at sight. */
  markAll(): void {
    const cells = this.view?.cells ?? [];
    this.note(
      cells.flatMap(({ value, candidates }, variable) => (value === null ? [[variable, candidates] as const] : [])),
    );
  }

  private note(cells: (readonly [variable: number, values: readonly number[]])[]): void {
    const { marks } = this.notebook;
    const fresh = cells.filter(([variable, values]) => String(values) !== String(marks.get(variable) ?? []));
    if (fresh.length > 0) this.notebook.write(fresh, this.made);
    this.changed();
  }

  switchRule(rule: string, on: boolean): Promise<void> {
    return this.stroke(() => this.host.switchRule(rule, on));
  }

  /** What switching each rule would lead to is found out while nobody waits for System 2. */
  foresee(): void {
    const free = () => this.loading.solver?.state === "ready" && !this.playing && !this.asking && !this.host.busy;
    if (this.ready && this.board !== null && free()) void this.prospects.look(this.board, free);
  }

  /** A change by a decision of the visitor's. */
  private stroke(change: () => Promise<Shown>, stroke?: number): Promise<void> {
    return this.edit(async () => this.strokes.made(latestOf((await change()).view), stroke));
  }

  private async edit(change: () => Promise<unknown>): Promise<void> {
    this.begin();
    this.topic = null;
    await this.attempt(change);
  }

  // --- the systems' moves ------------------------------------------------------------------------------------------

  /** One step; false when there is nothing more to do. */
  async step(): Promise<boolean> {
    const act = this.begin(this.playing);
    const result = await this.attempt(() => this.host.step({ standIn: true }));
    if (act !== this.act || !result) return false;
    if (result.kind === "idle") this.topic = { kind: "idle", reason: result.reason };
    this.changed();
    // Where nothing is certain, how likely things are is all that is left to say.
    if (result.kind === "idle" && result.reason === "several") await this.count();
    // A step that a change of mode cut short is simply taken again.
    return result.kind !== "idle";
  }

  async play(): Promise<void> {
    this.playing = true;
    this.changed();
    while (this.playing && (await this.step()) && this.playing) await pauseAfter(this.speed);
    this.pause();
  }

  pause(): void {
    this.stop();
    this.changed();
  }

  private stop(): void {
    if (!this.playing) return;
    this.playing = false;
    this.catchUp();
  }

  /** Ends a proof that takes too long. */
  async cancel(): Promise<void> {
    this.begin();
    this.asking = false;
    this.stopping = true;
    await this.attempt(() => this.host.cancel());
    this.stopping = false;
    this.changed();
  }

  /** Who decides, and from which confidence. A dial may be turned while the pair plays. */
  async configure(change: {
    mode?: Mode;
    pairing?: Pairing;
    threshold?: number;
    looks?: number;
    sleep?: number;
    scope?: Scope;
    wish?: Wish;
  }): Promise<void> {
    Object.assign(this, change);
    this.changed();
    const config: Partial<Config> = {};
    if (change.mode ?? change.pairing) config.strategy = this.mode === "both" ? this.pairing : this.mode;
    if (change.threshold !== undefined) config.threshold = change.threshold;
    if (change.looks !== undefined) config.looks = change.looks;
    if (change.sleep !== undefined) config.sleep = change.sleep;
    if (change.scope !== undefined) config.scope = SCOPES.indexOf(change.scope);
    // Who chooses a system is about to ask it: it is loaded before it is asked.
    if (this.ready && change.mode === "system2") void this.load("solver");
    if (this.ready && change.mode === "system1") void this.load("policy");
    await this.attempt(() => this.host.configure(config));
  }

  protected override onDecision(decision: Decision, timings: Timings): void {
    this.strokes.made(decision.id);
    super.onDecision(decision, timings);
  }

  // --- questions to System 2 ---------------------------------------------------------------------------------------

  /** The next step by degrees: each further press tells more of it, and one after the last has System 2 make it. */
  async hint(): Promise<void> {
    const hinted =
      this.past === null && this.topic?.kind === "answer" && this.topic.asked === "hint" ? this.topic : null;
    if (hinted?.found.proof && hinted.degree === DEGREES) return this.takeHint();
    if (hinted?.found.proof) {
      this.topic = { ...hinted, degree: hinted.degree + 1 };
      return this.changed();
    }
    const act = this.begin();
    await this.ask("hint", NO_MOVE);
    const { topic } = this;
    const uncertain = topic?.kind === "answer" && topic.found.answer.finding === "undetermined";
    if (act === this.act && uncertain) await this.count();
  }

  /** Has System 2 make the step that was told: what it rules out, nobody else can put on the board. */
  async takeHint(): Promise<void> {
    await this.attempt(() => this.host.configure({ strategy: "system2" }));
    await this.step();
    await this.configure({ mode: this.mode });
  }

  /** Whether what the visitor has entered can stand. The first entry that cannot is told with its proof. */
  async check(): Promise<void> {
    const act = this.begin();
    this.asking = true;
    this.changed();
    let wrong = false;
    for (const move of this.personalMoves()) {
      const found = await this.attempt(() => this.host.examine(move.variable, move.value));
      if (act !== this.act || !found) break;
      const { finding } = found.answer;
      wrong ||= finding === "refuted" || finding === "contradiction";
      if (finding === "refuted") this.topic = answerTopic("move", move, null, found);
      if (finding === "refuted") break;
    }
    if (act !== this.act) return;
    this.asking = false;
    this.checked = wrong ? "wrong" : "fine";
    this.changed();
  }

  why(variable: number, value: number): Promise<void> {
    this.begin();
    return this.ask("why", { variable, value });
  }

  /** In which share of all solutions each value holds. */
  async count(): Promise<void> {
    const act = this.begin();
    this.asking = true;
    this.changed();
    const odds = await this.attempt(() => this.host.marginals());
    if (act !== this.act) return;
    this.asking = false;
    this.odds = odds;
    this.changed();
  }

  private async ask(asked: Asked, about: Move, before: Intuition | null = null): Promise<void> {
    const { act } = this;
    this.asking = true;
    this.topic = null;
    this.changed();
    // What was told of a hint meanwhile stays told.
    const speakOf = (found: Found): void => {
      const told = this.topic?.kind === "answer" && this.topic.found.draft ? this.topic.degree : 0;
      const topic = answerTopic(asked, about, before, found);
      this.topic = { ...topic, degree: Math.max(topic.degree, told) };
    };
    const first = (found: Found): void => {
      if (act !== this.act) return;
      speakOf(found);
      this.changed();
    };
    const question = () =>
      asked === "hint" ? this.host.hint(first) : this.host.examine(about.variable, about.value, first);
    const answer = await this.attempt(question, asked === "move");
    if (act !== this.act) return;
    this.asking = false;
    if (answer) speakOf(answer);
    this.changed();
  }

  // --- acts ----------------------------------------------------------------------------------------------------------

  /** A new act: answers to earlier ones no longer count. */
  private begin(keepPlaying = false): number {
    this.act += 1;
    this.wanted += 1;
    this.past = null;
    if (!keepPlaying) this.stop();
    this.changed();
    return this.act;
  }

  /** `unasked`: the visitor has not asked for it, and is not told that a part is missing, as its panel does. */
  private async attempt<T>(work: () => Promise<T>, unasked = false): Promise<T | null> {
    try {
      return await work();
    } catch (thrown) {
      const problem = problemOf(thrown, unknown);
      const known = unasked && problem.key.startsWith("error.load.");
      if (problem.key !== "error.worker.cancelled" && !known) this.notify({ problem });
      return null;
    } finally {
      this.changed();
    }
  }
}
