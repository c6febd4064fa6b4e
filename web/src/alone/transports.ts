// Workers out of the page itself: as in element/transports.ts, without anything to fetch.

import { bytes } from "virtual:build-facts";

import { workerPort } from "../host/browser";
import { sharedTransports } from "../host/shared";
import type { Transports } from "../host/transports";
import type { Assets } from "../protocol/assets";
import { addressOf } from "./parts";

const assets: Assets = {
  engine: { loader: addressOf("engine-loader"), wasm: addressOf("engine"), bytes: bytes.engine },
  solver: { loader: addressOf("solver-loader"), wasm: addressOf("solver"), bytes: bytes.solver },
  policy: {
    model: addressOf("model"),
    card: addressOf("card"),
    runtime: addressOf("runtime"),
    bytes: bytes.policy,
  },
};

const started = (name: string): Worker => new Worker(addressOf("worker"), { type: "module", name });

export const ownTransports: Transports = {
  assets,
  modules: new Map(),
  spawn: (part) => workerPort(started(part)),
};

export const transports = sharedTransports(ownTransports, () => workerPort(started("games")));
