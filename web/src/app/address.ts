// Keeps the page's address telling where the visitor is, without adding to the browser's history.

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

  private async write(state: Partial<UrlState>, wanted: string): Promise<void> {
    const address = await addressOf(state);
    if (wanted === this.written) history.replaceState(history.state, "", address);
  }
}
