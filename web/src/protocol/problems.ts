// Errors of the host and its workers. The engine's own (`error.text.*`, `error.request.*` …) pass through
// unchanged. Every argument is a string. Sentences for these keys are needed in both catalogues:
//
//   error.load.network {file}            the file could not be fetched: no network, or the server is gone
//   error.load.status {file, status}     the server answered with an HTTP error (404: the file is missing)
//   error.load.silent {file, seconds}    nothing came from the server for so long that it must be taken as gone
//   error.load.module {file, detail}     a WebAssembly file is damaged, or does not fit its loader
//   error.load.card {file}               the model's card is missing fields, or is not JSON
//   error.load.checksum {file, expected, actual}   the model is not the one its card describes (hex, shortened)
//   error.load.model {file, detail}      ONNX Runtime refuses the model
//   error.load.unsupported {feature}     the browser lacks something needed, e.g. "WebAssembly SIMD"
//   error.load.closed {}                 a sandboxed frame without an origin, where no system can run
//   error.worker.start {part, detail}    the worker could not be started; part: engine | policy | solver
//   error.worker.crashed {part, detail}  the worker stopped with an error
//   error.worker.memory {part}           the worker ran out of memory
//   error.worker.silent {part, seconds}  the worker said nothing for so long that it must be taken as hung
//   error.worker.answer {part}           an answer that is not of the agreed form
//   error.worker.cancelled {}            the request (a hint, an examination, a new puzzle) was cancelled
//   error.worker.closed {}               the host has been closed

import type { Problem } from "./engine";

/** What the host's methods reject with. `problem` is what to show; `message` is for logs only. */
export class HostError extends Error {
  readonly problem: Problem;

  constructor(what: Problem) {
    super(`${what.key} ${JSON.stringify(what.args)}`);
    this.name = "HostError";
    this.problem = what;
  }
}

export function problem(key: string, args: Record<string, string> = {}): Problem {
  return { key, args };
}

export function failWith(key: string, args: Record<string, string> = {}): HostError {
  return new HostError(problem(key, args));
}

/** What a thrown value says of itself. */
export function detailOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The problem in anything that was thrown; `otherwise` words what is not a HostError. */
export function problemOf(thrown: unknown, otherwise: (detail: string) => Problem): Problem {
  return thrown instanceof HostError ? thrown.problem : otherwise(detailOf(thrown));
}

/** The words that V8, SpiderMonkey, JavaScriptCore, Emscripten and C++ use for a full memory. */
export function meansOutOfMemory(detail: string): boolean {
  return /out of memory|\bOOM\b|cannot enlarge memory|could not allocate|bad_alloc|allocation failed/i.test(detail);
}
