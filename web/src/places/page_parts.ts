// The parts of the play page that a tutorial may leave out. The board is none of them: it always stays.

export const PAGE_PARTS = [
  "header", //      the name, links, language, colours
  "modes", //       System 1 · Both · System 2
  "title", //       what the puzzle is called
  "new", //         the way to another puzzle
  "about", //       the rules in the author's words
  "rules", //       rules that can be switched
  "controls", //    undo, step, play, speed, hint, start over
  "system1", //     intuition
  "arbitrator", //  the dial
  "system2", //     proof
  "decisions", //   the log
] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

/** Each once, in the order of the page. */
export const inOrder = (parts: readonly string[]): PagePart[] => PAGE_PARTS.filter((part) => parts.includes(part));

const isPart = (word: string): word is PagePart => (PAGE_PARTS as readonly string[]).includes(word);

/** "header_modes"; a person may write commas. */
const wordsOf = (list: string) => list.split(/[_,]/).filter((word) => word !== "");

export const readParts = (list: string): PagePart[] => inOrder(wordsOf(list));

export const writeParts = (parts: readonly PagePart[]): string => inOrder(parts).join("_");

export const unknownWords = (list: string): string[] => wordsOf(list).filter((word) => !isPart(word));
