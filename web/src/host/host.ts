// One game, its three helpers (engine, System 1, System 2) and their clocks. Knows neither the document
// nor the network: transports are injected, so the same class runs in the page and under Node.

import type {
  AnswerTo,
  Board,
  Config,
  Count,
  Decision,
  EngineCalls,
  FamilyInfo,
  MarginalsAnswer,
  Protocol,
  Question,
  Recognised,
  SolutionAnswer,
  SolverRequest,
  Task,
  ToldTrace,
  UniqueAnswer,
  View,
} from "../protocol/engine";
import { failWith } from "../protocol/problems";
import type { NetworkFile, PlainTensors } from "../protocol/messages";
import type { PolicyLoaded } from "../protocol/card";
import type { Loading, Part, Timings } from "../protocol/parts";
import { Emitter } from "./emitter";
import { EngineClient, type Tensors } from "./engine_client";
import { found, type StepQuestion } from "./found";
import { Generator } from "./generator";
import { Lock } from "./lock";
import { PartStates } from "./part_states";
import { calibrationFor, PolicyClient } from "./policy_client";
import { SolverClient } from "./solver_client";
import { Steps } from "./steps";
import type { Transports } from "./transports";
import type {
  Explained,
  Found,
  Game,
  HostEvents,
  Listener,
  Reading,
  Shown,
  StepResult,
  Timed,
  TimedGame,
  TimedTrace,
} from "./types";

export type * from "./types";

/**
 * In the page:  const host = new Host(browserTransports(assets));   // ./browser
 * Under Node:   const host = new Host(nodeTransports());            // web/tools/node_transports
 *
 * Every method that can fail rejects with `HostError`; its `problem` is ready to be shown. A failed
 * method leaves the current game as it was. Methods that change the game cancel a step under way.
 */
export class Host {
  readonly #events = new Emitter<HostEvents>();
  readonly #parts: PartStates;
  readonly #engine: EngineClient;
  readonly #policy: PolicyClient;
  readonly #solver: SolverClient;
  readonly #generator: Generator;
  /** Keeps requests to the engine that belong together from being torn apart. */
  readonly #lock = new Lock();
  /** Time of each decision, by its number; the engine has no clock. */
  readonly #timings = new Map<number, Timings>();
  #game: Game | null = null;
  #config: Config | null = null;
  /** Counts the changes of the game, to recognise an answer that comes too late. */
  #changes = 0;
  #introduced: PolicyLoaded | null = null;
  readonly #steps: Steps;

  constructor(transports: Transports) {
    this.#parts = new PartStates(transports, this.#events);
    this.#engine = new EngineClient({
      ...this.#parts.owner("engine"),
      restored: (shown, kept) => {
        this.#restored(shown, kept);
      },
    });
    this.#engine.onLoaded = (loaded) => {
      this.#parts.remember("engine", loaded);
    };
    this.#policy = new PolicyClient(this.#parts.owner("policy"));
    this.#solver = new SolverClient(this.#parts.owner("solver"));
    this.#generator = new Generator(
      () => this.#parts.silentOwner("engine"),
      () => this.#engine.load(),
    );
    this.#steps = new Steps({
      ...{ lock: this.#lock, engine: this.#engine, policy: this.#policy },
      strategy: () => this.#config?.strategy,
      load: (part) => this.warmUp([part]),
      loadingOf: (part) => this.#parts.loadingOf(part),
      solve: (request) => this.#solve(request),
      thinking: (who) => this.#events.emit("thinking", { who }),
      absence: (absence) => this.#events.emit("absence", { absence }),
      finished: (result) => {
        this.#seen(result);
        if (result.kind === "decided") this.#decided(result.decision, result.timings);
      },
    });
  }

  /** Subscribes; returns the function that unsubscribes. */
  on<K extends keyof HostEvents>(type: K, listener: Listener<K>): () => void {
    return this.#events.on(type, listener);
  }

  /** The present game, or null before the first `open`. */
  get game(): Game | null {
    return this.#game;
  }

  /** What the engine decides by; null before it has told. */
  get config(): Config | null {
    return this.#config;
  }

  /** What the card of System 1's model says; null until it is loaded. */
  get card(): PolicyLoaded | null {
    return this.#policy.card;
  }

  /** How far each part is. */
  loadingOf(part: Part): Loading {
    return this.#parts.loadingOf(part);
  }

  /** True from `step()` until it resolves. */
  get busy(): boolean {
    return this.#steps.now !== null;
  }

  /** What the engine tells of itself: its strategies and their settings among it. */
  protocol(): Promise<Protocol> {
    return this.#engine.ask("protocol", {});
  }

  families(): Promise<FamilyInfo[]> {
    return this.#engine.ask("families", {});
  }

  /** What a text from anywhere holds. */
  async recognise(family: string, text: string): Promise<Recognised[]> {
    return (await this.#engine.ask("recognise", { family, text })).puzzles;
  }

  /** What recorded games say of a guarantee (protocol/risk.ts). No game is needed. */
  guarantee<O extends "certify" | "splits" | "bets">(op: O, asked: EngineCalls[O][0]): Promise<EngineCalls[O][1]> {
    return this.#engine.ask(op, asked);
  }

  /** The states of a simulated world after each row of controls. Leaves the game as it is. */
  async simulate(asked: EngineCalls["simulate"][0]): Promise<number[][]> {
    return (await this.#engine.ask("simulate", asked)).states;
  }

  /** A new puzzle. Runs in an engine of its own, so the game goes on; a newer call replaces an older one. */
  generate(options: EngineCalls["generate"][0]): Promise<EngineCalls["generate"][1]> {
    return this.#generator.generate(options);
  }

  /** Stops `generate`; its promise rejects with `error.worker.cancelled`. */
  cancelGenerate(): void {
    this.#generator.cancel();
  }

  /** Starts a new game. On an error the current one is kept. */
  open(puzzle: { family: string; text: string }): Promise<Game> {
    return this.#start(() => this.#engine.open(puzzle));
  }

  /** Goes on with a game that was kept (`kept`). On an error the current one is kept. */
  async restore(kept: TimedGame): Promise<Game> {
    const game = await this.#start(() => this.#engine.restore(kept));
    for (const { id, timings } of kept.decisions) if (timings) this.#timings.set(id, timings);
    return game;
  }

  async #start(begin: () => Promise<Shown>): Promise<Game> {
    const game = await this.#change(async () => {
      const { view, board } = await begin();
      if (board === null) throw failWith("error.worker.answer", { part: "engine" });
      const change = this.#introduced === null ? {} : calibrationFor(this.#introduced, board.family);
      const news = change.temperature !== undefined && change.temperature !== this.#config?.temperature;
      if (news || this.#config === null) this.#configured(await this.#engine.configure(change));
      return { view, board };
    });
    this.#timings.clear();
    this.#game = game;
    this.#events.emit("board", game);
    this.#events.emit("view", { view: game.view, board: null });
    return game;
  }

  /** The engine's own settings, before anything is configured: whoever shows them takes them from here. */
  async defaults(): Promise<Config> {
    return this.#config ?? (await this.configure({}));
  }

  /** Cancels a step under way, unless only the threshold changes: a dial may be dragged while the pair plays. */
  async configure(change: Partial<Config>): Promise<Config> {
    const onlyThreshold = Object.keys(change).every((key) => key === "threshold");
    if (onlyThreshold) await this.#steps.now?.catch(() => undefined);
    const config = await this.#change(() => this.#engine.configure(change));
    this.#configured(config, change.strategy);
    return this.#config ?? config;
  }

  /** A person's move. */
  play(variable: number, value: number): Promise<Shown> {
    return this.#changeGame("play", { variable, value });
  }

  /** Empties a cell that is not a given; what was proved from it goes too. */
  erase(variable: number): Promise<Shown> {
    return this.#changeGame("erase", { variable });
  }

  undo(): Promise<Shown> {
    return this.#changeGame("undo", {});
  }

  redo(): Promise<Shown> {
    return this.#changeGame("redo", {});
  }

  reset(): Promise<Shown> {
    return this.#changeGame("reset", {});
  }

  /** Switches a rule in the middle of the game; the network is not told. */
  switchRule(rule: string, on: boolean): Promise<Shown> {
    return this.#changeGame("switch_rule", { rule, on });
  }

  /**
   * One full think step. While one is under way, returns that one's promise. `standIn`: if one of the two systems is not
   * there, the other makes the step, whoever should have; an `absence` event tells.
   */
  step({ standIn = false } = {}): Promise<StepResult> {
    return this.#steps.now ?? this.#steps.begin(standIn);
  }

  /** Hard cancel: ends System 2's worker, forgets the step. Nothing is lost, the next step works. */
  async cancel(): Promise<void> {
    this.#solver.cancel();
    if (this.#steps.forget()) await this.#lock.run(() => this.#engine.change("abandon", {}));
  }

  /** The easiest step System 2 finds from here; changes nothing. `first`: told of a first reason, if the shortest takes
   *  longer. */
  hint(first?: (found: Found) => void): Promise<Found> {
    return this.#find({ task: "choose" }, first);
  }

  /** "Why this?" or "why not this?": a proof for or against `variable = value`. */
  examine(variable: number, value: number, first?: (found: Found) => void): Promise<Found> {
    return this.#find({ task: "examine", variable, value }, first);
  }

  /** In which share of all solutions each open value holds; changes nothing. */
  marginals(): Promise<Timed<MarginalsAnswer>> {
    return this.#askSolver({ task: "marginals" });
  }

  /** A solution of the board as it stands, if there is one; changes nothing. */
  solution(): Promise<Timed<SolutionAnswer>> {
    return this.#askSolver({ task: "solve" });
  }

  /** How many solutions the puzzle itself has. */
  async unique(): Promise<UniqueAnswer> {
    const { request } = await this.#engine.ask("ask", { task: "unique" });
    return (await this.#solve({ ...request, task: "unique" }, { lasting: true })).answer;
  }

  /** What would become of the puzzle, as it was set, if a rule were switched; changes nothing. */
  async ifSwitched(rule: string, on: boolean): Promise<{ count: Count; clash: number[] }> {
    const { family, text, clash, request } = await this.#engine.ask("if_switched", { rule, on });
    if (clash.length > 0) return { count: "none", clash };
    const { puzzle } = request;
    const { answer } = await this.#solver.solve({ ...request, task: "unique" }, { puzzle, family, text });
    return { count: answer.count, clash };
  }

  /** System 1's heat map of the present board; null if nothing is open. One inference per position. */
  intuition(): Promise<Reading | null> {
    return this.#reading({}, () => this.#engine.encode());
  }

  /** The same of the position after so many decisions. */
  pastIntuition(made: number): Promise<Reading | null> {
    return this.#reading({ made }, () => this.#engine.encodePast(made));
  }

  async #reading(moment: { made?: number }, encode: () => Promise<Tensors | null>): Promise<Reading | null> {
    await this.#usePolicy();
    return await this.#lock.run(async () => {
      const tensors = await encode();
      if (tensors === null) return null;
      const { logits, sureness } = (await this.#policy.infer(tensors)).answer;
      return { ...(await this.#engine.ask("intuition", { position: tensors.position, logits, ...moment })), sureness };
    });
  }

  /** Runs a small network that is not System 1's, on the same runtime. `ms`: how long it computed. */
  run(network: NetworkFile, inputs: PlainTensors): Promise<{ outputs: PlainTensors; ms: number }> {
    return this.#policy.run({ network, inputs });
  }

  /** A decision of the log, with its proof in words. */
  decision(id: number): Promise<Explained> {
    return this.#engine.ask("decision", { id });
  }

  /** The game as it stood after so many decisions. Changes nothing. */
  past(made: number): Promise<{ view: View; board: Board }> {
    return this.#engine.past(made);
  }

  /** The game for people: every proof in words, every decision with its time. */
  async trace(): Promise<TimedTrace> {
    const { trace } = await this.#engine.ask("trace", { words: true });
    return { ...trace, decisions: this.#timed((trace as ToldTrace).decisions) };
  }

  /** The game as `restore` takes it; null before the first. */
  kept(): TimedGame | null {
    const kept = this.#engine.kept();
    return kept && { ...kept, decisions: this.#timed(kept.decisions) };
  }

  #timed<D extends Decision>(decisions: D[]): (D & { timings: Timings | null })[] {
    return decisions.map((decision) => ({ ...decision, timings: this.#timings.get(decision.id) ?? null }));
  }

  /** Loads parts ahead of need. Resolves when they are ready; rejects with the first problem. */
  async warmUp(parts: Part[] = ["engine", "policy", "solver"]): Promise<void> {
    const load = {
      engine: () => this.#engine.load(),
      policy: () => this.#usePolicy(),
      solver: () => this.#solver.load(),
    };
    await Promise.all(parts.map((part) => load[part]()));
  }

  /** Ends every worker. */
  close(): void {
    this.#steps.forget();
    this.#generator.cancel();
    this.#solver.close();
    this.#policy.close();
    this.#engine.close();
  }

  // --- changes of the game ---

  async #changeGame<Op extends "play" | "erase" | "undo" | "redo" | "reset" | "switch_rule">(
    op: Op,
    args: EngineCalls[Op][0],
  ): Promise<Shown> {
    const { view, board, decision } = await this.#change(() => this.#engine.change(op, args));
    this.#seen({ view, board });
    if (decision && op === "play") this.#decided(decision, { system1Ms: 0, system2Ms: 0 });
    return { view, board };
  }

  /** Cancels a step under way, and answers of System 2 about a position that is about to pass. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    this.#changes++;
    this.#solver.drop();
    const abandon = this.#steps.forget();
    return this.#lock.run(async () => {
      if (abandon) await this.#engine.change("abandon", {});
      return await work();
    });
  }

  /** The engine may decide by another strategy just now, for somebody stands in. */
  #configured(config: Config, strategy = this.#config?.strategy): void {
    this.#config = { ...config, strategy: strategy ?? config.strategy };
    this.#events.emit("config", this.#config);
  }

  #seen({ view, board }: Shown): void {
    if (this.#game === null) return;
    this.#game = { board: board ?? this.#game.board, view };
    this.#events.emit("view", { view, board });
  }

  #decided(decision: Decision, timings: Timings): void {
    this.#timings.set(decision.id, timings);
    this.#events.emit("decision", { decision, timings });
  }

  #restored(shown: Shown, kept: boolean): void {
    this.#seen(shown);
    if (!kept) this.#events.emit("replaced", { part: "engine", reason: "crashed", problem: null, gameKept: false });
  }

  // --- thinking ---

  /** An answer about a step, with its proof in words. */
  #find(question: StepQuestion, first?: (found: Found) => void): Promise<Found> {
    const changes = this.#changes;
    return found(
      {
        ask: (draft) => this.#askSolver(question, draft),
        diagnose: async () => (await this.#askSolver({ task: "diagnose" })).answer,
        narrate: async (core) => (await this.#engine.ask("narrate", { core })).proof,
        isPresent: () => changes === this.#changes,
      },
      first,
    );
  }

  async #askSolver<T extends Question["task"]>(
    question: Extract<Question, { task: T }>,
    draft?: (first: Timed<AnswerTo<T>>) => void,
  ) {
    const changes = this.#changes;
    const { request } = await this.#engine.ask("ask", question);
    if (changes !== this.#changes) throw failWith("error.worker.cancelled");
    this.#events.emit("thinking", { who: "system2" });
    try {
      return await this.#solve({ ...request, task: question.task as T }, { draft });
    } finally {
      if (!this.busy) this.#events.emit("thinking", { who: null });
    }
  }

  #solve<T extends Task>(
    request: SolverRequest & { task: T },
    options: { lasting?: boolean; draft?: ((first: Timed<AnswerTo<T>>) => void) | undefined } = {},
  ) {
    if (this.#game === null) throw failWith("error.request.no_game");
    return this.#solver.solve(request, this.#game.board, options);
  }

  /** Loads System 1, and tells the engine what the model's card says: its calibration, and what it was trained on. */
  async #usePolicy(): Promise<void> {
    await this.#policy.load();
    const { card } = this.#policy;
    if (card === null || card === this.#introduced) return;
    this.#introduced = card;
    const { trained } = card;
    this.#configured(
      await this.#lock.run(() =>
        this.#engine.configure({ ...calibrationFor(card, this.#game?.board.family), trained }),
      ),
    );
    // Only now is it known whether the game at hand lies outside of what the network was trained on.
    if (this.#game === null) return;
    const shown = await this.#lock.run(() => this.#engine.change("view", {}));
    if (shown.view.shift !== null || this.#game.view.shift !== null) this.#seen(shown);
  }
}
