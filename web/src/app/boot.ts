// From an address to a playable game: paint at once what is known, then start the engine, then the rest.

import { starter } from "virtual:build-facts";

import type { Problem } from "../protocol";
import { preferredLanguage, setLanguage } from "../i18n/i18n";
import { readPacks } from "./packs";
import type { Play } from "./play";
import { readUrl, type UrlState } from "./url_state";

/** Reads the address and shows the first board before anything is loaded. Returns what the address says. */
export function firstPaint(play: Play, tellIgnored: (names: string) => void): Partial<UrlState> {
  const { state, ignored } = readUrl(location.search);
  setLanguage(state.lang ?? preferredLanguage(navigator.languages));
  play.mode = state.mode ?? play.mode;
  play.pairing = state.strategy ?? play.pairing;
  play.threshold = state.threshold ?? play.threshold;
  // Another puzzle than the built-in one is painted as soon as the engine has read it.
  const known = state.puzzle === undefined || state.puzzle === starter.board.text;
  play.board = starter.board;
  play.view = known ? starter.view : null;
  if (ignored.length > 0) tellIgnored(ignored.join(", "));
  return state;
}

const idle = () =>
  new Promise<void>((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: 1500 });
    else setTimeout(resolve, 200);
  });

/** How what is wrong with the address's puzzle is told. */
export interface Tell {
  /** The engine refuses it. */
  refused(problem: Problem): void;
  /** It can be played, but has no solution or several. */
  flawed(problem: Problem): void;
}

/** Opens the game of the address; one that the engine refuses is told, and the built-in one opened instead. */
export async function boot(play: Play, state: Partial<UrlState>, tell: Tell): Promise<void> {
  const family = state.family ?? starter.board.family;
  const wanted = state.puzzle ?? (family === starter.board.family ? starter.board.text : "");
  await play.configure({ mode: play.mode, pairing: play.pairing, threshold: play.threshold });
  let problem = await play.open(family, wanted);
  if (problem && !play.engineFailed) {
    tell.refused(problem);
    problem = await play.open(starter.board.family, starter.board.text);
  } else if (!problem) {
    await play.repeat(state.moves ?? []);
  }
  if (problem) return; // the engine itself is missing; the page says so in its place
  play.ready = true;
  await idle();
  await loadTheRest(play, tell);
}

async function loadTheRest(play: Play, tell: Tell): Promise<void> {
  play.load("policy");
  play.load("solver");
  play.recognise(await readPacks());
  // The collection's puzzles are known to be sound.
  if (play.level !== null) return;
  const { board } = play;
  const flaw = await play.flaw();
  if (flaw && board === play.board) tell.flawed(flaw);
}
