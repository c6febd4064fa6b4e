/**
 * What the browser keeps may refuse itself at any moment, not only when it is asked for: full, forbidden meanwhile, damaged.
 * None of that is worth more than what was to be kept.
 */
export function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
