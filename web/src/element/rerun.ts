// The recorded run of an element: fetched when there is one, gone through by steps or by itself, until the reader departs
// from it. Knows of no engine.

import { SPEEDS, type Speed } from "../game/settings";
import type { Language } from "../i18n/catalogues";
import type { Problem } from "../protocol/engine";
import type { FastSlowDecision } from "./contract";
import type { Replay } from "./replay";

interface Player {
  changed(): void;
  decided(decision: FastSlowDecision): void;
  /** The run has come to its end, with the puzzle solved. */
  solved(): void;
  problem(problem: Problem): void;
  speed(): Speed;
}

export class Rerun {
  replay: Replay | null = null;
  playing = false;
  private readonly on: Player;
  /** What is being fetched, so that of several the last counts. */
  private wanted = "";
  private coming: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(on: Player) {
    this.on = on;
  }

  /** Goes over to another; without one, there is none any more. `steps`: so many are shown as made. */
  open(recorded: string, language: Language, steps: number): Promise<void> {
    this.leave();
    this.wanted = recorded;
    if (recorded !== "") this.coming = this.fetch(recorded, language, steps);
    return this.coming;
  }

  /** The run, once it is here; null if there is none. */
  async here(): Promise<Replay | null> {
    await this.coming;
    return this.replay;
  }

  private async fetch(recorded: string, language: Language, steps: number): Promise<void> {
    try {
      const [{ readRecording, Replay }, { fetchWords }] = await Promise.all([
        import("./replay"),
        import("./full_words"),
      ]);
      const [found] = await Promise.all([readRecording(recorded), fetchWords(language)]);
      if (this.wanted !== recorded) return;
      if (typeof found === "string") return this.on.problem({ key: `element.recorded.${found}`, args: {} });
      this.replay = new Replay(found);
      this.replay.moveTo(steps);
      this.on.changed();
    } catch {
      if (this.wanted === recorded) this.on.problem({ key: "load.failed.page", args: {} });
    }
  }

  /** There is no run any more, or the reader has departed from it. */
  leave(): void {
    this.pause();
    this.wanted = "";
    this.coming = Promise.resolve();
    this.replay = null;
  }

  step(): FastSlowDecision | null {
    const decision = this.replay?.step() ?? null;
    if (decision) this.on.decided(decision);
    if (decision && this.replay?.done && this.replay.status === "solved") this.on.solved();
    this.on.changed();
    return decision;
  }

  /** So many decisions on or back. */
  go(by: number): void {
    this.pause();
    this.replay?.moveTo(this.replay.at + by);
    this.on.changed();
  }

  play(): void {
    if (this.playing) return;
    if (this.replay?.done) this.replay.moveTo(0);
    this.playing = true;
    this.on.changed();
    this.next(0);
  }

  private next(wait: number): void {
    this.timer = setTimeout(() => {
      if (!this.playing) return;
      this.step();
      if (!this.replay || this.replay.done) this.pause();
      else this.next(SPEEDS[this.on.speed()]);
    }, wait);
  }

  pause(): void {
    clearTimeout(this.timer);
    if (!this.playing) return;
    this.playing = false;
    this.on.changed();
  }
}
