// Keeps the page's address telling where the visitor is. A game is one entry of the browser's history (visits.ts).

import { isHash, writeHash } from "./packed";
import { writeUrl, type UrlState } from "./url_state";

// Browsers refuse to change an address too often.
const PAUSE_MS = 250;

/** An author's own puzzle is long, and in any language: it goes behind "#", packed. */
async function addressOf(state: Partial<UrlState>): Promise<string> {
  const { puzzle, ...rest } = state;
  if (state.family === "custom" && puzzle) return location.pathname + writeUrl(rest) + (await writeHash(puzzle));
  return location.pathname + writeUrl(state) + (isHash(location.hash) ? "" : location.hash);
}

export class Address {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private written = "";

  update(state: Partial<UrlState>): void {
    const wanted = writeUrl(state);
    if (wanted === this.written) return;
    this.written = wanted;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write(state, wanted), PAUSE_MS);
  }

  /** The address to share. */
  async link(state: Partial<UrlState>): Promise<string> {
    return new URL(await addressOf(state), location.href).href;
  }

  /** Which game the present entry is of. */
  name(game: string): void {
    history.replaceState({ game }, "");
  }

  /** A new entry for another game. */
  async push(state: Partial<UrlState>, game: string): Promise<void> {
    clearTimeout(this.timer);
    this.written = writeUrl(state);
    // At once, as what happens meanwhile belongs to the new entry; an author's puzzle is packed afterwards. A frame
    // leaves the history to the page that it is in.
    if (window.top === window) history.pushState({ game }, "", location.pathname + this.written);
    else this.name(game);
    await this.write(state, this.written);
  }

  private async write(state: Partial<UrlState>, wanted: string): Promise<void> {
    const address = await addressOf(state);
    if (wanted === this.written) history.replaceState(history.state, "", address);
  }
}
