// What the panels say: System 1, the arbitrator, System 2 and the log. Everything follows from the game and from what is
// looked at.

import { t } from "../i18n/i18n";
import { saidOf } from "../i18n/sentences";
import type { Board, DecisionMark, View } from "../protocol/engine";
import type { Timings } from "../protocol/parts";
import type { Focus } from "./focus";
import type { Game } from "./game";
import type { Move } from "./settings";
import { shiftText } from "./shift";
import type { Counted, Feeling, ProofText, Tallied, Verdict } from "./shown";
import {
  cellName,
  countedOf,
  feelingsOf,
  markLabel,
  proofOfAnswer,
  proofOfDecision,
  reactionOf,
  tallyOf,
  verdictOf,
} from "./texts";
import { worded } from "./worded";

const NO_MARKS: readonly DecisionMark[] = [];

class Voice {
  protected readonly game: Game;
  protected readonly focus: Focus;

  constructor(game: Game, focus: Focus) {
    this.game = game;
    this.focus = focus;
  }
}

/** What System 1 feels about one cell, and how far that can be believed. */
export class System1Voice extends Voice {
  /** Why its confidence means little here; empty where it does not. */
  get shift(): string {
    const { board, view } = this.game;
    return board && view ? shiftText(board, view.shift) : "";
  }

  /** Where it feels something: the cell's name; empty while it feels nothing. */
  get place(): string {
    const { board } = this.game;
    const { felt } = this;
    return board && felt ? cellName(board, felt.variable) : "";
  }

  get feelings(): Feeling[] {
    return this.felt?.feelings ?? [];
  }

  /** How sure it is of its whole picture of the board; null where it has none, or where it would claim too much. */
  get sureness(): number | null {
    const { mode, intuition, shifted } = this.game;
    return shifted || mode === "system2" ? null : (intuition?.sureness ?? null);
  }

  /** The cell under the pointer comes first, then the visitor's own move, then the selected cell, then its favourite. */
  private get felt(): { variable: number; feelings: Feeling[] } | null {
    const { board, intuition, mode } = this.game;
    const { topic, hovered, selected } = this.focus;
    if (!board) return null;
    const own = topic?.kind === "answer" && topic.asked === "move" ? topic : null;
    // Where System 1 takes no part it only speaks about the visitor's own move.
    const others = own ? [] : [selected, intuition?.best?.variable ?? null];
    for (const variable of mode === "system2" ? [] : [hovered, ...others]) {
      if (variable === null) continue;
      const feelings = feelingsOf(board, intuition, variable);
      if (feelings.length > 0) return { variable, feelings };
    }
    return own ? { variable: own.variable, feelings: feelingsOf(board, own.before, own.variable) } : null;
  }
}

/** Whether System 1 was sure enough. */
export class ArbitratorVoice extends Voice {
  /** System 1's confidence in the move that is spoken about. */
  get confidence(): number | null {
    if (this.game.shifted) return null;
    const { topic, decision } = this.focus;
    if (topic?.kind === "answer") return topic.probability;
    if (decision) return decision.thought?.intuition?.proposal.probability ?? null;
    return this.game.intuition?.best?.probability ?? null;
  }

  get verdict(): Verdict | null {
    const { topic, decision } = this.focus;
    const { shifted } = this.game;
    if (topic?.kind === "answer" && topic.asked === "move") return reactionOf(topic, shifted);
    return decision ? verdictOf(decision, shifted) : null;
  }
}

/** What System 2 has proved or counted. */
export class System2Voice extends Voice {
  get proof(): ProofText | null {
    const { board, log } = this.game;
    const { topic, decision } = this.focus;
    if (!board) return null;
    if (topic?.kind === "answer") return proofOfAnswer(board, topic, this.untouched);
    return decision && proofOfDecision(board, decision, this.focus.proof, log.timings.get(decision.id));
  }

  /** Nothing but what was given stands on the board. */
  private get untouched(): boolean {
    return this.game.view?.cells.every(({ value, origin }) => value === null || origin === "given") ?? true;
  }

  /** Said while there is no proof. */
  get idle(): string {
    const { decision } = this.focus;
    if (decision?.kind === "switch_rule") return t("system2.rule_switched");
    if (decision?.core) return ""; // its words are on their way
    if (decision) return t(decision.source === "player" ? "system2.your_move" : "system2.no_proof");
    return t(this.game.mode === "system1" ? "system2.resting" : "system2.nothing");
  }

  /** What was counted for the cell under the pointer, else for the selected one; null while nothing is counted. */
  get counted(): Counted | null {
    const { board, odds } = this.game;
    if (!board || !odds) return null;
    const { marginals } = odds.answer;
    for (const variable of [this.focus.hovered, this.focus.selected]) {
      const shares = variable === null ? [] : countedOf(board, marginals, variable);
      if (shares.length > 0) return { place: cellName(board, variable!), shares, possible: true };
    }
    return { place: "", shares: [], possible: marginals.length > 0 };
  }

  /** Whether counting is offered: where cells have a thing or not, and some of them are open. */
  get countable(): boolean {
    const { board, view, asking, loading } = this.game;
    const able = view?.status === "open" && !asking && loading.solver?.state !== "failed";
    return able && (board?.cells.some(({ lowest, highest }) => highest - lowest === 1) ?? false);
  }

  /** "Why 7?", when a value stands that nobody has proved yet. */
  get question(): string {
    const { board, loading } = this.game;
    const about = this.questionable;
    if (!board || !about || loading.solver?.state === "failed" || this.focus.proof) return "";
    return t("system2.ask", { value: saidOf(board, about.value) });
  }

  /** The move that this question is about. */
  get questionable(): Move | null {
    const { decision } = this.focus;
    if (!decision || decision.kind !== "place" || decision.takenBack) return null;
    const { variable, value } = decision;
    return this.game.view?.cells[variable]?.value === value ? { variable, value } : null;
  }
}

/** The story of the game. */
export class LogVoice extends Voice {
  private readonly derive = {
    labels: worded([], (board: Board, marks: readonly DecisionMark[]) => marks.map((mark) => markLabel(board, mark))),
    tally: worded(
      null,
      (_board: Board, view: View | null, timings: ReadonlyMap<number, Timings>): Tallied | null =>
        view && tallyOf(view, timings.values()),
    ),
  };

  get marks(): readonly DecisionMark[] {
    return this.game.view?.decisions ?? NO_MARKS;
  }

  get labels(): readonly string[] {
    return this.derive.labels(this.game.board, this.marks);
  }

  /** Of the decision that is spoken about, else of the latest. */
  get story(): string {
    const { board } = this.game;
    const mark = this.marks.find(({ id }) => id === this.focus.decisionId) ?? this.marks.at(-1);
    return board && mark ? markLabel(board, mark) : "";
  }

  get tally(): Tallied | null {
    const { board, view, log } = this.game;
    return this.derive.tally(board, view, log.timings);
  }
}
