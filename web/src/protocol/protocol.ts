// What each module tells of itself; tests hold this side's lists against it.

/** The answer to `protocol`. */
export interface Protocol {
  /** Of the program. */
  version: string;
  operations: string[];
  /** Every word of every set of words. */
  enums: Record<string, string[]>;
  limits: Record<string, number>;
  /** Formats of traces that `restore` reads; the last is what `trace` writes. */
  traces: string[];
}
