// How high a frame is written to be. With the script of height_script.ts it becomes as high as it asks for. Without, its
// height is one for all times, while the panels grow and shrink with what is said in them, and wait for what is loaded: it
// holds the board, with all that stands around it, and so much of the panels that they are seen to be there.

import { COLUMN_PX, LARGEST_CELL_PX } from "../board/sizes";
import type { PagePart } from "../places/page_parts";
import type { Board } from "../protocol/engine";

/** On both sides of what a frame shows. */
const MARGINS = 28;
/** What stands around the board takes room where it is shown; the header brings the page's foot along. */
const HEIGHTS: Partial<Record<PagePart, number>> = { header: 104, modes: 54, controls: 58 };
/** Margins, keys, the way to the whole page. */
const ALWAYS = 118;
const CAPTION: readonly PagePart[] = ["title", "new", "controls"];
const CAPTION_HEIGHT = 40;
/** A row of what is counted; one of rules that can be switched, with what that would lead to. */
const COUNTERS_HEIGHT = 36;
const RULES_HEIGHT = 44;
/** Of the panels at least the first is seen to be there. */
const PANELS: readonly PagePart[] = ["system2", "decisions", "system1", "arbitrator"];
const PANEL_HEIGHT = 130;

/** The line beneath the board that tells why the latest step was made; with what steps, and not in a frame without a head. */
const REASON_HEIGHT = 83;

/** The author's words: so many letters stand on a line, a Korean one as wide as two; a line more where it is narrow. */
const LETTERS = 80;
const LINE = 22;

function aboutHeight(about: string): number {
  const letters = [...about].reduce((sum, letter) => sum + (letter >= "\u1100" ? 2 : 1), 0);
  return letters === 0 ? 0 : (Math.ceil(letters / LETTERS) + 1) * LINE + 12;
}

type Framed = Pick<Board, "rows" | "columns"> & Partial<Pick<Board, "counters" | "switchable">>;

/** So that the board need not be scrolled where the frame is as wide as the text of a page. */
export function frameHeight(board: Framed, hidden: readonly PagePart[], about = ""): number {
  const shows = (part: PagePart) => !hidden.includes(part);
  const { rows, columns, counters = [], switchable = [] } = board;
  const width = Math.min(COLUMN_PX - MARGINS, columns * LARGEST_CELL_PX);
  const parts = Object.entries(HEIGHTS) as [PagePart, number][];
  return [
    Math.min(COLUMN_PX, Math.round((width * rows) / columns)),
    ALWAYS,
    ...parts.map(([part, height]) => (shows(part) ? height : 0)),
    shows("about") ? aboutHeight(about) : 0,
    shows("rules") && switchable.length > 0 ? RULES_HEIGHT : 0,
    counters.length > 0 ? COUNTERS_HEIGHT : 0,
    shows("header") && shows("controls") ? REASON_HEIGHT : 0,
    CAPTION.some(shows) ? CAPTION_HEIGHT : 0,
    PANELS.some(shows) ? PANEL_HEIGHT : 0,
  ].reduce((sum, height) => sum + height);
}
