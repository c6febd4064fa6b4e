// Our end of the conversation with a worker, whoever starts it.

import { isFields } from "../protocol/messages";
import type { Port, PortListener } from "./transports";

/** Our end of a worker. */
export function workerPort(worker: Worker): Port {
  const watch = new AbortController();
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    listen: (listener) => {
      attach(worker, listener, watch.signal);
    },
    terminate: () => {
      watch.abort();
      worker.terminate();
    },
  };
}

function attach(worker: Worker, listener: PortListener, signal: AbortSignal): void {
  const lock = `fastslow.worker.${crypto.randomUUID?.() ?? Math.random()}`;
  worker.addEventListener("message", (event: MessageEvent<unknown>) => {
    if (isAlive(event.data)) watchOver(lock, listener, signal);
    else listener.message(event.data);
  });
  worker.postMessage({ hold: lock });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    // A script that cannot be fetched gives an event without a message.
    listener.failure(event.message || "the worker's script could not be loaded");
  });
  worker.addEventListener("messageerror", () => {
    listener.failure("a message could not be read");
  });
}

/**
 * No browser says that a worker has ended without an error. But it lets go of every lock that the worker held: one that it
 * took at its start (workers/serve.ts) comes free when it ends, whyever it does.
 */
function watchOver(lock: string, listener: PortListener, signal: AbortSignal): void {
  const ended = () => {
    if (!signal.aborted) listener.failure("it ended without a word");
  };
  navigator.locks.request(lock, { signal }, ended).catch(() => undefined);
}

const isAlive = (data: unknown): boolean => isFields(data) && data["holds"] === true;
