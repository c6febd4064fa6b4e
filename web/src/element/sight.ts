// When an element is near what is seen of the page, and when it is out of sight: then it does not play.

const NEAR = "300px";

interface Sighted {
  /** It is about to be seen; told once each time it is watched. */
  near(): void;
  hidden(): void;
  playing(): boolean;
  /** In sight again, after it was hidden while it played. */
  back(): void;
}

export class Sight {
  isNear = false;
  private readonly element: Element;
  private readonly on: Sighted;
  private observers: IntersectionObserver[] = [];
  private interrupted = false;

  constructor(element: Element, on: Sighted) {
    this.element = element;
    this.on = on;
  }

  watch(): void {
    const near = new IntersectionObserver(
      (entries) => {
        if (this.isNear || !entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.isNear = true;
        near.disconnect();
        this.on.near();
      },
      { rootMargin: NEAR },
    );
    const seen = new IntersectionObserver((entries) => this.saw(entries.at(-1)?.isIntersecting ?? false));
    this.observers = [near, seen];
    for (const observer of this.observers) observer.observe(this.element);
  }

  end(): void {
    for (const observer of this.observers) observer.disconnect();
    this.observers = [];
    this.isNear = false;
  }

  /** It does not go on by itself. */
  forget(): void {
    this.interrupted = false;
  }

  private saw(visible: boolean): void {
    if (visible && this.interrupted) {
      this.interrupted = false;
      this.on.back();
    } else if (!visible && this.on.playing()) {
      this.interrupted = true;
      this.on.hidden();
    }
  }
}
