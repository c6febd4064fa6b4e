// Small statistics of measured times.

export interface Spread {
  median: number;
  p95: number;
}

/** The value below or at which the given share of the samples lies (nearest rank); 0 of none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? 0;
}

export function spread(samples: readonly number[]): Spread {
  return { median: rounded(quantile(samples, 0.5)), p95: rounded(quantile(samples, 0.95)) };
}

/** To the microsecond: a browser's clock knows no more. */
export function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Null where there is nothing to divide, or by. */
export function quotient(slow: number | null, fast: number | null): number | null {
  return slow === null || fast === null || fast === 0 ? null : slow / fast;
}
