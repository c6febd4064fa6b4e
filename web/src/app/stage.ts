// What is in the light: which cell, decision and proof the panels speak about, and what they say.
// Everything here follows from the game and from where the visitor points; nothing is stored twice.

import type { Decision, DecisionMark, Proof } from "../protocol";
import type { Feeling } from "../panels/fs_system1";
import type { Tallied } from "../panels/fs_decisions";
import type { ProofText } from "../panels/fs_system2";
import type { Verdict } from "../panels/fs_arbitrator";
import { t } from "../i18n/i18n";
import { symbolOf } from "../i18n/sentences";
import type { Play, Topic } from "./play";
import {
  cellLabel,
  cellName,
  feelingsOf,
  heatOf,
  markLabel,
  proofOfAnswer,
  proofOfDecision,
  reactionOf,
  tallyOf,
  verdictOf,
} from "./texts";

export interface Lights {
  rule: ReadonlySet<number>;
  fact: ReadonlySet<number>;
}

const DARK: Lights = { rule: new Set(), fact: new Set() };

export class Stage {
  selected = 0;
  hovered: number | null = null;
  /** The decision under the pointer or focus. */
  pointed: number | null = null;
  /** The line of the proof under the pointer or focus. */
  lit: number | null = null;

  /** A cell that was selected after the last act speaks before the latest decision does. */
  private asked: number | null = null;
  private askedAt: Topic | null = null;
  private readonly play: Play;

  constructor(play: Play) {
    this.play = play;
  }

  select(variable: number): void {
    this.selected = variable;
    this.asked = variable;
    this.askedAt = this.play.topic;
    this.lit = null;
  }

  // --- what is spoken about ----------------------------------------------------------------------------------

  /** The visitor's pointing first, then the selected cell's own decision, then the latest act. */
  private get topic(): Topic | null {
    if (this.pointed !== null) return { kind: "decision", id: this.pointed };
    const { topic } = this.play;
    if (this.asked === null || this.askedAt !== topic) return topic;
    const decision = this.play.view?.cells[this.asked]?.decision ?? null;
    return decision === null ? topic : { kind: "decision", id: decision };
  }

  get shownId(): number | null {
    const { topic } = this;
    return topic?.kind === "decision" ? topic.id : null;
  }

  private get decision(): Decision | null {
    const id = this.shownId;
    return id === null ? null : this.play.remember(id);
  }

  private get rawProof(): Proof | null {
    const { topic } = this;
    if (topic?.kind === "answer") return topic.answer.answer.proof;
    return this.decision?.proof ?? null;
  }

  // --- the board ---------------------------------------------------------------------------------------------

  get title(): string {
    const { board, level } = this.play;
    if (!board) return "";
    const parts = [t(`family.${board.family}`), board.kind.replace("x", "×")];
    return [...parts, ...(level ? [t(`level.${level}`)] : [])].join(" · ");
  }

  get lowest(): number {
    return this.play.board?.cells[0]?.lowest ?? 1;
  }

  /** System 1's heat is shown where it takes part. */
  get heat(): ReadonlyMap<number, number> {
    return this.play.mode === "system2" ? new Map() : heatOf(this.play.intuition);
  }

  get conflicts(): ReadonlySet<number> {
    return new Set(this.play.view?.conflicts);
  }

  get lights(): Lights {
    const proof = this.rawProof;
    if (!proof) return DARK;
    const cited = this.lit === null ? proof : (proof.lines[this.lit] ?? proof);
    return { rule: new Set(cited.ruleCells), fact: new Set(cited.factCells) };
  }

  get subject(): number | null {
    const { topic } = this;
    if (topic?.kind === "answer") return topic.variable < 0 ? null : topic.variable;
    return this.decision?.variable ?? null;
  }

  /** Whose colour frames the cell. */
  get speaker(): DecisionMark["source"] {
    return this.topic?.kind === "decision" ? (this.decision?.source ?? "system2") : "system2";
  }

  /** The step a hint speaks of, shown before it is played. */
  get ghost(): { value: number; place: boolean } | null {
    const { topic } = this;
    if (topic?.kind !== "answer" || topic.asked !== "hint") return null;
    const { proof } = topic.answer.answer;
    return proof && { value: proof.value, place: proof.place };
  }

  get labels(): string[] {
    const { board, view } = this.play;
    if (!board) return [];
    const broken = this.conflicts;
    const labels: string[] = [];
    for (const { variable } of board.cells)
      labels[variable] = cellLabel(board, variable, view?.cells[variable], broken.has(variable));
    return labels;
  }

  get status(): string {
    const { view, playing } = this.play;
    if (view?.status === "solved") return t("status.solved");
    if (view?.status === "conflict" && !playing) return t("status.conflict");
    const { topic } = this;
    return topic?.kind === "idle" ? t(`idle.${topic.reason}`) : "";
  }

  // --- System 1 ----------------------------------------------------------------------------------------------

  /** The cell whose feelings are shown: under the pointer, else of the visitor's own move, else selected, else the favourite. */
  private get feeling(): { variable: number; feelings: Feeling[] } | null {
    const { board, intuition, topic } = this.play;
    if (!board) return null;
    const own = topic?.kind === "answer" && topic.asked === "move" ? topic : null;
    // Where System 1 takes no part it only speaks about the visitor's own move.
    const resting = this.play.mode === "system2";
    const places = resting ? [] : [this.hovered, ...(own ? [] : [this.selected, intuition?.best?.variable ?? null])];
    for (const variable of places) {
      if (variable === null) continue;
      const feelings = feelingsOf(board, intuition, variable);
      if (feelings.length > 0) return { variable, feelings };
    }
    return own ? { variable: own.variable, feelings: feelingsOf(board, own.before, own.variable) } : null;
  }

  get feelings(): Feeling[] {
    return this.feeling?.feelings ?? [];
  }

  get feelingPlace(): string {
    const { board } = this.play;
    const { feeling } = this;
    return board && feeling ? cellName(board, feeling.variable) : "";
  }

  // --- the arbitrator ------------------------------------------------------------------------------------------

  get confidence(): number | null {
    const { topic } = this;
    if (topic?.kind === "answer") return topic.probability;
    const { decision } = this;
    if (decision) return decision.confidence ?? decision.proposal?.probability ?? null;
    return this.play.intuition?.best?.probability ?? null;
  }

  get verdict(): Verdict | null {
    const { topic } = this;
    if (topic?.kind === "answer" && topic.asked === "move") return reactionOf(topic);
    const { decision } = this;
    return decision ? verdictOf(decision) : null;
  }

  // --- System 2 --------------------------------------------------------------------------------------------------

  get proof(): ProofText | null {
    const { board, timings } = this.play;
    const { topic } = this;
    if (!board) return null;
    if (topic?.kind === "answer") return proofOfAnswer(board, topic);
    const { decision } = this;
    return decision && proofOfDecision(board, decision, timings.get(decision.id));
  }

  get system2Idle(): string {
    const { decision } = this;
    if (decision) return t(decision.source === "player" ? "system2.your_move" : "system2.no_proof");
    return t(this.play.mode === "system1" ? "system2.resting" : "system2.nothing");
  }

  /** "Why 7?", when a value stands that nobody has proved yet. */
  get question(): string {
    const { board, loading } = this.play;
    const about = this.questionable;
    if (!board || !about || loading.solver?.state === "failed" || this.rawProof) return "";
    return t("system2.ask", { value: symbolOf(board, about.value) });
  }

  private get questionable(): { variable: number; value: number } | null {
    const { decision } = this;
    if (!decision || decision.kind !== "place" || decision.takenBack) return null;
    const stands = this.play.view?.cells[decision.variable]?.value === decision.value;
    return stands ? { variable: decision.variable, value: decision.value } : null;
  }

  askWhy(): void {
    const about = this.questionable;
    this.asked = null;
    if (about) void this.play.why(about.variable, about.value);
  }

  // --- the log -----------------------------------------------------------------------------------------------------

  get markLabels(): string[] {
    const { board, view } = this.play;
    return board && view ? view.decisions.map((mark) => markLabel(board, mark)) : [];
  }

  get story(): string {
    const { board, view } = this.play;
    const mark = view?.decisions.find(({ id }) => id === this.shownId) ?? view?.decisions.at(-1);
    return board && mark ? markLabel(board, mark) : "";
  }

  get tally(): Tallied | null {
    const { view, timings } = this.play;
    return view && tallyOf(view, timings.values());
  }
}
