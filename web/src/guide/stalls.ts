// One game for all exhibits of the guide: it is played in the exhibit that is looked at, and goes on where it was when the
// reader comes back to it. So one engine, one network and one solver serve the whole page.

import type { Play, KeptPlay } from "../game/play";
import type { Mode } from "../game/settings";
import type { Board, CellView } from "../protocol/engine";
import type { Scene } from "./sections";

/** What a board showed when the reader went on. */
export interface Left {
  board: Board;
  cells: readonly CellView[];
}

interface Kept {
  game: KeptPlay | null;
  mode: Mode;
}

export class Stalls {
  /** Where the game is played. */
  live: string | null = null;
  /** The board of the live exhibit is there. */
  open = false;

  private readonly left = new Map<string, Left>();
  private readonly kept = new Map<string, Kept>();
  private readonly play: Play;
  private readonly changed: () => void;
  /** What was begun last; of several that were passed quickly, only the last is opened. */
  private turn: Promise<void> = Promise.resolve();

  constructor(play: Play, changed: () => void) {
    this.play = play;
    this.changed = changed;
  }

  /** How an exhibit was left; null where it was never played. */
  leftOf(id: string): Left | null {
    return this.left.get(id) ?? null;
  }

  /** Goes over to another exhibit. Resolves when its game is open, or another was gone over to. Without a scene, the
   *  exhibit plays a game of its own on the same host. */
  enter(id: string, scene: Scene | null): Promise<void> {
    if (this.live === id) return this.turn;
    this.leave();
    this.live = id;
    this.changed();
    if (scene) this.turn = this.turn.then(() => (this.live === id ? this.begin(id, scene) : undefined));
    return this.turn;
  }

  /** Another puzzle in the exhibit that is live. */
  async change(scene: Scene): Promise<void> {
    const { live } = this;
    if (live === null) return;
    this.kept.delete(live);
    this.turn = this.turn.then(() => (this.live === live ? this.begin(live, scene) : undefined));
    await this.turn;
  }

  private leave(): void {
    const { play, live } = this;
    const { board, view } = play;
    if (live === null || !this.open || !board || !view) return;
    play.pause();
    this.left.set(live, { board, cells: view.cells });
    this.kept.set(live, { game: play.kept(), mode: play.mode });
    this.open = false;
  }

  private async begin(id: string, scene: Scene): Promise<void> {
    const { play } = this;
    const kept = this.kept.get(id);
    await play.configure({ mode: kept?.mode ?? scene.mode });
    const restored = kept?.game ? await play.restore(kept.game) : false;
    // Refused is none of the guide's own; without an engine, the exhibit says so.
    const problem = restored ? null : await play.open(scene.family, scene.text);
    if (this.live !== id || problem) return;
    if (!restored && scene.moves) await play.repeat(scene.moves);
    play.ready = true;
    this.open = true;
    this.changed();
  }
}
