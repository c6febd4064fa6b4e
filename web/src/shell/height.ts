// In a frame, the page tells the page around it how high it would like to be, in pixels, by postMessage. It is no secret, and
// asks for nothing. It says so in three ways, of which a page may listen to any:
//
//   { fastslow: { height } }                        ours; the script for that page is in height_script.ts
//   { subject: "lti.frameResize", height }          what learning platforms listen to (Canvas, Moodle, Blackboard …)
//   { context: "h5p", action: "hello" | "prepareResize" | "resize", … }   what H5P's resizer listens to, which many sites have
//
// The third is a conversation (`H5pTalk`): the resizer answers a greeting and, before a frame may become smaller, is asked.
// Who answers is looked at: only the page around the frame is listened to.

import type { LitElement } from "lit";

import { COLUMN_PX, LARGEST_CELL_PX } from "../board/sizes";
import type { Board } from "../protocol/engine";

interface Box {
  top: number;
  bottom: number;
  height: number;
}

/** What is measured: the whole page; the board with all that stands above and beneath it; the columns beside it. */
export interface Measured {
  content: number;
  board: Box;
  /** How wide the board may become. */
  room: number;
  middle: number;
  sides: readonly Box[];
}

/**
 * The height at which nothing is scrolled and the board is as wide as it may be. The board is as high as the frame lets
 * it be now, so its own height says nothing.
 */
export function wantedHeight({ rows, columns }: Pick<Board, "rows" | "columns">, measured: Measured): number {
  const { content, board, room, middle, sides } = measured;
  const width = Math.min(room, COLUMN_PX, columns * LARGEST_CELL_PX);
  const grown = Math.min(COLUMN_PX, (width * rows) / columns) - board.height;
  const beside = sides.filter(({ top, height }) => height > 0 && top < board.bottom).map(({ height }) => height);
  if (beside.length === 0) return Math.ceil(content + grown);
  return Math.ceil(content - Math.max(middle, ...beside) + Math.max(middle + grown, ...beside));
}

/** A page with its board, as they are drawn just now; null before that. */
export function measured(page: LitElement, element: LitElement): Measured | null {
  const box = (selector: string) => page.renderRoot.querySelector(selector)?.getBoundingClientRect();
  const board = element.renderRoot.querySelector("svg")?.getBoundingClientRect();
  if (!board) return null;
  const sides = [box(".left"), box(".right")].filter((side) => side !== undefined);
  const middle = box(".middle")?.height ?? 0;
  return { content: page.offsetHeight, board, room: element.offsetWidth, middle, sides };
}

/** Tells at once and whenever the height changes. Returns the function that stops it. */
export function tellHeight(page: Element, measure: () => number | null): () => void {
  if (window.parent === window) return () => {};
  let told = 0;
  const post = (message: object) => window.parent.postMessage(message, "*");
  const h5p = new H5pTalk(post, () => window.innerHeight);
  const tell = () => {
    const height = measure();
    if (height === null || height === told) return;
    told = height;
    post({ fastslow: { height } });
    post({ subject: "lti.frameResize", height });
    h5p.wants(height);
  };
  const hear = ({ source, data }: MessageEvent<unknown>) => {
    if (source === window.parent) h5p.hear(data);
  };
  window.addEventListener("message", hear);
  const observer = new ResizeObserver(tell);
  observer.observe(page);
  tell();
  return () => {
    observer.disconnect();
    window.removeEventListener("message", hear);
  };
}

/**
 * The frame's side of the talk with H5P's resizer. It greets until it is greeted back; from then on it asks for room to be
 * measured in whenever its height changes, and tells its height once it has that.
 */
export class H5pTalk {
  private height = 0;
  private known = false;
  private readonly post: (message: object) => void;
  private readonly present: () => number;

  /** `present`: how high the frame is now. */
  constructor(post: (message: object) => void, present: () => number) {
    this.post = post;
    this.present = present;
  }

  wants(height: number): void {
    this.height = height;
    if (this.known) this.ask();
    else this.post({ context: "h5p", action: "hello" });
  }

  hear(data: unknown): void {
    const said = data as { context?: unknown; action?: unknown } | null;
    if (typeof said !== "object" || said?.context !== "h5p") return;
    if (said.action === "ready") this.post({ context: "h5p", action: "hello" });
    if (said.action === "hello") this.known = true;
    // "resize": the page around it has become wider or narrower.
    if (said.action === "hello" || said.action === "resize") this.ask();
    if (said.action === "resizePrepared") this.post({ context: "h5p", action: "resize", scrollHeight: this.height });
  }

  private ask(): void {
    if (this.height === 0) return;
    const size = { scrollHeight: this.height, clientHeight: this.present() };
    this.post({ context: "h5p", action: "prepareResize", ...size });
  }
}
