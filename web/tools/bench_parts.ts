// The three parts as a benchmark needs them: one question at a time, and how long the part computed.

import type { PolicyLoaded } from "../src/protocol/card";
import type { Part } from "../src/protocol/parts";
import type {
  Board,
  EngineCalls,
  PolicyAnswer,
  PolicyTensors,
  SolverAnswer,
  SolverRequest,
  ViewChange,
} from "../src/protocol/engine";
import { SolverTalk } from "../src/host/solver_talk";
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
  #look = 0;
  /** As a page does, it says which view it holds. */
  #view: ViewChange | null = null;
  #board: Board | null = null;
  #talk = new SolverTalk();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async ask<Op extends keyof EngineCalls>(op: Op, args: EngineCalls[Op][0]): Promise<Timed<EngineCalls[Op][1]>> {
    const have = this.#view ? { view: this.#view.position } : {};
    const timed = (await this.#parts.call("engine", { op, have, ...args })) as Timed<EngineCalls[Op][1]>;
    const { view } = timed.value as { view?: ViewChange };
    this.#view = view ?? this.#view;
    this.#board = view?.board ?? this.#board;
    return timed;
  }

  /** A glance is at a position of its own; a further look goes on from it, and one from another start leaves it alone. */
  look(tensors: PolicyTensors, look = 0, start = 0): Promise<Timed<PolicyAnswer>> {
    if (look === 0 && start === 0) this.#look++;
    const position = String(this.#look);
    return this.#parts.call("policy", { position, look, start, tensors }) as Promise<Timed<PolicyAnswer>>;
  }

  /** From here System 2 is told the puzzle anew, and remembers nothing of what it was asked. */
  forget(): void {
    this.#talk = new SolverTalk();
  }

  /** That the puzzle is told counts for the first question about it. */
  async solve(request: SolverRequest): Promise<Timed<SolverAnswer>> {
    let all: Timed<unknown> = { value: null, ms: 0, roundMs: 0 };
    for (const said of this.#talk.put(request, this.#board!)) {
      const { value, ms, roundMs } = await this.#parts.call("solver", said);
      all = { value, ms: all.ms + ms, roundMs: all.roundMs + roundMs };
    }
    return all as Timed<SolverAnswer>;
  }
}

/** All three parts, loaded. */
export async function startBench(parts: Parts): Promise<{ bench: Bench; card: PolicyLoaded }> {
  return { bench: new Bench(parts), card: await loadAll(parts) };
}

/** Answers the network's card. */
export async function loadAll(parts: Parts): Promise<PolicyLoaded> {
  await parts.load("engine");
  await parts.load("solver");
  return (await parts.load("policy")) as PolicyLoaded;
}

/** What this process has computed, in milliseconds. Other work on the machine hardly changes it. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** `clock`: what `ms` is measured by. */
export function nodeParts(clock: () => number = () => performance.now()): Parts {
  const services = { engine: serviceOf("engine"), policy: serviceOf("policy"), solver: serviceOf("solver") };
  return {
    load: (part) => services[part].load(loadArguments(part), () => {}),
    call: async (part, args) => {
      const start = clock();
      const value = await services[part].call(args);
      const ms = clock() - start;
      return { value, ms, roundMs: ms };
    },
    close: () => Promise.resolve(),
  };
}
