// Puts a service into the worker that this script runs in.

import { isFields } from "../protocol/messages";
import { converse } from "./service";
import type { Service } from "./service";

/** The part of DedicatedWorkerGlobalScope that is used; the DOM's types do not contain it. */
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
}

export function serve(service: Service): void {
  const scope = globalThis as unknown as WorkerScope;
  const take = converse(service, (message) => {
    scope.postMessage(message);
  });
  scope.addEventListener("message", ({ data }) => {
    if (isFields(data) && typeof data["hold"] === "string") hold(data["hold"], scope);
    else void take(data);
  });
}

/** Holds a lock for as long as the worker lives, so that the page hears of its end (host/browser.ts). */
function hold(lock: string, scope: WorkerScope): void {
  // Left out on a plain http address, and refused to a frame without an origin: the end then shows as silence.
  const locks = navigator.locks as LockManager | undefined;
  void locks
    ?.request(lock, () => {
      scope.postMessage({ holds: true });
      return new Promise<never>(() => {});
    })
    .catch(() => undefined);
}
