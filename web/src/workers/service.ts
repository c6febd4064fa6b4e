// What runs inside a worker, apart from the worker: so that Node can run the same code directly.

import { detailOf, HostError, meansOutOfMemory } from "../protocol/problems";
import { isToWorker } from "../protocol/messages";
import type { FromWorker, Progress } from "../protocol/messages";

export type ReportProgress = (progress: Progress) => void;

/** A refused request is a thrown HostError; anything else that is thrown means that the worker is unusable. */
export interface Service {
  load(args: unknown, report: ReportProgress): Promise<unknown>;
  /** `tell`: sends a first answer while the final one is still being worked out. */
  call(args: unknown, tell?: (draft: unknown) => void): unknown;
  /** A short piece of work for when nothing is asked; false if none is left. What it throws is of no account. */
  rest?(): Promise<boolean>;
}

/** The clock of the measured times; monotonic. */
const now = (): number => performance.now();

/** Between two reports of how far a download is: each costs whoever shows it more than the chunk that it tells of. */
const REPORT_MS = 100;

/**
 * Feeds messages to a service, one after the other, and sends its answers. Returns the function that takes
 * a message.
 */
export function converse(service: Service, send: (message: FromWorker) => void): (data: unknown) => Promise<void> {
  let queue = Promise.resolve();
  let waiting = 0;
  let planned = false;
  /** A message that comes meanwhile is taken first. */
  const planRest = (): void => {
    if (planned || !service.rest) return;
    planned = true;
    setTimeout(() => (queue = queue.then(rest)), 0);
  };
  const rest = async (): Promise<void> => {
    planned = false;
    if (waiting === 0 && (await service.rest?.().catch(() => false))) planRest();
  };
  return (data) => {
    waiting++;
    queue = queue
      .then(() => answer(service, data, send))
      .finally(() => {
        waiting--;
        planRest();
      });
    return queue;
  };
}

/** Tells every phase, and within one no more than can be seen. */
function seldom(report: ReportProgress): ReportProgress {
  let last = -Infinity;
  let phase = "";
  return (progress) => {
    if (progress.phase === phase && now() - last < REPORT_MS) return;
    last = now();
    phase = progress.phase;
    report(progress);
  };
}

async function answer(service: Service, data: unknown, send: (message: FromWorker) => void): Promise<void> {
  if (!isToWorker(data)) return;
  const { id, call, args } = data;
  const start = now();
  try {
    const ok =
      call === "load"
        ? await service.load(
            args,
            seldom((progress) => send({ progress })),
          )
        : await service.call(args, (draft) => {
            send({ id, draft, ms: now() - start });
          });
    send({ id, ok, ms: now() - start });
  } catch (thrown) {
    if (thrown instanceof HostError) send({ id, error: thrown.problem });
    else send({ fatal: fatalDetail(thrown) });
  }
}

/** A C++ exception that nobody caught has no message of its own. */
function fatalDetail(thrown: unknown): string {
  if (thrown instanceof WebAssembly.Exception) return "an exception left the WebAssembly module";
  if (thrown instanceof RangeError && !meansOutOfMemory(thrown.message)) return `stack: ${thrown.message}`;
  return detailOf(thrown);
}
