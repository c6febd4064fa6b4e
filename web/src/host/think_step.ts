// One think step: asks the engine, performs the effects it wants, and feeds the results back.

import type { EngineCalls, SolverAnswer, SolverRequest } from "../protocol/engine";
import type { System, Timings } from "../protocol/parts";
import type { ShownEffect, Tensors } from "./engine_client";
import type { Inference } from "./policy_client";
import type { Timed } from "./solver_client";
import type { StepResult } from "./types";

type StepAnswer = EngineCalls["resume"][0]["answer"];

/** What a step needs of the host. */
export interface StepSurroundings {
  think(): Promise<ShownEffect>;
  resume(ticket: number, answer: StepAnswer): Promise<ShownEffect>;
  /** The tensors of an effect, as told or as held since an earlier one. */
  tensorsOf(effect: Extract<ShownEffect, { kind: "evaluate_policy" }>): Tensors;
  infer(tensors: Tensors, look: number, start: number): Promise<Inference>;
  solve(request: SolverRequest): Promise<Timed<SolverAnswer>>;
  thinking(who: System | null): void;
}

export class ThinkStep {
  readonly #host: StepSurroundings;
  readonly #timings: Timings = { system1Ms: 0, system2Ms: 0 };
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
    if (this.#cancelled) return { kind: "cancelled" };
    let effect = await this.#host.think();
    for (;;) {
      // A decision that the engine has made stands, even if a cancel came while it was made.
      if (effect.kind === "decided") {
        return { ...effect, timings: this.#timings };
      }
      if (this.#cancelled) return { kind: "cancelled" };
      if (effect.kind === "idle") {
        return { ...effect, timings: this.#timings };
      }
      const answer = await this.#perform(effect);
      if (this.#cancelled) return { kind: "cancelled" };
      effect = await this.#host.resume(effect.ticket, answer);
    }
  }

  async #perform(effect: Extract<ShownEffect, { ticket: number }>): Promise<StepAnswer> {
    if (effect.kind === "evaluate_policy") {
      this.#host.thinking("system1");
      const { answer, ms } = await this.#host.infer(this.#host.tensorsOf(effect), effect.look, effect.start);
      this.#timings.system1Ms += ms;
      return answer;
    }
    this.#host.thinking("system2");
    const { answer, system2Ms } = await this.#host.solve(effect.request);
    this.#timings.system2Ms += system2Ms;
    return answer;
  }
}
