// How long the visitor has been at a game. The engine has no clock; this one is the page's own, and stands still while
// the page is not seen.

export class Stopwatch {
  private passed = 0;
  private since: number | null = null;
  private readonly now: () => number;

  constructor(now = () => performance.now()) {
    this.now = now;
  }

  get running(): boolean {
    return this.since !== null;
  }

  run(running: boolean): void {
    if (running === this.running) return;
    this.passed = this.milliseconds;
    this.since = running ? this.now() : null;
  }

  get milliseconds(): number {
    return this.passed + (this.since === null ? 0 : this.now() - this.since);
  }

  /** From the start, or from where an earlier visit left off. */
  recall(milliseconds: unknown = 0): void {
    this.passed = typeof milliseconds === "number" && milliseconds > 0 ? milliseconds : 0;
    if (this.running) this.since = this.now();
  }

  /** "4:07", "1:02:33". */
  get text(): string {
    const seconds = Math.floor(this.milliseconds / 1000);
    const two = (n: number) => String(n).padStart(2, "0");
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
  }
}
