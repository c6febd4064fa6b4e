// Typed events without the document's EventTarget.

export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, Set<(event: never) => void>>();

  on<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }

  emit<K extends keyof Events>(type: K, event: Events[K]): void {
    // A copy: a listener may unsubscribe itself.
    for (const listener of [...(this.#listeners.get(type) ?? [])]) {
      try {
        (listener as (event: Events[K]) => void)(event);
      } catch (thrown) {
        // A listener's mistake is reported, but must not break the game.
        queueMicrotask(() => {
          throw thrown;
        });
      }
    }
  }
}
