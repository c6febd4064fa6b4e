// A network that learns, as the page sees it: what was begun, how far it is, what was measured. One thing is done after the
// other; the worker is asked for short pieces of work, so that a pause is a pause at once. Knows no document and no clock.

import type { Problem } from "../protocol/engine";
import type { PracticeBegin, PracticePoint, PracticeTest, PracticeTotals } from "../protocol/practice";
import { failWith, problem, problemOf } from "../protocol/problems";
import { fromBase64 } from "./base64";
import type { Door } from "./door";
import type { Learned } from "./learned";
import { weightsFrom } from "./network_file";
import { isPicture, isPoint, keptRun, readRun, type Picture, type Plan, type Run, type Tested } from "./run";
import type { PracticeShelf } from "./shelf";

/** loading: the worker is · measuring: the held-out puzzles are played · paused: as it was left, to be gone on with. */
export type Phase = "idle" | "loading" | "measuring" | "learning" | "paused";

export type Pace = "steady" | "fast";
/** How many moves are asked for at once, and how long the page waits between, in milliseconds. */
const PACES: Record<Pace, { moves: number; pause: number }> = {
  steady: { moves: 4, pause: 120 },
  fast: { moves: 20, pause: 0 },
};

/** After so many seconds of computing, a run is kept again. */
const KEEP_SECONDS = 2;
/** Of so many puzzles the last, together, tell how it goes. */
export const WINDOW = 8;
/** From here on, practice has made it automatic. */
export const GOAL = 0.1;

export interface Around {
  door(): Door;
  shelf: PracticeShelf;
  pause(milliseconds: number): Promise<void>;
  changed(): void;
}

export const NOTHING: PracticeTotals = { puzzles: 0, moves: 0, escalated: 0, wrong: 0, work: 0, training_steps: 0 };

export class Learning {
  phase: Phase = "idle";
  plan: Plan | null = null;
  points: PracticePoint[] = [];
  totals = NOTHING;
  tested: Tested[] = [];
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
    return shareOf(this.points.slice(-WINDOW));
  }

  /** Throws away what was learned and begins anew. Resolves when it is paused. */
  begin(plan: Plan, { puzzles, test, start, steps_kept, threshold, replay }: Course): Promise<void> {
    this.#clear();
    this.plan = plan;
    this.#going = true;
    const { picture, seed, teacher } = plan;
    return this.#next(async (door) => {
      await door.ask("practice_begin", { puzzles, test, picture, start, seed, teacher, steps_kept, threshold, replay });
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
    const { plan, points, tested, before, seconds, state } = run;
    Object.assign(this, { plan, points, tested, before, seconds, phase: "paused" });
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
    if (found === null) throw failWith("error.practice.weights");
    return found;
  }

  /** What the card says of the network as it is now; `measured` only if nothing was learned since. */
  card(name: string, version: string): Learned | null {
    const { plan, totals, seconds } = this;
    if (plan === null) return null;
    const { taught, teacher, start, seed } = plan;
    const last = this.tested.at(-1);
    const measured = last?.puzzles === totals.puzzles ? last.result : null;
    const { puzzles, moves, training_steps: steps } = totals;
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
    this.#turn = Promise.resolve();
    Object.assign(this, { phase: "idle", points: [], tested: [], before: null, picture: null, problem: null });
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
    let done = false;
    while (this.#going && !done && run === this.#run) {
      const { moves, pause } = PACES[this.pace];
      const { value, ms } = await door.ask("practice_go", { moves });
      if (run !== this.#run) return;
      done = value.done;
      this.seconds += ms / 1000;
      this.totals = value.totals;
      const points = value.points.filter(isPoint);
      if (points.length > 0) this.points = [...this.points, ...points];
      if (points.length > 0) this.picture = await this.#look(door);
      if (this.seconds - this.#keptAt >= KEEP_SECONDS) await this.#keep(door);
      this.#around.changed();
      await this.#around.pause(pause);
    }
    if (run !== this.#run) return;
    await this.#keep(door);
    if (!done) return;
    this.#going = false;
    await this.#test(door);
  }

  async #look(door: Door): Promise<Picture | null> {
    const { value } = await door.ask("practice_picture", {});
    return isPicture(value) ? value : null;
  }

  /** One puzzle after the other, until somebody wants to go on. The numbers count only if all were played. */
  async #test(door: Door): Promise<void> {
    const { plan, totals, seconds } = this;
    const { puzzles } = totals;
    if (plan === null || this.tested.at(-1)?.puzzles === puzzles) return;
    this.#enter("measuring");
    const learning = this.#going;
    let sum: PracticeTest = { puzzles: 0, solved: 0, moves: 0, escalated: 0, wrong: 0 };
    for (let from = 0; from < plan.tests; from++) {
      if (this.#going !== learning) return;
      sum = added(sum, (await door.ask("practice_test", { from, count: 1 })).value);
    }
    this.tested = [...this.tested, { puzzles, seconds, result: sum }];
    await this.#keep(door);
  }

  async #keep(door: Door): Promise<void> {
    const { plan, points, tested, before, seconds } = this;
    const run = this.#run;
    const { value } = await door.ask("practice_save", {});
    if (plan === null || run !== this.#run) return;
    this.#kept = value.state;
    this.#keptAt = seconds;
    const kept: Run = { plan, points, tested, before, seconds, state: value.state };
    this.keeps = await this.#around.shelf.keepRun(keptRun(kept));
  }
}

/** What a run begins with, beside its plan. */
export type Course = Pick<PracticeBegin, "puzzles" | "test" | "start" | "steps_kept" | "threshold" | "replay">;

export function shareOf(points: readonly Pick<PracticePoint, "moves" | "escalated">[]): number | null {
  const moves = points.reduce((sum, point) => sum + point.moves, 0);
  return moves === 0 ? null : points.reduce((sum, point) => sum + point.escalated, 0) / moves;
}

function sumOf(points: readonly PracticePoint[]): PracticeTotals {
  return points.reduce(
    (sum, { moves, escalated, wrong, work, training_steps }) => ({
      puzzles: sum.puzzles + 1,
      moves: sum.moves + moves,
      escalated: sum.escalated + escalated,
      wrong: sum.wrong + wrong,
      work: sum.work + work,
      training_steps: sum.training_steps + training_steps,
    }),
    NOTHING,
  );
}

function added(one: PracticeTest, other: PracticeTest): PracticeTest {
  return {
    puzzles: one.puzzles + other.puzzles,
    solved: one.solved + other.solved,
    moves: one.moves + other.moves,
    escalated: one.escalated + other.escalated,
    wrong: one.wrong + other.wrong,
  };
}

const round = (seconds: number): number => Math.round(seconds * 10) / 10;
