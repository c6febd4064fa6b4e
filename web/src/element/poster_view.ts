// How a poster looks: as the game that will take its place, with a button on it.

import { html, nothing } from "lit";

import "../board/fs_board";
import "../panels/fs_controls";
import "../panels/fs_counters";
import "../panels/fs_modes";
import "../panels/fs_notes";

import { authored } from "../game/authored";
import { cellLabel, countersOf, notesOf } from "../game/labels";
import type { Speed } from "../game/settings";
import { t } from "../i18n/i18n";
import { sizeText } from "../i18n/sentences";
import type { Control } from "../panels/fs_controls";
import type { Board } from "../protocol/engine";
import { icon } from "../style/icons";
import { setStyle } from "../style/set_style";
import type { Poster } from "./poster";
import type { Replay } from "./replay";
import type { Shape } from "./shape";

const NONE: ReadonlySet<number> = new Set();

const UNCOUNTED = { text: "\u00a0", cited: false, over: false };

export const titleOf = (board: Board): string =>
  [authored(board).title || t(`family.${board.family}`), sizeText(board.family, board.size)].join(" · ");

/** Whoever chooses a cell of the poster means to play. */
export function renderPosterBoard(
  { board, cells }: Poster,
  waiting: boolean,
  select: (variable: number) => void,
  lights: Replay["lights"] = null,
) {
  const counters = countersOf(board, { cells: [...cells], status: "open" }, NONE);
  const labels: string[] = [];
  for (const { variable } of board.cells) labels[variable] = cellLabel(board, variable, cells[variable], false);
  return html`${counters.length > 0 ? html`<fs-counters .counters=${counters}></fs-counters>` : nothing}
    <fs-board
      .board=${board}
      .cells=${cells}
      .labels=${labels}
      .name=${titleOf(board)}
      .subject=${lights?.subject ?? null}
      .speaker=${lights?.speaker ?? "system2"}
      .ruleCells=${lights?.rule ?? NONE}
      .factCells=${lights?.fact ?? NONE}
      ?waiting=${waiting}
      @cell-select=${(event: CustomEvent<{ variable: number }>) => select(event.detail.variable)}
    ></fs-board>`;
}

/** The clues of a puzzle in words, where they are told once it is played. */
export function renderPosterNotes(board: Board) {
  const notes = notesOf(board, NONE);
  return notes.length > 0 ? html`<fs-notes tabindex="0" .notes=${notes}></fs-notes>` : nothing;
}

/** The room of a board that is not here yet, and of what is counted above it. */
export const renderRoom = ({ columns, rows, counted = 0 }: Shape) =>
  html`${counted > 0 ? html`<fs-counters .counters=${Array(counted).fill(UNCOUNTED)}></fs-counters>` : nothing}
    <div class="blank" ${setStyle({ "--columns": `${columns}`, "--rows": `${rows}` })}></div>`;

export function renderStart(title: string, waiting: boolean, start: () => void) {
  const label = waiting ? t("element.loading") : t("element.play", { title });
  return html`<div class="start">
    <button class=${waiting ? "waiting" : ""} part="play" aria-label=${label} title=${label} @click=${start}>
      ${icon("play")}
    </button>
  </div>`;
}

/** How far a recorded run is gone through, and what is said there. */
interface Run {
  at: number;
  left: number;
  playing: boolean;
  said: string;
  why: string;
}

export function renderPosterControls(
  board: Board | null,
  speed: Speed,
  run: Run | null,
  act: (control: Control) => void,
  faster: (speed: Speed) => void,
) {
  return html`<fs-controls
      .ready=${true}
      .speed=${speed}
      .playing=${run?.playing ?? false}
      .canUndo=${(run?.at ?? 0) > 0}
      .canRedo=${(run?.left ?? 0) > 0}
      @control=${(event: CustomEvent<Control>) => act(event.detail)}
      @speed-change=${(event: CustomEvent<Speed>) => faster(event.detail)}
    ></fs-controls>
    <p class="reason" role=${run ? "status" : nothing} aria-hidden=${run ? nothing : "true"}>
      ${run?.said ? html`${run.said} <span>${run.why}</span>` : html`<span>${t("reason.none")}</span>`}
    </p>
    ${board ? renderPosterNotes(board) : nothing}`;
}
