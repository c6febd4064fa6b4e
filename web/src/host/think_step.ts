// One think step: asks the engine, performs the effects it wants, and feeds the results back.

import type { Effect, PolicyTensors, SolverRequest } from "../protocol/engine";
import { failWith } from "../protocol/problems";
import type { System, Timings } from "../protocol/parts";
import type { Inference } from "./policy_client";
import type { StepAnswer } from "./journal";
import type { StepResult, TimedAnswer } from "./types";

/** What a step needs of the host. */
export interface StepSurroundings {
  think(): Promise<Effect>;
  resume(ticket: number, answers: StepAnswer[]): Promise<Effect>;
  infer(tensors: PolicyTensors, look: number): Promise<Inference>;
  solve(request: SolverRequest): Promise<TimedAnswer>;
  thinking(who: System | null): void;
}

type Performed = { answer: StepAnswer };

export class ThinkStep {
  readonly #host: StepSurroundings;
  readonly #timings: Timings = { system1Ms: 0, system2Ms: 0 };
  readonly #answers: StepAnswer[] = [];
  /** Of the last glance, for a further look. */
  #tensors: PolicyTensors | null = null;
  #cancelled = false;
  #tellCancelled: () => void = () => {};
  readonly whenCancelled: Promise<void>;

  constructor(host: StepSurroundings) {
    this.#host = host;
    this.whenCancelled = new Promise((resolve) => {
      this.#tellCancelled = resolve;
    });
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** Whoever cancels also tells the engine to forget the step. */
  cancel(): void {
    this.#cancelled = true;
    this.#tellCancelled();
  }

  async run(): Promise<StepResult> {
    try {
      return await this.#loop();
    } catch (thrown) {
      // The request that a cancel rejects is not an error of the step.
      if (this.#cancelled) return { kind: "cancelled" };
      throw thrown;
    } finally {
      this.#host.thinking(null);
    }
  }

  async #loop(): Promise<StepResult> {
    let effect = await this.#host.think();
    for (;;) {
      // A decision that the engine has made stands, even if a cancel came while it was made.
      if (effect.kind === "decided") {
        return { kind: "decided", decision: effect.decision, view: effect.view, timings: this.#timings };
      }
      if (this.#cancelled) return { kind: "cancelled" };
      if (effect.kind === "idle") {
        return { kind: "idle", reason: effect.reason, view: effect.view, timings: this.#timings };
      }
      const { answer } = await this.#perform(effect);
      if (this.#cancelled) return { kind: "cancelled" };
      this.#answers.push(answer);
      effect = await this.#host.resume(effect.ticket, this.#answers);
    }
  }

  async #perform(effect: Extract<Effect, { ticket: number }>): Promise<Performed> {
    if (effect.kind === "evaluate_policy") {
      this.#host.thinking("system1");
      const tensors = effect.tensors ?? this.#tensors;
      if (tensors === null) throw failWith("error.worker.answer", { part: "engine" });
      this.#tensors = tensors;
      const { answer, ms } = await this.#host.infer(tensors, effect.look);
      this.#timings.system1Ms += ms;
      return { answer };
    }
    this.#host.thinking("system2");
    const { answer, system2Ms } = await this.#host.solve(effect.request);
    this.#timings.system2Ms += system2Ms;
    return { answer };
  }
}
