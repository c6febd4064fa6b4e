// How a game stands: what the engine sends after every change, and the whole that the page keeps of it.

import type { Board } from "./board";
import type { DecisionMark } from "./decision";
import type { RuleBound } from "./proof";

export const ORIGINS = ["given", "player", "system1", "system2", "both"] as const;
export type Origin = (typeof ORIGINS)[number];

/** open: go on · solved: complete and every rule met · lost: a move that cannot be taken back has ended the game ·
 *  conflict: some rule can visibly not be met any more. */
export const STATUSES = ["open", "solved", "lost", "conflict"] as const;
export type Status = (typeof STATUSES)[number];

/** The name of a position, 16 hexadecimal digits: the same for the same game, in every replay. */
export type PositionId = string;

export interface CellView {
  value: number | null;
  origin: Origin | null;
  /** The decision that placed the value. */
  decision: number | null;
  /** Values still open after direct elimination. Empty if a value is placed. */
  candidates: number[];
  /** Values that a proof ruled out (not by direct elimination). */
  ruledOut: number[];
}

/** Why System 1's confidence means little here: the puzzle is outside what the network knows. */
export interface Shift {
  /** What it was never trained on; `rules`: of those in force. */
  family: boolean;
  size: boolean;
  rules: string[];
  /** Rules that were switched in play, and how they are now: it goes on seeing them as they were. */
  switched: { rule: string; on: boolean }[];
}

export interface Tally {
  moves: number; // values on the board that are not givens
  eliminations: number; // standing candidate eliminations
  escalations: number; // decisions for which System 2 was asked
  takenBack: number; // guesses taken back
  effort: number; // System 2's units
  inferences: number; // System 1's looks
  secondLooks: number; // decisions for which System 1 looked more than once
  reused: number; // decisions whose move System 1 had seen at an earlier look
}

/** What a view tells each time, as it is small. */
export interface Standing {
  position: PositionId;
  status: Status;
  /** Of rules that are visibly broken, the cells that are too many, or that have no room for what is missing. */
  conflicts: number[];
  /** The first few of these rules: "upper", there is too much; "lower", something has no place left. */
  broken: RuleBound[];
  tally: Tally;
  canUndo: boolean;
  canRedo: boolean;
  /** Set while the puzzle at hand is outside the network's training: claims of risk are withdrawn. */
  shift: Shift | null;
  /** The board now, in the canonical form. */
  text: string;
}

/** What leads from one view to the next. */
export interface ViewChange extends Standing {
  /** The position of the view that it changes: the one which the request said is held. Null: everything is here. */
  from: PositionId | null;
  /** Those that differ, with their place in `View.cells`. */
  cells: [index: number, cell: CellView][];
  /** Of the log, the first `keep` lines stay but for those in `changed`; then `add`. */
  decisions: { keep: number; changed: DecisionMark[]; add: DecisionMark[] };
  /** The board, if it is another than that of the view which is held. */
  board?: Board;
}

export interface View extends Standing {
  /** By variable. */
  cells: CellView[];
  /** The log. */
  decisions: DecisionMark[];
}

/** The view after a change. What did not change stays the same object. */
export function applied(view: View | null, change: ViewChange): View {
  const { from, cells: changedCells, decisions: log } = change;
  const held = from === null ? null : view;
  if (from !== null && held?.position !== from) throw new RangeError(`a change from ${from} does not fit the view`);
  const cells = held === null ? [] : changedCells.length === 0 ? held.cells : [...held.cells];
  for (const [index, cell] of changedCells) cells[index] = cell;
  return { ...standingOf(change), cells, decisions: logAfter(held?.decisions ?? [], log) };
}

function standingOf(change: ViewChange): Standing {
  const { position, status, conflicts, broken, tally, canUndo, canRedo, shift, text } = change;
  return { position, status, conflicts, broken, tally, canUndo, canRedo, shift, text };
}

function logAfter(log: DecisionMark[], { keep, changed, add }: ViewChange["decisions"]): DecisionMark[] {
  if (keep === log.length && changed.length === 0 && add.length === 0) return log;
  const after = log.slice(0, keep);
  for (const mark of changed) after[mark.id] = mark;
  return [...after, ...add];
}
