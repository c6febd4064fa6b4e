// Measuring on the visitor's own machine: every puzzle is played by every strategy, one game after the other in the lab's
// workers, so that it can be paused between two games and called off at any time. What was measured until then stays.

import type { Host } from "../host/host";
import { findTruth, type Truth } from "../host/truth";
import type { Config, Decision, Problem } from "../protocol/engine";
import { problemOf } from "../protocol/problems";
import { costOf, sum, timeOf, workOf, type Cost } from "./cost";
import type { How } from "./how";
import type { Puzzle } from "./lane";
import { outcomeOf, type Outcome } from "./outcome";

/** Far more than any game needs. */
const STEPS_PER_CELL = 200;

/** What one game came to. */
export interface Game {
  how: How;
  solved: boolean;
  /** A wrong move was played unchecked; null where there is not exactly one solution to hold it against. */
  erred: boolean | null;
  asked: number;
  work: number;
  ms: number;
  /** What it says about a guarantee: told by games in which everything was checked. */
  outcome: Outcome | null;
}

export interface Order {
  /** How many puzzles. */
  count: number;
  /** The i-th. May take a while: it may have to be made. */
  puzzle(index: number): Promise<Puzzle>;
  hows: readonly How[];
}

export class Measuring {
  state: "idle" | "running" | "paused" | "done" | "stopped" = "idle";
  games: readonly Game[] = [];
  /** How many games there will be. */
  total = 0;
  problem: Problem | null = null;

  private readonly player: Host;
  private readonly judge: Host;
  private readonly configOf: (how: How) => Partial<Config>;
  private readonly changed: () => void;
  private run = 0;
  private resume: (() => void) | null = null;

  constructor(player: Host, judge: Host, configOf: (how: How) => Partial<Config>, changed: () => void) {
    this.player = player;
    this.judge = judge;
    this.configOf = configOf;
    this.changed = changed;
  }

  get active(): boolean {
    return this.state === "running" || this.state === "paused";
  }

  async start({ count, puzzle, hows }: Order): Promise<void> {
    const run = ++this.run;
    Object.assign(this, { state: "running", games: [], total: count * hows.length, problem: null });
    this.changed();
    try {
      for (let index = 0; index < count && run === this.run; index++)
        await this.playAll(await puzzle(index), hows, run);
      if (run === this.run) this.state = "done";
    } catch (thrown) {
      if (run !== this.run) return;
      this.problem = problemOf(thrown, (key) => ({ key: "error.unknown", args: { key } }));
      this.state = "stopped";
    }
    if (run === this.run) this.changed();
  }

  private async playAll(puzzle: Puzzle, hows: readonly How[], run: number): Promise<void> {
    const truth = await findTruth(this.judge, puzzle.family, puzzle.text);
    for (const how of hows) {
      await this.turn();
      if (run !== this.run) return;
      const game = await this.playOne(puzzle, how, truth, run);
      if (run !== this.run || game === null) return;
      this.games = [...this.games, game];
      this.changed();
    }
  }

  /** Null if it was called off. */
  private async playOne({ family, text }: Puzzle, how: How, truth: Truth, run: number): Promise<Game | null> {
    const { player } = this;
    await player.configure(this.configOf(how));
    const { board, view } = await player.open({ family, text });
    const costs: Cost[] = [];
    const decisions: Decision[] = [];
    let [now, erred] = [view, false];
    for (let left = STEPS_PER_CELL * board.cells.length; left > 0 && now.status !== "solved"; left--) {
      const result = await player.step();
      if (run !== this.run || result.kind === "cancelled") return null;
      if (result.kind === "idle") break;
      const { decision, timings } = result;
      costs.push(costOf(decision, timings));
      decisions.push(decision);
      const guessed = decision.kind === "place" && decision.source === "system1";
      erred ||= guessed && truth.values !== null && truth.values[decision.variable] !== decision.value;
      now = result.view;
    }
    const cost = sum(costs);
    const asked = now.tally.escalations;
    const solved = now.status === "solved";
    const told = how.strategy === "risk_controlled" && how.dial === undefined && solved && truth.values;
    const outcome = told ? outcomeOf(decisions, told) : null;
    return { how, solved, erred: truth.values && erred, asked, work: workOf(cost), ms: timeOf(cost), outcome };
  }

  pause(): void {
    if (this.state !== "running") return;
    this.state = "paused";
    this.changed();
  }

  goOn(): void {
    if (this.state !== "paused") return;
    this.state = "running";
    this.resume?.();
    this.resume = null;
    this.changed();
  }

  /** Calls it off. What was measured stays. */
  cancel(): void {
    if (!this.active) return;
    this.run += 1;
    this.state = "stopped";
    this.resume?.();
    this.resume = null;
    void this.player.cancel();
    this.changed();
  }

  /** Resolves at once unless it is paused. */
  private async turn(): Promise<void> {
    while (this.state === "paused") await new Promise<void>((resolve) => (this.resume = resolve));
  }
}

/** The middle of several numbers; of an even number, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? 0 : (low + high) / 2;
}
