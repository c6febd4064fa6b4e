// How often a page is rendered while the systems play. A render takes some 20 ms of the thread that every message between
// the workers passes: where moves follow each other at once, a picture of each message would hold the next one up.

import type { Speed } from "../game/settings";

/** Between two pictures of a game that is played as fast as it goes, in milliseconds. */
const INSTANT_MS = 100;

export class Pace {
  private readonly render: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(render: () => void) {
    this.render = render;
  }

  /** The game has changed. It is rendered now, or soon if it is played as fast as it goes. */
  changed({ playing, speed }: { playing: boolean; speed: Speed }): void {
    if (playing && speed === "instant") {
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
