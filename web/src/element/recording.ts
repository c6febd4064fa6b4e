// A recorded run: the engine's own trace of a game, told and timed, with the board as it stood after every decision. Made by
// a game (live.ts), read on the poster's side (replay.ts) without any engine. It belongs to the build that made it: another
// engine or network would have played otherwise.

import { build } from "virtual:build-facts";

import type { Host, TimedTrace } from "../host/host";
import { pack, unpack } from "../places/packed";
import type { Board, CellView, Status } from "../protocol/engine";
import { ACTS, SOURCES } from "../protocol/decision";
import { isFields } from "../protocol/messages";
import { cellOf, isBoard, posterOf, type Poster } from "./poster";
import { shapeOf, type Shape } from "./shape";

const FORMAT = "fastslow-recording/1";
/** Bytes of a run at most, unpacked. */
const MOST_BYTES = 4_194_304;
const MOST_STEPS = 4096;
/** No address is longer. */
const MOST_ADDRESS = 4096;

export type RecordedDecision = TimedTrace["decisions"][number];

/** What a decision made of the board. */
export interface Step {
  decision: RecordedDecision;
  cells: [variable: number, cell: CellView][];
  /** Where it is another now. */
  board?: Board;
  status: Status;
  /** System 1's confidence meant little before it. */
  shifted: boolean;
}

export interface Recording {
  family: string;
  text: string;
  start: Poster;
  steps: Step[];
}

// --- made ------------------------------------------------------------------------------------------------------------

/** Of the game that is open, from its beginning. */
export async function recordingOf(host: Host): Promise<Recording> {
  const { family, text, decisions } = await host.trace();
  const { view, board } = await host.past(0);
  const steps: Step[] = [];
  let before = { view, board };
  for (const [index, decision] of decisions.entries()) {
    const now = await host.past(index + 1);
    const changed = now.view.cells.flatMap((cell, variable): Step["cells"] =>
      JSON.stringify(cell) === JSON.stringify(before.view.cells[variable]) ? [] : [[variable, cell]],
    );
    const another = JSON.stringify(now.board) !== JSON.stringify(before.board);
    const { status } = now.view;
    const shifted = before.view.shift !== null;
    steps.push({ decision, cells: changed, ...(another && { board: now.board }), status, shifted });
    before = now;
  }
  return { family, text, start: { board, cells: view.cells }, steps };
}

/** FNV-1a, over the text's code units: what was cut or retyped on the way does not fit it. */
function checkOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16);
}

export async function writeRecording(recording: Recording, { columns, rows }: Shape): Promise<string> {
  const run = JSON.stringify(recording);
  const whole = JSON.stringify({ format: FORMAT, build, check: checkOf(run), run: recording });
  return `${Math.ceil(columns)}x${rows}.${await pack(whole)}`;
}

// --- read ------------------------------------------------------------------------------------------------------------

export type Unread = "missing" | "damaged" | "foreign";

/** `recorded`: a run's text, or where it lies. */
export async function readRecording(recorded: string, signal?: AbortSignal): Promise<Recording | Unread> {
  const text = shapeOf(recorded) ? recorded : await fetched(recorded, signal);
  if (text === null) return "missing";
  if (!shapeOf(text)) return "damaged";
  const json = await unpack(text.slice(text.indexOf(".") + 1), MOST_BYTES);
  if (json === null) return "damaged";
  try {
    return recordingIn(JSON.parse(json) as unknown);
  } catch {
    return "damaged";
  }
}

async function fetched(address: string, signal?: AbortSignal): Promise<string | null> {
  if (address.length > MOST_ADDRESS) return null;
  try {
    const url = new URL(address, document.baseURI);
    if (!/^(https?|blob|data):$/.test(url.protocol)) return null;
    const response = await fetch(url, { credentials: "same-origin", signal: signal ?? null });
    return response.ok ? (await response.text()).trim() : null;
  } catch {
    return null;
  }
}

function recordingIn(data: unknown): Recording | Unread {
  if (!isFields(data) || data["format"] !== FORMAT || !isFields(data["run"])) return "damaged";
  // Of another build, what it holds is not ours to judge.
  if (data["build"] !== build) return "foreign";
  const { run } = data;
  if (data["check"] !== checkOf(JSON.stringify(run))) return "damaged";
  const start = posterOf(run["start"]);
  const { family, text, steps } = run;
  if (!start || typeof family !== "string" || typeof text !== "string" || !Array.isArray(steps)) return "damaged";
  if (steps.length > MOST_STEPS) return "damaged";
  const read = steps.map((step, index) => stepOf(step, index, start));
  return read.includes(null) ? "damaged" : { family, text, start, steps: read as Step[] };
}

const STATUSES = ["open", "solved", "lost", "conflict"];
const isOneOf = (all: readonly unknown[], value: unknown) => all.includes(value);

function stepOf(step: unknown, index: number, { cells }: Poster): Step | null {
  if (!isFields(step) || !Array.isArray(step["cells"]) || !isDecision(step["decision"], index)) return null;
  const { board, status } = step;
  if (!isOneOf(STATUSES, status) || (board !== undefined && !isBoard(board))) return null;
  const changed = step["cells"].map((one: unknown): Step["cells"][number] | null => {
    const [variable, cell] = Array.isArray(one) ? (one as unknown[]) : [];
    const read = cellOf(cell);
    if (!read || typeof variable !== "number" || cells[variable] === undefined) return null;
    const { decision } = cell as { decision?: unknown };
    return [variable, { ...read, decision: Number.isSafeInteger(decision) ? (decision as number) : null }];
  });
  if (changed.includes(null)) return null;
  return { ...(step as unknown as Step), cells: changed as Step["cells"], shifted: step["shifted"] === true };
}

function isDecision(data: unknown, index: number): boolean {
  if (!isFields(data) || data["id"] !== index) return false;
  return isOneOf(ACTS, data["kind"]) && isOneOf(SOURCES, data["source"]) && typeof data["escalated"] === "boolean";
}
