// The goal of a game that is played, above its board, with how far the game has come.

import type { Game } from "../game/game";
import { progressText, type Goal } from "../places/goal";
import { GoalWatch } from "../places/goal_watch";
import { renderGoal } from "./goal_line";

/** The goal of a game that is played. */
export class GoalSign {
  private readonly watch: GoalWatch;
  private readonly reached: () => void;

  /** `reached` is called once for a game. */
  constructor(goal: Goal, reached: () => void) {
    this.watch = new GoalWatch(goal);
    this.reached = reached;
  }

  look(game: Game): void {
    if (game.ready && this.watch.look(game).now) this.reached();
  }

  said(game: Game): string {
    return progressText(this.watch.goal, this.watch.look(game), game.board);
  }

  restart(): void {
    this.watch.restart();
  }

  render(game: Game) {
    return renderGoal(this.watch.goal, this.said(game), this.watch.look(game).state);
  }
}
