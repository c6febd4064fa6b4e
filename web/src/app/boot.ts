// From an address to a playable game: paint at once what is known; once that is seen start the engine, then the rest.

import { starter } from "virtual:build-facts";

import type { Problem } from "../protocol/engine";
import { firstLanguage } from "../i18n/catalogues";
import { setLanguage } from "../i18n/i18n";
import { keepSite } from "../offline/keep";
import { idle } from "../offline/idle";
import { isHash, readHash } from "../places/packed";
import { readPack, tellingSample } from "../places/packs";
import type { Flaw } from "../game/flaw";
import type { Play } from "../game/play";
import type { Part } from "../protocol/parts";
import { readUrl, type UrlState } from "../places/url_state";
import { inTurn, isFramed, seen, touched } from "./seen";

/** How often it is looked whether somebody thinks. */
const BUSY_MS = 100;
/** The page is drawn before a second module is compiled beside it, unless a visitor begins: some machines have two cores. */
const SETTLED_MS = 2500;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Reads the address and shows the first board before anything is loaded. Returns what the address says. */
export function firstPaint(play: Play, tellIgnored: (names: string) => void): Partial<UrlState> {
  const { state, ignored } = readUrl(location.search);
  setLanguage(firstLanguage(location.search, navigator.languages));
  play.mode = state.mode ?? play.mode;
  play.pairing = state.strategy ?? play.pairing;
  play.threshold = state.threshold ?? play.threshold;
  play.looks = state.looks ?? play.looks;
  play.sleep = state.sleep ?? play.sleep;
  play.scope = state.scope ?? play.scope;
  play.wish = state.promise ?? play.wish;
  // Another puzzle than the built-in one is painted as soon as the engine has read it.
  const { family, text } = starter.board;
  const known = (state.family ?? family) === family && (state.puzzle ?? text) === text && !isHash(location.hash);
  play.board = starter.board;
  play.view = known ? starter.view : null;
  if (ignored.length > 0) tellIgnored(ignored.join(", "));
  return state;
}

/** Games of earlier in this tab. */
export interface Earlier {
  /** Goes on with the one that the page was left with; false if there is none. */
  resume(): Promise<boolean>;
  begin(): void;
  /** The page is about to be loaded anew with another game. */
  leave(): void;
}

/** How what is wrong with the address's puzzle is told. */
export interface Tell {
  /** The engine refuses it. */
  refused(problem: Problem): void;
  /** It can be played, but has no solution or several. */
  flawed(flaw: Flaw): void;
  /** System 1 is to play with a network that this device keeps; resolves when it will, or will not. */
  network(name: string): Promise<unknown>;
}

/** Opens the game of the address; one that the engine refuses is told, and the built-in one opened instead. */
export async function boot(
  page: Element,
  play: Play,
  search: Partial<UrlState>,
  tell: Tell,
  earlier: Earlier,
): Promise<void> {
  await seen(page);
  // Another link to this page, followed from this page, changes only what is behind "#".
  window.addEventListener("hashchange", () => {
    if (!isHash(location.hash) || history.state !== null) return;
    earlier.leave();
    location.reload();
  });
  const { mode, pairing, threshold, looks, sleep, scope } = play;
  await play.configure({ mode, pairing, threshold, looks, sleep, scope });
  const playable = (await earlier.resume()) || (await openFromAddress(play, await withHash(search, tell), tell));
  if (search.network !== undefined) await tell.network(search.network);
  if (!playable) return; // the engine itself is missing; the page says so in its place
  earlier.begin();
  play.ready = true;
  await idle();
  play.recognise((await readPack(play.board?.family ?? "")) ?? []);
  await loadTheRest(play);
  void keepSite();
  await tellFlaw(play, tell);
}

async function openFromAddress(play: Play, state: Partial<UrlState>, tell: Tell): Promise<boolean> {
  const family = state.family ?? starter.board.family;
  const wanted = state.puzzle ?? (await somePuzzle(play, family));
  const problem = await play.open(family, wanted);
  if (!problem) await play.repeat(state.moves ?? []);
  if (!problem || play.engineFailed) return !problem;
  tell.refused(problem);
  return !(await play.open(starter.board.family, starter.board.text));
}

/** An author's puzzle behind "#" comes first. */
async function withHash(search: Partial<UrlState>, tell: Tell): Promise<Partial<UrlState>> {
  const puzzle = await readHash(location.hash);
  if (puzzle === undefined) return search;
  if (puzzle !== null) return { ...search, family: "custom", puzzle };
  tell.refused({ key: "error.link.damaged", args: {} });
  return { ...search, family: undefined, puzzle: undefined, moves: [] };
}

/** The most telling that the page has of a kind; what there is none of, the engine is left to refuse. */
async function somePuzzle(play: Play, family: string): Promise<string> {
  if (family === starter.board.family) return starter.board.text;
  const sample = tellingSample((await readPack(family)) ?? []);
  if (sample) return sample.text;
  const families = await play.families().catch(() => []);
  const size = families.find(({ id }) => id === family)?.sizes[0];
  return size === undefined ? "" : play.generate({ family, size, level: "easy", seed: 1 }).catch(() => "");
}

/**
 * The system that is asked first is loaded first; the other when nobody thinks. In a frame, one of perhaps many, System 2
 * waits until it is needed: by a step, by a question, or by somebody who has begun to play.
 */
async function loadTheRest(play: Play): Promise<void> {
  const [first, other]: [Part, Part] = play.mode === "system2" ? ["solver", "policy"] : ["policy", "solver"];
  await inTurn(() => play.load(first));
  await (isFramed() ? touched() : Promise.race([pause(SETTLED_MS), touched()]));
  while (play.busy) await pause(BUSY_MS);
  await idle();
  await inTurn(() => play.load(other));
}

async function tellFlaw(play: Play, tell: Tell): Promise<void> {
  // The collection's puzzles are known to be sound.
  if (play.level !== null) return;
  const { board } = play;
  const flaw = await play.flaw();
  if (flaw && board === play.board) tell.flawed(flaw);
}
