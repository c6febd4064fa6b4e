// The three parts as a benchmark needs them: one question at a time, and how long the part computed.

import type { Part } from "../src/protocol/parts";
import type { EngineCalls, PolicyAnswer, PolicyTensors, SolverAnswer, SolverRequest } from "../src/protocol/engine";
import { loadArguments, serviceOf } from "./node_transports";

export interface Timed<T> {
  value: T;
  /** How long the part computed. */
  ms: number;
  /** Until the answer was there: with the messages, where the part is a worker. */
  roundMs: number;
}

/** The parts under Node or in a browser. */
export interface Parts {
  /** Once for each part, before the first call. Answers what the part's worker does: System 1's, its card. */
  load(part: Part): Promise<unknown>;
  call(part: Part, args: unknown): Promise<Timed<unknown>>;
  close(): Promise<void>;
}

/** The parts, with what is said to them typed. */
export class Bench {
  readonly #parts: Parts;
  #position = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  ask<Op extends keyof EngineCalls>(op: Op, args: EngineCalls[Op][0]): Promise<Timed<EngineCalls[Op][1]>> {
    return this.#parts.call("engine", { op, ...args }) as Promise<Timed<EngineCalls[Op][1]>>;
  }

  /** A glance is at a position of its own; a further look goes on from it. */
  look(tensors: PolicyTensors, look = 0): Promise<Timed<PolicyAnswer>> {
    if (look === 0) this.#position++;
    return this.#parts.call("policy", { position: this.#position, look, tensors }) as Promise<Timed<PolicyAnswer>>;
  }

  solve(request: SolverRequest): Promise<Timed<SolverAnswer>> {
    return this.#parts.call("solver", request) as Promise<Timed<SolverAnswer>>;
  }
}

export function nodeParts(): Parts {
  const services = { engine: serviceOf("engine"), policy: serviceOf("policy"), solver: serviceOf("solver") };
  return {
    load: (part) => services[part].load(loadArguments(part), () => {}),
    call: async (part, args) => {
      const start = performance.now();
      const value = await services[part].call(args);
      const ms = performance.now() - start;
      return { value, ms, roundMs: ms };
    },
    close: () => Promise.resolve(),
  };
}
