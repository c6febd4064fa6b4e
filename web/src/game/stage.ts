// What a page shows of a game: the board, and what the panels say of what the visitor looks at. Nothing is stored here
// but where the visitor looks.

import { plain } from "../i18n/sentences";
import { Focus } from "./focus";
import type { Game } from "./game";
import { Sheet } from "./sheet";
import { ArbitratorVoice, LogVoice, System1Voice, System2Voice } from "./voices";

/** So many letters are read beside the board. */
const SHORT = 160;

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

  /** The decision that is spoken about, and what it rests on: its proof where that is short, else where the proof arrives;
   *  without one, what was weighed. */
  get reason(): { said: string; why: string } {
    const { decision, proof } = this.focus;
    if (!decision) return { said: "", why: "" };
    const lines = (this.system2.proof?.lines ?? []).map(plain);
    const whole = lines.join(" ");
    const told = whole.length <= SHORT ? whole : lines.at(-1)!;
    const why = proof && whole !== "" ? told : (this.arbitrator.verdict?.said ?? "");
    return { said: `${this.log.story}.`, why };
  }
}
