// Looks at a game for what its author has set as a goal. What was reached once stays reached, until the game is another.

import type { Game } from "../game/game";
import { progressOf, type Asked, type Goal, type Progress, type Seen } from "./goal";

/** What a goal asks of a game, as it is known now. */
export function seenIn(game: Game): Seen {
  const { view, log, threshold } = game;
  const decisions = (view?.decisions ?? []).flatMap(({ id }) => log.decisions.get(id) ?? []);
  const { status = "open", tally } = view ?? {};
  return { status, escalations: tally?.escalations ?? 0, decisions, asked: askedIn(game), threshold };
}

function askedIn({ topic, intuition }: Game): Asked | null {
  if (topic?.kind !== "answer") return null;
  const { variable, value, before, found, asked } = topic;
  // A move has changed the position since; other questions are about the present one.
  const reading = asked === "move" ? before : intuition;
  return { variable, value, finding: found.answer.finding, reading };
}

export class GoalWatch {
  readonly goal: Goal;
  private reached: Progress | null = null;

  constructor(goal: Goal) {
    this.goal = goal;
  }

  /** How far the game has come; `now`: this is the first look at which the goal is reached. */
  look(game: Game): Progress & { now: boolean } {
    if (this.reached) return { ...this.reached, now: false };
    const progress = progressOf(this.goal, seenIn(game));
    const now = progress.state === "reached";
    if (now) this.reached = progress;
    return { ...progress, now };
  }

  /** Another game begins. */
  restart(): void {
    this.reached = null;
  }
}
