// One set of workers for several hosts: boards on one page share one worker of System 1, one of System 2, and one in which
// every game has an engine of its own. Each host is given ports of its own and knows nothing of the others.

import { isFields, readMessage, type ToWorker } from "../protocol/messages";
import type { Port, PortListener, Transports } from "./transports";

/** `games`: starts a worker that holds many engines (workers/serve.ts, `serveMany`). */
export function sharedTransports(own: Transports, games: () => Port): Transports {
  const engine = new Hall(games);
  // A look takes milliseconds: it is not worth ending the network for. A proof may take minutes.
  const desks = {
    policy: new Desk(() => own.spawn("policy"), { patient: true }),
    solver: new Desk(() => own.spawn("solver"), { patient: false }),
  };
  return { ...own, spawn: (part) => (part === "engine" ? engine.port() : desks[part].port()) };
}

// --- a worker with a place for everybody -------------------------------------------------------------------------

/** Messages carry the number of the engine that they are for. Nothing is kept of a port that was ended. */
class Hall {
  readonly #start: () => Port;
  readonly #listeners = new Map<number, PortListener | null>();
  #worker: Port | null = null;
  #last = 0;

  constructor(start: () => Port) {
    this.#start = start;
  }

  /** Throws if no worker can be started. */
  port(): Port {
    const worker = (this.#worker ??= this.#begun());
    const channel = ++this.#last;
    this.#listeners.set(channel, null);
    return {
      post: (message) => worker.post({ channel, message }),
      listen: (listener) => void this.#listeners.set(channel, listener),
      terminate: () => {
        if (!this.#listeners.delete(channel) || this.#worker !== worker) return;
        if (this.#listeners.size > 0) worker.post({ channel, end: true });
        else this.#end();
      },
    };
  }

  #begun(): Port {
    const worker = this.#start();
    worker.listen({
      message: (data) => {
        if (isFields(data) && typeof data["channel"] === "number")
          this.#listeners.get(data["channel"])?.message(data["message"]);
      },
      failure: (detail) => {
        const all = [...this.#listeners.values()];
        this.#listeners.clear();
        this.#end();
        for (const listener of all) listener?.failure(detail);
      },
    });
    return worker;
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

// --- a worker that serves one after the other --------------------------------------------------------------------

interface Seat {
  listener: PortListener | null;
}

interface Job {
  seat: Seat;
  message: ToWorker;
}

/**
 * Requests are handed to the worker one at a time, so that one that nobody wants any more can be withdrawn. If it is the one
 * that the worker is at, the worker is ended, and the next takes the others over. What they have to tell a new worker first,
 * it says that it does not know (host/solver_client.ts).
 */
class Desk {
  readonly #start: () => Port;
  readonly #patient: boolean;
  readonly #seats = new Set<Seat>();
  #worker: Port | null = null;
  /** What the worker was told to load; its answer, once there is one; and who waits for that. */
  #args: unknown = null;
  #loading = false;
  #loaded: { ok: unknown } | null = null;
  #loaders: Job[] = [];
  #queue: Job[] = [];
  /** The worker is at the first of the queue. */
  #busy = false;
  /** Whoever asked what the worker is at has gone. */
  #orphan = false;
  #last = 0;

  constructor(start: () => Port, { patient }: { patient: boolean }) {
    this.#start = start;
    this.#patient = patient;
  }

  /** Throws if no worker can be started. */
  port(): Port {
    this.#worker ??= this.#begun();
    const seat: Seat = { listener: null };
    this.#seats.add(seat);
    return {
      post: (message) => this.#take({ seat, message: message as ToWorker }),
      listen: (listener) => void (seat.listener = listener),
      terminate: () => this.#leave(seat),
    };
  }

  #take(job: Job): void {
    if (job.message.call === "call") {
      this.#queue.push(job);
      this.#next();
    } else if (this.#loaded) {
      // Later, as a worker would: whoever posts does not expect the answer meanwhile.
      const { ok } = this.#loaded;
      queueMicrotask(() => job.seat.listener?.message({ id: job.message.id, ok, ms: 0 }));
    } else {
      this.#loaders.push(job);
      if (!this.#loading) this.#load(job.message.args);
    }
  }

  #load(args: unknown): void {
    this.#args = args;
    this.#loading = true;
    this.#worker ??= this.#begun();
    this.#worker.post({ id: ++this.#last, call: "load", args });
  }

  #next(): void {
    const [job] = this.#queue;
    if (this.#busy || !job) return;
    if (!this.#loaded) {
      if (!this.#loading) this.#load(this.#args);
      return;
    }
    this.#busy = true;
    this.#worker!.post({ ...job.message, id: ++this.#last });
  }

  #leave(seat: Seat): void {
    if (!this.#seats.delete(seat)) return;
    seat.listener = null;
    const others = (job: Job) => job.seat !== seat;
    this.#loaders = this.#loaders.filter(others);
    const [at] = this.#busy ? this.#queue : [];
    const waited = this.#queue.some((job) => job !== at && !others(job));
    this.#queue = this.#queue.filter((job) => job === at || others(job));
    if (this.#seats.size === 0) this.#close();
    else if (at && !others(at)) this.#withdraw();
    // Somebody has waited too long behind what nobody wants: the worker hangs.
    else if (this.#orphan && waited) this.#restart();
  }

  #close(): void {
    this.#queue = [];
    this.#end();
  }

  #withdraw(): void {
    if (this.#patient && !this.#orphan) this.#orphan = true;
    else this.#restart();
  }

  /** Ends the worker; what it was at is dropped. */
  #restart(): void {
    this.#queue.shift();
    this.#end();
    this.#next();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#loaded = null;
    this.#loading = this.#busy = this.#orphan = false;
  }

  #begun(): Port {
    const worker = this.#start();
    worker.listen({
      message: (data) => {
        if (this.#worker === worker) this.#hear(data);
      },
      failure: (detail) => {
        if (this.#worker === worker) this.#fail((listener) => listener.failure(detail));
      },
    });
    return worker;
  }

  #hear(data: unknown): void {
    const message = readMessage(data);
    if (message === null || "fatal" in message) this.#fail((listener) => listener.message(data));
    else if ("progress" in message) this.#tellLoaders(data);
    else if ("draft" in message) this.#tellDraft(message);
    else if (this.#busy) this.#answered(message);
    else this.#hasLoaded(message);
  }

  #tellLoaders(data: unknown): void {
    for (const seat of new Set(this.#loaders.map((job) => job.seat))) seat.listener?.message(data);
  }

  #tellDraft(draft: object): void {
    const [job] = this.#busy ? this.#queue : [];
    job?.seat.listener?.message({ ...draft, id: job.message.id });
  }

  #answered(answer: object): void {
    const job = this.#queue.shift();
    this.#busy = this.#orphan = false;
    job?.seat.listener?.message({ ...answer, id: job.message.id });
    this.#next();
  }

  #hasLoaded(answer: { id: number; ok: unknown } | { id: number; error: unknown }): void {
    this.#loading = false;
    if ("ok" in answer) {
      this.#loaded = { ok: answer.ok };
      this.#args = withModule(this.#args, answer.ok);
    } else this.#end();
    for (const { seat, message } of this.#loaders.splice(0)) seat.listener?.message({ ...answer, id: message.id });
    if (this.#loaded) this.#next();
    // A worker that took over from another could not be loaded: those in the queue hear of it as of a worker that ended.
    else for (const { seat } of this.#queue.splice(0)) seat.listener?.failure("its successor could not be loaded");
  }

  /** The worker has ended, of what it was at. */
  #fail(tell: (listener: PortListener) => void): void {
    const [at] = this.#busy ? this.#queue.splice(0, 1) : [];
    const victims = at ? [at] : [...this.#loaders.splice(0), ...(this.#loaded ? [] : this.#queue.splice(0))];
    this.#end();
    for (const seat of new Set(victims.map((job) => job.seat))) if (seat.listener) tell(seat.listener);
    this.#next();
  }
}

/** What a worker has compiled, its successor need not. */
function withModule(args: unknown, loaded: unknown): unknown {
  const module = isFields(loaded) ? loaded["module"] : undefined;
  return module && isFields(args) ? { ...args, module } : args;
}
