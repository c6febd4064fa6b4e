// A conversation with one worker: requests with ids, answers matched to them, stale answers dropped, and
// a fresh worker after a crash. It knows nothing of what is said.

import type { Problem } from "../protocol/engine";
import { readMessage } from "../protocol/messages";
import type { FromWorker, Progress, ToWorker } from "../protocol/messages";
import { failWith, HostError, meansOutOfMemory, problem, problemOf } from "../protocol/problems";
import type { Part, ReplacedReason } from "../protocol/parts";
import { Silence } from "./silence";
import { spareOf, type Spare } from "./spare";
import type { Port, PortListener } from "./transports";

export interface Answer {
  value: unknown;
  /** Computing time inside the worker. */
  ms: number;
}

export interface Asking {
  /** Not about the present position: survives `drop`. */
  lasting?: boolean;
  /** Told of a first answer, while the final one is being worked out. */
  draft?: ((first: Answer) => void) | undefined;
}

/** What the owner of a channel supplies and is told. */
export interface ChannelOwner {
  spawn(): Port;
  /** Arguments of the worker's first request, made anew for every worker. */
  loadArguments(): unknown;
  /** Brings a fresh worker up to date before any waiting request reaches it. */
  prepare?(loaded: unknown, ask: (args: unknown) => Promise<Answer>): Promise<void>;
  progress?(progress: Progress): void;
  state?(state: "loading" | "ready" | "failed" | "idle", why: Problem | null): void;
  /** The worker was ended; the next request starts another. */
  replaced?(reason: ReplacedReason, why: Problem | null): void;
  /** A worker that answers nothing for so long is taken as hung. Left out: it may think for as long as it likes. */
  answersMs?: number | undefined;
  /** A worker that is at an answer for so long gets a spare beside it, loaded: to end it then costs no waiting for the
   *  next. Left out: none. */
  spareMs?: number | undefined;
}

/** While it is loaded, a worker that says nothing for so long, not even how far it is, is taken as hung. */
const LOADS_MS = 60_000;

interface Waiting {
  call: ToWorker["call"];
  args: unknown;
  /** Not about the present position: survives `drop`. */
  lasting: boolean;
  draft?: ((first: Answer) => void) | undefined;
  resolve(answer: Answer): void;
  reject(error: HostError): void;
}

/** One worker's life. A new one has a new object, so that nothing of the old one can be mistaken. */
interface Life {
  port: Port;
  ready: Promise<void>;
  loaded: boolean;
}

export class Channel {
  readonly #part: Part;
  readonly #owner: ChannelOwner;
  #life: Life | null = null;
  #closed = false;
  #nextId = 1;
  /** Requests that wait for the worker's answer. */
  readonly #waiting = new Map<number, Waiting>();
  /** Requests that wait for the worker to be loaded. */
  readonly #early = new Set<Waiting>();
  /** Dropped requests on which the worker is still computing. */
  readonly #stale = new Set<number>();
  readonly #silence = new Silence();
  /** Takes the worker's place when that is ended; null until one was needed. */
  #spare: Spare | null = null;
  #wanting: ReturnType<typeof setTimeout> | null = null;

  constructor(part: Part, owner: ChannelOwner) {
    this.#part = part;
    this.#owner = owner;
  }

  /** Starts and loads a worker if there is none. */
  load(): Promise<void> {
    if (this.#closed) return Promise.reject(failWith("error.worker.closed"));
    this.#life ??= this.#begin();
    return this.#life.ready;
  }

  /** True while the worker computes something, asked for or stale. */
  get computing(): boolean {
    return this.#waiting.size > 0 || this.#stale.size > 0;
  }

  request(args: unknown, { lasting = false, draft }: Asking = {}): Promise<Answer> {
    // Waiting behind an answer that nobody wants could take minutes.
    if (this.#stale.size > 0) this.#end("cancelled", null);
    return new Promise((resolve, reject) => {
      this.#enqueue({ call: "call", args, lasting, draft, resolve, reject });
    });
  }

  /**
   * Rejects the requests under way, but the lasting ones. The worker lives on; it is replaced only if it is
   * still busy when next needed.
   */
  drop(): void {
    this.#dropThose((waiting) => !waiting.lasting);
  }

  /** Rejects every request and ends a worker that is computing, at once. One that is only loading goes on loading. */
  cancel(): void {
    this.#dropThose(() => true);
    if (this.#stale.size > 0) this.#end("cancelled", null);
  }

  close(): void {
    this.#closed = true;
    this.#rejectAll(failWith("error.worker.closed"));
    this.#bury();
    this.#spare?.port.terminate();
    this.#spare = null;
  }

  /** Ends the worker, if there is one. */
  #bury(): void {
    this.#silence.end();
    this.#wantSpare(false);
    this.#life?.port.terminate();
    this.#life = null;
  }

  /** The worker has said something, or has been asked something: how long may it be silent now? */
  #listen(): void {
    const limit = this.#life?.loaded === true ? this.#owner.answersMs : LOADS_MS;
    if (this.#life === null || !this.computing || limit === undefined) this.#silence.end();
    else this.#silence.begin(limit, () => this.#hung(limit));
  }

  /** The worker has begun something that may take long, or is done with everything. */
  #wantSpare(wanted: boolean): void {
    const { spareMs } = this.#owner;
    if (this.#wanting !== null) clearTimeout(this.#wanting);
    this.#wanting = null;
    if (!wanted || spareMs === undefined || this.#spare !== null || this.#life?.loaded !== true) return;
    this.#wanting = setTimeout(() => {
      this.#wanting = null;
      this.#spare = spareOf(this.#owner);
      // What cannot be had beside the worker is tried again in its place, and told then.
      this.#spare?.loaded.catch(() => {
        this.#spare?.port.terminate();
        this.#spare = null;
      });
    }, spareMs);
  }

  #hung(limit: number): void {
    const seconds = String(limit / 1000);
    this.#replace("crashed", problem("error.worker.silent", { part: this.#part, seconds }));
  }

  #begin(): Life {
    let port: Port;
    const spare = this.#spare;
    this.#spare = null;
    this.#owner.state?.("loading", null);
    try {
      port = spare?.port ?? this.#owner.spawn();
    } catch (thrown) {
      const why = problemOf(thrown, (detail) => problem("error.worker.start", { part: this.#part, detail }));
      this.#owner.state?.("failed", why);
      return this.#stillborn(why);
    }
    const life: Life = { port, loaded: false, ready: Promise.resolve() };
    const listener: PortListener = {
      message: (data) => {
        if (this.#life === life) this.#hear(data);
      },
      failure: (detail) => {
        if (this.#life === life) this.#fail(detail);
      },
    };
    if (spare) spare.heard = listener;
    else port.listen(listener);
    // In a later microtask, so that #life is set before the first answer is looked at.
    life.ready = Promise.resolve().then(() => this.#prepare(life, spare));
    return life;
  }

  #stillborn(why: Problem): Life {
    const ready: Promise<void> = Promise.reject(new HostError(why));
    const life: Life = { port: { post() {}, listen() {}, terminate() {} }, loaded: false, ready };
    const forget = (): void => {
      if (this.#life === life) this.#life = null;
    };
    ready.catch(forget);
    return life;
  }

  async #prepare(life: Life, spare: Spare | null): Promise<void> {
    try {
      const loaded = spare ? await spare.loaded : (await this.#direct(life, "load", this.#owner.loadArguments())).value;
      await this.#owner.prepare?.(loaded, (args) => this.#direct(life, "call", args));
      if (this.#life !== life) throw failWith("error.worker.cancelled");
      life.loaded = true;
      this.#owner.state?.("ready", null);
    } catch (thrown) {
      const error = this.#asError(thrown);
      if (this.#life === life) this.#giveUp(error.problem);
      throw error;
    }
  }

  /** Loading failed; the next request begins anew. */
  #giveUp(why: Problem): void {
    this.#bury();
    this.#owner.state?.("failed", why);
  }

  /** A request of the loading phase, which overtakes those that wait for its end. */
  #direct(life: Life, call: ToWorker["call"], args: unknown): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#life === life) this.#post({ call, args, lasting: true, resolve, reject });
      else reject(failWith("error.worker.cancelled"));
    });
  }

  /** Sends the request once the worker is loaded. */
  #enqueue(waiting: Waiting): void {
    this.#early.add(waiting);
    this.load().then(
      () => {
        if (this.#early.delete(waiting)) this.#post(waiting);
      },
      (thrown: unknown) => {
        if (this.#early.delete(waiting)) waiting.reject(this.#asError(thrown));
      },
    );
  }

  #dropThose(unwanted: (waiting: Waiting) => boolean): void {
    const error = failWith("error.worker.cancelled");
    for (const waiting of [...this.#early].filter(unwanted)) {
      this.#early.delete(waiting);
      waiting.reject(error);
    }
    if (this.#life?.loaded !== true) return; // what waits now is the loading itself
    for (const [id, waiting] of [...this.#waiting].filter(([, one]) => unwanted(one))) {
      this.#waiting.delete(id);
      this.#stale.add(id);
      waiting.reject(error);
    }
  }

  #post(waiting: Waiting): void {
    const life = this.#life;
    if (life === null) {
      waiting.reject(failWith("error.worker.cancelled"));
      return;
    }
    const id = this.#nextId++;
    this.#waiting.set(id, waiting);
    const message: ToWorker = { id, call: waiting.call, args: waiting.args };
    try {
      life.port.post(message);
      if (!this.#silence.kept) this.#listen();
      if (this.#wanting === null) this.#wantSpare(true);
    } catch (thrown) {
      this.#waiting.delete(id);
      waiting.reject(this.#asError(thrown));
    }
  }

  #hear(data: unknown): void {
    const message = readMessage(data);
    if (message === null) this.#replace("crashed", problem("error.worker.answer", { part: this.#part }));
    else if ("progress" in message) this.#owner.progress?.(message.progress);
    else if ("fatal" in message) this.#fail(message.fatal);
    else this.#settle(message);
    this.#listen();
    this.#wantSpare(this.computing);
  }

  #settle(message: Extract<FromWorker, { id: number }>): void {
    if ("draft" in message) {
      this.#waiting.get(message.id)?.draft?.({ value: message.draft, ms: message.ms });
      return;
    }
    this.#stale.delete(message.id);
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return; // dropped
    this.#waiting.delete(message.id);
    if ("error" in message) waiting.reject(new HostError(message.error));
    else waiting.resolve({ value: message.ok, ms: message.ms });
  }

  #fail(detail: string): void {
    const part = this.#part;
    if (meansOutOfMemory(detail)) this.#replace("memory", problem("error.worker.memory", { part }));
    else this.#replace("crashed", problem("error.worker.crashed", { part, detail }));
  }

  #replace(reason: "crashed" | "memory", why: Problem): void {
    const loaded = this.#life?.loaded === true;
    // Rejected first: what is told next may already lead to new requests.
    this.#rejectAll(new HostError(why));
    if (loaded) this.#end(reason, why);
    else this.#giveUp(why);
  }

  /** Ends a loaded worker. Lasting requests that it has not answered go to its successor. */
  #end(reason: ReplacedReason, why: Problem | null): void {
    const orphans = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#stale.clear();
    this.#bury();
    this.#owner.state?.("idle", null);
    this.#owner.replaced?.(reason, why);
    for (const waiting of orphans) this.#enqueue(waiting);
  }

  #rejectAll(error: HostError): void {
    const all = [...this.#early, ...this.#waiting.values()];
    this.#early.clear();
    this.#waiting.clear();
    for (const waiting of all) waiting.reject(error);
  }

  #asError(thrown: unknown): HostError {
    const part = this.#part;
    return new HostError(problemOf(thrown, (detail) => problem("error.worker.crashed", { part, detail })));
  }
}
