// The state of a game: the position, the log, and what is going on. It mirrors what the host tells, so that a page can
// be drawn from it at any time. Every change ends in `changed()`, which renders the page again.

import type { Host, Reading, Shown, Timed } from "../host/host";
import type { Board, Decision, Intuition, MarginalsAnswer, Proof, View, Wish } from "../protocol/engine";
import type { Reliability } from "../protocol/card";
import type { Loading, Part, System, Timings } from "../protocol/parts";
import { Log } from "./log";
import { Pledge, USUAL_WISH, type Notary } from "./pledge";
import { Prospects } from "./prospects";
import {
  DEFAULT_LOOKS,
  DEFAULT_SLEEP,
  DEFAULT_THRESHOLD,
  type Mode,
  type Move,
  type Pairing,
  type Scope,
  type Speed,
} from "./settings";
import { Notebook } from "./notebook";
import { Stopwatch } from "./stopwatch";
import type { Notice, Topic } from "./topic";

/** The game after decision `id`. */
export interface Moment {
  id: number;
  board: Board;
  view: View;
}

export class Game {
  // --- the position ----------------------------------------------------------------------------------------------

  board: Board | null = null;
  view: View | null = null;
  /** System 1's reading of the position; null until it has looked. */
  intuition: Reading | null = null;
  /** The solutions of the position, counted. */
  odds: Timed<MarginalsAnswer> | null = null;

  /** An earlier moment that is looked at: the board after a decision. Null: the present. */
  past: Moment | null = null;

  /** The visitor's pencil marks, and how long the visitor has been at it. */
  readonly notebook = new Notebook();
  readonly stopwatch = new Stopwatch();

  // --- the log ---------------------------------------------------------------------------------------------------

  readonly log = new Log();
  /** What checking all entries came to; null while that is not known of this position. */
  checked: "fine" | "wrong" | null = null;
  /** What was said last; the panels speak about it unless the visitor points at something else. */
  topic: Topic | null = null;
  /** How long System 1's latest glance took. */
  glanceMs: number | null = null;

  /** What switching a rule would lead to. */
  readonly prospects: Prospects;

  // --- how it is played --------------------------------------------------------------------------------------------

  mode: Mode = "both";
  pairing: Pairing = "threshold";
  threshold = DEFAULT_THRESHOLD;
  /** How often System 1 may look at one position before it is unsure for good. */
  looks = DEFAULT_LOOKS;
  /** From how many other states it may think a position over after that; 0: none. */
  sleep = DEFAULT_SLEEP;
  scope: Scope = "step";
  /** What is promised where System 1 is trusted with a guarantee, and what comes of it; null where no promise is offered. */
  wish: Wish = USUAL_WISH;
  pledge: Pledge | null = null;
  speed: Speed = "steady";
  /** Every entry of the visitor's is checked at once. */
  checks = true;
  /** The time is shown. */
  time = false;
  /** What the visitor types is noted, not entered. */
  pencil = false;

  // --- what is going on --------------------------------------------------------------------------------------------

  /** A game is open in the engine. */
  ready = false;
  playing = false;
  /** A hint, a question or the answer to a move is under way. */
  asking = false;
  thinking: System | null = null;
  /** The visitor has asked to stop. */
  protected stopping = false;
  loading: Partial<Record<Part, Loading>> = {};

  protected readonly host: Host;
  protected readonly changed: () => void;
  protected readonly notify: (notice: Notice) => void;
  /** The text of the puzzle as the game began, and how hard puzzles are known to be, by their text. */
  private opened = "";
  private readonly levels = new Map<string, string>();
  /** System 1's reading of the position before this one. */
  private before: Reading | null = null;
  private intuitionWanted = false;
  private intuitionBusy = false;

  constructor(host: Host, changed: () => void, notify: (notice: Notice) => void) {
    this.host = host;
    this.changed = () => {
      this.keepPromise();
      changed();
    };
    this.notify = notify;
    this.prospects = new Prospects(async (rule, on) => {
      const { count, clash } = await host.ifSwitched(rule, on);
      return clash.length > 0 ? "clash" : count;
    }, changed);
    this.mirror(host);
  }

  /** From here on promises can be asked for, on these games. */
  offerPromises(games: Notary["games"]): void {
    const { host } = this;
    const notary: Notary = {
      games,
      certify: (asked) => host.guarantee("certify", asked),
      trust: (certified) => void host.configure({ certified }).catch(() => undefined),
    };
    this.pledge = new Pledge(notary, () => this.changed());
    this.keepPromise();
  }

  private keepPromise(): void {
    const { board, shifted, host } = this;
    if (!board || this.pairing !== "risk_controlled") return;
    // Of a network that learned by practice the card claims nothing.
    const learned = host.card !== null && Object.keys(host.card.calibration).length === 0;
    this.pledge?.follow({ family: board.family, size: board.kind, shifted, learned }, this.wish);
  }

  // --- what follows from the state -----------------------------------------------------------------------------

  /** How hard the puzzle is, if it is one of the collection. */
  get level(): string | null {
    // A board that grows keeps the level that it was opened with.
    const text = this.board?.grows ? this.opened : this.board?.text;
    return this.levels.get(text ?? "") ?? null;
  }

  /** The moment that is looked at, an earlier one or the present. */
  get shown(): { board: Board | null; view: View | null } {
    return this.past ?? this;
  }

  /** What System 1 felt at that moment: of an earlier one, before the decision that led to it. */
  get reading(): Intuition | null {
    return this.past ? (this.log.readings.get(this.past.id) ?? null) : this.intuition;
  }

  /** Tells which puzzles are known, and how hard they are. */
  recognise(known: { text: string; level: string }[]): void {
    for (const { text, level } of known) this.levels.set(text, level);
    this.changed();
  }

  /** The puzzle is outside of what System 1 knows, so that its confidence means little. */
  get shifted(): boolean {
    return (this.view?.shift ?? null) !== null;
  }

  get engineFailed(): boolean {
    return this.loading.engine?.state === "failed";
  }

  /** Somebody thinks, or is waited for. */
  get busy(): boolean {
    return this.asking || this.thinking !== null || this.host.busy;
  }

  /** How far a part is; one that was not asked for yet is about to be. */
  progressOf(part: Part): Loading | undefined {
    const waiting: Loading = { part, state: "idle", phase: "fetch", loaded: 0, total: 0, problem: null };
    return this.loading[part] ?? (this.engineFailed ? undefined : waiting);
  }

  /** How far System 1's confidence in this kind of puzzle can be believed; null where the card does not say. */
  get reliability(): Reliability | null {
    return this.host.card?.calibration[this.board?.family ?? ""]?.reliability ?? null;
  }

  /** The visitor's own values that stand. */
  personalMoves(): Move[] {
    const moves: Move[] = [];
    this.view?.cells.forEach(({ value, origin }, variable) => {
      if (origin === "player" && value !== null) moves.push({ variable, value });
    });
    return moves;
  }

  /** What stands at the moment that is looked at, whoever decided it. */
  standingMoves(): Move[] {
    const cells = this.shown.view?.cells ?? [];
    return cells.flatMap(({ value, origin }, variable) =>
      value === null || origin === "given" ? [] : [{ variable, value }],
    );
  }

  /** The story of a decision; null while it is fetched. */
  remember(id: number): Decision | null {
    const known = this.log.decisions.get(id) ?? null;
    if (known === null) this.fetch(id);
    return known;
  }

  /** The proof of a decision in words; null where it has none, and while they are fetched. */
  proofOf({ id, core }: Decision): Proof | null {
    const told = core === null ? null : this.log.proofs.get(id);
    if (told === undefined) this.fetch(id);
    return told ?? null;
  }

  private fetch(id: number): void {
    if (!this.log.asksFor(id)) return;
    this.host.decision(id).then(
      ({ decision, proof }) => {
        this.log.tell(decision, proof);
        this.changed();
      },
      () => this.log.asked.delete(id), // undone meanwhile
    );
  }

  // --- what the host tells -----------------------------------------------------------------------------------------

  private mirror(host: Host): void {
    host.on("board", (game) => {
      this.board = game.board;
      this.opened = game.board.text;
      this.topic = null;
      this.log.clear();
      this.notebook.recall([]);
      this.stopwatch.recall();
      this.onView(game);
    });
    host.on("view", (shown) => this.onView(shown));
    host.on("decision", ({ decision, timings }) => this.onDecision(decision, timings));
    host.on("loading", (loading) => this.onLoading(loading));
    host.on("thinking", ({ who }) => {
      this.thinking = who;
      this.changed();
    });
    host.on("absence", ({ absence }) => {
      if (absence) this.notify({ key: absence.late ? "absent.late" : "absent.failed", part: absence.part });
    });
    host.on("replaced", ({ part, reason, gameKept }) => {
      if (reason === "cancelled" && !this.stopping) return; // whoever moved on knows it
      this.notify({ key: gameKept ? `replaced.${reason}` : "replaced.lost", part });
    });
  }

  private onView({ view, board }: Shown): void {
    this.view = view;
    this.board = board ?? this.board;
    this.before = this.intuition;
    this.intuition = null;
    this.odds = null;
    this.past = null;
    this.checked = null;
    const standing = new Set(view.decisions.map((mark) => mark.id));
    this.log.keepOnly(standing);
    if (this.topic?.kind === "decision" && !standing.has(this.topic.id)) this.topic = null;
    if (!this.hurried) this.refreshIntuition();
    this.changed();
  }

  /** Positions pass too quickly to be seen. A reading of each would cost more than the moves do, which wait for it. */
  get hurried(): boolean {
    return this.playing && this.speed === "instant";
  }

  /** The position at hand stays for a while now: System 1 reads it, if it was passed over. */
  protected catchUp(): void {
    if (this.view !== null && this.intuition === null) this.refreshIntuition();
  }

  protected onDecision(decision: Decision, timings: Timings): void {
    this.notebook.decided(decision.id);
    this.log.add(decision, timings);
    if (this.before) this.log.readings.set(decision.id, this.before);
    this.topic = { kind: "decision", id: decision.id };
    if (timings.system1Ms > 0 && decision.thought?.intuition?.evidence.looks === 1) this.glanceMs = timings.system1Ms;
    this.changed();
  }

  private onLoading(loading: Loading): void {
    this.loading = { ...this.loading, [loading.part]: loading };
    if (loading.part === "policy" && loading.state === "ready") this.refreshIntuition();
    this.changed();
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
