// A board of the race, with what it has decided by now, what each thought cost, and the way to another ending.

import { html, nothing, svg } from "lit";
import { customElement, property, state } from "lit/decorators.js";

import "../board/fs_board";

import type { Scope } from "../game/settings";
import { worded } from "../game/worded";
import { cellLabel, markLabel, verdictOf } from "../game/texts";
import { joules } from "../host/energy";
import type { Truth } from "../host/truth";
import { t } from "../i18n/i18n";
import { figureText } from "../i18n/numbers";
import { Localized } from "../i18n/localized";
import { probabilityText, problemText, timeText } from "../i18n/sentences";
import type { Board, CellView } from "../protocol/engine";
import type { Strategy } from "../protocol/decision";
import { shared } from "../style/shared";
import { timeOf, workOf, type Pace } from "./cost";
import type { Dials } from "./dials";
import type { How } from "./how";
import type { Lane, Moment } from "./lane";
import { laneStyles } from "./lane_styles";
import { talliesOf, type Tallies } from "./tally";

const NONE: ReadonlySet<number> = new Set();
const NO_CELLS: readonly CellView[] = [];
/** The strip of thoughts, in units of its drawing. */
const STRIP = 40;

/**
 * `how-change` with the wanted `How`; `lane-remove`; `branch` with `{made, how}`; `trace-export`.
 */
@customElement("fs-lane")
export class FsLane extends Localized {
  static override styles = [shared, laneStyles];

  @property({ attribute: false }) lane: Lane | null = null;
  @property({ attribute: false }) dials!: Dials;
  /** Which of its moments is shown. */
  @property({ type: Number }) index = 0;
  /** How many moments are known: a lane is the same object when it grows. */
  @property({ type: Number }) known = 0;
  @property({ attribute: false }) pace: Pace = "step";
  @property({ attribute: false }) truth: Truth | null = null;
  /** The cell of the first disagreement, once it is shown. */
  @property({ attribute: false }) disputed: number | null = null;
  @property() name = "";
  @property({ type: Boolean }) removable = false;
  /** There is room for another board. */
  @property({ type: Boolean }) roomy = false;

  /** The cell that is read out. */
  @state() private selected = 0;
  @state() private instead: Strategy | null = null;

  private readonly labels = worded([] as string[], labelsOf);
  private disputedCells: ReadonlySet<number> = NONE;
  private conflicts: ReadonlySet<number> = NONE;
  private moment: Moment | null = null;

  /** Each board is drawn in a frame of its own, so that what the browser does for three of them is not one long task. */
  protected override async scheduleUpdate(): Promise<void> {
    await (turn = turn.then(nextFrame));
    await super.scheduleUpdate();
  }

  override willUpdate(): void {
    const moment = this.lane?.moments[this.index] ?? null;
    if (moment !== this.moment) this.conflicts = new Set(moment?.view.conflicts);
    this.moment = moment;
    const [only] = this.disputedCells;
    if ((only ?? null) !== this.disputed) this.disputedCells = new Set(this.disputed === null ? [] : [this.disputed]);
  }

  override render() {
    const { lane, moment } = this;
    if (!lane) return nothing;
    return html`${this.renderHead(lane)}
    ${lane.problem ? html`<p class="problem">${problemText(lane.problem)}</p>` : nothing} ${this.renderBoard(moment)}
    ${moment ? this.renderSaid(lane, moment) : nothing} ${moment ? this.renderStrip(lane) : nothing}
    ${moment ? this.renderTallies(lane) : nothing} ${moment ? this.renderMore(lane, moment) : nothing}`;
  }

  // --- who plays ---------------------------------------------------------------------------------------------------

  private renderHead(lane: Lane) {
    const { how, trace } = lane;
    const fixed = trace !== null || how.from !== undefined;
    return html`<div class="head">
        ${
          fixed
            ? html`<h3>${trace ?? t(`strategy.${how.strategy}`)}</h3>`
            : html`<select
                aria-label=${t("lab.race.who", { board: this.name })}
                @change=${(event: Event) => this.tell("how-change", { strategy: valueOf(event) })}
              >
                ${this.dials.offered.map(
                  (one) =>
                    html`<option value=${one} ?selected=${one === how.strategy}>${t(`strategy.${one}`)}</option>`,
                )}
              </select>`
        }
        ${
          this.removable
            ? html`<button
                class="link"
                aria-label=${t("lab.race.remove", { board: this.name })}
                @click=${() => this.tell("lane-remove", null)}
              >
                ${t("lab.race.away")}
              </button>`
            : nothing
        }
      </div>
      <div class="beneath">
        ${
          how.from
            ? html`<p class="from">${t("lab.race.from", { board: how.from.lane + 1, made: how.from.made + 1 })}</p>`
            : nothing
        }
        ${trace === null && this.dials.of(how.strategy) ? this.renderDial(how, fixed) : nothing}
        ${trace === null && this.dials.scoped(how.strategy) ? this.renderScope(how, fixed) : nothing}
      </div>`;
  }

  private renderDial(how: How, fixed: boolean) {
    const value = this.dials.value(how);
    const { name } = this.dials.of(how.strategy)!;
    const told = probabilityText(value, value > 0.99 ? 1 : 0);
    return html`<label class="dial"
      >${t(`lab.dial.${name}`)}
      <input
        type="range"
        min=${name === "threshold" ? 0.5 : 0}
        max="1"
        step="0.005"
        .value=${String(value)}
        aria-valuetext=${told}
        ?disabled=${fixed}
        @change=${(event: Event) => this.tell("how-change", { ...how, dial: Number(valueOf(event)) })}
      /><output>${told}</output></label
    >`;
  }

  private renderScope(how: How, fixed: boolean) {
    const change = (event: Event) => this.tell("how-change", { ...how, scope: valueOf<Scope>(event) });
    return html`<label class="dial"
      >${t("scope.label")}
      <select ?disabled=${fixed} @change=${change}>
        ${this.dials
          .scopes(how.strategy)
          .map(
            (one) =>
              html`<option value=${one} ?selected=${one === (how.scope ?? "step")}>${t(`scope.${one}`)}</option>`,
          )}
      </select>
    </label>`;
  }

  // --- the board ---------------------------------------------------------------------------------------------------

  private renderBoard(moment: Moment | null) {
    const board = moment?.board ?? null;
    const decision = moment?.decision;
    const subject = decision && decision.kind !== "switch_rule" ? decision.variable : null;
    return html`<fs-board
      .board=${board}
      .cells=${moment?.view.cells ?? NO_CELLS}
      .conflicts=${this.conflicts}
      .factCells=${this.disputedCells}
      .subject=${subject}
      .speaker=${decision?.source ?? "system2"}
      .name=${this.name}
      .selected=${this.selected}
      .labels=${board ? this.labels(board, moment!.view.cells, this.conflicts) : []}
      ?waiting=${!moment}
      still
      @cell-select=${(event: CustomEvent<{ variable: number }>) => (this.selected = event.detail.variable)}
    ></fs-board>`;
  }

  /** What it decided last, why, and what that cost; or how it ended. */
  private renderSaid(lane: Lane, { decision, board, view, cost }: Moment) {
    const ended = this.index === lane.moments.length - 1 ? lane.end : null;
    const fast = lane.how.strategy === "system1" ? "fast" : "";
    const end = ended ? html`<p class="end ${ended} ${fast}">${t(`lab.end.${ended}`)}</p>` : nothing;
    if (!decision) return html`<div class="said">${end}<span class="muted">${t("lab.race.start")}</span></div>`;
    const { said, outcome } = verdictOf(decision, view.shift !== null);
    const work = t("lab.work", { n: figureText(workOf(cost)) });
    return html`<div class="said">
      ${end}<b>${markLabel(board, decision)}.</b> ${said} ${outcome}
      <span class="muted">${work} · ${timeText(timeOf(cost))}</span>
    </div>`;
  }

  // --- what it cost ------------------------------------------------------------------------------------------------

  private get shown(): readonly Moment[] {
    return this.lane?.moments.slice(0, this.index + 1) ?? [];
  }

  /** Every thought as a bar, as high as the root of its cost: one can be a thousand times another. */
  private renderStrip(lane: Lane) {
    const costIn = this.pace === "time" ? timeOf : workOf;
    const thoughts = lane.moments.slice(1);
    const most = Math.sqrt(Math.max(1e-9, ...thoughts.map(({ cost }) => costIn(cost))));
    const width = Math.max(40, thoughts.length);
    const bars = thoughts.slice(0, this.index).map(({ cost, decision }, at) => {
      const height = Math.max(1.5, (Math.sqrt(costIn(cost)) / most) * STRIP);
      return svg`<rect class=${decision?.escalated ? "two" : "one"} x=${at + 0.08} y=${STRIP - height} width="0.84" height=${height} />`;
    });
    const label = t(this.pace === "time" ? "lab.race.strip.time" : "lab.race.strip.work", { count: this.index });
    return html`<svg
      class="strip"
      viewBox="0 0 ${width} ${STRIP}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${label}
    >
      ${bars}
    </svg>`;
  }

  private renderTallies(lane: Lane) {
    const tallies = talliesOf(this.shown, this.truth);
    return html`<dl>
      ${this.tallied(tallies).map(
        ([key, text, bad]) =>
          html`<dt>${t(key)}</dt>
            <dd class=${bad ? "bad" : ""}>${text}</dd>`,
      )}
      ${
        lane.trace === null
          ? nothing
          : html`<dt>${t("lab.tally.recorded")}</dt>
              <dd>${lane.moments.length - 1}</dd>`
      }
    </dl>`;
  }

  private tallied({ moves, asked, takenBack, unchecked, wrong, cost }: Tallies): [string, string, boolean?][] {
    const { work, ms } = cost;
    return [
      ["lab.tally.moves", figureText(moves)],
      ["lab.tally.unchecked", figureText(unchecked)],
      ["lab.tally.wrong", wrong === null ? "–" : figureText(wrong), (wrong ?? 0) > 0],
      ["lab.tally.asked", figureText(asked)],
      ["lab.tally.taken_back", figureText(takenBack)],
      ["lab.tally.work1", t("lab.operations", { n: figureText(work.system1) })],
      ["lab.tally.work2", t("lab.operations", { n: figureText(work.system2) })],
      ["lab.tally.time", `${timeText(ms.system1)} + ${timeText(ms.system2)}`],
      ["lab.tally.energy", `${joulesText(ms.system1)} + ${joulesText(ms.system2)}`],
    ];
  }

  // --- another ending ----------------------------------------------------------------------------------------------

  private renderMore(lane: Lane, { decision, board }: Moment) {
    const others = this.dials.offered.filter((one) => one !== lane.how.strategy || lane.trace !== null);
    const chosen = this.instead ?? others[0]!;
    const made = this.index - 1;
    return html`<details>
      <summary>${t("lab.if.open")}</summary>
      ${
        decision
          ? html`<p>${t("lab.if.about", { decision: markLabel(board, decision), made: this.index })}</p>
              <div class="row">
                <select
                  aria-label=${t("lab.if.who")}
                  @change=${(event: Event) => (this.instead = valueOf<Strategy>(event))}
                >
                  ${others.map((one) => html`<option value=${one} ?selected=${one === chosen}>${t(`strategy.${one}`)}</option>`)}
                </select>
                <button
                  class="button small"
                  ?disabled=${!this.roomy}
                  @click=${() => this.tell("branch", { made, how: { strategy: chosen } })}
                >
                  ${t("lab.if.branch")}
                </button>
              </div>
              ${this.roomy ? nothing : html`<p class="muted">${t("lab.if.full")}</p>`}`
          : html`<p class="muted">${t("lab.if.start")}</p>`
      }
      <div class="row">
        <button class="button small" @click=${() => this.tell("trace-export", null)}>${t("lab.trace.export")}</button>
      </div>
    </details>`;
  }

  private tell(what: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

/** Whose turn it is to be drawn. */
let turn: Promise<void> = Promise.resolve();

/** In a page that nobody sees no frame comes. */
const SEEN_MS = 100;
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, SEEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve();
    });
  });

const valueOf = <T extends string>(event: Event): T => (event.target as HTMLInputElement).value as T;

const joulesText = (milliseconds: number): string => t("lab.joules", { n: figureText(joules({ milliseconds }), 3) });

function labelsOf(board: Board, cells: readonly CellView[], broken: ReadonlySet<number>): string[] {
  const labels: string[] = [];
  for (const { variable } of board.cells)
    labels[variable] = cellLabel(board, variable, cells[variable], broken.has(variable));
  return labels;
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-lane": FsLane;
  }
}
