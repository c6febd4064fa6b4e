// What a setting of the dial means where the game stands: of the moves that System 1 would make next by its present
// reading, how many the arbitrator would have System 2 check.

import type { Board, Intuition } from "../protocol/engine";

/** So many moves are looked ahead. */
const AHEAD = 10;

export interface Outlook {
  /** Moves looked ahead: fewer than ten near the end of a game. */
  moves: number;
  /** Of these, the ones that System 2 would check. */
  checked: number;
}

/**
 * The surest move of each open cell, the surest cell first, as the engine ranks proposals (engine/policy/proposal.cc), and
 * the arbitrator's two reasons to check that can be known beforehand (engine/arbiter/arbiter.cc): the confidence is below
 * the threshold, or the move cannot be taken back, because it uncovers more of the board. Null without a reading, and
 * where nothing is open. Every move made changes the reading, so this is an outlook, not a promise.
 */
export function outlookOf(board: Board | null, reading: Intuition | null, threshold: number): Outlook | null {
  const favourites = (reading?.cells ?? []).flatMap(({ candidates }) =>
    candidates.length === 0
      ? []
      : [candidates.reduce((best, one) => (one.probability > best.probability ? one : best))],
  );
  if (!board || favourites.length === 0) return null;
  const ahead = favourites.sort((a, b) => b.probability - a.probability).slice(0, AHEAD);
  const uncovers = (value: number) => board.grows && value === board.lowest;
  const checked = ahead.filter(({ value, probability }) => probability < threshold || uncovers(value));
  return { moves: ahead.length, checked: checked.length };
}
