// Links to a declared puzzle, and the frame that shows it in a tutorial.

import { writeUrl, type UrlState } from "../app/url_state";
import { writeHash } from "../app/packed";

/** Longer links are cut by some chat and mail programs; browsers take far longer ones. */
export const LONG_LINK = 8000;
const FRAME_HEIGHT = 760;

/** `page`: the play view's address, without query. */
export async function linkTo(page: string, compact: string, how: Partial<UrlState>): Promise<string> {
  const query = writeUrl({ ...how, family: "custom", puzzle: undefined, moves: undefined });
  return new URL(query + (await writeHash(compact)), page).href;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

export function frameOf(link: string, title: string): string {
  return `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="${FRAME_HEIGHT}" loading="lazy"></iframe>`;
}
