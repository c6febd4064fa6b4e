// How often a page is rendered while the systems play. A picture of a large board takes some 50 ms, to render, lay out and
// paint, of the thread that every message between the workers passes: where moves follow each other at once, a picture of
// each message would hold the next one up.

/** Between two pictures of a game that is played as fast as it goes, in milliseconds. */
const INSTANT_MS = 250;

export class Pace {
  private readonly render: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(render: () => void) {
    this.render = render;
  }

  /** The game has changed. It is rendered now, or soon if it is played as fast as it goes. */
  changed({ hurried }: { hurried: boolean }): void {
    if (hurried) {
      this.timer ??= setTimeout(() => this.show(), INSTANT_MS);
    } else {
      this.show();
    }
  }

  private show(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.render();
  }
}
