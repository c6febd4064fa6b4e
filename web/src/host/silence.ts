// How long somebody has said nothing.

/**
 * Counts seconds of silence rather than looking at a clock: a machine that was asleep for an hour has kept silent for
 * one of them.
 */
export class Silence {
  #timer: ReturnType<typeof setInterval> | null = null;

  get kept(): boolean {
    return this.#timer !== null;
  }

  begin(milliseconds: number, tell: () => void): void {
    this.end();
    let left = Math.ceil(milliseconds / 1000);
    this.#timer = setInterval(() => {
      if (--left > 0) return;
      this.end();
      tell();
    }, 1000);
  }

  end(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
