// A port to a service in the same thread.

import type { Port, PortListener } from "../src/host/transports";
import { converse } from "../src/workers/service";
import type { Service } from "../src/workers/service";

/** A worker without a thread. It cannot be interrupted, only forgotten. */
export function directPort(service: Service): Port {
  let listener: PortListener | null = null;
  const take = converse(service, (message) => {
    listener?.message(message);
  });
  return {
    post: (message) => {
      void take(message);
    },
    listen: (one) => {
      listener = one;
    },
    terminate: () => {
      listener = null;
    },
  };
}
