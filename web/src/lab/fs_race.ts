// The race: what moves it, the boards in a row, and where they first disagreed.

import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";

import "./fs_lane";

import { cellName } from "../game/texts";
import { WATTS } from "../host/energy";
import { t } from "../i18n/i18n";
import { figureText } from "../i18n/numbers";
import { Localized } from "../i18n/localized";
import { saidOf, timeText } from "../i18n/sentences";
import { icon } from "../style/icons";
import { shared } from "../style/shared";
import { PACES, type Pace } from "./cost";
import type { Dials } from "./dials";
import { MOST_LANES, type How } from "./how";
import type { Lane } from "./lane";
import { TEMPOS, type Race, type Tempo } from "./race";

/** `lanes-change` with the wanted list of `How`, `paced` when pace or tempo changed, `branch`, `trace-export` with the lane. */
@customElement("fs-race")
export class FsRace extends Localized {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 14px;
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
      }
      .play {
        min-width: 98px;
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 14px;
        margin: 0;
        padding: 0;
        border: 0;
        font-size: 14px;
      }
      legend {
        float: left;
        margin-right: 12px;
        padding: 0;
        color: var(--muted);
      }
      fieldset label {
        display: inline-flex;
        align-items: center;
        gap: 5px;
      }
      input {
        accent-color: var(--ink);
      }
      .clock {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--muted);
        font-size: 13.5px;
      }
      .clock input {
        flex: 1;
        min-width: 80px;
      }
      .clock output {
        min-width: 7.5em;
        font-variant-numeric: tabular-nums;
        text-align: right;
      }
      .lanes {
        display: grid;
        grid-template-columns: repeat(var(--lanes), minmax(0, 1fr));
        align-items: start;
        gap: 22px;
      }
      .lanes.four {
        --lanes: 4;
      }
      .lanes.three {
        --lanes: 3;
      }
      .lanes.two {
        --lanes: 2;
      }
      .lanes.one {
        --lanes: 1;
        max-width: 520px;
      }
      .disputed {
        padding: 10px 14px;
        border-left: 3px solid var(--s2);
        border-radius: 4px;
        background: var(--s2-soft);
        font-size: 14.5px;
        text-wrap: pretty;
      }
      .disputed:empty {
        display: none;
      }
      /* They come a moment later, and what stands beneath them keeps its place. */
      .lanes.none {
        min-height: 700px;
      }
      .swipe {
        display: none;
        color: var(--muted);
        font-size: 13px;
      }
      .wide {
        display: block;
      }
      @media (max-width: 760px) {
        .lanes,
        .lanes.one {
          display: flex;
          gap: 14px;
          max-width: none;
          margin-inline: -14px;
          padding-inline: 14px;
          overflow-x: auto;
          overscroll-behavior-x: contain;
          scroll-snap-type: x mandatory;
          scroll-padding-inline: 14px;
        }
        .lanes > * {
          flex: 0 0 86%;
          scroll-snap-align: start;
        }
        .swipe {
          display: block;
        }
      }
    `,
  ];

  @property({ attribute: false }) race!: Race;
  @property({ attribute: false }) dials!: Dials;
  /** Grows whenever the race has changed. */
  @property({ type: Number }) version = 0;

  override render() {
    const { race } = this;
    return html`${this.renderControls(race)} ${this.renderClock(race)}
      <p class="disputed" role="status">${this.disputedText(race)}</p>
      ${race.lanes.length !== 1 ? html`<p class="swipe" aria-hidden="true">${t("lab.race.swipe")}</p>` : nothing}
      <div
        class="lanes ${["none", "one", "two", "three", "four"][race.lanes.length] ?? ""}"
        role="group"
        aria-label=${t("lab.race.boards")}
        tabindex="0"
      >
        ${repeat(
          race.lanes,
          (lane) => lane,
          (lane, index) => this.renderLane(race, lane, index),
        )}
      </div>
      <p class="swipe wide">${t("lab.energy", { watts: WATTS })}</p>
      <div class="controls">
        <button class="button small" ?disabled=${race.lanes.length >= MOST_LANES} @click=${() => this.add()}>
          ${t("lab.race.add")}
        </button>
      </div>`;
  }

  private renderControls(race: Race) {
    return html`<div class="controls" role="group" aria-label=${t("lab.race.controls")}>
        <button
          class="button primary play"
          ?disabled=${!race.ready}
          @click=${() => (race.playing ? race.pause() : void race.play())}
        >
          ${icon(race.playing ? "pause" : "play")}<span>${t(race.playing ? "controls.pause" : "controls.play")}</span>
        </button>
        <button class="button" ?disabled=${!race.ready || race.finished} @click=${() => void race.step()}>
          ${t("controls.step")}${icon("step")}
        </button>
        <button class="button" ?disabled=${!race.ready || race.clock === 0} @click=${() => race.seek(0)}>
          ${t("controls.reset")}
        </button>
        <select
          class="button"
          aria-label=${t("controls.speed")}
          @change=${(event: Event) => this.paced(() => (race.tempo = valueOf<Tempo>(event)))}
        >
          ${TEMPOS.map((one) => html`<option value=${one} ?selected=${one === race.tempo}>${t(`speed.${one}`)}</option>`)}
        </select>
      </div>
      <fieldset>
        <legend>${t("lab.pace")}</legend>
        ${PACES.map(
          (pace) =>
            html`<label title=${t(`lab.pace.${pace}.hint`)}
              ><input
                type="radio"
                name="pace"
                .checked=${pace === race.pace}
                @change=${() => this.paced(() => race.setPace(pace))}
              />${t(`lab.pace.${pace}`)}</label
            >`,
        )}
      </fieldset>`;
  }

  private renderClock(race: Race) {
    const told = clockText(race.pace, race.clock);
    return html`<label class="clock"
      >${t("lab.clock")}
      <input
        type="range"
        min="0"
        max=${Math.max(1, race.end)}
        step=${race.pace === "time" ? 0.1 : 1}
        .value=${String(race.clock)}
        aria-valuetext=${told}
        ?disabled=${!race.ready}
        @input=${(event: Event) => race.seek(Number(valueOf(event)))}
      /><output>${told}</output></label
    >`;
  }

  private renderLane(race: Race, lane: Lane, index: number) {
    const disputed = race.shownDisagreement?.variable ?? null;
    return html`<fs-lane
      .lane=${lane}
      .dials=${this.dials}
      .index=${lane.indexAt(race.pace, race.clock)}
      .known=${lane.moments.length + Number(lane.done)}
      .pace=${race.pace}
      .truth=${race.truth}
      .disputed=${disputed}
      .name=${t("lab.race.board", { n: index + 1 })}
      ?removable=${race.lanes.length > 1}
      ?roomy=${race.lanes.length < MOST_LANES}
      @how-change=${(event: CustomEvent<How>) => this.replace(index, event.detail)}
      @lane-remove=${() => this.without(index)}
      @branch=${(event: CustomEvent<{ made: number; how: How }>) => this.tell("branch", { lane: index, ...event.detail })}
      @trace-export=${() => this.tell("trace-export", lane)}
    ></fs-lane>`;
  }

  /** Which cell, who said what, and who is right where that is known. */
  private disputedText(race: Race): string {
    const found = race.shownDisagreement;
    const board = race.lanes[0]?.moments[0]?.board;
    if (!found || !board) return "";
    const said = found.said.flatMap((one, index) => {
      if (!one) return [];
      const args = {
        board: index + 1,
        who: whoOf(race.lanes[index]!),
        value: saidOf(board, one.value),
        made: one.made,
      };
      return [t("lab.disputed.said", args)];
    });
    const right = race.truth?.values?.[found.variable] ?? null;
    const settled = right === null ? "" : ` ${t("lab.disputed.right", { value: saidOf(board, right) })}`;
    return `${t("lab.disputed", { cell: cellName(board, found.variable) })} ${said.join(" ")}${settled}`;
  }

  // --- the boards ----------------------------------------------------------------------------------------------------

  private paced(change: () => unknown): void {
    change();
    this.requestUpdate();
    this.tell("paced", null);
  }

  private add(): void {
    this.tell("lanes-change", [...this.race.hows, { strategy: "verify" }]);
  }

  private replace(index: number, how: How): void {
    this.tell(
      "lanes-change",
      this.race.hows.map((one, at) => (at === index ? how : one)),
    );
  }

  /** What branched off it goes with it. */
  private without(index: number): void {
    const left: How[] = [];
    const place = new Map<number, number>();
    this.race.hows.forEach((how, at) => {
      const parent = how.from && place.get(how.from.lane);
      if (at === index || (how.from && parent === undefined)) return;
      place.set(at, left.length);
      left.push(how.from ? { ...how, from: { ...how.from, lane: parent! } } : how);
    });
    this.tell("lanes-change", left);
  }

  private tell(what: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

const valueOf = <T extends string>(event: Event): T => (event.target as HTMLInputElement).value as T;

const whoOf = (lane: Lane): string => lane.trace ?? t(`strategy.${lane.how.strategy}`);

function clockText(pace: Pace, clock: number): string {
  if (pace === "time") return timeText(clock);
  return pace === "work"
    ? t("lab.work", { n: figureText(clock) })
    : t("lab.steps", { count: clock, n: figureText(clock) });
}

declare global {
  interface HTMLElementTagNameMap {
    "fs-race": FsRace;
  }
}
