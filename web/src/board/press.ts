// A finger that stays: what the second button is to a mouse.

const LONG_MS = 450;
const SLACK_PX = 12;

export class LongPress {
  /** The press that just ended was a long one: the click that follows it means nothing. */
  wasLong = false;
  private readonly pressed: (variable: number) => void;
  private stop: () => void = () => {};

  constructor(pressed: (variable: number) => void) {
    this.pressed = pressed;
  }

  begin(event: PointerEvent, variable: number): void {
    this.stop();
    this.wasLong = false;
    if (event.pointerType === "mouse") return;
    const timer = setTimeout(() => {
      this.wasLong = true;
      this.stop();
      this.pressed(variable);
    }, LONG_MS);
    const ending = new AbortController();
    this.stop = () => {
      clearTimeout(timer);
      ending.abort();
    };
    const { clientX, clientY } = event;
    const moved = (now: PointerEvent) => Math.hypot(now.clientX - clientX, now.clientY - clientY) > SLACK_PX;
    const options = { signal: ending.signal };
    window.addEventListener("pointermove", (now) => moved(now) && this.stop(), options);
    window.addEventListener("pointerup", () => this.stop(), options);
    window.addEventListener("pointercancel", () => this.stop(), options);
  }
}
