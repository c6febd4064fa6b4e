// What an element shows while no game is played in it: its poster, or where a recorded run stands.

import { html, nothing } from "lit";

import type { Speed } from "../game/settings";
import type { Control } from "../panels/fs_controls";
import type { Poster } from "./poster";
import { renderPosterBoard, renderPosterControls, renderPosterNotes, renderRoom, renderStart } from "./poster_view";
import type { Rerun } from "./rerun";
import type { Shape } from "./shape";
import type { Wish } from "./wish";

interface Face {
  wish: Wish;
  name: string;
  drawn: Poster | null;
  /** Of the board, while that is not here. */
  shape: () => Shape;
  rerun: Rerun;
  waiting: boolean;
  play(): unknown;
  act(control: Exclude<Control, "play">): unknown;
  /** The reader has chosen a cell. */
  select(variable: number): void;
  faster(speed: Speed): void;
}

export function renderFace({ drawn, rerun, waiting, name, shape, play, select }: Face) {
  const started = rerun.playing || (rerun.replay?.at ?? 0) > 0;
  return html`${drawn ? renderPosterBoard(drawn, waiting, select, rerun.replay?.lights) : renderRoom(shape())}
  ${started && !waiting ? nothing : renderStart(name, waiting, play)}`;
}

export function renderBeneathFace({ drawn, wish, rerun, act, play, faster }: Face) {
  const board = drawn?.board ?? null;
  if (!wish.parts.has("controls")) return board ? renderPosterNotes(board) : nothing;
  const { replay, playing } = rerun;
  const run = replay && { at: replay.at, left: replay.length - replay.at, playing, ...replay.reason };
  const press = (control: Control): unknown => (control === "play" ? play() : act(control));
  return renderPosterControls(board, wish.speed ?? "steady", run, press, faster);
}
