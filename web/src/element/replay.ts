// Goes through a recorded run: where it stands, what is said of it, and how a game goes on from there.

import type { KeptPlay } from "../game/play";
import { markLabel, verdictOf } from "../game/texts";
import { plain, tell } from "../i18n/sentences";
import type { Source } from "../protocol/engine";
import { TRACE_FORMAT } from "../protocol/trace";
import { toldOf } from "../shell/told";
import type { FastSlowDecision, FastSlowState } from "./contract";
import type { Poster } from "./poster";
import type { Recording, Step } from "./recording";

export { readRecording, type Recording } from "./recording";

/** So many letters of a proof are read beneath the board; of a longer one, where it arrives. */
const SHORT = 160;

export interface Lights {
  subject: number;
  speaker: Source;
  rule: ReadonlySet<number>;
  fact: ReadonlySet<number>;
}

function lightsOf({ decision }: Partial<Step> = {}): Lights | null {
  if (!decision || decision.kind === "switch_rule") return null;
  const { ruleCells = [], factCells = [] } = decision.proof ?? {};
  return { subject: decision.variable, speaker: decision.source, rule: new Set(ruleCells), fact: new Set(factCells) };
}

export class Replay {
  /** So many decisions have been made. */
  at = 0;
  now: Poster;
  readonly recording: Recording;

  constructor(recording: Recording) {
    this.recording = recording;
    this.now = recording.start;
  }

  get length(): number {
    return this.recording.steps.length;
  }

  get done(): boolean {
    return this.at >= this.length;
  }

  get status(): FastSlowState["status"] {
    return this.last?.status ?? "open";
  }

  private get last(): Step | undefined {
    return this.recording.steps[this.at - 1];
  }

  /** To the position after so many decisions. */
  moveTo(wanted: number): void {
    this.at = Math.max(0, Math.min(this.length, wanted));
    const { start, steps } = this.recording;
    let { board } = start;
    const cells = [...start.cells];
    for (const step of steps.slice(0, this.at)) {
      board = step.board ?? board;
      for (const [variable, cell] of step.cells) cells[variable] = cell;
    }
    this.now = { board, cells };
    this.lights = lightsOf(this.last);
  }

  /** The next decision; null at the end. */
  step(): FastSlowDecision | null {
    if (this.done) return null;
    this.moveTo(this.at + 1);
    return toldOf(this.now.board, this.last!.decision);
  }

  /** What is lit on the board: what the latest decision was about, and what it rests on. */
  lights: Lights | null = null;

  /** Why the latest decision was made, or the one that a cell has its value from; a line each. */
  explain(variable?: number): string[] {
    const id = variable === undefined ? this.at - 1 : this.now.cells[variable]?.decision;
    return this.linesOf(this.recording.steps[id ?? -1]);
  }

  private linesOf(step: Step | undefined): string[] {
    if (!step) return [];
    const { decision, shifted } = step;
    const { board } = this.now;
    try {
      const lines = (decision.proof?.lines ?? []).map((line) => plain(tell(line, board)));
      return lines.length > 0 ? lines : [verdictOf(decision, shifted).said];
    } catch {
      return []; // a proof that was tampered with
    }
  }

  get reason(): { said: string; why: string } {
    const step = this.last;
    if (!step) return { said: "", why: "" };
    const lines = this.linesOf(step);
    const whole = lines.join(" ");
    const why = whole.length <= SHORT ? whole : (lines.at(-1) ?? "");
    return { said: `${markLabel(this.now.board, step.decision)}.`, why };
  }

  get state(): Omit<FastSlowState, "stage" | "mode" | "playing"> {
    const made = this.recording.steps.slice(0, this.at).map(({ decision }) => decision);
    const { board, cells } = this.now;
    return {
      ...{ family: board.family, puzzle: this.recording.text, board: board.text, status: this.status },
      values: cells.map(({ value }) => value),
      decisions: made.length,
      escalations: made.filter(({ escalated }) => escalated).length,
      takenBack: made.filter(({ kind, removed }) => kind === "take_back" || removed.length > 0).length,
    };
  }

  /** A game that goes on from here; what was not shown yet, redo brings back. */
  kept(): KeptPlay {
    const { family, text, steps } = this.recording;
    const all = steps.map(({ decision: { proof: _, ...decision } }) => decision);
    const decisions = all.slice(0, this.at);
    return { format: TRACE_FORMAT, family, text, decisions, undone: all.slice(this.at) };
  }
}
