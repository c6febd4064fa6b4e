// Both systems on one puzzle: what a look of System 1 costs, what a move costs that it makes, and what System 2 needs to
// prove a move: the easiest one, and the one that System 1 made.

import type { PolicyLoaded } from "../src/protocol/card";
import type { Effect, PolicyTensors } from "../src/protocol/engine";
import { temperatureFor } from "../src/host/policy_client";
import type { Bench } from "./bench_parts";
import { quantile, ratio } from "./statistics";

export interface PairTimes {
  /** Median of one look. */
  glance: number;
  second: number;
  /** Of a game of the pair: all looks of System 1, shared out among the moves it made by itself; null if there was none. */
  move: number | null;
  moves: number;
  looks: number;
  /** The engine's own part of such a move, with the messages to its worker. */
  engine: number | null;
  /** System 2's time for the whole solution of a puzzle that it has not seen before. */
  solve: number;
  /** Of a game of System 2 alone: all its time, shared out among the values it placed. */
  choose: number | null;
  /** Mean time to prove (or refute) a move that System 1 made. */
  examine: number | null;
}

export interface Limits {
  looks: number;
  moves: number;
  /** Nothing new is begun after that long. */
  ms: number;
}

export const LIMITS: Limits = { looks: 7, moves: 12, ms: 20_000 };

export async function measurePair(
  bench: Bench,
  card: PolicyLoaded,
  puzzle: { family: string; text: string },
  limits: Limits,
): Promise<PairTimes> {
  const temperature = temperatureFor(card, puzzle.family);
  const open = async (strategy: "threshold" | "system2"): Promise<void> => {
    await bench.ask("open", puzzle);
    // All else is as the engine has it, as on the page.
    await bench.ask("configure", { strategy, temperature });
  };
  await open("threshold");
  const solve = await solveAfresh(bench);
  const looks = await measureLooks(bench, limits);
  const together = await playTogether(bench, limits);
  await open("system2");
  return { solve, ...looks, ...together, choose: await playAlone(bench, limits) };
}

async function solveAfresh(bench: Bench): Promise<number> {
  const { request } = (await bench.ask("ask", { task: "unique" })).value;
  return (await bench.solve({ ...request, task: "solve" })).ms;
}

async function measureLooks(bench: Bench, limits: Limits): Promise<Pick<PairTimes, "glance" | "second">> {
  const { tensors } = (await bench.ask("encode", {})).value;
  if (tensors === null) return { glance: 0, second: 0 };
  const glances: number[] = [];
  const seconds: number[] = [];
  const end = performance.now() + limits.ms;
  // The first of each is not counted: code is compiled and memory grows.
  for (let run = 0; run <= limits.looks && (run < 2 || performance.now() < end); run++) {
    const glance = await bench.look(tensors);
    const second = await bench.look(tensors, 1);
    if (run > 0) glances.push(glance.ms);
    if (run > 0) seconds.push(second.ms);
  }
  return { glance: quantile(glances, 0.5), second: quantile(seconds, 0.5) };
}

interface Together {
  s1: number;
  engine: number;
  looks: number;
  moves: number;
  examined: number[];
}

async function playTogether(
  bench: Bench,
  limits: Limits,
): Promise<Pick<PairTimes, "move" | "moves" | "looks" | "engine" | "examine">> {
  const sum: Together = { s1: 0, engine: 0, looks: 0, moves: 0, examined: [] };
  const end = performance.now() + limits.ms;
  while (sum.moves < limits.moves && performance.now() < end) {
    if (!(await stepTogether(bench, sum))) break;
  }
  const share = (total: number): number | null => (sum.moves > 0 ? total / sum.moves : null);
  const examine = sum.examined.length > 0 ? mean(sum.examined) : null;
  return { move: share(sum.s1), moves: sum.moves, looks: sum.looks, engine: share(sum.engine), examine };
}

function mean(samples: readonly number[]): number {
  return ratio(
    samples.reduce((total, one) => total + one, 0),
    samples.length,
  );
}

/** One step of the pair; false when there is nothing more to decide. */
async function stepTogether(bench: Bench, sum: Together): Promise<boolean> {
  let tensors: PolicyTensors | null = null;
  let engine = 0;
  const heard = ({ value, roundMs }: { value: Effect; roundMs: number }): Effect => {
    engine += roundMs;
    return value;
  };
  let effect = heard(await bench.ask("think", {}));
  while (effect.kind === "evaluate_policy" || effect.kind === "run_solver") {
    const { ticket } = effect;
    if (effect.kind === "run_solver") {
      const { value: answer } = await bench.solve(effect.request);
      effect = heard(await bench.ask("resume", { ticket, answer }));
    } else {
      tensors = effect.tensors ?? tensors;
      if (tensors === null) throw new Error("a further look before the first");
      const { value: answer, ms } = await bench.look(tensors, effect.look);
      sum.s1 += ms;
      sum.looks++;
      effect = heard(await bench.ask("resume", { ticket, answer }));
    }
  }
  if (effect.kind === "idle") return false;
  const { decision } = effect;
  if (decision.kind !== "place" || decision.source !== "system1") return true;
  const { variable, value } = decision;
  sum.moves++;
  sum.engine += engine;
  const { request } = (await bench.ask("ask", { task: "examine", variable, value })).value;
  sum.examined.push((await bench.solve(request)).ms);
  return true;
}

/** Null if nothing can be proved. */
async function playAlone(bench: Bench, limits: Limits): Promise<number | null> {
  let total = 0;
  let placed = 0;
  const end = performance.now() + limits.ms;
  while (placed < limits.moves && performance.now() < end) {
    const effect = (await bench.ask("think", {})).value;
    if (effect.kind !== "run_solver") break;
    const { value: answer, ms } = await bench.solve(effect.request);
    total += ms;
    const done = (await bench.ask("resume", { ticket: effect.ticket, answer })).value;
    if (done.kind !== "decided") break;
    if (done.decision.kind === "place") placed++;
  }
  return placed > 0 ? total / placed : null;
}
