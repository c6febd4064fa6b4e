// Links to a puzzle, and the frame that shows it in a tutorial.

import { COLUMN_PX, LARGEST_CELL_PX } from "../board/sizes";
import { PAGE_PARTS, readParts, writeParts, type PagePart } from "../places/page_parts";
import { writeUrl, type UrlState } from "../places/url_state";
import type { Board } from "../protocol/engine";

/** Longer links are cut by some chat and mail programs; browsers take far longer ones. */
export const LONG_LINK = 8000;

// --- what is shown -----------------------------------------------------------------------------------------------

/** What a link and a frame leave out of the play page. */
export interface Choice {
  frame: readonly PagePart[];
  /** The link leaves out the same; otherwise nothing. */
  alike: boolean;
}

/** A tutorial has a head and other puzzles of its own; the board, its rules, and both systems are what it is about. */
export const USUAL: Choice = { frame: ["header", "new", "arbitrator", "decisions"], alike: false };

/** What can be chosen where there are no rules to switch, as in an author's puzzle. */
export const CHOICES = PAGE_PARTS.filter((part) => part !== "rules");

export const linkHides = ({ frame, alike }: Choice): readonly PagePart[] => (alike ? frame : []);

/** As one word, to be kept. */
export const writeChoice = ({ frame, alike }: Choice): string => `${alike ? "both" : "frame"} ${writeParts(frame)}`;

export function readChoice(text: string): Choice {
  const [which, parts] = text.split(" ");
  return parts === undefined ? USUAL : { frame: readParts(parts), alike: which === "both" };
}

// --- how high ----------------------------------------------------------------------------------------------------

/** What stands around the board takes room where it is shown. */
const HEIGHTS: Partial<Record<PagePart, number>> = { header: 40, modes: 54, controls: 58 };
/** Margins, keys for fingers, how the game stands, the way to the whole page. */
const ALWAYS = 150;
const CAPTION: readonly PagePart[] = ["title", "new", "controls"];
const CAPTION_HEIGHT = 36;
/** Of the panels at least the first is seen to be there. */
const PANELS: readonly PagePart[] = ["system2", "decisions", "system1", "arbitrator"];
const PANEL_HEIGHT = 130;

/** The author's words: so many letters stand on a line, a Korean one as wide as two; a line more where it is narrow. */
const LETTERS = 80;
const LINE = 22;

function aboutHeight(about: string): number {
  const letters = [...about].reduce((sum, letter) => sum + (letter >= "\u1100" ? 2 : 1), 0);
  return letters === 0 ? 0 : (Math.ceil(letters / LETTERS) + 1) * LINE + 12;
}

/** So that the board need not be scrolled where the frame is as wide as the text of a page. */
export function frameHeight(
  { rows, columns }: Pick<Board, "rows" | "columns">,
  hidden: readonly PagePart[],
  about = "",
): number {
  const any = (parts: readonly PagePart[]) => parts.some((part) => !hidden.includes(part));
  const width = Math.min(COLUMN_PX, columns * LARGEST_CELL_PX);
  const board = Math.min(COLUMN_PX, Math.round((width * rows) / columns));
  const around = PAGE_PARTS.filter((part) => any([part])).reduce((sum, part) => sum + (HEIGHTS[part] ?? 0), ALWAYS);
  const words = any(["about"]) ? aboutHeight(about) : 0;
  return board + around + words + (any(CAPTION) ? CAPTION_HEIGHT : 0) + (any(PANELS) ? PANEL_HEIGHT : 0);
}

// --- as text -----------------------------------------------------------------------------------------------------

/** `page`: the play view's address, without query; `hash`: the puzzle, packed. */
export function linkTo(page: string, hash: string, how: Partial<UrlState>): string {
  const query = writeUrl({ ...how, family: "custom", puzzle: undefined, moves: undefined });
  return new URL(query + hash, page).href;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

export function frameOf(link: string, title: string, height: number): string {
  return `<iframe src="${escaped(link)}" title="${escaped(title)}" width="100%" height="${height}" style="border: 0; border-radius: 12px" loading="lazy"></iframe>`;
}
