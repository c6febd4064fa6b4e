// The game as the page sees it: the host's state mirrored into plain fields, and what a visitor can do.
// Every visible change ends in `changed()`, which renders the app again.

import type { Board, Config, Decision, EngineCalls, Intuition, Problem, View } from "../protocol/engine";
import type { Host, IdleReason, Reading, TimedAnswer, TimedTrace } from "../host/host";
import type { Reliability } from "../protocol/card";
import type { Loading, Part, System, Timings } from "../protocol/parts";
import { HostError } from "../protocol/problems";
import { latestOf, Strokes } from "./strokes";
import { type Mode, type Move, type Pairing, SPEEDS, type Speed, DEFAULT_LOOKS } from "./settings";

export type Asked = "hint" | "why" | "move";

/** What the panels speak about. */
export type Topic =
  | { kind: "decision"; id: number }
  | {
      kind: "answer";
      asked: Asked;
      variable: number;
      value: number;
      probability: number | null;
      /** System 1's reading before the visitor's move. */ before: Intuition | null;
      answer: TimedAnswer;
    }
  | { kind: "idle"; reason: IdleReason };

export type Notice = { problem: Problem } | { key: string; part: Part };

const PARTS: Part[] = ["engine", "policy", "solver"];
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function probabilityIn(intuition: Intuition | null, { variable, value }: Move): number | null {
  const cell = intuition?.cells.find((item) => item.variable === variable);
  return cell?.candidates.find((item) => item.value === value)?.probability ?? null;
}

export class Play {
  board: Board | null = null;
  view: View | null = null;
  loading: Partial<Record<Part, Loading>> = {};
  thinking: System | null = null;
  /** A hint, a question or the answer to a move is under way. */
  asking = false;
  playing = false;
  /** A game is open in the engine. */
  ready = false;
  speed: Speed = "steady";
  mode: Mode = "both";
  pairing: Pairing = "threshold";
  threshold = 0.8;
  /** How often System 1 may look at one position before it is unsure for good. */
  looks = DEFAULT_LOOKS;
  topic: Topic | null = null;
  intuition: Reading | null = null;
  /** The solutions of the present board, counted. */
  odds: TimedAnswer | null = null;
  glanceMs: number | null = null;
  /** Of the decisions that stand in the log; hovering one reads them from here. */
  readonly decisions = new Map<number, Decision>();
  readonly timings = new Map<number, Timings>();

  /** The puzzle as the game began. */
  private opened = "";
  private readonly levels = new Map<string, string>();
  private readonly strokes = new Strokes();
  private readonly host: Host;
  private readonly changed: () => void;
  private readonly notify: (notice: Notice) => void;
  /** Grows with every act of the visitor, so that a late answer is recognised and dropped. */
  private act = 0;
  private intuitionWanted = false;
  private intuitionBusy = false;

  constructor(host: Host, changed: () => void, notify: (notice: Notice) => void) {
    this.host = host;
    this.changed = changed;
    this.notify = notify;
    this.listen();
  }

  // --- what a visitor does -----------------------------------------------------------------------------

  /** Starts a game; false (with a problem for the caller) keeps the present one. */
  async open(family: string, text: string): Promise<Problem | null> {
    this.begin();
    try {
      await this.host.open({ family, text });
      return null;
    } catch (thrown) {
      return this.problemOf(thrown);
    }
  }

  /** Goes on with a game that was kept; false if this engine does not take it. */
  async restore(trace: TimedTrace): Promise<boolean> {
    this.begin();
    try {
      await this.host.restore(trace);
    } catch {
      return false;
    }
    for (const { id, timings } of trace.decisions) if (timings) this.timings.set(id, timings);
    const last = trace.decisions.at(-1);
    if (last) this.topic = { kind: "decision", id: last.id };
    this.changed();
    return true;
  }

  /** The game, to be gone on with later. */
  kept(): Promise<TimedTrace | null> {
    return this.host.kept().catch(() => null);
  }

  /** The text of a new puzzle; how hard it came out is remembered. */
  async generate(wish: EngineCalls["generate"][0]): Promise<string> {
    const { text, level } = await this.host.generate(wish);
    this.levels.set(text, level);
    return text;
  }

  cancelGenerate(): void {
    this.host.cancelGenerate();
  }

  /** How hard the puzzle is, if it is one of the collection. */
  get level(): string | null {
    // A board that grows keeps the level that it was opened with.
    const text = this.board?.grows ? this.opened : this.board?.text;
    return this.levels.get(text ?? "") ?? null;
  }

  /** Tells which puzzles are known, and how hard they are. */
  recognise(known: { text: string; level: string }[]): void {
    for (const { text, level } of known) this.levels.set(text, level);
    this.changed();
  }

  get engineFailed(): boolean {
    return this.loading.engine?.state === "failed";
  }

  /** How far a part is; one that was not asked for yet is about to be. */
  progressOf(part: Part): Loading | undefined {
    const waiting: Loading = { part, state: "idle", loaded: 0, total: 0, problem: null };
    return this.loading[part] ?? (this.engineFailed ? undefined : waiting);
  }

  /** The visitor's own values that stand. */
  personalMoves(): Move[] {
    const moves: Move[] = [];
    this.view?.cells.forEach(({ value, origin }, variable) => {
      if (origin === "player" && value !== null) moves.push({ variable, value });
    });
    return moves;
  }

  /** Repeats a visitor's moves of an earlier visit; what no longer fits is left out. */
  async repeat(moves: Move[]): Promise<void> {
    for (const { variable, value } of moves) await this.host.play(variable, value).catch(() => undefined);
    this.topic = null;
    this.changed();
  }

  /** `stroke`: the number that all moves of one stroke of the pointer have. */
  async type(variable: number, value: number, stroke?: number): Promise<void> {
    const act = this.begin();
    const before = this.intuition;
    const view = await this.attempt(() => this.host.play(variable, value));
    if (view) this.strokes.made(latestOf(view), stroke);
    // What the move revealed has answered already whether it was good.
    if (view?.board) return;
    if (act === this.act && this.view?.cells[variable]?.value === value)
      await this.ask("move", variable, value, before);
  }

  erase(variable: number, stroke?: number): Promise<void> {
    if (this.view?.cells[variable]?.value === null) return Promise.resolve();
    return this.edit(async () => this.strokes.made(latestOf(await this.host.erase(variable)), stroke));
  }

  undo = () => this.edit(() => this.strokes.undo(this.view, () => this.host.undo()));
  redo = () => this.edit(() => this.strokes.redo(() => this.host.redo()));
  reset = () => this.edit(() => this.host.reset());

  switchRule(rule: string, on: boolean): Promise<void> {
    return this.edit(async () => this.strokes.made(latestOf(await this.host.switchRule(rule, on))));
  }

  private async edit(change: () => Promise<unknown>): Promise<void> {
    this.begin();
    this.topic = null;
    await this.attempt(change);
  }

  /** One step; false when there is nothing more to do. */
  async step(): Promise<boolean> {
    const act = this.begin(this.playing);
    const result = await this.attempt(() => this.host.step());
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
    while (this.playing && (await this.step()) && this.playing) await wait(SPEEDS[this.speed]);
    this.pause();
  }

  pause(): void {
    this.playing = false;
    this.changed();
  }

  /** Ends a proof that takes too long. */
  async cancel(): Promise<void> {
    this.begin();
    this.asking = false;
    await this.attempt(() => this.host.cancel());
    this.changed();
  }

  async hint(): Promise<void> {
    const act = this.begin();
    await this.ask("hint", -1, -1);
    const { topic } = this;
    const uncertain = topic?.kind === "answer" && topic.answer.answer.verdict === "undetermined";
    if (act === this.act && uncertain) await this.count();
  }

  /** In which share of all solutions each value holds, by System 2. */
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

  why(variable: number, value: number): Promise<void> {
    this.begin();
    return this.ask("why", variable, value);
  }

  /** Who decides, and from which confidence. A dial may be turned while the pair plays. */
  async configure(change: { mode?: Mode; pairing?: Pairing; threshold?: number; looks?: number }): Promise<void> {
    Object.assign(this, change);
    this.changed();
    const config: Partial<Config> = {};
    if (change.mode ?? change.pairing) config.strategy = this.mode === "both" ? this.pairing : this.mode;
    if (change.threshold !== undefined) config.threshold = change.threshold;
    if (change.looks !== undefined) config.looks = change.looks;
    await this.attempt(() => this.host.configure(config));
  }

  /** What is wrong with the puzzle itself, if System 2 can tell. */
  async flaw(): Promise<Problem | null> {
    if (this.board?.grows) return null;
    const answer = await this.host.unique().catch(() => null);
    const flawed = answer?.verdict === "none" || answer?.verdict === "several";
    return flawed ? { key: `error.paste.${answer.verdict}`, args: {} } : null;
  }

  /** How far System 1's confidence in this kind of puzzle can be believed; null where the card does not say. */
  get reliability(): Reliability | null {
    return this.host.card?.calibration[this.board?.family ?? ""]?.reliability ?? null;
  }

  trace() {
    return this.host.trace();
  }

  families() {
    return this.host.families();
  }

  /** Resolves when the part is there, or is known not to come: that is told by its `loading` event. */
  load(part: Part): Promise<void> {
    return this.host.warmUp([part]).catch(() => undefined);
  }

  /** The story of a decision, fetched when it is not known yet. */
  remember(id: number): Decision | null {
    const known = this.decisions.get(id);
    if (known) return known;
    this.host.decision(id).then(
      (decision) => {
        this.decisions.set(id, decision);
        this.changed();
      },
      () => undefined, // undone meanwhile
    );
    return null;
  }

  // --- inside ----------------------------------------------------------------------------------------------

  /** A new act: answers to earlier ones no longer count. */
  private begin(keepPlaying = false): number {
    this.act += 1;
    if (!keepPlaying) this.playing = false;
    this.changed();
    return this.act;
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (thrown) {
      const problem = this.problemOf(thrown);
      // A part that could not be loaded says so in its own panel.
      const shown = problem.key.startsWith("error.load.") && this.loadingFailed();
      if (problem.key !== "error.worker.cancelled" && !shown) this.notify({ problem });
      return null;
    } finally {
      this.changed();
    }
  }

  private loadingFailed(): boolean {
    return PARTS.some((part) => this.loading[part]?.state === "failed");
  }

  private problemOf(thrown: unknown): Problem {
    if (thrown instanceof HostError) return thrown.problem;
    return { key: "error.unknown", args: { key: thrown instanceof Error ? thrown.message : String(thrown) } };
  }

  private async ask(asked: Asked, variable: number, value: number, before: Intuition | null = null): Promise<void> {
    const { act } = this;
    this.asking = true;
    this.topic = null;
    this.changed();
    const timed = await this.attempt(() => (asked === "hint" ? this.host.hint() : this.host.examine(variable, value)));
    if (act !== this.act) return;
    this.asking = false;
    if (timed) {
      const { proof } = timed.answer;
      const about = asked === "hint" && proof ? { variable: proof.variable, value: proof.value } : { variable, value };
      this.topic = {
        kind: "answer",
        asked,
        ...about,
        probability: probabilityIn(before, about),
        before,
        answer: timed,
      };
    }
    this.changed();
  }

  private listen(): void {
    const { host } = this;
    host.on("board", (game) => {
      this.board = game.board;
      this.opened = game.board.text;
      this.topic = null;
      this.forget();
      this.onView(game.view);
    });
    host.on("view", (view) => this.onView(view));
    host.on("decision", ({ decision, timings }) => {
      this.decisions.set(decision.id, decision);
      this.strokes.made(decision.id);
      this.timings.set(decision.id, timings);
      this.topic = { kind: "decision", id: decision.id };
      if (timings.system1Ms > 0 && decision.evidence?.looks === 1) this.glanceMs = timings.system1Ms;
      this.changed();
    });
    host.on("loading", (loading) => {
      this.loading = { ...this.loading, [loading.part]: loading };
      if (loading.part === "policy" && loading.state === "ready") this.refreshIntuition();
      this.changed();
    });
    host.on("thinking", ({ who }) => {
      this.thinking = who;
      this.changed();
    });
    host.on("replaced", ({ part, reason, gameKept }) => {
      this.notify({ key: gameKept ? `replaced.${reason}` : "replaced.lost", part });
    });
  }

  private onView(view: View): void {
    this.view = view;
    this.board = view.board ?? this.board;
    this.intuition = null;
    this.odds = null;
    // Undone decisions leave the log, and their numbers are given again.
    const standing = new Set(view.decisions.map((mark) => mark.id));
    for (const id of [...this.decisions.keys()]) if (!standing.has(id)) this.decisions.delete(id);
    for (const id of [...this.timings.keys()]) if (!standing.has(id)) this.timings.delete(id);
    if (this.topic?.kind === "decision" && !standing.has(this.topic.id)) this.topic = null;
    this.refreshIntuition();
    this.changed();
  }

  private forget(): void {
    this.decisions.clear();
    this.timings.clear();
  }

  /** One reading at a time; positions that pass meanwhile are skipped. */
  private refreshIntuition(): void {
    this.intuitionWanted = true;
    if (!this.intuitionBusy && this.loading.policy?.state === "ready") void this.readIntuition();
  }

  private async readIntuition(): Promise<void> {
    this.intuitionBusy = true;
    while (this.intuitionWanted) {
      this.intuitionWanted = false;
      const { view } = this;
      const intuition = await this.host.intuition().catch(() => null);
      if (view === this.view) this.intuition = intuition;
      this.changed();
    }
    this.intuitionBusy = false;
  }
}
