// The board with what it is played with, on both pages.

import { html, nothing } from "lit";

import "../board/fs_board";
import "../panels/fs_controls";
import "../panels/fs_counters";
import "../panels/fs_end";
import "../panels/fs_hint";
import "../panels/fs_modes";
import "../panels/fs_moment";
import "../panels/fs_notes";
import "../panels/fs_pad";
import "../panels/fs_rules";
import "../panels/fs_tools";

import type { Play } from "../game/play";
import type { Stage } from "../game/stage";
import type { RuleWish } from "../game/shown";
import type { Speed, Mode } from "../game/settings";
import { t } from "../i18n/i18n";
import type { Control } from "../panels/fs_controls";
import type { Tool } from "../panels/fs_tools";

/** What a game is played on. */
export interface Table {
  play: Play;
  stage: Stage;
  /** What the board is called. */
  name: string;
  /** Makes a change of what is looked at, not of the game, and shows it. */
  show(change: () => void): void;
  given(): void;
  /** With pencil, checking and time at hand. */
  tools?: boolean;
  /** The visitor likes to play otherwise from now on. */
  habit?(): void;
  /** Where the guide lies, if the panels lead there. */
  guide?: string;
  /** Set while the board may be looked at but not played on: says why to whoever tries. */
  closed?: () => void;
}

/** Of a cell, in a stroke over several or by itself. */
interface Edit {
  variable: number;
  value: number;
  stroke?: number;
}

/** An earlier moment is only looked at. */
const closedOf = ({ play, closed }: Table) => closed ?? (play.past === null ? undefined : () => undefined);

function type(table: Table, { variable, value, stroke }: Edit): void {
  const { play, stage, given } = table;
  const closed = closedOf(table);
  stage.focus.select(variable);
  if (closed) closed();
  else if (play.view?.cells[variable]?.origin === "given") given();
  else void play.type(variable, value, stroke);
}

function mark(table: Table, { variable, value }: Edit): void {
  const closed = closedOf(table);
  table.stage.focus.select(variable);
  if (closed) closed();
  else table.play.mark(variable, value);
}

/** What someone typed is noted while the pencil is in hand, where notes are of use. */
function enter(table: Table, edit: Edit): void {
  const pencil = table.play.pencil && table.stage.sheet.pencilled;
  if (pencil && table.play.view?.cells[edit.variable]?.value === null) mark(table, edit);
  else type(table, edit);
}

function erase(table: Table, { variable, stroke }: Omit<Edit, "value">): void {
  const { play } = table;
  const closed = closedOf(table);
  if (closed) closed();
  else if (play.view?.cells[variable]?.origin !== "given") void play.erase(variable, stroke);
}

function control({ play }: Table, what: Control): void {
  if (what === "pause") play.pause();
  else void play[what]();
}

/** Rules to switch, where the puzzle has any. */
export function renderRules({ play, stage }: Table) {
  if (stage.sheet.switches.length === 0) return nothing;
  return html`<fs-rules
    .switches=${stage.sheet.switches}
    ?ready=${play.ready && play.past === null}
    @rule-switch=${(event: CustomEvent<RuleWish>) => play.switchRule(event.detail.rule, event.detail.on)}
  ></fs-rules>`;
}

export function renderModes({ play }: Table) {
  return html`<fs-modes
    .mode=${play.mode}
    @mode-change=${(event: CustomEvent<Mode>) => play.configure({ mode: event.detail })}
  ></fs-modes>`;
}

export function renderBoard(table: Table) {
  const { play, stage, show } = table;
  const { focus, sheet } = stage;
  const { lights, counters } = sheet;
  return html`${counters.length > 0 ? html`<fs-counters .counters=${counters}></fs-counters>` : nothing}
    <fs-board
      .board=${sheet.board}
      .cells=${sheet.cells}
      .heat=${sheet.heat}
      .odds=${sheet.odds}
      .ruleCells=${lights.rule}
      .factCells=${lights.fact}
      .cited=${lights.cited}
      .reaches=${lights.reaches}
      .conflicts=${sheet.conflicts}
      .alike=${sheet.alike}
      .marks=${sheet.marks}
      .subject=${sheet.subject}
      .speaker=${sheet.speaker}
      .ghost=${sheet.ghost}
      .selected=${focus.selected}
      .name=${table.name}
      .labels=${sheet.labels}
      ?waiting=${!play.ready}
      ?still=${play.hurried}
      @cell-select=${(event: CustomEvent<{ variable: number }>) => show(() => focus.select(event.detail.variable))}
      @cell-hover=${(event: CustomEvent<{ variable: number | null }>) => show(() => (focus.hovered = event.detail.variable))}
      @cell-type=${(event: CustomEvent<Edit>) => enter(table, event.detail)}
      @cell-mark=${(event: CustomEvent<Edit>) => mark(table, event.detail)}
      @cell-erase=${(event: CustomEvent<Edit>) => erase(table, event.detail)}
    ></fs-board>`;
}

/** `moved`: with what moves the game. Keys for fingers, and how the game stands, belong to the board itself. */
export function renderControls(table: Table, moved = true) {
  const { play, stage } = table;
  const closed = closedOf(table);
  const { focus, sheet } = stage;
  const { ending } = stage.log;
  const { view } = play;
  return html`
    ${play.past === null ? nothing : renderMoment(table)}
    <fs-pad
      .keys=${sheet.padKeys}
      ?closed=${closed !== undefined}
      @pad-type=${(event: CustomEvent<number>) => enter(table, { variable: focus.selected, value: event.detail })}
      @pad-erase=${() => erase(table, { variable: focus.selected })}
    ></fs-pad>
    ${moved ? renderMovers(table) : nothing} ${renderHint(table)}
    <p class="status ${sheet.hopeless ? "impossible" : (view?.status ?? "")}" role="status">${sheet.status}</p>
    ${ending ? html`<fs-end .ending=${ending}></fs-end>` : nothing}
    ${moved && table.tools ? renderTools(table) : nothing}
  `;
}

/** While an earlier moment is looked at, what it is and the way back stand where the next move would be made. */
function renderMoment({ play, stage: { log } }: Table) {
  return html`<fs-moment .label=${log.moment} @now=${() => play.toNow()}></fs-moment>`;
}

/** The clues in words, where the puzzle has any. */
export function renderNotes({ stage: { sheet } }: Table) {
  return sheet.notes.length > 0 ? html`<fs-notes tabindex="0" .notes=${sheet.notes}></fs-notes>` : nothing;
}

/** Why the latest step was made, where the panels that say so are out of sight. For those who listen, they say it. */
export function renderReason({ stage: { reason } }: Table, moved = true) {
  if (reason.said === "" && !moved) return nothing;
  return html`<p class="reason" aria-hidden="true">
    ${reason.said || html`<span>${t("reason.none")}</span>`}${reason.why ? html` <span>${reason.why}</span>` : nothing}
  </p>`;
}

function tool({ play, show, habit }: Table, what: Tool): void {
  if (what === "fill") play.markAll();
  else if (what === "check") void play.check();
  else show(() => (play[what] = !play[what]));
  if (what === "checks" || what === "time") habit?.();
}

function renderTools(table: Table) {
  const { play, stage } = table;
  return html`<fs-tools
    ?closed=${!play.ready || closedOf(table) !== undefined}
    ?pencilled=${stage.sheet.pencilled}
    ?pencil=${play.pencil}
    .checks=${play.checks}
    ?checkable=${play.personalMoves().length > 0}
    .said=${play.checked ? t(`tools.checked.${play.checked}`) : ""}
    .time=${play.time ? play.stopwatch.text : ""}
    @tool=${(event: CustomEvent<Tool>) => tool(table, event.detail)}
  ></fs-tools>`;
}

function renderHint({ play, stage: { system2 } }: Table) {
  const { hint } = system2;
  return hint ? html`<fs-hint .hint=${hint} @take=${() => play.takeHint()}></fs-hint>` : nothing;
}

function renderMovers(table: Table) {
  const { play, show } = table;
  const closed = closedOf(table);
  const { view } = play;
  return html`
    <fs-controls
      .ready=${play.ready && !closed}
      .playing=${play.playing}
      .done=${view?.status === "solved" || view?.status === "lost"}
      .canUndo=${play.canUndo}
      .canRedo=${play.canRedo}
      .speed=${play.speed}
      @control=${(event: CustomEvent<Control>) => control(table, event.detail)}
      @speed-change=${(event: CustomEvent<Speed>) => show(() => (play.speed = event.detail))}
    ></fs-controls>
  `;
}
