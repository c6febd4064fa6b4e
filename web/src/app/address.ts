// Keeps the page's address telling where the visitor is, without adding to the browser's history.

import { writeUrl, type UrlState } from "./url_state";

// Browsers refuse to change an address too often.
const PAUSE_MS = 250;

export class Address {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private written = "";

  update(state: Partial<UrlState>): void {
    const query = writeUrl(state);
    if (query === this.written) return;
    this.written = query;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => history.replaceState(history.state, "", this.whole(query)), PAUSE_MS);
  }

  /** The address to share. */
  link(state: Partial<UrlState>): string {
    return new URL(this.whole(writeUrl(state)), location.href).href;
  }

  private whole(query: string): string {
    return location.pathname + query + location.hash;
  }
}
