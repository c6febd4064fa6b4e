// Puts a service into the worker that this script runs in.

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
  scope.addEventListener("message", (event) => {
    void take(event.data);
  });
}
