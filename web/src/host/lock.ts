// Mutual exclusion for sequences of requests that belong together.

export class Lock {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` when everything asked for earlier has ended, well or badly. Not reentrant. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
