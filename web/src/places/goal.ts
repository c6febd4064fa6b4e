// What an author sets a reader to do, as one word in an attribute or an address, and how far a game has come. Pure: what is
// seen of a game goes in, what holds comes out; goal_watch.ts looks at a game.

import { cellName } from "../game/labels";
import { t } from "../i18n/i18n";
import { probabilityText, saidOf } from "../i18n/sentences";
import type { Board, Decision, Intuition, Status } from "../protocol/engine";

/**
 * "sure_wrong": find a cell where System 1 is sure and wrong.
 * "solved": solve the puzzle. "solved_3": the same, with System 2 asked for at most three of the decisions that stand.
 */
export type Goal = { kind: "sure_wrong" } | { kind: "solved"; most: number | null };

/** No goal allows more. */
const MOST = 999;

/** Undefined for what is no goal. */
export function readGoal(text: string): Goal | undefined {
  if (text === "sure_wrong") return { kind: "sure_wrong" };
  const found = /^solved(?:_(0|[1-9]\d{0,2}))?$/.exec(text);
  if (!found) return undefined;
  const most = found[1] === undefined ? null : Number(found[1]);
  return most === null || most <= MOST ? { kind: "solved", most } : undefined;
}

export function writeGoal(goal: Goal): string {
  if (goal.kind === "sure_wrong") return goal.kind;
  return goal.most === null ? "solved" : `solved_${goal.most}`;
}

// --- what is seen of a game ----------------------------------------------------------------------------------------

/** A value that System 1 was sure of, and that System 2 has proved impossible. */
export interface SureWrong {
  variable: number;
  value: number;
  probability: number;
}

/** What System 2 has just said of a move that somebody asked about. */
export interface Asked {
  variable: number;
  value: number;
  finding: string;
  /** What System 1 felt of the position that the question was about. */
  reading: Intuition | null;
}

export interface Seen {
  status: Status;
  escalations: number;
  /** Those that stand, as far as they are known whole, in their order. */
  decisions: readonly Decision[];
  asked: Asked | null;
  /** From which confidence System 1 counts as sure. */
  threshold: number;
}

/** The first that the game has brought to light; null if none. */
export function sureWrongOf({ decisions, asked, threshold }: Seen): SureWrong | null {
  for (const decision of decisions) {
    const found = refuted(decision, threshold) ?? takenBack(decision, decisions, threshold);
    if (found) return found;
  }
  return asked && wrongAsAsked(asked, threshold);
}

/** System 2 was asked about the proposal, and proved it impossible. */
function refuted({ thought }: Decision, threshold: number): SureWrong | null {
  const proposal = thought?.intuition?.proposal;
  const wrong = thought?.deliberation?.outcome === "outcome.refuted";
  return wrong && proposal && proposal.probability >= threshold ? proposal : null;
}

/** The guess was made unchecked, and had to go. */
function takenBack(decision: Decision, all: readonly Decision[], threshold: number): SureWrong | null {
  if (decision.kind !== "take_back") return null;
  const { variable, value } = decision;
  const guess = all.find((one) => one.kind === "place" && one.variable === variable && one.value === value);
  const proposal = guess?.source === "system1" ? guess.thought?.intuition?.proposal : undefined;
  return proposal && proposal.probability >= threshold ? proposal : null;
}

/** The reader asked about the very value that System 1 is sure of, or about another that must be there instead. */
function wrongAsAsked({ variable, value, finding, reading }: Asked, threshold: number): SureWrong | null {
  const felt = reading?.cells.find((cell) => cell.variable === variable)?.candidates ?? [];
  const sure = felt.find(({ probability }) => probability >= threshold);
  if (!sure) return null;
  const wrong = sure.value === value ? finding === "refuted" : finding === "forced";
  return wrong ? { variable, ...sure } : null;
}

// --- how far it has come -------------------------------------------------------------------------------------------

export interface Progress {
  /** missed: it cannot be reached any more, unless something is taken back. */
  state: "open" | "reached" | "missed";
  escalations: number;
  found: SureWrong | null;
}

export function progressOf(goal: Goal, seen: Seen): Progress {
  const { status, escalations } = seen;
  if (goal.kind === "sure_wrong") {
    const found = sureWrongOf(seen);
    return { state: found ? "reached" : "open", escalations, found };
  }
  const within = goal.most === null || escalations <= goal.most;
  const state = status === "lost" || !within ? "missed" : status === "solved" ? "reached" : "open";
  return { state, escalations, found: null };
}

// --- in words --------------------------------------------------------------------------------------------------------

/** "Goal: solve the puzzle". */
export function goalText(goal: Goal): string {
  if (goal.kind === "solved" && goal.most !== null) return t("goal.solved_within", { count: goal.most });
  return t(`goal.${goal.kind}`);
}

/** What is to be said of it now; empty where there is nothing. */
export function progressText(goal: Goal, { state, escalations, found }: Progress, board: Board | null): string {
  if (found && board) {
    const { variable, value, probability } = found;
    const args = { cell: cellName(board, variable), value: saidOf(board, value), chance: probabilityText(probability) };
    return t("goal.found", args);
  }
  if (state === "reached") return t("goal.reached");
  const counted = goal.kind === "solved" && goal.most !== null;
  if (state === "missed") return counted ? t("goal.missed", { count: escalations }) : t("goal.lost");
  return counted ? t("goal.asked", { count: escalations, most: goal.most! }) : "";
}
