// A game as it is told to scripts: of the page around a frame, of the page around <fast-slow>.

import type { Play } from "../game/play";
import { markLabel } from "../game/texts";
import type { Board, DecisionMark } from "../protocol/engine";

export interface ToldDecision {
  id: number;
  kind: DecisionMark["kind"];
  source: DecisionMark["source"];
  /** Null where a rule was switched. */
  variable: number | null;
  value: number | null;
  escalated: boolean;
  said: string;
}

export function toldOf(board: Board | null, decision: DecisionMark): ToldDecision {
  const { id, kind, source, escalated } = decision;
  const cell = decision.kind === "switch_rule" ? null : decision;
  const said = board ? markLabel(board, decision) : "";
  return { id, kind, source, escalated, variable: cell?.variable ?? null, value: cell?.value ?? null, said };
}

/** How a game stands; null before there is one. */
export function standingOf({ board, view, mode, playing }: Play) {
  if (!board || !view) return null;
  return {
    ...{ family: board.family, puzzle: board.text, board: view.text, mode, playing, status: view.status },
    values: view.cells.map(({ value }) => value),
    decisions: view.decisions.length,
    escalations: view.tally.escalations,
    takenBack: view.tally.takenBack,
  };
}
