// A network that learns, as the page sees it: what was begun, how far it is, what was measured. One thing is done after the
// other; the worker is asked for short pieces of work, so that a pause is a pause at once. Knows no document and no clock.

import type { Problem } from "../protocol/engine";
import type { PracticeCalls, PracticePoint, PracticeTally } from "../protocol/practice";
import { failWith, problem, problemOf } from "../protocol/problems";
import { fromBase64 } from "./base64";
import type { Door } from "./door";
import type { Learned, Measured } from "./learned";
import { weightsFrom } from "./network_file";
import {
  isPicture,
  isPoint,
  keptRun,
  readRun,
  type Fixed,
  type Picture,
  type Plan,
  type Run,
  type Tested,
} from "./run";
import type { PracticeShelf } from "./shelf";

/** loading: the worker is · measuring: the held-out puzzles are played · paused: as it was left, to be gone on with. */
export type Phase = "idle" | "loading" | "measuring" | "learning" | "paused";

export type Pace = "steady" | "fast";
/** How many moves are asked for at once, and how long the page waits between, in milliseconds. */
const PACES: Record<Pace, { moves: number; pause: number }> = {
  steady: { moves: 1, pause: 150 },
  fast: { moves: 8, pause: 0 },
};

/** From so sure on, System 1 plays without asking; proofs that rest on so many rules a beginner can follow. */
export const THRESHOLD = 0.9;
export const LONGEST = 3;

/** After so many seconds of computing, a run is kept again. */
const KEEP_SECONDS = 2;
/** The last puzzles, of so many moves together, tell how it goes: one alone is a matter of luck. */
export const WINDOW_MOVES = 20;
/** From here on, practice has made it automatic. */
export const GOAL = 0.1;

export interface Around {
  door(): Door;
  shelf: PracticeShelf;
  pause(milliseconds: number): Promise<void>;
  changed(): void;
}

export type Totals = Pick<PracticeTally, "moves" | "escalated" | "wrong" | "work" | "proofs" | "trainingSteps"> & {
  puzzles: number;
};
export const NOTHING: Totals = { puzzles: 0, moves: 0, escalated: 0, wrong: 0, work: 0, proofs: 0, trainingSteps: 0 };

export class Learning {
  phase: Phase = "idle";
  plan: Plan | null = null;
  points: PracticePoint[] = [];
  totals = NOTHING;
  tested: Tested[] = [];
  fixed: Fixed | null = null;
  /** The fixed position: before anything was learned, and as it is seen now. */
  before: Picture | null = null;
  picture: Picture | null = null;
  /** Of computing, without measuring. */
  seconds = 0;
  problem: Problem | null = null;
  /** The browser keeps what is going on. */
  keeps = true;
  pace: Pace = "steady";
  readonly #around: Around;
  #door: Door | null = null;
  /** A run that was kept and has not been gone on with yet. */
  #kept: string | null = null;
  #keptAt = 0;
  /** A measurement was broken off. */
  #halfway = false;
  /** What is wanted: to learn, or a rest. */
  #going = false;
  #turn: Promise<void> = Promise.resolve();
  /** Counts the runs, to recognise work of one that was thrown away. */
  #run = 0;

  constructor(around: Around) {
    this.#around = around;
  }

  /** It learns, or will once it is ready. */
  get going(): boolean {
    return this.#going;
  }

  /** The share of the last puzzles' moves for which System 2 was asked; null before the first. */
  get lately(): number | null {
    return shareOf(latest(this.points));
  }

  /** Throws away what was learned and begins anew. Resolves when it is paused. */
  begin(plan: Plan, course: Course): Promise<void> {
    this.#clear();
    this.plan = plan;
    this.#going = true;
    const { seed, teacher } = plan;
    return this.#next(async (door) => {
      const { value } = await door.ask("practice_begin", { ...course, seed, teacher });
      const { family, text } = value.picture;
      this.fixed = { family, text };
      this.before = this.picture = await this.#look(door);
      await this.#keep(door);
      await this.#test(door);
      await this.#learn(door);
    });
  }

  /** Goes on. Resolves when it is paused. */
  go(): Promise<void> {
    if (this.plan === null || this.#going) return this.#turn;
    this.#going = true;
    return this.#next((door) => this.#learn(door));
  }

  /** Rests after the piece of work that is under way, and measures what was reached. */
  pause(): Promise<void> {
    if (!this.#going) return this.#turn;
    this.#going = false;
    return this.#next((door) => this.#test(door));
  }

  /** Throws away what was learned, here and on the device; what was given a name stays. */
  async reset(): Promise<void> {
    this.#clear();
    this.plan = null;
    this.#around.changed();
    await this.#around.shelf.forgetRun();
  }

  /** Ends the work at once. What was kept last can be gone on with. */
  close(): void {
    this.#clear();
  }

  /** Finds the run that was not ended, if there is one, paused. */
  async restore(): Promise<void> {
    const run = readRun(await this.#around.shelf.run());
    if (run === null || this.phase !== "idle" || this.plan !== null) return;
    const { plan, points, tested, fixed, before, seconds, state } = run;
    Object.assign(this, { plan, points, tested, fixed, before, seconds, phase: "paused" });
    this.totals = sumOf(points);
    this.#kept = state;
    this.#keptAt = seconds;
    this.#around.changed();
    // Its picture costs little, and shows that it is there.
    await this.#next(async (door) => void (this.picture = await this.#look(door)));
  }

  /** The learned numbers. Throws if the worker cannot tell them. */
  async weights(count: number): Promise<Float32Array<ArrayBuffer>> {
    let found: Float32Array<ArrayBuffer> | null = null;
    await this.#next(async (door) => {
      const { value } = await door.ask("practice_weights", {});
      const raw = fromBase64(value.weights);
      found = raw && weightsFrom(raw, count);
    });
    if (found === null) throw failWith("error.practice.network", { detail: "weights" });
    return found;
  }

  /** What the card says of the network as it is now; `measured` only if nothing was learned since. */
  card(name: string, version: string): Learned | null {
    const { plan, totals, seconds } = this;
    if (plan === null) return null;
    const { taught, teacher, start, seed } = plan;
    const last = this.tested.at(-1);
    const measured = last?.puzzles === totals.puzzles ? last.result : null;
    const { puzzles, moves, trainingSteps: steps } = totals;
    return { name, taught, teacher, start, seed, puzzles, moves, steps, seconds: round(seconds), measured, version };
  }

  // --- one thing after the other -------------------------------------------------------------------------------

  #clear(): void {
    this.#run++;
    this.#door?.close();
    this.#door = null;
    this.#going = false;
    this.#kept = null;
    this.#keptAt = 0;
    this.#halfway = false;
    this.#turn = Promise.resolve();
    Object.assign(this, {
      phase: "idle",
      points: [],
      tested: [],
      fixed: null,
      before: null,
      picture: null,
      problem: null,
    });
    Object.assign(this, { totals: NOTHING, seconds: 0 });
  }

  #next(work: (door: Door) => Promise<void>): Promise<void> {
    const run = this.#run;
    this.#turn = this.#turn.then(async () => {
      if (run !== this.#run) return;
      try {
        this.problem = null;
        await work(await this.#opened());
        if (run === this.#run) this.#enter("paused");
      } catch (thrown) {
        if (run === this.#run) this.#failed(thrown);
      }
    });
    return this.#turn;
  }

  /** The worker, with the run that was kept, if there is one. */
  async #opened(): Promise<Door> {
    if (this.#door) return this.#door;
    this.#enter("loading");
    const door = this.#around.door();
    this.#door = door;
    this.#halfway = false;
    if (this.#kept !== null) await door.ask("practice_resume", { state: this.#kept });
    return door;
  }

  /** The worker is of no use any more; what it knew when it was last kept is. */
  #failed(thrown: unknown): void {
    this.problem = problemOf(thrown, (detail) => problem("error.worker.crashed", { part: "solver", detail }));
    this.#door?.close();
    this.#door = null;
    this.#going = false;
    this.#enter("paused");
  }

  #enter(phase: Phase): void {
    this.phase = phase;
    this.#around.changed();
  }

  async #learn(door: Door): Promise<void> {
    const run = this.#run;
    this.#enter("learning");
    while (this.#going && run === this.#run) {
      const { moves, pause } = PACES[this.pace];
      const { value, ms } = await door.ask("practice_go", { moves });
      if (run !== this.#run) return;
      this.seconds += ms / 1000;
      this.totals = { ...value.total, puzzles: value.puzzles };
      const points = value.points.filter(isPoint);
      if (points.length > 0) this.points = [...this.points, ...points];
      this.picture = await this.#look(door);
      if (this.seconds - this.#keptAt >= KEEP_SECONDS) await this.#keep(door);
      this.#around.changed();
      await this.#around.pause(pause);
    }
    if (run === this.#run) await this.#keep(door);
  }

  async #look(door: Door): Promise<Picture | null> {
    const { value } = await door.ask("practice_picture", {});
    return isPicture(value.intuition) ? value.intuition : null;
  }

  /** One puzzle after the other, until somebody wants to go on. The numbers count only if all were played. */
  async #test(door: Door): Promise<void> {
    const { totals, seconds } = this;
    const { puzzles } = totals;
    const last = this.tested.at(-1);
    if (last?.puzzles === puzzles && last.seconds === seconds) return;
    this.#enter("measuring");
    const [going, run] = [this.#going, this.#run];
    for (;;) {
      const { value } = await door.ask("practice_test", { puzzles: 1 });
      if (run !== this.#run) return;
      if (value.done && !this.#halfway) {
        const { solved, alone, moves, escalated, wrong } = value;
        const result: Measured = { puzzles: value.puzzles, solved, alone, moves, escalated, wrong };
        this.tested = [...this.tested, { puzzles, seconds, result }];
        return await this.#keep(door);
      }
      // What was begun before something was learned is played to its end and thrown away.
      if (value.done) this.#halfway = false;
      if (this.#going !== going) {
        this.#halfway = !value.done;
        return;
      }
    }
  }

  async #keep(door: Door): Promise<void> {
    const { plan, points, tested, fixed, before, seconds } = this;
    const run = this.#run;
    const { value } = await door.ask("practice_save", {});
    if (plan === null || fixed === null || run !== this.#run) return;
    this.#kept = value.state;
    this.#keptAt = seconds;
    const kept: Run = { plan, points, tested, fixed, before, seconds, state: value.state };
    this.keeps = await this.#around.shelf.keepRun(keptRun(kept));
  }
}

/** What a run begins with, beside its plan. */
export type Course = Omit<PracticeCalls["practice_begin"][0], "seed" | "teacher">;

/** The last puzzles that have so many moves together, or all. */
export function latest(points: readonly PracticePoint[], until = points.length): readonly PracticePoint[] {
  let [from, moves] = [until, 0];
  while (from > 0 && moves < WINDOW_MOVES) moves += points[--from]!.moves;
  return points.slice(from, until);
}

export function shareOf(points: readonly Pick<PracticePoint, "moves" | "escalated">[]): number | null {
  const moves = points.reduce((sum, point) => sum + point.moves, 0);
  return moves === 0 ? null : points.reduce((sum, point) => sum + point.escalated, 0) / moves;
}

function sumOf(points: readonly PracticePoint[]): Totals {
  const sum = { ...NOTHING, puzzles: points.length };
  for (const point of points)
    for (const name of ["moves", "escalated", "wrong", "work", "proofs", "trainingSteps"] as const)
      sum[name] += point[name];
  return sum;
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10;
