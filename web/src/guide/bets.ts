// "Sure and wrong": System 1 says of a cell what it holds; the reader bets whether that is right, and
// System 2 proves or refutes it. Which it is, nobody has written down.

import type { Play } from "../game/play";
import type { Move } from "../game/settings";
import bets from "../../../puzzles/exhibits/sure.json";
import type { Scene } from "./sections";

/** A guess of System 1's after some moves, which were right. */
export interface Bet {
  family: string;
  text: string;
  moves: readonly Move[];
  variable: number;
  value: number;
}

export const BETS: readonly Bet[] = bets.bets;

export interface Score {
  made: number;
  won: number;
}

export class Bets {
  /** Which guess is looked at. */
  at = 0;
  /** What the reader said of it; null before. */
  said: boolean | null = null;
  readonly score: Score = { made: 0, won: 0 };

  private readonly play: Play;
  private readonly changed: () => void;

  constructor(play: Play, changed: () => void) {
    this.play = play;
    this.changed = changed;
  }

  get bet(): Bet {
    return BETS[this.at]!;
  }

  get scene(): Scene {
    const { family, text, moves } = this.bet;
    return { family, text, mode: "both", moves };
  }

  /** How sure System 1 is of its guess, 0..1; null until it has looked. */
  get sureness(): number | null {
    const { board, intuition } = this.play;
    const { variable, value } = this.bet;
    if (board?.text !== this.bet.text) return null;
    const cell = intuition?.cells.find((one) => one.variable === variable);
    return cell?.candidates.find((one) => one.value === value)?.probability ?? null;
  }

  /** What System 2 found; null until it has answered. */
  get right(): boolean | null {
    const { topic } = this.play;
    const { variable, value } = this.bet;
    if (this.said === null || topic?.kind !== "answer") return null;
    if (topic.variable !== variable || topic.value !== value) return null;
    const { finding } = topic.found.answer;
    return finding === "forced" ? true : finding === "refuted" ? false : null;
  }

  async say(right: boolean): Promise<void> {
    if (this.said !== null) return;
    this.said = right;
    this.changed();
    const { variable, value } = this.bet;
    await this.play.why(variable, value);
    if (this.right === null) return;
    this.score.made += 1;
    if (this.right === right) this.score.won += 1;
    this.changed();
  }

  next(): void {
    this.at = (this.at + 1) % BETS.length;
    this.said = null;
  }
}
