// What a script may ask of a game, whoever the script belongs to.

import type { Play } from "../game/play";
import type { Stage } from "../game/stage";
import { plain, tell } from "../i18n/sentences";
import { toldOf, type ToldDecision } from "./told";

export class Commands {
  private readonly play: Play;
  private readonly stage: Stage;

  constructor(play: Play, stage: Stage) {
    this.play = play;
    this.stage = stage;
  }

  /** What the next step needs is loaded, so that no other stands in for it. */
  async needed(): Promise<void> {
    const { mode } = this.play;
    if (mode !== "system2") await this.play.load("policy");
    if (mode === "system2") await this.play.load("solver");
    else if (mode === "both") void this.play.load("solver");
  }

  /** Null where nothing was decided. */
  async step(): Promise<ToldDecision | null> {
    await this.needed();
    const made = this.play.view?.decisions.length ?? 0;
    await this.play.step();
    const last = this.play.view?.decisions.at(-1);
    return last && last.id >= made ? toldOf(this.play.board, last) : null;
  }

  /** Why a decision was made, a line each. What nobody has proved yet, System 2 is asked about. */
  async explain(variable?: number, value?: number): Promise<string[]> {
    const asked = variable === undefined ? this.latest : this.standing(variable, value);
    if (!asked) return [];
    const { board } = this.play;
    const known = asked.decision === null ? null : await this.play.explained(asked.decision);
    if (known?.proof && board) return known.proof.lines.map((line) => plain(tell(line, board)));
    if (asked.value === null) return [];
    await this.play.why(asked.variable, asked.value);
    return (this.stage.system2.proof?.lines ?? []).map(plain);
  }

  /** The latest decision, which may have ruled out a value. */
  private get latest() {
    const last = this.play.view?.decisions.at(-1);
    if (!last || last.kind === "switch_rule") return null;
    return { decision: last.id, variable: last.variable, value: last.kind === "place" ? last.value : null };
  }

  /** What stands in a cell, or what might. */
  private standing(variable: number, value: number | undefined) {
    const cell = this.play.view?.cells[variable];
    if (!cell) return null;
    const asked = value ?? cell.value;
    return { variable, value: asked, decision: asked === cell.value ? cell.decision : null };
  }

  async hint(): Promise<string> {
    await this.play.hint();
    return this.stage.system2.hint?.said.at(-1) ?? "";
  }
}
