// What the panels show, as the game's store makes it: plain values in the reader's language, which an element only lays
// out.

import type { Rich } from "../i18n/sentences";
import type { Source } from "../protocol/engine";
import type { Prospect } from "./prospects";

// --- System 1 and the arbitrator ------------------------------------------------------------------------------

/** One value and how strongly it is felt, or how often it was counted. */
export interface Feeling {
  symbol: string;
  probability: number;
}

/** Of so many pictures seen from other states, so many hold a move. */
export interface Agreement {
  agree: number;
  slept: number;
}

export interface Verdict {
  /** What was weighed, and what followed. */
  said: string;
  then: string;
  outcome: string;
}

// --- System 2 --------------------------------------------------------------------------------------------------

export interface ProofText {
  /** "Why 7?" */
  headline: string;
  /** What System 2 says in one sentence, e.g. of the visitor's move; may be empty. */
  answer: Rich;
  lines: Rich[];
  /** "Proved, not guessed"; empty without a proof. */
  badge: string;
  /** "3 rules · 3.1 ms" */
  cost: string;
  /** What these figures mean, and what else was counted. */
  costDetail: string;
}

/** A hint as far as it is told. */
export interface HintText {
  /** A sentence for each degree up to this one. */
  said: string[];
  degree: number;
  degrees: number;
  /** What pressing again would bring. */
  more: string;
}

/** What was counted over all solutions, for the cell that is looked at. */
export interface Counted {
  place: string;
  shares: Feeling[];
  /** Why nothing was counted, as a key of the catalogues; null where something was. */
  missing: string | null;
}

// --- the log ---------------------------------------------------------------------------------------------------

export interface Tallied {
  moves: string[];
  /** What only some want to know. */
  details: string[];
  /** What each system cost. */
  system1: string;
  system2: string;
}

// --- around the board ------------------------------------------------------------------------------------------

export interface CounterText {
  text: string;
  /** A proof rests on the total. */
  cited: boolean;
  /** There are more on the board than there can be. */
  over: boolean;
}

export interface NoteText {
  text: string;
  cited: boolean;
}

/** Who decided how much of a solved puzzle, and what else there is to tell. */
export interface Ending {
  decided: { source: Source; text: string }[];
  more: string[];
}

export interface PadKey {
  value: number;
  symbol: string;
  /** How it is called; drawn symbols do not speak for themselves. */
  name: string;
  /** How many of it are still to be placed, where the rules settle how many there are. */
  left: number | null;
}

export interface RuleSwitch {
  rule: string;
  on: boolean;
  /** What the puzzle would be after the switch; null while it is not known. */
  prospect: Prospect | null;
}

/** How the visitor wants a rule to be. */
export type RuleWish = Pick<RuleSwitch, "rule" | "on">;
