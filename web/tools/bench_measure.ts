// Repeating something and looking at the clock.

import { spread } from "./statistics";
import type { Spread } from "./statistics";

export interface Measurement extends Spread {
  name: string;
  runs: number;
}

/**
 * Runs `work` until `runs` times or `forMs` are reached, but at least three times. Before that it runs unmeasured for
 * `warmMs`: the compiler of freshly loaded Wasm works on in the background.
 */
export async function measured(
  name: string,
  work: () => unknown,
  { runs = 50, forMs = 2000, warmMs = 500 }: { runs?: number; forMs?: number; warmMs?: number } = {},
): Promise<Measurement> {
  const warm = performance.now() + warmMs;
  while (performance.now() < warm) await work();
  const samples: number[] = [];
  const end = performance.now() + forMs;
  while (samples.length < runs && (samples.length < 3 || performance.now() < end)) {
    samples.push(await timed(work));
  }
  return { name, runs: samples.length, ...spread(samples) };
}

/** The first run of something fresh. */
export async function once(name: string, work: () => unknown): Promise<Measurement> {
  const ms = await timed(work);
  return { name, runs: 1, median: ms, p95: ms };
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
