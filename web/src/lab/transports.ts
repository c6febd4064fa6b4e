// The workers of the lab: all boards share one engine module, one network and one solver.

import { pageTransports } from "../host/page";
import { sharedTransports } from "../host/shared";
import { workerPort } from "../host/worker_port";

export const labTransports = sharedTransports(pageTransports, () =>
  workerPort(new Worker(new URL("../workers/games.worker.ts", import.meta.url), { type: "module", name: "games" })),
);
