// How the host reaches its helpers. In the page a port is a Worker; under Node it is a direct call.

import type { Assets } from "../protocol/assets";
import type { Part } from "../protocol/parts";

export interface PortListener {
  message(data: unknown): void;
  /** The worker itself failed: its script did not load, or an error escaped it. */
  failure(detail: string): void;
}

/** Our end of a conversation with one worker. */
export interface Port {
  post(message: unknown): void;
  listen(listener: PortListener): void;
  /** Ends the worker at once, whatever it is doing. */
  terminate(): void;
}

export interface Transports {
  assets: Assets;
  /** What workers have compiled, which spares the next ones the download: of all hosts that have these transports. */
  modules: Map<Part, WebAssembly.Module>;
  /** Starts a fresh worker. Throws if that is impossible. */
  spawn(part: Part): Port;
}
