// What runs inside a worker, apart from the worker: so that Node can run the same code directly.

import { detailOf, HostError, meansOutOfMemory } from "../protocol/problems";
import { isToWorker } from "../protocol/messages";
import type { FromWorker, Progress } from "../protocol/messages";

export type ReportProgress = (progress: Progress) => void;

/** A refused request is a thrown HostError; anything else that is thrown means that the worker is unusable. */
export interface Service {
  load(args: unknown, report: ReportProgress): Promise<unknown>;
  call(args: unknown): unknown;
}

/** The clock of the measured times; monotonic. */
const now = (): number => performance.now();

/**
 * Feeds messages to a service, one after the other, and sends its answers. Returns the function that takes
 * a message.
 */
export function converse(service: Service, send: (message: FromWorker) => void): (data: unknown) => Promise<void> {
  let queue = Promise.resolve();
  return (data) => {
    queue = queue.then(() => answer(service, data, send));
    return queue;
  };
}

async function answer(service: Service, data: unknown, send: (message: FromWorker) => void): Promise<void> {
  if (!isToWorker(data)) return;
  const { id, call, args } = data;
  const start = now();
  try {
    const ok =
      call === "load"
        ? await service.load(args, (progress) => {
            send({ progress });
          })
        : await service.call(args);
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
