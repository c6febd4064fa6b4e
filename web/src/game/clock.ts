// Tells how long System 2 has been thinking, once that is long enough to notice.

import { t } from "../i18n/i18n";
import { timeText } from "../i18n/sentences";

const NOTICEABLE_MS = 350;
const TICK_MS = 200;

export class Clock {
  private since: number | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly tick: () => void;

  constructor(tick: () => void) {
    this.tick = tick;
  }

  run(running: boolean): void {
    if (running === (this.since !== null)) return;
    clearInterval(this.timer);
    this.since = running ? performance.now() : null;
    if (running) this.timer = setInterval(this.tick, TICK_MS);
  }

  /** Empty while there is nothing to tell. */
  get text(): string {
    const passed = this.since === null ? 0 : performance.now() - this.since;
    return passed < NOTICEABLE_MS ? "" : t("system2.thinking", { time: timeText(Math.round(passed / 100) * 100) });
  }
}
