// How a run of practice goes on the page: begun, paused, gone on with, kept and found again, whatever the worker does meanwhile.
// The worker is a stand-in that answers as the real one does; the real one is measured by the browser's tests.

import { describe, expect, it } from "vitest";

import { toBase64 } from "../../../../web/src/practice/base64";
import type { Door } from "../../../../web/src/practice/door";
import { Learning, shareOf, type Around, type Course } from "../../../../web/src/practice/learning";
import { rawOf } from "../../../../web/src/practice/network_file";
import { keptRun, readRun, type Plan } from "../../../../web/src/practice/run";
import { PracticeShelf, type Store } from "../../../../web/src/practice/shelf";
import type { PracticeCalls } from "../../../../web/src/protocol/practice";
import { failWith } from "../../../../web/src/protocol/problems";

const FIXED = { family: "sudoku", text: "..2..4..1......2" };
const PLAN: Plan = {
  ...{ course: "sudoku-4x4", taught: { family: "sudoku", size: "4x4", rules: [] }, teacher: "short" },
  ...{ start: "untrained", seed: 1 },
};
const SUPPLY = { family: "sudoku", size: "4x4" };
const COURSE: Course = { practise: SUPPLY, heldOut: SUPPLY, start: "untrained", longest: 3, threshold: 0.9 };
const HELD_OUT = 3;

/** A store that holds what it is given, unless it is told to refuse. */
class Memory implements Store {
  readonly held = new Map<string, unknown>();
  full = false;
  get = (key: string) => Promise.resolve(this.held.get(key));
  set(key: string, value: unknown): Promise<void> {
    if (this.full) return Promise.reject(new DOMException("full", "QuotaExceededError"));
    this.held.set(key, structuredClone(value));
    return Promise.resolve();
  }
  del(key: string): Promise<void> {
    this.held.delete(key);
    return Promise.resolve();
  }
  keys = () => Promise.resolve([...this.held.keys()]);
}

/** A worker in which each call of `go` ends a puzzle of ten moves and takes a second; it asks once less each time. */
class Worker implements Door {
  readonly asked: string[] = [];
  closed = false;
  puzzles = 0;
  tests = 0;
  /** Fails at this operation. */
  breaks: string | null = null;

  async ask<O extends keyof PracticeCalls>(op: O, args: PracticeCalls[O][0]) {
    await Promise.resolve();
    this.asked.push(op);
    if (this.closed) throw failWith("error.worker.closed");
    if (this.breaks === op) throw failWith("error.practice.state");
    return { value: this.answer(op, args) as PracticeCalls[O][1], ms: op === "practice_go" ? 1000 : 0 };
  }

  private answer(op: keyof PracticeCalls, args: object): unknown {
    if (op === "practice_resume") this.puzzles = Number((args as { state: string }).state);
    if (op === "practice_go") return this.go();
    if (op === "practice_test") return this.test();
    const picture = { ...FIXED, intuition: this.intuition };
    const answers: Partial<Record<keyof PracticeCalls, unknown>> = {
      practice_begin: { parameters: 2, picture },
      practice_resume: { parameters: 2, picture },
      practice_picture: picture,
      practice_save: { state: String(this.puzzles) },
      practice_weights: { weights: toBase64(rawOf(Float32Array.of(0.5, -2))) },
    };
    return answers[op];
  }

  private get intuition() {
    return { cells: [{ variable: 0, candidates: [{ value: 1, probability: this.puzzles / 20 }] }], best: null };
  }

  private tally(puzzles: number) {
    const escalated = Math.max(0, 10 - this.puzzles);
    const [moves, trainingSteps] = [10 * puzzles, puzzles];
    return { moves, escalated: escalated * puzzles, wrong: 0, confidence: 0.5, work: 3, proofs: 1, trainingSteps };
  }

  private test() {
    this.tests++;
    const [puzzles, done] = [this.tests, this.tests === HELD_OUT];
    if (done) this.tests = 0;
    return { ...this.tally(puzzles), puzzles, solved: puzzles, alone: 0, done };
  }

  private go() {
    const point = { puzzle: this.puzzles, ...this.tally(1) };
    this.puzzles++;
    return { points: [point], total: this.tally(this.puzzles), puzzles: this.puzzles, examples: 1 };
  }

  close(): void {
    this.closed = true;
  }
}

function begun(store = new Memory(), worker = new Worker()) {
  const workers: Worker[] = [];
  let stopAt = 12;
  const around: Around = {
    door: () => {
      workers.push(workers.length === 0 ? worker : new Worker());
      return workers.at(-1)!;
    },
    shelf: new PracticeShelf(store),
    pause: async () => {
      await Promise.resolve();
      if (learning.totals.puzzles >= stopAt) void learning.pause();
    },
    changed: () => undefined,
  };
  const learning = new Learning(around);
  return { learning, store, workers, stopAfter: (puzzles: number) => void (stopAt = puzzles) };
}

describe("a run", () => {
  it("measures what the network knew before, learns, and measures again when it rests", async () => {
    const { learning } = begun();
    await learning.begin(PLAN, COURSE);
    await learning.pause();
    expect(learning.phase).toBe("paused");
    expect(learning.points).toHaveLength(12);
    expect(learning.tested.map(({ puzzles, result }) => [puzzles, result.escalated, result.moves])).toEqual([
      [0, 30, 30],
      [12, 0, 30],
    ]);
    expect(learning.before).not.toEqual(learning.picture);
    expect(learning.seconds).toBe(12);
    expect(learning.card("mine", "1.0")).toMatchObject({
      puzzles: 12,
      moves: 120,
      steps: 12,
      measured: { moves: 30, puzzles: 3 },
    });
  });

  it("rests when it is told to, and goes on where it was", async () => {
    const { learning, stopAfter } = begun();
    stopAfter(3);
    await learning.begin(PLAN, COURSE);
    await learning.pause();
    expect(learning.points).toHaveLength(3);
    expect(learning.tested.at(-1)!.puzzles).toBe(3);
    stopAfter(5);
    await learning.go();
    expect(learning.points.map(({ puzzle: number }) => number)).toEqual([0, 1, 2, 3, 4]);
    expect(learning.lately).toBeCloseTo(0.65);
  });

  it("counts a measurement only whole, and by what the network knew when it began", async () => {
    const { learning, workers, stopAfter } = begun();
    stopAfter(2);
    await learning.begin(PLAN, COURSE);
    const measuring = learning.pause();
    void learning.go(); // the reader goes on at once
    stopAfter(5);
    await measuring;
    await learning.go();
    await learning.pause();
    // 12 after nothing, then only whole ones of three puzzles.
    for (const { result } of learning.tested) expect(result).toMatchObject({ puzzles: 3, moves: 30 });
    expect(learning.tested.at(-1)!.result.escalated).toBe(3 * Math.max(0, 10 - learning.points.length));
    expect(workers[0]!.tests).toBe(0);
  });

  it("is found again after the page was closed, exactly as it was kept last", async () => {
    const first = begun();
    first.stopAfter(5);
    await first.learning.begin(PLAN, COURSE);
    first.learning.close();
    const { learning, workers, stopAfter } = begun(first.store);
    await learning.restore();
    expect(learning).toMatchObject({ phase: "paused", plan: PLAN, seconds: 5, totals: { puzzles: 5, moves: 50 } });
    expect(learning.picture).not.toBeNull();
    stopAfter(6);
    await learning.go();
    expect(learning.points.map(({ puzzle: number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(workers[0]!.asked.filter((op) => op === "practice_resume")).toHaveLength(1);
  });

  it("that the worker refuses to go on with is not lost", async () => {
    const first = begun();
    first.stopAfter(5);
    await first.learning.begin(PLAN, COURSE);
    const refusing = new Worker();
    refusing.breaks = "practice_resume";
    const { learning } = begun(first.store, refusing);
    await learning.restore();
    expect(learning.problem).toMatchObject({ key: "error.practice.state" });
    expect(learning.points).toHaveLength(5);
    await learning.go(); // another worker takes it
    expect(learning.problem).toBeNull();
    expect(learning.points.length).toBeGreaterThan(5);
  });

  it("survives a worker that fails: it goes on from what was kept", async () => {
    const worker = new Worker();
    worker.breaks = "practice_go";
    const { learning, workers } = begun(new Memory(), worker);
    await learning.begin(PLAN, COURSE);
    expect(learning.problem).not.toBeNull();
    expect(worker.closed).toBe(true);
    await learning.go();
    expect(workers).toHaveLength(2);
    expect(learning.points).toHaveLength(12);
  });

  it("goes on where nothing can be kept, and says so", async () => {
    const store = new Memory();
    store.full = true;
    const { learning } = begun(store);
    await learning.begin(PLAN, COURSE);
    expect(learning.keeps).toBe(false);
    expect(learning.points).toHaveLength(12);
  });

  it("thrown away is gone from the device, and leaves nothing of itself in the next", async () => {
    const { learning, store, stopAfter } = begun();
    stopAfter(4);
    await learning.begin(PLAN, COURSE);
    await learning.reset();
    expect(store.held.size).toBe(0);
    expect(learning).toMatchObject({ phase: "idle", points: [], plan: null });
    const other = { ...PLAN, teacher: "all" as const };
    await learning.begin(other, COURSE);
    expect(learning.points[0]!.puzzle).toBe(0);
    expect(learning.plan).toBe(other);
  });

  it("hands its numbers over, and refuses others", async () => {
    const { learning, stopAfter } = begun();
    stopAfter(1);
    await learning.begin(PLAN, COURSE);
    expect([...(await learning.weights(2))]).toEqual([0.5, -2]);
    await expect(learning.weights(3)).rejects.toMatchObject({ problem: { key: "error.practice.network" } });
  });
});

describe("what is kept", () => {
  it("is read only whole", async () => {
    const { learning, store, stopAfter } = begun();
    stopAfter(2);
    await learning.begin(PLAN, COURSE);
    const kept = store.held.get("run") as Record<string, unknown>;
    expect(keptRun(readRun(kept)!)).toEqual(kept);
    for (const name of Object.keys(kept)) {
      if (name === "before") continue; // a picture that is lost is no loss
      expect(readRun({ ...kept, [name]: [{ odd: 1 }] })).toBeNull();
    }
    expect([null, 1, "run", [], {}].map(readRun)).toEqual([null, null, null, null, null]);
  });

  it("has its name, and no more than a shelf holds", async () => {
    const shelf = new PracticeShelf(new Memory());
    const file = Uint8Array.of(1, 2, 3);
    expect(await shelf.keep("나의 것", file)).toBe(true);
    expect(await shelf.names()).toEqual(["나의 것"]);
    expect(await shelf.network("나의 것")).toEqual(file);
    for (let index = 1; index < 50; index++) expect(await shelf.keep(`n${index}`, file)).toBe(true);
    expect(await shelf.keep("one more", file)).toBe(false);
    expect(await shelf.keep("n1", Uint8Array.of(9))).toBe(true);
    await shelf.forget("n1");
    expect(await shelf.network("n1")).toBeNull();
  });
});

it("a share of no moves is none", () => {
  expect(shareOf([])).toBeNull();
  expect(shareOf([{ moves: 4, escalated: 1 }])).toBe(0.25);
});
