// A worker that is loaded while another computes, to take its place at once when that is ended. Until then nobody else
// speaks with it.

import { readMessage } from "../protocol/messages";
import { failWith, HostError } from "../protocol/problems";
import type { Port, PortListener } from "./transports";

export interface Spare {
  port: Port;
  /** What its loading answered. */
  loaded: Promise<unknown>;
  /** Hears what it says once it has taken the place. */
  heard: PortListener | null;
}

/** The number of its first request: those of a channel begin with 1. */
const LOAD = 0;

interface Owner {
  spawn(): Port;
  loadArguments(): unknown;
}

/** Null if no further worker can be started. */
export function spareOf(owner: Owner): Spare | null {
  try {
    const port = owner.spawn();
    const spare: Spare = { port, loaded: Promise.resolve(), heard: null };
    spare.loaded = loading(spare, owner.loadArguments());
    return spare;
  } catch {
    return null;
  }
}

function loading(spare: Spare, args: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      reject(failWith("error.worker.cancelled"));
    };
    spare.port.listen({
      message: (data) => {
        const message = readMessage(data);
        if (message !== null && "id" in message && message.id === LOAD) {
          if ("ok" in message) resolve(message.ok);
          else if ("error" in message) reject(new HostError(message.error));
        } else if (spare.heard) {
          spare.heard.message(data);
        } else if (message === null || "fatal" in message) {
          fail();
        }
      },
      failure: (detail) => {
        if (spare.heard) spare.heard.failure(detail);
        fail();
      },
    });
    spare.port.post({ id: LOAD, call: "load", args });
  });
}
