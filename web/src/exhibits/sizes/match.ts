// A network plays a puzzle: alone, and with System 2. In: a `Table` to play on, a `Contender`'s eyes, the solution. Out: the
// moves one by one, and a `Score`.
//
// Alone it plays its most confident guess, and looks again after every move, until the board is full or a rule can visibly
// not be met any more. With System 2 it plays by the threshold: a guess that it is not sure enough of, or that visibly
// breaks a rule, is not played; System 2 settles that cell. When System 2 finds that no solution is left, the wrong guesses
// are taken back, and not made again. That is how the networks were measured (models/study/two_systems.py).
//
// If the rules are told, only legal values are guessed, otherwise any. Which are legal, and whether a rule is broken, the engine
// says.

import type { View } from "../../protocol/engine";
import { bestGuess, type Guess, type Possible } from "./guess";

/** What happened: guessed right or wrong, settled by System 2, or taken back. */
export type Event = "right" | "wrong" | "settled" | "back";

export interface Move {
  event: Event;
  variable: number;
  value: number;
}

export interface Score {
  moves: Move[];
  /** How often System 2 was asked. */
  questions: number;
  ms: { system1: number; system2: number };
  /** stuck: some rule can visibly not be met any more. */
  end: "solved" | "stuck" | null;
}

export const newScore = (): Score => ({ moves: [], questions: 0, ms: { system1: 0, system2: 0 }, end: null });

export const countOf = ({ moves }: Score, event: Event): number => moves.filter((move) => move.event === event).length;

/** The first move that was wrong, counted from 1; null if none was. */
export function firstMistake({ moves }: Score): { at: number; move: Move } | null {
  const index = moves.findIndex(({ event }) => event === "wrong");
  return index < 0 ? null : { at: index + 1, move: moves[index]! };
}

/** What a match is played on and with; every call may take a while, and rejects when the match is called off. */
export interface Table {
  view(): View;
  play(variable: number, value: number): Promise<void>;
  erase(variable: number): Promise<void>;
  /** The network's scores for the board as it stands. */
  look(possible: Possible): Promise<{ scores: readonly number[]; ms: number }>;
  /** System 2, asked about the board as it stands: its values by variable, or null if it has no solution. */
  settle(): Promise<{ values: readonly number[] | null; ms: number }>;
  /** Shows how far the match is. */
  shown(): Promise<void>;
}

export interface Rules {
  /** How many values a cell has. */
  values: number;
  temperature: number;
  threshold: number;
  /** Only legal values are guessed. */
  told: boolean;
  /** By variable. */
  solution: readonly number[];
}

export class Match {
  readonly score = newScore();
  private readonly table: Table;
  private readonly rules: Rules;
  /** Guesses that were taken back, as "variable value". */
  private readonly refuted = new Set<string>();

  constructor(table: Table, rules: Rules) {
    this.table = table;
    this.rules = rules;
  }

  async alone(): Promise<Score> {
    for (;;) {
      const guess = this.status === "open" ? await this.guess() : null;
      if (guess === null) return this.ended();
      await this.table.play(guess.variable, guess.value);
      await this.note(this.rightOrWrong(guess), guess);
    }
  }

  async together(): Promise<Score> {
    while (this.status !== "solved") {
      const guess = this.status === "open" ? await this.guess() : null;
      if (guess !== null && (await this.trusted(guess))) await this.note(this.rightOrWrong(guess), guess);
      else await this.ask(guess?.variable ?? null);
    }
    return this.ended();
  }

  private get status() {
    return this.table.view().status;
  }

  private ended(): Score {
    this.score.end = this.status === "solved" ? "solved" : "stuck";
    return this.score;
  }

  private async guess(): Promise<Guess | null> {
    const { told, values } = this.rules;
    const every = Array.from({ length: values }, (_, index) => index + 1);
    const possible = this.table.view().cells.map(({ value: stands, candidates }, variable) => {
      const some = stands !== null ? [] : told ? candidates : every;
      return some.filter((value) => !this.refuted.has(`${variable} ${value}`));
    });
    const { scores, ms } = await this.table.look(possible);
    this.score.ms.system1 += ms;
    return bestGuess(scores, possible, this.rules);
  }

  /** Plays a guess that is sure enough; false, and nothing is played, where it is not or a rule is visibly broken by it. */
  private async trusted({ variable, value, probability }: Guess): Promise<boolean> {
    if (probability < this.rules.threshold) return false;
    await this.table.play(variable, value);
    if (this.status !== "conflict") return true;
    await this.table.erase(variable);
    return false;
  }

  /** System 2 settles a cell, or finds that something on the board is wrong. */
  private async ask(variable: number | null): Promise<void> {
    const { values, ms } = await this.table.settle();
    this.score.questions += 1;
    this.score.ms.system2 += ms;
    const value = variable === null ? undefined : values?.[variable];
    if (variable === null || value === undefined) return await this.takeBack();
    await this.table.play(variable, value);
    await this.note("settled", { variable, value });
  }

  private async takeBack(): Promise<void> {
    const wrong = this.table
      .view()
      .cells.flatMap(({ value }, variable) =>
        value === null || value === this.rules.solution[variable] ? [] : [{ variable, value }],
      );
    if (wrong.length === 0) throw new RangeError("System 2 found a mistake where there is none");
    for (const { variable, value } of wrong) {
      this.refuted.add(`${variable} ${value}`);
      await this.table.erase(variable);
      await this.note("back", { variable, value });
    }
  }

  private rightOrWrong({ variable, value }: Guess): Event {
    return this.rules.solution[variable] === value ? "right" : "wrong";
  }

  private async note(event: Event, { variable, value }: { variable: number; value: number }): Promise<void> {
    this.score.moves.push({ event, variable, value });
    await this.table.shown();
  }
}
