// Links to a puzzle, and the frame that shows it in a tutorial.

export { frameOf } from "./frame_text";
import { PAGE_PARTS, readParts, writeParts, type PagePart } from "../places/page_parts";
import { writeUrl, type UrlState } from "../places/url_state";

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

/** The studio, with the puzzle of a link to the play page: both have the same words for it. */
export function studioLink(link: string): string {
  const to = new URL(link);
  to.searchParams.delete("hide");
  return new URL(`./studio.html${to.search}${to.hash}`, to).href;
}

// --- as text -----------------------------------------------------------------------------------------------------

/** `page`: the play view's address, without query; `hash`: the puzzle, packed. */
export function linkTo(page: string, hash: string, how: Partial<UrlState>): string {
  const query = writeUrl({ ...how, family: "custom", puzzle: undefined, moves: undefined });
  return new URL(query + hash, page).href;
}
