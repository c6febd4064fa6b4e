// What the address says beside the game: of a frame, the goal that its author has set, and whose commands it takes; and which
// network of this device System 1 plays with. None of it is handed on with the game.

import type { Game } from "../game/game";
import type { Play } from "../game/play";
import type { Stage } from "../game/stage";
import { writeGoal } from "../places/goal";
import type { UrlState } from "../places/url_state";
import { FrameTalk } from "../shell/frame_talk";
import { GoalSign } from "../shell/goal_sign";

export class Around {
  /** As the address has it. */
  set: Pick<Partial<UrlState>, "goal" | "host" | "network"> = {};
  private sign: GoalSign | null = null;
  private talk: FrameTalk | null = null;
  private unlisten = (): void => undefined;

  begin(play: Play, stage: Stage, { goal, host, network }: Partial<UrlState>): void {
    this.set = { ...(goal && { goal }), ...(host && { host }), ...(network && { network }) };
    this.talk = new FrameTalk(play, stage, host);
    this.unlisten = this.talk.listen();
    const reached = () => this.talk?.tell("goal", { goal: goal && writeGoal(goal), said: this.sign?.said(play) });
    this.sign = goal ? new GoalSign(goal, reached) : null;
  }

  end(): void {
    this.unlisten();
  }

  /** The game has changed. */
  look(game: Game): void {
    this.sign?.look(game);
    this.talk?.look();
  }

  /** Another game begins. */
  restart(): void {
    this.sign?.restart();
  }

  render(game: Game): unknown {
    return this.sign?.render(game);
  }
}
