// A first visit's tour: a few stops at the parts of the page, each left by doing what it says or by a press. Remembered, so
// that it comes once.

import { html, nothing } from "lit";
import { starter } from "virtual:build-facts";

import type { Play } from "../game/play";
import { isToured, keepToured } from "../places/habits";
import { readUrl } from "../places/url_state";
import { isFramed } from "./seen";
import { STOPS, type Stop } from "./tour_stops";

/** What an address may say without meaning anything certain. */
const LOOKS = ["lang", "theme"];

export class Tour {
  /** Which stop; null: no tour. */
  at: number | null = null;

  /** For whoever is here for the first time, and came to the page and not to something certain. */
  private isNew =
    Object.keys(readUrl(location.search).state).every((name) => LOOKS.includes(name)) && !isFramed() && !isToured();

  private readonly play: Play;
  private readonly changed: () => void;

  constructor(play: Play, changed: () => void) {
    this.play = play;
    this.changed = changed;
  }

  get stop(): Stop | null {
    return this.at === null ? null : (STOPS[this.at] ?? null);
  }

  private async begin(): Promise<void> {
    await import("./fs_tour").catch(() => undefined); // without it, there is no tour
    this.at = 0;
    this.changed();
  }

  /** Once more, with the puzzle that it is about. */
  async again(): Promise<void> {
    await this.play.configure({ mode: "both" });
    await this.play.open(starter.board.family, starter.board.text);
    await this.begin();
  }

  /** After every change of a game that is there. */
  update(): void {
    const { view, board } = this.play;
    if (!view || !board) return;
    if (this.isNew && view.decisions.length === 0 && board.text === starter.board.text) void this.begin();
    this.isNew = false;
    if (this.stop?.done?.(view.decisions)) this.next();
  }

  next(): void {
    if (this.at === null) return;
    if (this.at + 1 === STOPS.length) this.end();
    else this.go(this.at + 1);
  }

  /** Seen or skipped: it does not come again. */
  end(): void {
    keepToured();
    this.go(null);
  }

  private go(at: number | null): void {
    this.at = at;
    this.changed();
  }

  render(guide: string) {
    const { stop } = this;
    if (!stop) return nothing;
    return html`<fs-tour
      .stop=${stop}
      .at=${this.at! + 1}
      .all=${STOPS.length}
      .guide=${guide}
      @next=${() => this.next()}
      @end=${() => this.end()}
    ></fs-tour>`;
  }
}
