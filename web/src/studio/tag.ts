// <fast-slow> in the studio and in the lesson's page: the very file that other pages fetch, beside the site's own code, with
// words and colours of its own.

import type { LitElement } from "lit";

import type { FastSlowElement } from "../element/contract";
import { language } from "../i18n/i18n";
import { unpack } from "../places/packed";
import { QUESTION, TAG, type Setup } from "./setup";

/** Where the site lies. Written so that the bundler leaves it alone. */
const at = (file: string): string => new URL(`./${file}`, document.baseURI).href;

/** A file that holds everything has defined both already (standalone.ts). Rejects where a script cannot be fetched. */
export async function fetchTag(asks: boolean): Promise<void> {
  const missing = ["fast-slow", ...(asks ? ["fast-slow-question"] : [])].filter((name) => !customElements.get(name));
  await Promise.all(missing.map((name) => import(/* @vite-ignore */ at(`${name}.js`))));
}

function adjust(element: Element, names: readonly (keyof Setup)[], setup: Setup): void {
  for (const name of names) {
    const text = setup[name];
    const wanted = text === undefined ? null : name === "autoplay" ? "" : text;
    if (element.getAttribute(name) === wanted) continue;
    if (wanted === null) element.removeAttribute(name);
    else element.setAttribute(name, wanted);
  }
}

/** In the language of the page around it, unless it has one of its own: the tag cannot see out of our elements. */
const spoken = (setup: Setup): Setup => ({ lang: language(), ...setup });

/** `except`: attributes that stay as they are. */
export function adjustTag(tag: Element, setup: Setup, except: readonly string[] = []): void {
  adjust(
    tag,
    TAG.filter((name) => !except.includes(name)),
    spoken(setup),
  );
}

export function makeTag(setup: Setup): FastSlowElement {
  const tag = document.createElement("fast-slow") as FastSlowElement;
  adjustTag(tag, setup);
  return tag;
}

/** About the tag that stands beside it. */
export function makeQuestion(setup: Setup): HTMLElement {
  const question = document.createElement("fast-slow-question");
  adjust(question, [...QUESTION, "lang", "theme"], spoken(setup));
  return question;
}

/** What stands on a board that a snapshot tells of. */
export interface Standing {
  family: string;
  text: string;
  moves: string;
  /** Rules that can be switched, those that are off with a sign before them. */
  rules: string;
}

interface Snapshot {
  board: { family: string; text: string; rules: string[]; switchable: string[] };
  cells: { value: number | null; origin: string | null }[];
}

export async function standingOf(snapshot: string): Promise<Standing | null> {
  const json = await unpack(snapshot.slice(snapshot.indexOf(".") + 1));
  if (json === null) return null;
  const { board, cells } = JSON.parse(json) as Snapshot;
  const made = cells.map(({ value, origin }, cell) => (value === null || origin === "given" ? "" : `${cell}.${value}`));
  const { family, text, rules, switchable } = board;
  return {
    ...{ family, text },
    moves: made.filter((move) => move !== "").join("_"),
    rules: switchable.map((rule) => (rules.includes(rule) ? rule : `!${rule}`)).join(" "),
  };
}

const ENDS = ["fast-slow-ready", "fast-slow-error"];

/** What has been drawn from the top of a page on: the tag, the question about it, what stands beneath. */
export const DRAWN = { tag: 1, question: 2, all: 3 } as const;

/**
 * Tells how far a page may be drawn, each time that what is drawn has the size that it keeps: what comes late would move
 * everything beneath it.
 */
export async function inOrder(
  setup: Setup,
  tag: HTMLElement,
  question: HTMLElement | null,
  draw: (drawn: number) => Promise<unknown>,
): Promise<void> {
  const { puzzle, seed, show } = setup;
  // The first puzzle of a kind is drawn without an engine; where another has its clues and switches, the engine tells.
  const told = puzzle !== undefined || seed !== undefined || (show?.includes("rules") ?? false);
  const end = Promise.race(
    ENDS.map((name) => new Promise((resolve) => tag.addEventListener(name, resolve, { once: true }))),
  );
  await draw(DRAWN.tag);
  await (told ? end : rendered(tag));
  if (question) {
    await draw(DRAWN.question);
    await rendered(question);
  }
  await draw(DRAWN.all);
}

const rendered = (element: HTMLElement) => (element as Partial<Pick<LitElement, "updateComplete">>).updateComplete;
