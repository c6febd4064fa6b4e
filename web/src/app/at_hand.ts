// What the play page does for someone who solves alone, whatever is looked at: undo and redo by the keys that everybody
// knows, the time while the page is seen, and how the visitor likes to play.

import type { Play } from "../game/play";
import { keepHabits, readHabits } from "../places/habits";

const TICK_MS = 1000;

/** Keys for these are someone's own where text is written; and behind a dialog, nobody would see what they do. */
function elsewhere(event: KeyboardEvent): boolean {
  const path = event.composedPath().filter((at) => at instanceof HTMLElement);
  const [at] = path;
  return (
    at !== undefined &&
    (at.isContentEditable ||
      at.matches("textarea, input:not([type=checkbox], [type=radio], [type=range])") ||
      path.some((one) => one.matches("dialog")))
  );
}

function wayOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): "undo" | "redo" | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === "z") return shiftKey ? "redo" : "undo";
  return key.toLowerCase() === "y" ? "redo" : null;
}

export class AtHand {
  private readonly play: Play;
  private readonly tick: () => void;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(play: Play, tick: () => void) {
    this.play = play;
    this.tick = tick;
    const { checks, time } = readHabits();
    Object.assign(play, { checks, time });
  }

  begin(): void {
    window.addEventListener("keydown", this.onKey);
    this.timer = setInterval(() => {
      this.update();
      if (this.play.time && this.play.stopwatch.running) this.tick();
    }, TICK_MS);
  }

  end(): void {
    window.removeEventListener("keydown", this.onKey);
    clearInterval(this.timer);
  }

  /** After every change of the game. */
  update(): void {
    const { play } = this;
    const over = play.view?.status === "solved" || play.view?.status === "lost";
    play.stopwatch.run(play.ready && !over && document.visibilityState === "visible");
  }

  /** The visitor likes it otherwise now. */
  keep(): void {
    keepHabits(this.play);
  }

  /** Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y; on a Mac with its own key. */
  private readonly onKey = (event: KeyboardEvent) => {
    const way = wayOf(event);
    if (way === null || event.defaultPrevented || elsewhere(event)) return;
    event.preventDefault();
    const { play } = this;
    if (!play.ready) return;
    if (play.past) play.toNow();
    else void play[way]();
  };
}
