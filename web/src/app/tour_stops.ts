// The stops of the first visit's tour, in order. Their words are `tour.<id>`.

import type { DecisionMark } from "../protocol/engine";

/** Where the page's columns stand below each other (app_styles.ts). */
export const NARROW = "(max-width: 860px)";

export interface Stop {
  id: "hello" | "felt" | "caught" | "dial" | "switch";
  /** The part of the page that it is about, and on which side of it the tour stands, where there is room. */
  at: string;
  side: "top" | "right" | "bottom" | "left";
  /** On a narrow page: at which end of the screen, so that what it tells of is in sight. */
  narrow: "top" | "bottom";
  /** It ends with the way to the guide. */
  guide?: boolean;
  /** Done, so that the tour goes on by itself. */
  done?(log: readonly DecisionMark[]): boolean;
}

export const STOPS: readonly Stop[] = [
  { id: "hello", at: "fs-controls", side: "right", narrow: "top", guide: true, done: (log) => log.length > 0 },
  {
    id: "felt",
    at: "fs-system1",
    side: "bottom",
    narrow: "top",
    done: (log) => log.some(({ kind }) => kind === "take_back"),
  },
  { id: "caught", at: "fs-system2", side: "top", narrow: "top" },
  { id: "dial", at: "fs-arbitrator", side: "top", narrow: "top" },
  { id: "switch", at: "fs-modes", side: "left", narrow: "bottom", guide: true },
];
