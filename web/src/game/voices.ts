// What the panels say: System 1, the arbitrator, System 2 and the log. Everything follows from the game and from what is
// looked at.

import { t } from "../i18n/i18n";
import { probabilityText, saidOf } from "../i18n/sentences";
import type { Board, DecisionMark, View } from "../protocol/engine";
import type { Timings } from "../protocol/parts";
import { DEGREES } from "./degrees";
import type { Focus } from "./focus";
import type { Game } from "./game";
import { hintSaid } from "./hint";
import { outlookOf } from "./outlook";
import type { Move } from "./settings";
import { shiftText } from "./shift";
import type { Agreement, Counted, Ending, Feeling, HintText, ProofText, Tallied, Verdict } from "./shown";
import {
  brokenText,
  cellName,
  countedOf,
  endingOf,
  feelingsOf,
  markLabel,
  proofOfAnswer,
  proofOfDecision,
  proposedOf,
  reactionOf,
  tallyOf,
  uncounted,
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

/** Feelings about a cell: one looked at, the move made there or put off for another, the visitor's own, or the next. */
interface Felt {
  kind: "cell" | "move" | "put_off" | "own" | "next";
  variable: number;
  feelings: Feeling[];
}

/** What System 1 feels about one cell, and how far that can be believed. */
export class System1Voice extends Voice {
  /** Why its confidence means little here; empty where it does not. */
  get shift(): string {
    const { board, view } = this.game;
    return board && view ? shiftText(board, view.shift) : "";
  }

  /** What the feelings are about, in a sentence; empty while it feels nothing. */
  get about(): string {
    const { board } = this.game;
    const { felt } = this;
    return board && felt ? t(`system1.about.${felt.kind}`, { place: cellName(board, felt.variable) }) : "";
  }

  /** What it would propose next, while the panel speaks of something else; empty where it would propose nothing. */
  get next(): string {
    const { board, intuition, mode, shifted, past } = this.game;
    if (past) return "";
    const best = intuition?.best ?? null;
    if (!board || !best || mode === "system2" || this.felt?.kind === "next") return "";
    const args = { place: cellName(board, best.variable), value: saidOf(board, best.value) };
    return t(shifted ? "system1.next_shift" : "system1.next", { ...args, chance: probabilityText(best.probability) });
  }

  get feelings(): Feeling[] {
    return this.felt?.feelings ?? [];
  }

  /** How sure it is of its whole picture of the board; null where it has none, or where it would claim too much. */
  get sureness(): number | null {
    const { mode, intuition, shifted, past } = this.game;
    return shifted || mode === "system2" || past ? null : (intuition?.sureness ?? null);
  }

  /** The cell under the pointer comes first, then one selected just now, then the move that is told, then its favourite. */
  private get felt(): Felt | null {
    const { board, mode } = this.game;
    if (!board) return null;
    const { hovered, questioned } = this.focus;
    const best = this.game.reading?.best?.variable ?? null;
    // Where System 1 takes no part it only speaks about the visitor's own move.
    const resting = mode === "system2";
    return (
      (resting ? null : (this.feltNow("cell", hovered) ?? this.feltNow("cell", questioned))) ??
      this.told(board) ??
      (resting ? null : this.feltNow("next", best))
    );
  }

  private feltNow(kind: Felt["kind"], variable: number | null): Felt | null {
    const { board, reading } = this.game;
    const feelings = board && variable !== null ? feelingsOf(board, reading, variable) : [];
    return feelings.length > 0 ? { kind, variable: variable!, feelings } : null;
  }

  /** What it felt, before it was made, about the move that the panels speak about. */
  private told(board: Board): Felt | null {
    const { topic, decision } = this.focus;
    if (topic?.kind === "answer") {
      const { asked, variable, before } = topic;
      return asked === "move" ? { kind: "own", variable, feelings: feelingsOf(board, before, variable) } : null;
    }
    const proposal = decision?.thought?.intuition?.proposal;
    if (!decision || !proposal || decision.kind === "switch_rule") return null;
    const { variable } = proposal;
    const kind = variable === decision.variable ? "move" : "put_off";
    return { kind, variable, feelings: proposedOf(board, this.game.log.readings.get(decision.id) ?? null, proposal) };
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
    return this.game.reading?.best?.probability ?? null;
  }

  /** How many of the pictures that System 1 saw while it slept on the move hold it; null where it did not. */
  get agreement(): Agreement | null {
    const { topic, decision } = this.focus;
    const evidence = topic?.kind === "answer" ? null : decision?.thought?.intuition?.evidence;
    return evidence && evidence.slept > 0 ? { agree: evidence.agree, slept: evidence.slept } : null;
  }

  /** What the dial's setting means where the game stands; empty where no confidence decides, or nothing is known. */
  get outlook(): string {
    const { board, intuition, threshold, looks, shifted } = this.game;
    const ahead = shifted ? null : outlookOf(board, intuition, threshold);
    if (!ahead) return "";
    return t(looks > 1 ? "arbitrator.outlook_looks" : "arbitrator.outlook", { count: ahead.checked, n: ahead.moves });
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
    const { board, log, view } = this.game;
    const { topic, decision } = this.focus;
    if (!board) return null;
    if (topic?.kind === "answer" && topic.degree < DEGREES) return null;
    if (topic?.kind === "answer") {
      return proofOfAnswer(board, topic, this.untouched, view ? brokenText(board, view) : "");
    }
    return decision && proofOfDecision(board, decision, this.focus.proof, log.timings.get(decision.id));
  }

  /** The hint that is told; null where none is, or where there is nothing to be told by degrees. */
  get hint(): HintText | null {
    const { board } = this.game;
    const { topic } = this.focus;
    if (!board || topic?.kind !== "answer" || topic.asked !== "hint" || !topic.found.proof) return null;
    const { degree, found } = topic;
    const said = hintSaid(board, found.proof!, degree);
    const kind = found.proof!.place ? "place" : "rule_out";
    const more = degree < DEGREES ? t("hint.more") : t(`hint.done.${kind}`);
    return { said, degree, degrees: DEGREES, more };
  }

  /** Nothing but what was given stands on the board. */
  private get untouched(): boolean {
    return this.game.view?.cells.every(({ value, origin }) => value === null || origin === "given") ?? true;
  }

  /** Said while there is no proof. */
  get idle(): string {
    const { decision } = this.focus;
    if (this.focus.degree < DEGREES) return t("system2.hinting");
    if (decision?.kind === "switch_rule") return t("system2.rule_switched");
    if (decision?.core) return ""; // its words are on their way
    if (decision?.thought?.deliberation?.outcome === "outcome.nothing_forced") return t("system2.nothing_forced");
    if (decision) return t(decision.source === "player" ? "system2.your_move" : "system2.no_proof");
    return t(this.game.mode === "system1" ? "system2.resting" : "system2.nothing");
  }

  /** What was counted for the cell under the pointer, else for the selected one; null while nothing is counted. */
  get counted(): Counted | null {
    const { board, odds, past } = this.game;
    if (!board || !odds || past) return null;
    const { marginals } = odds.answer;
    for (const variable of [this.focus.hovered, this.focus.selected]) {
      const shares = variable === null ? [] : countedOf(board, marginals, variable);
      if (shares.length > 0) return { place: cellName(board, variable!), shares, missing: null };
    }
    return { place: "", shares: [], missing: uncounted(odds.answer) };
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

  /** Of the decision under the pointer or that is spoken about, else of the latest. */
  get story(): string {
    const { board } = this.game;
    const told = this.focus.peeked ?? this.focus.decisionId;
    const mark = this.marks.find(({ id }) => id === told) ?? this.marks.at(-1);
    return board && mark ? markLabel(board, mark) : "";
  }

  /** Which moment is looked at; empty for the present. */
  get moment(): string {
    const { past } = this.game;
    const at = past === null ? -1 : this.marks.findIndex(({ id }) => id === past.id);
    return at < 0 ? "" : t("moment.label", { n: at + 1, count: this.marks.length, what: this.labels[at] ?? "" });
  }

  /** Of a solved puzzle; null before. */
  get ending(): Ending | null {
    const { view, past } = this.game;
    return view?.status === "solved" && !past ? endingOf(view) : null;
  }

  /** Null while there is nothing to count. */
  get tally(): Tallied | null {
    const { board, view, log } = this.game;
    return this.marks.length === 0 ? null : this.derive.tally(board, view, log.timings);
  }
}
