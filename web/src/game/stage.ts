// What a page shows of a game: the board, and what the panels say of what the visitor looks at. Nothing is stored here
// but where the visitor looks.

import { plain } from "../i18n/sentences";
import { Focus } from "./focus";
import type { Game } from "./game";
import { Sheet } from "./sheet";
import { ArbitratorVoice, LogVoice, System1Voice, System2Voice } from "./voices";

export class Stage {
  readonly focus: Focus;
  readonly sheet: Sheet;
  readonly system1: System1Voice;
  readonly arbitrator: ArbitratorVoice;
  readonly system2: System2Voice;
  readonly log: LogVoice;

  constructor(game: Game) {
    this.focus = new Focus(game);
    this.sheet = new Sheet(game, this.focus);
    this.system1 = new System1Voice(game, this.focus);
    this.arbitrator = new ArbitratorVoice(game, this.focus);
    this.system2 = new System2Voice(game, this.focus);
    this.log = new LogVoice(game, this.focus);
  }

  /** The decision that is spoken about, and what it rests on: the first line of its proof, else what was weighed. */
  get reason(): { said: string; why: string } {
    const { decision, proof } = this.focus;
    if (!decision) return { said: "", why: "" };
    const [first] = this.system2.proof?.lines ?? [];
    const why = proof && first ? plain(first) : (this.arbitrator.verdict?.said ?? "");
    return { said: `${this.log.story}.`, why };
  }
}
