// The same puzzle on several boards. One clock passes for all of them: in decisions, in work, or in time. Each board shows
// what it had decided by then; its game is thought ahead of the clock, one board after the other, so that none waits for
// another's turn at the solver and what is measured of a thought is that thought alone. So any moment can be gone back to.

import type { Host } from "../host/host";
import type { TimedTrace } from "../host/types";
import type { Config } from "../protocol/engine";
import type { Truth } from "../host/truth";
import { PACES, type Pace } from "./cost";
import { firstDisagreement, type Disagreement } from "./disagreement";
import { MOST_LANES, USUAL, type How } from "./how";
import { Lane, type Puzzle } from "./lane";

/** What passes in a second at full pace: decisions, operations, milliseconds. */
const PER_SECOND: Record<Pace, number> = { step: 2, work: 20_000, time: 1000 };
export const TEMPOS = ["slow", "steady", "quick", "instant"] as const;
export type Tempo = (typeof TEMPOS)[number];
const FACTOR: Record<Exclude<Tempo, "instant">, number> = { slow: 0.2, steady: 1, quick: 5 };
/** Between two pictures, in milliseconds. */
const TICK_MS = 60;

export interface Surroundings {
  newHost(): Host;
  /** What the engine decides by. */
  configOf(how: How): Partial<Config>;
  judge(puzzle: Puzzle): Promise<Truth>;
  changed(): void;
  now(): number;
  wait(ms: number): Promise<void>;
}

export class Race {
  puzzle: Puzzle | null = null;
  lanes: readonly Lane[] = [];
  hows: readonly How[] = USUAL;
  truth: Truth | null = null;
  pace: Pace = "step";
  tempo: Tempo = "steady";
  playing = false;
  /** How much has passed on the common clock. */
  clock = 0;

  private readonly around: Surroundings;
  /** Grows with every race, so that what an earlier one still thinks is dropped. */
  private run = 0;
  /** The thinking that is under way; boards take turns. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Recorded games, by the boards that they are wanted on. */
  private readonly recorded = new WeakMap<How, { trace: TimedTrace; name: string }>();
  private known: { count: number; pace: Pace; found: Disagreement | null } | null = null;

  constructor(around: Surroundings) {
    this.around = around;
  }

  // --- beginning -------------------------------------------------------------------------------------------------

  /** From the start, with the boards as they are wanted now. */
  async start(puzzle: Puzzle, hows: readonly How[] = this.hows): Promise<void> {
    const run = this.clear(puzzle);
    this.hows = hows.slice(0, MOST_LANES);
    this.lanes = this.hows.map((how) => this.newLane(how, this.recorded.get(how)?.name));
    this.around.changed();
    for (const lane of this.lanes) {
      await this.begin(lane, puzzle);
      if (run !== this.run) return;
      this.around.changed();
    }
    await this.judge(puzzle, run);
  }

  private newLane(how: How, trace?: string): Lane {
    return new Lane(how, this.around.configOf(how), this.around.newHost(), trace);
  }

  /** A branch first needs the decisions of the board that it leaves. */
  private async begin(lane: Lane, puzzle: Puzzle): Promise<void> {
    const { from } = lane.how;
    const recorded = this.recorded.get(lane.how);
    if (recorded) return await lane.replay(recorded.trace);
    const parent = from && this.lanes[from.lane];
    if (!from || !parent) return await lane.open(puzzle);
    while (parent.moments.length <= from.made && !parent.done) await parent.think();
    await lane.follow(parent, Math.min(from.made, parent.moments.length - 1));
  }

  private async judge(puzzle: Puzzle, run: number): Promise<void> {
    const truth = await this.around.judge(puzzle).catch(() => null);
    if (run !== this.run) return;
    this.truth = truth;
    this.around.changed();
  }

  private clear(puzzle: Puzzle): number {
    this.run += 1;
    for (const lane of this.lanes) lane.close();
    this.turn = Promise.resolve();
    this.lanes = [];
    this.puzzle = puzzle;
    this.truth = null;
    this.known = null;
    this.playing = false;
    this.clock = 0;
    return this.run;
  }

  /** Another board, which goes on from one of these after so many of its decisions. */
  async branch(lane: number, made: number, how: Omit<How, "from">): Promise<void> {
    if (this.lanes.length >= MOST_LANES || !this.lanes[lane]) return;
    const { run } = this;
    const added = this.newLane({ ...how, from: { lane, made } });
    this.pause();
    await this.turn;
    await this.begin(added, this.puzzle!);
    if (run !== this.run) return added.close();
    this.lanes = [...this.lanes, added];
    this.hows = this.lanes.map((one) => one.how);
    this.clock = added.moments[Math.min(made, added.moments.length - 1)]?.clocks[this.pace] ?? this.clock;
    this.around.changed();
  }

  /** A recorded game as a board. The first replaces what was played; a second of the same puzzle stands beside it.
   *  Rejects with what is wrong with the trace; the boards then stay. */
  async replay(trace: TimedTrace, name: string, how: How): Promise<void> {
    const lane = this.newLane(how, name);
    try {
      await lane.replay(trace);
    } catch (thrown) {
      lane.close();
      throw thrown;
    }
    this.recorded.set(how, { trace, name });
    const { puzzle } = this;
    const text = lane.moments[0]?.board.text ?? "";
    const same = puzzle?.family === trace.family && this.lanes[0]?.moments[0]?.board.text === text;
    if (!same || this.lanes.length >= MOST_LANES) {
      const run = this.clear({ family: trace.family, text });
      void this.judge({ family: trace.family, text }, run);
    }
    this.lanes = [...this.lanes, lane];
    this.hows = this.lanes.map((one) => one.how);
    this.clock = 0;
    this.around.changed();
  }

  close(): void {
    this.run += 1;
    this.playing = false;
    for (const lane of this.lanes) lane.close();
  }

  // --- the common clock --------------------------------------------------------------------------------------------

  /** Until when everything is known that the boards show. */
  get horizon(): number {
    const open = this.lanes.filter((lane) => !lane.done);
    const ends = (open.length > 0 ? open : this.lanes).map((lane) => lane.last?.clocks[this.pace] ?? 0);
    return open.length > 0 ? Math.min(...ends) : Math.max(0, ...ends);
  }

  /** How far the slider goes. */
  get end(): number {
    return Math.max(this.clock, ...this.lanes.map((lane) => lane.last?.clocks[this.pace] ?? 0));
  }

  /** Every board has come to its end, and shows it. */
  get finished(): boolean {
    return this.lanes.length > 0 && this.lanes.every((lane) => lane.done) && this.clock >= this.horizon;
  }

  get ready(): boolean {
    return this.lanes.length > 0 && this.lanes.every((lane) => lane.moments.length > 0 || lane.problem !== null);
  }

  setPace(pace: Pace): void {
    // What the first board shows stays in sight.
    const [first] = this.lanes;
    const moment = first?.at(this.pace, this.clock);
    this.pace = pace;
    this.clock = moment?.clocks[pace] ?? 0;
    this.around.changed();
  }

  seek(clock: number): void {
    this.pause();
    this.clock = Math.max(0, Math.min(clock, this.end));
    this.around.changed();
  }

  /** To the next moment at which a board changes. */
  async step(): Promise<void> {
    this.pause();
    const { run } = this;
    await this.thinkPast(this.clock);
    if (run !== this.run) return;
    this.clock = this.next ?? this.horizon;
    this.around.changed();
  }

  /** When the next board changes, if that is known. */
  private get next(): number | null {
    const { pace, clock } = this;
    const coming = this.lanes.flatMap(({ moments }) => {
      const moment = moments.find(({ clocks }) => clocks[pace] > clock);
      return moment ? [moment.clocks[pace]] : [];
    });
    return coming.length > 0 ? Math.min(...coming) : null;
  }

  pause(): void {
    if (!this.playing) return;
    this.playing = false;
    this.around.changed();
  }

  async play(): Promise<void> {
    if (this.playing) return;
    if (this.finished) this.clock = 0;
    const { run } = this;
    this.playing = true;
    this.around.changed();
    let before = this.around.now();
    while (this.playing && run === this.run && !this.finished) {
      await this.thinkPast(this.clock);
      await this.around.wait(TICK_MS);
      if (!this.playing || run !== this.run) return;
      const now = this.around.now();
      this.clock = Math.min(this.clock + this.passed(now - before), this.horizon);
      before = now;
      this.around.changed();
    }
    if (run === this.run) this.pause();
  }

  private passed(ms: number): number {
    const { tempo, pace } = this;
    return tempo === "instant" ? Infinity : (PER_SECOND[pace] * FACTOR[tempo] * ms) / 1000;
  }

  /** Until more is known than what is shown: one decision of one board at a time. */
  private thinkPast(clock: number): Promise<void> {
    const { run } = this;
    const thinking = this.turn.then(async () => {
      while (run === this.run) {
        const behind = this.behind;
        if (behind === null || (behind.last?.clocks[this.pace] ?? 0) > clock) return;
        await behind.think();
        if (run === this.run) this.around.changed();
      }
    });
    this.turn = thinking;
    return thinking;
  }

  /** Of the boards that go on, the one whose game is known for the shortest time. */
  private get behind(): Lane | null {
    const clockOf = (lane: Lane) => lane.last?.clocks[this.pace] ?? 0;
    const open = this.lanes.filter((lane) => !lane.done && lane.trace === null);
    return open.reduce<Lane | null>((least, lane) => (least && clockOf(least) <= clockOf(lane) ? least : lane), null);
  }

  /** All boards play by strategies, so that an address can tell them. */
  get addressable(): boolean {
    return this.lanes.every((lane) => lane.trace === null);
  }

  // --- what follows ------------------------------------------------------------------------------------------------

  /** As far as the games are known. */
  get disagreement(): Disagreement | null {
    const count = this.lanes.reduce((sum, { moments }) => sum + moments.length, 0);
    if (this.known?.count !== count || this.known.pace !== this.pace) {
      const games = this.lanes.map(({ moments }) => moments);
      this.known = { count, pace: this.pace, found: firstDisagreement(games, this.pace) };
    }
    return this.known.found;
  }

  /** The disagreement, once the boards that are shown have come to it. */
  get shownDisagreement(): Disagreement | null {
    const found = this.disagreement;
    return found && found.clock <= this.clock ? found : null;
  }
}

export const isPace = (text: string): text is Pace => (PACES as readonly string[]).includes(text);
export const isTempo = (text: string): text is Tempo => (TEMPOS as readonly string[]).includes(text);
