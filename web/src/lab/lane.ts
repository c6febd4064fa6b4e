// One board of a race. Its game is thought ahead and kept moment by moment, so that every moment can be shown again.

import type { Host } from "../host/host";
import type { Board, Config, Decision, IdleReason, KeptGame, Problem, View } from "../protocol/engine";
import type { TimedTrace } from "../host/types";
import { problemOf } from "../protocol/problems";
import { costOf, later, NOTHING, START, type Clocks, type Cost, type Pace } from "./cost";
import type { How } from "./how";

/** The board after a decision; the first is the start. */
export interface Moment {
  view: View;
  board: Board;
  decision: Decision | null;
  cost: Cost;
  clocks: Clocks;
}

export interface Puzzle {
  family: string;
  text: string;
}

/** Far more than any game needs: every step settles a value, or takes a guess back for good. */
const STEPS_PER_CELL = 200;

export class Lane {
  readonly how: How;
  readonly host: Host;
  /** Of a trace that was loaded: where it came from. */
  readonly trace: string | null;
  readonly moments: Moment[] = [];
  /** Why nothing more is decided; null while the game goes on. */
  end: IdleReason | null = null;
  problem: Problem | null = null;

  private readonly config: Partial<Config>;

  /** `config`: what the engine decides by. */
  constructor(how: How, config: Partial<Config>, host: Host, trace: string | null = null) {
    this.how = how;
    this.config = config;
    this.host = host;
    this.trace = trace;
  }

  /** Nothing more comes of it. */
  get done(): boolean {
    return this.trace !== null || this.end !== null || this.problem !== null;
  }

  get last(): Moment | null {
    return this.moments.at(-1) ?? null;
  }

  /** The moment that is shown when so much has passed. */
  at(pace: Pace, clock: number): Moment | null {
    return this.moments[this.indexAt(pace, clock)] ?? null;
  }

  indexAt(pace: Pace, clock: number): number {
    let [low, high] = [0, this.moments.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.moments[middle]!.clocks[pace] <= clock) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }

  // --- beginning -------------------------------------------------------------------------------------------------

  /** From the start. */
  async open(puzzle: Puzzle): Promise<void> {
    await this.attempt(async () => {
      await this.configure();
      this.begin(await this.host.open(puzzle));
    });
  }

  /** From where another game was after so many decisions, with its moments until then. */
  async follow(parent: Lane, made: number): Promise<void> {
    await this.attempt(async () => {
      const kept = parent.host.kept();
      if (kept === null) return;
      await this.configure();
      await this.host.restore(shortened(kept, made));
      this.moments.push(...parent.moments.slice(0, made + 1));
    });
  }

  /** A whole game that was recorded. Rejects with what is wrong with it. */
  async replay(trace: TimedTrace): Promise<void> {
    await this.configure();
    const end = await this.host.restore({ ...trace, undone: [] });
    this.begin(await this.host.past(0));
    for (const decision of trace.decisions) {
      const { view, board } = await this.host.past(decision.id + 1);
      this.note(view, board, decision, costOf(decision, decision.timings ?? null));
    }
    if (end.view.status === "solved") this.end = "solved";
  }

  private async configure(): Promise<void> {
    await this.host.configure(this.config);
  }

  private begin({ view, board }: { view: View; board: Board }): void {
    this.moments.push({ view, board, decision: null, cost: NOTHING, clocks: START });
  }

  // --- thinking --------------------------------------------------------------------------------------------------

  /** One more decision; false if none came. */
  async think(): Promise<boolean> {
    const made = this.moments.length;
    await this.attempt(async () => {
      const { last } = this;
      if (last === null || this.done) return;
      const result = await this.host.step();
      if (result.kind === "idle") this.end = result.reason;
      if (result.kind !== "decided") return;
      const { decision, view, board, timings } = result;
      this.note(view, board ?? last.board, decision, costOf(decision, timings));
      if (view.status === "solved") this.end = "solved";
      else if (this.moments.length > STEPS_PER_CELL * last.board.cells.length) this.end = "budget";
    });
    return this.moments.length > made;
  }

  private note(view: View, board: Board, decision: Decision, cost: Cost): void {
    this.moments.push({ view, board, decision, cost, clocks: later(this.last!.clocks, cost) });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      const problem = problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } }));
      if (problem.key !== "error.worker.closed") this.problem = problem;
    }
  }

  close(): void {
    this.host.close();
  }
}

const shortened = (kept: KeptGame, made: number): KeptGame => ({
  ...kept,
  decisions: kept.decisions.slice(0, made),
  undone: [],
});
