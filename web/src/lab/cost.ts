// What a thought cost: in the engine's own units, which are the same in every replay, and in milliseconds of this machine.

import type { Decision } from "../protocol/engine";
import type { System, Timings } from "../protocol/parts";

export interface Cost {
  /** In operations of the solver; of the network, as many as take the same time (the engine counts both). */
  work: Record<System, number>;
  ms: Record<System, number>;
}

/** By what the boards of a race keep step: their decisions, their work, their time. */
export const PACES = ["step", "work", "time"] as const;
export type Pace = (typeof PACES)[number];

/** What has passed on a board, by each of them. */
export type Clocks = Record<Pace, number>;

export const START: Clocks = { step: 0, work: 0, time: 0 };

export function costOf({ thought }: Pick<Decision, "thought">, timings: Timings | null): Cost {
  return {
    work: { system1: thought?.intuition?.operations ?? 0, system2: thought?.deliberation?.effort ?? 0 },
    ms: { system1: timings?.system1Ms ?? 0, system2: timings?.system2Ms ?? 0 },
  };
}

/** Both systems' work as one number. */
export const workOf = ({ work }: Cost): number => work.system1 + work.system2;

export const timeOf = ({ ms }: Cost): number => ms.system1 + ms.system2;

export function later(clocks: Clocks, cost: Cost): Clocks {
  return { step: clocks.step + 1, work: clocks.work + workOf(cost), time: clocks.time + timeOf(cost) };
}

export const NOTHING: Cost = { work: { system1: 0, system2: 0 }, ms: { system1: 0, system2: 0 } };

export function sum(costs: readonly Cost[]): Cost {
  const of = (pick: (cost: Cost) => number) => costs.reduce((total, cost) => total + pick(cost), 0);
  return {
    work: { system1: of(({ work }) => work.system1), system2: of(({ work }) => work.system2) },
    ms: { system1: of(({ ms }) => ms.system1), system2: of(({ ms }) => ms.system2) },
  };
}
