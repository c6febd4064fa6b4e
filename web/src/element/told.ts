// A decision, as the contract tells it.

import { markLabel } from "../game/texts";
import type { Board, DecisionMark } from "../protocol/engine";
import type { FastSlowDecision } from "./contract";

export function toldOf(board: Board | null, decision: DecisionMark): FastSlowDecision {
  const { id, kind, source, escalated } = decision;
  const cell = decision.kind === "switch_rule" ? null : decision;
  const said = board ? markLabel(board, decision) : "";
  return { id, kind, source, escalated, variable: cell?.variable ?? null, value: cell?.value ?? null, said };
}
