// The whole state of the page in its address. Pure: text in, text out. Whatever is not understood is
// left out and reported, so that a damaged or hostile address costs one sentence, never the page.

import { LANGUAGES, type Language } from "../i18n/catalogues";
import { MODES, type Mode, PAIRINGS, type Pairing, SCOPES, type Scope, SLEEPS, type Move } from "../game/settings";
import type { Wish } from "../protocol/engine";
import { readGoal, writeGoal, type Goal } from "./goal";
import { readParts, unknownWords, writeParts, type PagePart } from "./page_parts";

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface UrlState {
  family: string;
  puzzle: string;
  /** The person's moves that stand. */
  moves: Move[];
  mode: Mode;
  strategy: Pairing;
  threshold: number;
  /** How often System 1 may look at one position. */
  looks: number;
  /** From how many other states System 1 may think a position over. */
  sleep: number;
  /** What System 2 is asked about. */
  scope: Scope;
  /** What is promised where the strategy is risk_controlled: the share of games that may be lost, and the chance that the
   *  promise is wrong. */
  promise: Wish;
  lang: Language;
  /** Absent: as the reader's system has it. */
  theme: Theme;
  /** What a tutorial leaves out of the page. */
  hide: readonly PagePart[];
  /** What its author has set the reader to do. */
  goal: Goal;
  /** System 1's network: one that this device keeps, by its name (practice/networks.ts). */
  network: string;
  /** The origin of the page around a frame whose commands are obeyed (shell/frame_talk.ts). */
  host: string;
}

export interface ReadAddress {
  state: Partial<UrlState>;
  /** Parameters that were ignored, and words of `hide` ("hide=word"). */
  ignored: string[];
}

const MAX_TEXT = 65536; // what the engine accepts
const MAX_MOVES = 1024;
const MOST_NAMED = 5;

const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (text: string): T | undefined =>
    allowed.find((item) => item === text);

function readThreshold(text: string): number | undefined {
  const value = /^[01](\.\d{1,6})?$/.test(text) ? Number(text) : NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}

/** Two shares between 0 and 1, both excluded: "0.05_0.1". */
function readPromise(text: string): Wish | undefined {
  if (!/^0\.\d{1,4}_0\.\d{1,4}$/.test(text)) return undefined;
  const [alpha, delta] = text.split("_").map(Number) as [number, number];
  return alpha > 0 && delta > 0 ? { alpha, delta } : undefined;
}

function readMoves(text: string): Move[] | undefined {
  const parts = text === "" ? [] : text.split("_");
  if (parts.length > MAX_MOVES || !parts.every((part) => /^\d{1,4}\.\d{1,4}$/.test(part))) return undefined;
  return parts.map((part) => {
    const [variable, value] = part.split(".").map(Number);
    return { variable: variable!, value: value! };
  });
}

/** Just that, as browsers write it. */
function readOrigin(text: string): string | undefined {
  return /^https?:\/\/[^/?#\s]{1,255}$/.test(text) && URL.canParse(text) && new URL(text).origin === text
    ? text
    : undefined;
}

/** Printable text of a bearable length; what it means is the engine's business. */
function readPuzzle(text: string): string | undefined {
  return text.length > 0 && text.length <= MAX_TEXT && /^(?:\P{C}|[\n\r\t])+$/u.test(text) ? text : undefined;
}

const READERS: { [K in keyof UrlState]: (text: string) => UrlState[K] | undefined } = {
  family: (text) => (/^[a-z][a-z0-9_-]{0,31}$/.test(text) ? text : undefined),
  puzzle: readPuzzle,
  moves: readMoves,
  mode: oneOf(MODES),
  strategy: oneOf(PAIRINGS),
  threshold: readThreshold,
  looks: (text) => (/^[12]$/.test(text) ? Number(text) : undefined),
  sleep: (text) => SLEEPS.find((states) => String(states) === text),
  scope: oneOf(SCOPES),
  promise: readPromise,
  lang: oneOf(LANGUAGES),
  theme: oneOf(THEMES),
  hide: readParts,
  goal: readGoal,
  network: (text) => (/^\P{C}{1,40}$/u.test(text) ? text : undefined),
  host: readOrigin,
};

const WRITERS: { [K in keyof UrlState]: (value: UrlState[K]) => string } = {
  family: String,
  puzzle: String,
  moves: (moves) => moves.map(({ variable, value }) => `${variable}.${value}`).join("_"),
  mode: String,
  strategy: String,
  threshold: (value) => String(Math.round(value * 100) / 100),
  looks: String,
  sleep: String,
  scope: String,
  promise: ({ alpha, delta }) => `${alpha}_${delta}`,
  lang: String,
  theme: String,
  hide: writeParts,
  goal: writeGoal,
  network: String,
  host: String,
};

const NAMES = Object.keys(READERS) as (keyof UrlState)[];

function readInto<K extends keyof UrlState>(name: K, text: string, reading: ReadAddress): void {
  const value = READERS[name](text);
  if (value === undefined) reading.ignored.push(name);
  else reading.state[name] = value;
}

/** The words themselves only where they cannot say anything else than that they are wrong. */
function unknownParts(list: string): string[] {
  const names = unknownWords(list).map((word) => (/^[a-z0-9]{1,16}$/i.test(word) ? `hide=${word}` : "hide"));
  return [...new Set(names)].slice(0, MOST_NAMED);
}

/** Reads `location.search`. A parameter given twice counts once, the first time. */
export function readUrl(search: string): ReadAddress {
  const params = new URLSearchParams(search);
  const reading: ReadAddress = { state: {}, ignored: [] };
  for (const name of NAMES) {
    const text = params.get(name);
    if (text !== null) readInto(name, text, reading);
  }
  reading.ignored.push(...unknownParts(params.get("hide") ?? ""));
  return reading;
}

function writeFrom<K extends keyof UrlState>(name: K, state: Partial<UrlState>): string | undefined {
  const value = state[name];
  return value === undefined ? undefined : WRITERS[name](value as UrlState[K]);
}

/** Writes the query, "?" included; an empty list is left out. */
export function writeUrl(state: Partial<UrlState>): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    const text = writeFrom(name, state);
    if (text) params.set(name, text);
  }
  return `?${params}`;
}
