// What goes wrong, as sentences: those of the page's English catalogue that a declaration and a solver can lead to. (The
// package is built with no others: web/tools/pack_solver.ts.)

import words from "virtual:solver-words";

import type { Problem } from "../protocol/engine";
import { HostError } from "../protocol/problems";

const GAP = /\{\{\s*(\w+)[^}]*\}\}/g;

/** A sentence with its gaps filled; the name of it where there is none. */
export function sentence(key: string, args: Record<string, unknown>): string {
  return (words[key] ?? key).replace(GAP, (_, name: string) => String(args[name] ?? ""));
}

export class SolverError extends Error {
  /** What it is, for programs: "error.custom.kind", "error.load.status" … */
  readonly key: string;
  /** What the sentence speaks of; `path` is the place in the declaration. */
  readonly args: Record<string, string>;

  constructor({ key, args = {} }: Problem) {
    super(sentence(key, args));
    this.name = "SolverError";
    this.key = key;
    this.args = args;
  }
}

/** Runs it; what it throws of ours is told in words. */
export function told<T>(work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof HostError) throw new SolverError(thrown.problem);
    throw thrown;
  }
}
