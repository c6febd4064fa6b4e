// Puts a service, or many of a kind, into the worker that this script runs in.

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

/** A service for every channel, made when it is first spoken to (host/shared.ts). */
export function serveMany(make: () => Service): void {
  const scope = globalThis as unknown as WorkerScope;
  const channels = new Map<number, (data: unknown) => Promise<void>>();
  const opened = (channel: number) =>
    converse(make(), (message) => {
      if (channels.has(channel)) scope.postMessage({ channel, message });
    });
  scope.addEventListener("message", ({ data }) => {
    if (!isFields(data)) return;
    const { hold: lock, channel, message, end } = data;
    if (typeof lock === "string") hold(lock, scope);
    if (typeof channel !== "number") return;
    if (end === true) {
      channels.delete(channel);
      return;
    }
    const take = channels.get(channel) ?? opened(channel);
    channels.set(channel, take);
    void take(message);
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
