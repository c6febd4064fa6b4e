// The board of the author's puzzle with everything to try it: both systems, alone or together.

import { html, nothing } from "lit";

import "../board/fs_board";
import "../panels/fs_controls";
import "../panels/fs_modes";
import "../panels/fs_notes";
import "../panels/fs_pad";
import "../panels/fs_system1";
import "../panels/fs_system2";

import type { Play, Speed } from "../app/play";
import type { Stage } from "../app/stage";
import type { Mode } from "../app/url_state";
import type { Part } from "../host/host";
import type { Control } from "../panels/fs_controls";

export interface Trial {
  play: Play;
  stage: Stage;
  /** What the board is called. */
  name: string;
  /** How long System 2 has been thinking, in words. */
  thinking: string;
  /** Does something that changes only what is looked at. */
  look(change: () => void): void;
  given(): void;
}

function type({ play, stage, given }: Trial, variable: number, value: number): void {
  stage.select(variable);
  if (play.view?.cells[variable]?.origin === "given") given();
  else void play.type(variable, value);
}

function erase({ play }: Trial, variable: number): void {
  if (play.view?.cells[variable]?.origin !== "given") void play.erase(variable);
}

function control({ play }: Trial, what: Control): void {
  if (what === "pause") play.pause();
  else void play[what]();
}

export function renderModes({ play }: Trial) {
  return html`<fs-modes
    .mode=${play.mode}
    @mode-change=${(event: CustomEvent<Mode>) => play.configure({ mode: event.detail })}
  ></fs-modes>`;
}

export function renderBoard(trial: Trial) {
  const { play, stage, look } = trial;
  return html`<fs-board
    .board=${play.board}
    .cells=${play.view?.cells ?? []}
    .heat=${stage.heat}
    .odds=${stage.odds}
    .ruleCells=${stage.lights.rule}
    .factCells=${stage.lights.fact}
    .cited=${stage.lights.cited}
    .conflicts=${stage.conflicts}
    .subject=${stage.subject}
    .speaker=${stage.speaker}
    .ghost=${stage.ghost}
    .selected=${stage.selected}
    .name=${trial.name}
    .labels=${stage.labels}
    ?waiting=${!play.ready}
    @cell-select=${(event: CustomEvent<{ variable: number }>) => look(() => stage.select(event.detail.variable))}
    @cell-hover=${(event: CustomEvent<{ variable: number | null }>) => look(() => (stage.hovered = event.detail.variable))}
    @cell-type=${(event: CustomEvent<{ variable: number; value: number }>) => type(trial, event.detail.variable, event.detail.value)}
    @cell-erase=${(event: CustomEvent<{ variable: number }>) => erase(trial, event.detail.variable)}
  ></fs-board>`;
}

export function renderControls(trial: Trial) {
  const { play, stage, look } = trial;
  const { view } = play;
  if (!play.board) return nothing;
  return html`
    <fs-pad
      class=${stage.padNeeded ? "needed" : ""}
      .keys=${stage.padKeys}
      @pad-type=${(event: CustomEvent<number>) => type(trial, stage.selected, event.detail)}
      @pad-erase=${() => erase(trial, stage.selected)}
    ></fs-pad>
    <fs-controls
      .ready=${play.ready}
      .playing=${play.playing}
      .busy=${play.asking}
      .done=${view?.status === "solved"}
      .canUndo=${view?.canUndo ?? false}
      .canRedo=${view?.canRedo ?? false}
      .speed=${play.speed}
      @control=${(event: CustomEvent<Control>) => control(trial, event.detail)}
      @speed-change=${(event: CustomEvent<Speed>) => look(() => (play.speed = event.detail))}
    ></fs-controls>
    <p class="status ${view?.status ?? ""}" role="status">${stage.status}</p>
    <fs-notes .notes=${stage.notes}></fs-notes>
  `;
}

export function renderSystems({ play, stage, thinking, look }: Trial) {
  const load = (event: CustomEvent<Part>) => play.load(event.detail);
  return html`
    <fs-system2
      .loading=${play.loading.solver}
      .proof=${stage.proof}
      .counted=${stage.counted}
      .idle=${stage.system2Idle}
      .question=${stage.question}
      .thinking=${thinking}
      .lit=${stage.lit}
      @line-light=${(event: CustomEvent<number | null>) => look(() => (stage.lit = event.detail))}
      @ask-why=${() => stage.askWhy()}
      @cancel=${() => play.cancel()}
      @load-part=${load}
    ></fs-system2>
    <fs-system1
      .loading=${play.loading.policy}
      .place=${stage.feelingPlace}
      .feelings=${stage.feelings}
      .milliseconds=${play.glanceMs}
      .resting=${play.mode === "system2"}
      .shift=${stage.shift}
      @load-part=${load}
    ></fs-system1>
  `;
}
