// What the visitor hands on: the links and the frame of the moment that is looked at, or of the game's start.

import type { Play } from "../game/play";
import type { Address } from "../places/address";
import type { UrlState } from "../places/url_state";
import { frameHeight } from "../shell/frame_height";
import { USUAL, frameOf, linkHides, type Choice } from "../shell/links";

export class Sharing {
  link = "";
  framed = "";
  frame = "";
  choice: Choice = USUAL;
  /** With the moves made up to the moment that is looked at. */
  moves = true;

  private readonly play: Play;
  private readonly address: Address;
  private readonly state: () => Partial<UrlState>;
  private readonly changed: () => void;

  constructor(play: Play, address: Address, state: () => Partial<UrlState>, changed: () => void) {
    this.play = play;
    this.address = address;
    this.state = state;
    this.changed = changed;
  }

  /** `title` and `about`: what the puzzle is called, and its author's words. */
  async prepare(title: string, about: string): Promise<void> {
    const { choice } = this;
    const state = this.moves ? this.moment() : { ...this.state(), moves: undefined };
    const to = (hide: Choice["frame"]) => this.address.link({ ...state, hide });
    const [link, framed] = await Promise.all([to(linkHides(choice)), to(choice.frame)]);
    const height = frameHeight(this.play.board ?? { rows: 1, columns: 1 }, choice.frame, about);
    Object.assign(this, { link, framed, frame: frameOf(framed, title, height) });
    this.changed();
  }

  /** All that stands on the board then, under the rules of then. */
  private moment(): Partial<UrlState> {
    const { play } = this;
    return { ...this.state(), puzzle: play.shown.board?.text, moves: play.standingMoves() };
  }
}
