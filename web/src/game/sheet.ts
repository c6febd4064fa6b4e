// What the board shows and what stands around it. Everything follows from the game and from what is looked at, and is
// the same object until one of them changes, so that the board is rendered only when there is something new on it.

import { derived } from "../board/derived";
import type { Mode } from "./settings";
import type { Odds } from "../board/content";
import { drawnColumns } from "../board/row_words";
import { cellOf, isWritten, symbolKey, valuesOf } from "../board/symbols";
import type { IdleReason } from "../host/host";
import { t } from "../i18n/i18n";
import { probabilityText, sizeText, symbolOf } from "../i18n/sentences";
import type { Board, CellView, DecisionMark, Proof, View } from "../protocol/engine";
import { authored } from "./authored";
import { DEGREES } from "./degrees";
import type { Focus } from "./focus";
import type { Game } from "./game";
import { countersOf, notesOf } from "./labels";
import type { Marks } from "./notebook";
import type { Prospects } from "./prospects";
import type { CounterText, NoteText, PadKey, RuleSwitch } from "./shown";
import { brokenOf, cellLabel, heatOf, oddsOf } from "./texts";
import { worded } from "./worded";

/**
 * What a proof lights: the cells of its rules and of its facts, and the rules themselves for their clues; and how far
 * the blocks reach that it tells of.
 */
export interface Lights {
  rule: ReadonlySet<number>;
  fact: ReadonlySet<number>;
  cited: ReadonlySet<number>;
  reaches: readonly (readonly number[])[];
}

const DARK: Lights = { rule: new Set(), fact: new Set(), cited: new Set(), reaches: [] };
const NO_CELLS: readonly CellView[] = [];
const NO_MARKS: Marks = new Map();
const NO_ALIKE: ReadonlySet<number> = new Set();
const NO_HEAT: ReadonlyMap<number, number> = new Map();
const NO_ODDS: ReadonlyMap<number, Odds> = new Map();
const NO_PROSPECTS: Prospects["known"] = {};
const NO_SWITCHES: readonly RuleSwitch[] = [];

/** System 1's heat is so much fainter where it is out of its depth. */
const FAINT = 0.5;

export class Sheet {
  private readonly game: Game;
  private readonly focus: Focus;

  private readonly derive = {
    lights: derived(lightsOf),
    heat: derived(heatOf),
    conflicts: derived((view: View | null): ReadonlySet<number> => new Set(view?.conflicts)),
    odds: derived(oddsOf),
    ghost: derived((proof: Proof | null) => proof && { value: proof.value, place: proof.place }),
    switches: derived(switchesOf),
    labels: worded([], labelsOf),
    padKeys: worded([], keysOf),
    alike: derived(alikeOf),
    notes: worded([], notesOf),
    counters: worded([], countersOf),
  };

  constructor(game: Game, focus: Focus) {
    this.game = game;
    this.focus = focus;
  }

  // --- what it is called, and its size ---------------------------------------------------------------------------

  get title(): string {
    const { board, level } = this.game;
    if (!board) return "";
    const parts = [authored(board).title || t(`family.${board.family}`), sizeText(board.family, board.size)];
    return [...parts, ...(level ? [t(`level.${level}`)] : [])].join(" · ");
  }

  /** The rules as the author tells them; empty where the puzzle is known. */
  get about(): string {
    return authored(this.game.board).about;
  }

  /** How much wider than high the board is; a high one is as wide as a square one. */
  get wide(): number {
    const { board } = this.game;
    return board ? Math.max(1, drawnColumns(board) / board.rows) : 1;
  }

  /** As it was at the moment that is looked at. */
  get board(): Board | null {
    return this.game.shown.board;
  }

  // --- in the cells ----------------------------------------------------------------------------------------------

  get cells(): readonly CellView[] {
    return this.game.shown.view?.cells ?? NO_CELLS;
  }

  /** What a screen reader says of each cell, by variable. */
  get labels(): readonly string[] {
    return this.derive.labels(this.board, this.cells, this.conflicts, this.odds, this.marks);
  }

  /** System 1's heat is shown where it takes part. */
  get heat(): ReadonlyMap<number, number> {
    const { mode, reading, shifted } = this.game;
    return mode === "system2" ? NO_HEAT : this.derive.heat(reading, shifted ? FAINT : 1);
  }

  /** Where there is a thing that is there or not: how often it is, once that has been counted. */
  get odds(): ReadonlyMap<number, Odds> {
    const { board, odds, intuition, mode, shifted, past } = this.game;
    if (!board || !odds || past) return NO_ODDS;
    return this.derive.odds(board, odds.answer.marginals, mode === "system2" || shifted ? null : intuition);
  }

  /** The visitor's own notes. */
  get marks(): Marks {
    return this.game.past ? NO_MARKS : this.game.notebook.marks;
  }

  /** Whether notes are of use: where a cell has more than two values. */
  get pencilled(): boolean {
    return this.game.board?.cells.some(({ lowest, highest }) => highest - lowest > 1) ?? false;
  }

  /** The cells with the value of the selected cell, where values are written. */
  get alike(): ReadonlySet<number> {
    return this.focus.chosen ? this.derive.alike(this.board, this.cells, this.focus.selected) : NO_ALIKE;
  }

  get conflicts(): ReadonlySet<number> {
    return this.derive.conflicts(this.game.shown.view);
  }

  // --- what is spoken about --------------------------------------------------------------------------------------

  get lights(): Lights {
    const { proof, degree } = this.focus.sight;
    return this.derive.lights(proof, this.focus.lit, degree);
  }

  /** The cell that is spoken about. */
  get subject(): number | null {
    const { topic, decision } = this.focus.sight;
    if (topic?.kind === "answer") return topic.variable < 0 || topic.degree < DEGREES - 1 ? null : topic.variable;
    return decision && decision.kind !== "switch_rule" ? decision.variable : null;
  }

  /** Whose colour frames it. */
  get speaker(): DecisionMark["source"] {
    return this.focus.sight.decision?.source ?? "system2";
  }

  /** The step a hint speaks of, shown before it is played. */
  get ghost(): { value: number; place: boolean } | null {
    const { topic } = this.focus.sight;
    return topic?.kind === "answer" && topic.asked === "hint" && topic.degree === DEGREES
      ? this.derive.ghost(topic.found.proof)
      : null;
  }

  // --- around the board ------------------------------------------------------------------------------------------

  /** The keys for the selected cell. */
  get padKeys(): readonly PadKey[] {
    return this.derive.padKeys(this.board, this.focus.selected, this.cells);
  }

  get switches(): readonly RuleSwitch[] {
    const { board, prospects } = this.game;
    // What is known of the present puzzle says nothing about one with other rules.
    return this.derive.switches(this.board, this.board?.puzzle === board?.puzzle ? prospects.known : NO_PROSPECTS);
  }

  get notes(): readonly NoteText[] {
    return this.derive.notes(this.board, this.lights.cited);
  }

  get counters(): readonly CounterText[] {
    return this.derive.counters(this.board, this.game.shown.view, this.lights.cited);
  }

  /** How the game stands, in a sentence; empty while that can be seen. */
  get status(): string {
    const { view, past } = this.game;
    if (past) return "";
    if (view?.status === "solved" || view?.status === "lost") return t(`status.${view.status}`);
    const { topic } = this.focus;
    const idle = topic?.kind === "idle" ? topic.reason : null;
    return this.brokenText(idle) || (idle === null ? "" : this.idleText(idle));
  }

  /** System 2 has found that there is no solution. */
  get hopeless(): boolean {
    const { topic } = this.focus;
    return topic?.kind === "idle" && topic.reason === "impossible";
  }

  /** What is visibly wrong; the systems at play put it right by themselves. */
  private brokenText(idle: IdleReason | null): string {
    const { board, view, playing } = this.game;
    const broken = board && view?.status === "conflict" ? brokenOf(board, view.broken) : null;
    if (!broken) return "";
    const { units, deadEnd } = broken;
    if (idle === "impossible") return t("idle.impossible_because", { units });
    if (playing) return "";
    return t(deadEnd ? deadEndKey(this.game.mode) : "status.conflict", { units });
  }

  private idleText(reason: IdleReason): string {
    const hidden = reason === "several" && this.game.board?.grows === true;
    return t(hidden ? "idle.several_hidden" : `idle.${reason}`);
  }
}

// --- derived once for each state ---------------------------------------------------------------------------------

/** `lit`: only what this line of the proof speaks of. A hint lights what it has told: at first only where to look. */
function lightsOf(proof: Proof | null, lit: number | null, degree: number): Lights {
  if (!proof) return DARK;
  if (degree === 1)
    return { ...DARK, rule: new Set([...proof.ruleCells, ...(proof.ruleCells.length > 0 ? [] : [proof.variable])]) };
  const cited = lit === null ? proof : (proof.lines[lit] ?? proof);
  // Of several lines each has reaches of its own; and a hint names the cell first.
  const line = proof.lines[lit ?? (proof.lines.length === 1 ? 0 : -1)];
  return {
    rule: new Set(cited.ruleCells),
    fact: new Set(cited.factCells),
    cited: new Set(cited.constraints),
    reaches: (degree === DEGREES && line?.reaches) || DARK.reaches,
  };
}

function labelsOf(
  board: Board,
  cells: readonly CellView[],
  broken: ReadonlySet<number>,
  odds: ReadonlyMap<number, Odds>,
  marks: Marks,
): string[] {
  const labels: string[] = [];
  for (const { variable, highest } of board.cells) {
    const cell = cellLabel(board, variable, cells[variable], broken.has(variable));
    const noted = cells[variable]?.value === null ? (marks.get(variable) ?? []) : [];
    const values = noted.map((value) => symbolOf(board, value)).join(", ");
    const label = noted.length > 0 ? `${cell}, ${t("label.noted", { values })}` : cell;
    const counted = odds.get(variable)?.counted;
    const share = { percent: probabilityText(counted ?? 0), value: symbolOf(board, highest) };
    labels[variable] = counted === undefined ? label : `${label}, ${t("odds.label", share)}`;
  }
  return labels;
}

function alikeOf(board: Board | null, cells: readonly CellView[], selected: number): ReadonlySet<number> {
  const value = cells[selected]?.value ?? null;
  if (!board || value === null || !isWritten(board)) return NO_ALIKE;
  return new Set(cells.flatMap((cell, variable) => (cell.value === value ? [variable] : [])));
}

function keysOf(board: Board, variable: number, cells: readonly CellView[]): PadKey[] {
  const cell = cellOf(board, variable) ?? board.cells[0];
  if (!cell) return [];
  return valuesOf(cell).map((value) => {
    const total = board.totals[value - board.lowest] ?? null;
    const left = total === null ? null : Math.max(0, total - cells.filter((one) => one.value === value).length);
    return { value, symbol: symbolKey(board, value), name: symbolOf(board, value), left };
  });
}

function switchesOf(board: Board | null, prospects: Prospects["known"]): readonly RuleSwitch[] {
  return (
    board?.switchable.map((rule) => ({
      rule,
      on: board.rules.includes(rule),
      prospect: prospects[rule] ?? null,
    })) ?? NO_SWITCHES
  );
}

/** A dead end is one for System 1 alone; with System 2, the next step takes a move back. */
function deadEndKey(mode: Mode): string {
  return mode === "system1" ? "status.dead_end.system1" : "status.dead_end.both";
}
