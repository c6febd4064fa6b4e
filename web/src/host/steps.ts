// Think steps, one at a time: by whom each is made, and what becomes of one that is cancelled or fails.

import type { Config, SolverAnswer, SolverRequest } from "../protocol/engine";
import type { Loading, System } from "../protocol/parts";
import { failWith } from "../protocol/problems";
import type { EngineClient } from "./engine_client";
import type { Lock } from "./lock";
import type { PolicyClient } from "./policy_client";
import type { Timed } from "./solver_client";
import { Missing, StandIn, type Absence, type Helper } from "./stand_in";
import { ThinkStep } from "./think_step";
import type { StepResult } from "./types";

type Strategy = Config["strategy"];

/** What steps need of the host. */
interface Surroundings {
  lock: Lock;
  engine: EngineClient;
  policy: PolicyClient;
  /** What the visitor has chosen; undefined before the engine has told. */
  strategy(): Strategy | undefined;
  /** Loads a part and introduces it to the engine. */
  load(part: Helper): Promise<void>;
  loadingOf(part: Helper): Loading;
  solve(request: SolverRequest): Promise<Timed<SolverAnswer>>;
  thinking(who: System | null): void;
  absence(absence: Absence | null): void;
  finished(result: Exclude<StepResult, { kind: "cancelled" }>): void;
}

export class Steps {
  readonly #host: Surroundings;
  readonly #standIn: StandIn;
  #now: { task: ThinkStep; result: Promise<StepResult> } | null = null;

  constructor(host: Surroundings) {
    this.#host = host;
    this.#standIn = new StandIn({
      loadingOf: (part) => host.loadingOf(part),
      load: (part) => host.load(part),
      tell: (absence) => host.absence(absence),
    });
  }

  /** The step under way. */
  get now(): Promise<StepResult> | null {
    return this.#now?.result ?? null;
  }

  begin(standIn: boolean): Promise<StepResult> {
    const task = this.#newStep(standIn);
    const result = this.#run(task, standIn);
    this.#now = { task, result };
    return result;
  }

  /** Cancels the step under way; false if there is none. Whoever calls this also tells the engine to forget it. */
  forget(): boolean {
    const step = this.#now;
    this.#now = null;
    step?.task.cancel();
    return step !== null;
  }

  #newStep(standIn: boolean): ThinkStep {
    const { lock, engine, policy, solve, thinking } = this.#host;
    const task: ThinkStep = new ThinkStep({
      think: () => lock.run(() => engine.think()),
      resume: (ticket, answer) =>
        lock.run(() => {
          // The lock may have been held by the very change that cancelled this step.
          if (task.cancelled) return Promise.reject(failWith("error.worker.cancelled"));
          return engine.resume(ticket, answer);
        }),
      tensorsOf: ({ position, tensors }) => engine.tensorsOf(position, tensors),
      infer: (tensors, look, start) => policy.infer(tensors, look, start),
      solve: async (request) => {
        if (standIn) await this.#standIn.needSolver();
        return await solve(request);
      },
      thinking: (who) => {
        if (this.#now === null || this.#now.task === task) thinking(who);
      },
    });
    return task;
  }

  async #run(task: ThinkStep, standIn: boolean): Promise<StepResult> {
    const strategy = this.#host.strategy();
    try {
      const result = standIn && strategy ? await this.#stoodIn(task, strategy) : await this.#asWanted(task, strategy);
      if (result.kind !== "cancelled") this.#host.finished(result);
      return result;
    } catch (thrown) {
      if (task.cancelled) return { kind: "cancelled" };
      await this.#abandon();
      throw thrown;
    } finally {
      if (this.#now?.task === task) this.#now = null;
    }
  }

  async #asWanted(task: ThinkStep, strategy: Strategy | undefined): Promise<StepResult> {
    const prepared = strategy === "system2" ? undefined : this.#host.load("policy");
    await Promise.race([prepared, task.whenCancelled]);
    await this.#decideBy(task, strategy);
    return await this.#carriedOut(task);
  }

  async #stoodIn(task: ThinkStep, wanted: Strategy): Promise<StepResult> {
    await this.#decideBy(task, await unless(task, this.#standIn.strategyFor(wanted)));
    try {
      return await this.#carriedOut(task);
    } catch (thrown) {
      if (!(thrown instanceof Missing)) throw thrown;
    }
    await this.#abandon();
    await this.#decideBy(task, await unless(task, this.#standIn.without("solver")));
    return await this.#carriedOut(task);
  }

  async #carriedOut(task: ThinkStep): Promise<StepResult> {
    return task.cancelled ? { kind: "cancelled" } : await task.run();
  }

  /** What the visitor has chosen stays as it is. */
  async #decideBy(task: ThinkStep, strategy: Strategy | undefined): Promise<void> {
    const { engine, lock } = this.#host;
    if (!strategy || task.cancelled || strategy === engine.strategy) return;
    await lock.run(() => engine.configure({ strategy }));
  }

  async #abandon(): Promise<void> {
    try {
      await this.#host.lock.run(() => this.#host.engine.change("abandon", {}));
    } catch {
      // The first failure is the one to report; an engine that is gone has no step under way.
    }
  }
}

/** Undefined as soon as the step is cancelled. */
function unless<T>(task: ThinkStep, awaited: Promise<T>): Promise<T | undefined> {
  return Promise.race([awaited, task.whenCancelled.then(() => undefined)]);
}
