// A port to a service in the same thread.

import { converse } from "./service";
import type { Service } from "./service";

interface Listener {
  message(data: unknown): void;
}

/** A worker without a thread (host/transports.ts has its type). It cannot be interrupted, only forgotten. */
export function directPort(service: Service) {
  let listener: Listener | null = null;
  const take = converse(service, (message) => {
    listener?.message(message);
  });
  return {
    post: (message: unknown): void => {
      void take(message);
    },
    listen: (one: Listener): void => {
      listener = one;
    },
    terminate: (): void => {
      listener = null;
    },
  };
}
