// What is in the light: which cell, decision and proof the panels speak about, and what they say.
// Everything here follows from the game and from where the visitor points; nothing is stored twice.

import type { Board, CellView, Decision, DecisionMark, Proof, View } from "../protocol/engine";
import type { IdleReason } from "../host/host";
import { language, t } from "../i18n/i18n";
import { nameText, percentText, saidOf, sizeText, symbolOf } from "../i18n/sentences";
import type { Odds } from "../board/content";
import { drawnColumns } from "../board/row_words";
import { cellOf, symbolKey, valuesOf } from "../board/symbols";
import type { Reliability } from "../protocol/card";
import type { Feeling, Tallied, ProofText, Verdict, CounterText, NoteText, PadKey, RuleSwitch } from "./shown";
import { authored } from "./authored";
import { derived } from "../board/derived";
import { shiftText } from "./shift";
import type { Play, Topic } from "./play";
import {
  brokenOf,
  cellLabel,
  cellName,
  countedOf,
  feelingsOf,
  heatOf,
  markLabel,
  oddsOf,
  proofOfAnswer,
  proofOfDecision,
  reactionOf,
  tallyOf,
  verdictOf,
} from "./texts";

export interface Lights {
  rule: ReadonlySet<number>;
  fact: ReadonlySet<number>;
  /** The cited rules themselves: the board lights their clues. */
  cited: ReadonlySet<number>;
}

const DARK: Lights = { rule: new Set(), fact: new Set(), cited: new Set() };
/** How the cells stand before anything is known of them. */
export const NO_CELLS: readonly CellView[] = [];
const COLD: ReadonlyMap<number, number> = new Map();
const UNCOUNTED: ReadonlyMap<number, Odds> = new Map();

function lightsOf(proof: Proof | null, lit: number | null): Lights {
  if (!proof) return DARK;
  const cited = lit === null ? proof : (proof.lines[lit] ?? proof);
  return { rule: new Set(cited.ruleCells), fact: new Set(cited.factCells), cited: new Set(cited.constraints) };
}

function labelsOf(
  board: Board,
  cells: readonly CellView[],
  broken: ReadonlySet<number>,
  odds: ReadonlyMap<number, Odds>,
): string[] {
  const labels: string[] = [];
  for (const { variable, highest } of board.cells) {
    const label = cellLabel(board, variable, cells[variable], broken.has(variable));
    const counted = odds.get(variable)?.counted;
    const share = { percent: percentText(counted ?? 0), value: symbolOf(board, highest) };
    labels[variable] = counted === undefined ? label : `${label}, ${t("odds.label", share)}`;
  }
  return labels;
}

/** The values of a cell as keys. */
function keysOf(board: Board, variable: number): PadKey[] {
  const cell = cellOf(board, variable) ?? board.cells[0];
  if (!cell) return [];
  return valuesOf(cell).map((value) => ({ value, symbol: symbolKey(board, value), name: symbolOf(board, value) }));
}

const notesOf = (board: Board, cited: ReadonlySet<number>): NoteText[] =>
  board.notes.map(({ says, constraints }) => ({
    text: sentence(nameText(says)),
    cited: constraints.some((one) => cited.has(one)),
  }));

/** How many of a thing there are, and how many are still to be found. */
const countersOf = (board: Board, view: View | null, cited: ReadonlySet<number>): CounterText[] =>
  board.counters.map(({ key, counted, total, constraint }) => {
    const found = counted.filter(([variable, value]) => view?.cells[variable]?.value === value).length;
    // A mine that went off was nobody's mark.
    const over = found > total && view?.status !== "lost";
    const text = t(over ? `${key}.over` : key, { left: Math.max(0, total - found), total, found });
    return { text, cited: cited.has(constraint), over };
  });

/**
 * A function that makes words is asked again when the language changes, and is answered for no board with one and the
 * same nothing.
 */
function worded<Inputs extends readonly unknown[], Value>(
  none: Value,
  make: (board: Board, ...inputs: Inputs) => Value,
): (board: Board | null, ...inputs: Inputs) => Value {
  const inLanguage = derived((_: string, board: Board, ...inputs: Inputs) => make(board, ...inputs));
  return (board, ...inputs) => (board ? inLanguage(language(), board, ...inputs) : none);
}

/** A phrase of the engine as a sentence of its own. */
function sentence(phrase: string): string {
  const raised = phrase.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return /[.!?”’]$/.test(raised) ? raised : `${raised}.`;
}

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

  private readonly derive = {
    lights: derived(lightsOf),
    heat: derived(heatOf),
    conflicts: derived((view: View | null): ReadonlySet<number> => new Set(view?.conflicts)),
    odds: derived(oddsOf),
    ghost: derived((proof: Proof | null) => proof && { value: proof.value, place: proof.place }),
    labels: worded([], labelsOf),
    padKeys: worded([], keysOf),
    notes: worded([], notesOf),
    counters: worded([], countersOf),
  };

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
    const parts = [authored(board).title || t(`family.${board.family}`), sizeText(board.family, board.kind)];
    return [...parts, ...(level ? [t(`level.${level}`)] : [])].join(" · ");
  }

  /** The rules as the author tells them; empty where the puzzle is known. */
  get about(): string {
    return authored(this.play.board).about;
  }

  /** How much wider than high the board is; a high one is as wide as a square one. */
  get wide(): number {
    const { board } = this.play;
    return board ? Math.max(1, drawnColumns(board) / board.rows) : 1;
  }

  /** The keys for the selected cell. */
  get padKeys(): PadKey[] {
    return this.derive.padKeys(this.play.board, this.selected);
  }

  /** Symbols that no keyboard has: the keys for them are always there. */
  get padNeeded(): boolean {
    return this.play.board?.symbols.some((symbol) => /^(glyph|symbol)\./.test(symbol) || symbol.length > 1) ?? false;
  }

  get switches(): RuleSwitch[] {
    const { board } = this.play;
    return board?.switchable.map((rule) => ({ rule, on: board.rules.includes(rule) })) ?? [];
  }

  get notes(): NoteText[] {
    return this.derive.notes(this.play.board, this.lights.cited);
  }

  /** System 1's heat is shown where it takes part, and fainter where it is out of its depth. */
  get heat(): ReadonlyMap<number, number> {
    const { mode, intuition } = this.play;
    return mode === "system2" ? COLD : this.derive.heat(intuition, this.shifted ? 0.5 : 1);
  }

  get conflicts(): ReadonlySet<number> {
    return this.derive.conflicts(this.play.view);
  }

  get lights(): Lights {
    return this.derive.lights(this.rawProof, this.lit);
  }

  get subject(): number | null {
    const { topic } = this;
    if (topic?.kind === "answer") return topic.variable < 0 ? null : topic.variable;
    const { decision } = this;
    return decision && decision.kind !== "switch_rule" ? decision.variable : null;
  }

  /** Whose colour frames the cell. */
  get speaker(): DecisionMark["source"] {
    return this.topic?.kind === "decision" ? (this.decision?.source ?? "system2") : "system2";
  }

  /** The step a hint speaks of, shown before it is played. */
  get ghost(): { value: number; place: boolean } | null {
    const { topic } = this;
    if (topic?.kind !== "answer" || topic.asked !== "hint") return null;
    return this.derive.ghost(topic.answer.answer.proof);
  }

  get counters(): CounterText[] {
    const { board, view } = this.play;
    return this.derive.counters(board, view, this.lights.cited);
  }

  get labels(): string[] {
    const { board, view } = this.play;
    return this.derive.labels(board, view?.cells ?? NO_CELLS, this.conflicts, this.odds);
  }

  get status(): string {
    const { view } = this.play;
    if (view?.status === "solved" || view?.status === "lost") return t(`status.${view.status}`);
    const { topic } = this;
    const idle = topic?.kind === "idle" ? topic.reason : null;
    return this.brokenText(idle) || (idle === null ? "" : this.idleText(idle));
  }

  /** What is visibly wrong; the systems at play put it right by themselves. */
  private brokenText(idle: IdleReason | null): string {
    const { board, view, playing } = this.play;
    const broken = board && view?.status === "conflict" ? brokenOf(board, view.broken) : null;
    if (!broken) return "";
    const { units, deadEnd } = broken;
    if (idle === "impossible") return t("idle.impossible_because", { units });
    return playing ? "" : t(deadEnd ? "status.dead_end" : "status.conflict", { units });
  }

  private idleText(reason: IdleReason): string {
    const hidden = reason === "several" && this.play.board?.grows === true;
    return t(hidden ? "idle.several_hidden" : `idle.${reason}`);
  }

  // --- System 1 ----------------------------------------------------------------------------------------------

  /** Why its confidence means little here; empty where it does not. */
  get shift(): string {
    const { board, view } = this.play;
    return board && view ? shiftText(board, view.shift) : "";
  }

  private get shifted(): boolean {
    return (this.play.view?.shift ?? null) !== null;
  }

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

  /** Of the whole picture of the present board; null where it has none, or where it would claim too much. */
  get sureness(): number | null {
    const silent = this.shifted || this.play.mode === "system2";
    return silent ? null : (this.play.intuition?.sureness ?? null);
  }

  get reliability(): Reliability | null {
    return this.play.reliability;
  }

  // --- the arbitrator ------------------------------------------------------------------------------------------

  get confidence(): number | null {
    if (this.shifted) return null;
    const { topic } = this;
    if (topic?.kind === "answer") return topic.probability;
    const { decision } = this;
    if (decision) return decision.confidence ?? decision.proposal?.probability ?? null;
    return this.play.intuition?.best?.probability ?? null;
  }

  get verdict(): Verdict | null {
    const { topic } = this;
    if (topic?.kind === "answer" && topic.asked === "move") return reactionOf(topic, this.shifted);
    const { decision } = this;
    return decision ? verdictOf(decision, this.shifted) : null;
  }

  // --- System 2 --------------------------------------------------------------------------------------------------

  get proof(): ProofText | null {
    const { board, timings } = this.play;
    const { topic } = this;
    if (!board) return null;
    if (topic?.kind === "answer") return proofOfAnswer(board, topic, this.untouched);
    const { decision } = this;
    return decision && proofOfDecision(board, decision, timings.get(decision.id));
  }

  /** Nothing but what was given stands on the board. */
  private get untouched(): boolean {
    return this.play.view?.cells.every(({ value, origin }) => value === null || origin === "given") ?? true;
  }

  get system2Idle(): string {
    const { decision } = this;
    if (decision?.kind === "switch_rule") return t("system2.rule_switched");
    if (decision) return t(decision.source === "player" ? "system2.your_move" : "system2.no_proof");
    return t(this.play.mode === "system1" ? "system2.resting" : "system2.nothing");
  }

  /** In the cells: only where there is a thing that is there or not. */
  get odds(): ReadonlyMap<number, Odds> {
    const { board, odds, intuition, mode } = this.play;
    if (!board || !odds) return UNCOUNTED;
    return this.derive.odds(board, odds.answer.marginals, mode === "system2" || this.shifted ? null : intuition);
  }

  /** What was counted for the cell that is looked at; null while nothing is counted. */
  get counted(): { place: string; shares: Feeling[]; possible: boolean } | null {
    const { board, odds } = this.play;
    if (!board || !odds) return null;
    const { marginals } = odds.answer;
    for (const variable of [this.hovered, this.selected]) {
      const shares = variable === null ? [] : countedOf(board, marginals, variable);
      if (shares.length > 0) return { place: cellName(board, variable!), shares, possible: true };
    }
    return { place: "", shares: [], possible: marginals.length > 0 };
  }

  /** Whether counting is offered: where cells have a thing or not, and not all is settled. */
  get countable(): boolean {
    const { board, view, asking, loading } = this.play;
    const able = view?.status === "open" && !asking && loading.solver?.state !== "failed";
    return able && (board?.cells.some(({ lowest, highest }) => highest - lowest === 1) ?? false);
  }

  /** "Why 7?", when a value stands that nobody has proved yet. */
  get question(): string {
    const { board, loading } = this.play;
    const about = this.questionable;
    if (!board || !about || loading.solver?.state === "failed" || this.rawProof) return "";
    return t("system2.ask", { value: saidOf(board, about.value) });
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
