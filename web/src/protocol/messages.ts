// The messages between the host and a worker. What arrives is checked here, because it comes from
// another thread that may be of another version or half dead.

import type { PolicyTensors, PositionId, Problem } from "./engine";
import { PHASES, type Phase } from "./parts";

/** `load` first, once; then any number of calls. Answers come back in the order of the requests. */
export interface ToWorker {
  id: number;
  call: "load" | "call";
  args: unknown;
}

export interface Progress {
  loaded: number;
  total: number;
  phase: Phase;
}

/** What System 1's worker is asked, as the `args` of a call. */
export interface LookRequest {
  /** At the same position the worker goes on from the look before. */
  position: PositionId;
  look: number;
  /** 0: from the usual states. Else thinking is begun anew from others, the same ones for the same number. */
  start: number;
  tensors: PolicyTensors;
}

/** One of the small networks of the exhibits, as a file. */
export interface NetworkFile {
  /** An absolute URL in the page, a file path under Node. */
  address: string;
  /** In hexadecimal, as its card has it: checked when the file is read. */
  sha256: string;
}

/** What goes into such a network and what comes out of it, by name. */
export interface PlainTensor {
  type: "float32" | "int32";
  shape: number[];
  data: number[];
}
export type PlainTensors = Record<string, PlainTensor>;

/** System 1's worker, asked to run another network than its own. */
export interface RunRequest {
  network: NetworkFile;
  inputs: PlainTensors;
}

export type FromWorker =
  /** `ms`: how long the worker computed, without waiting in its queue. */
  | { id: number; ok: unknown; ms: number }
  /** A first answer, for which the final one will come; `ms`: until now. */
  | { id: number; draft: unknown; ms: number }
  | { id: number; error: Problem }
  | { progress: Progress }
  /** The worker cannot go on; nothing else comes from it. */
  | { fatal: string };

type Fields = Record<string, unknown>;

export function isFields(data: unknown): data is Fields {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

export function isProblem(data: unknown): data is Problem {
  return isFields(data) && typeof data["key"] === "string" && isFields(data["args"]);
}

function isProgress(data: unknown): data is Progress {
  if (!isFields(data) || !PHASES.some((phase) => phase === data["phase"])) return false;
  return typeof data["loaded"] === "number" && typeof data["total"] === "number";
}

/** Null if `data` is not a message of the agreed form. */
export function readMessage(data: unknown): FromWorker | null {
  if (!isFields(data)) return null;
  if (typeof data["fatal"] === "string") return { fatal: data["fatal"] };
  if (isProgress(data["progress"])) return { progress: data["progress"] };
  const id = data["id"];
  if (typeof id !== "number") return null;
  if (isProblem(data["error"])) return { id, error: data["error"] };
  const ms = data["ms"];
  if ("draft" in data && typeof ms === "number") return { id, draft: data["draft"], ms };
  return "ok" in data && typeof ms === "number" ? { id, ok: data["ok"], ms } : null;
}

export function isToWorker(data: unknown): data is ToWorker {
  if (!isFields(data) || typeof data["id"] !== "number") return false;
  return data["call"] === "load" || data["call"] === "call";
}
