// The games of a visit. Each is an entry of the browser's history and is kept in this tab as it was left, so that
// Back, Forward and a reload lead to it with all its moves, whoever made them.

import type { KeptPlay, Play } from "../game/play";
import type { Move } from "../game/settings";
import type { Decision } from "../protocol/engine";
import type { Address } from "./address";
import { quietly } from "./quietly";
import { readUrl, type UrlState } from "./url_state";

/** While a game is played it is kept at most once in this time. */
const KEEP_MS = 500;
/** How many games are kept. An older one is opened again from its address, which knows only the
 *  visitor's own moves. */
const MOST = 12;
const PREFIX = "fastslow.game.";
/** Where a page keeps the name of the game that it shows. */
const PRESENT = "fastslow.present";

/** Where games are kept; in private windows and some frames there is no such place. */
const storage = (): Storage | null => quietly(() => window.sessionStorage, null);

const place = (game: string) => PREFIX + game;

/** Where the present game's name is kept; not in a frame, which may share its storage with the page around it. */
const presentStorage = (): Storage | null => (window.top === window ? storage() : null);

function keep(game: string, trace: KeptPlay): void {
  const kept = storage();
  if (!kept) return;
  const forget = (name: string) => quietly(() => kept.removeItem(name), undefined);
  const names = quietly(() => Object.keys(kept), []).filter((name) => name.startsWith(PREFIX) && name !== place(game));
  names
    .sort()
    .slice(0, -(MOST - 1))
    .forEach(forget);
  try {
    kept.setItem(place(game), JSON.stringify(trace));
  } catch {
    forget(place(game)); // no room: better the puzzle alone than an earlier state of the game
  }
}

const kept = (game: string): KeptPlay | null =>
  quietly(() => JSON.parse(storage()?.getItem(place(game)) ?? "null") as KeptPlay | null, null);

/** The entry's game, if the page has been there before. */
function gameOf(entry: unknown): string | null {
  const game = (entry as { game?: unknown } | null)?.game;
  return typeof game === "string" ? game : null;
}

/** The game that was reloaded. Chromium forgets an entry's state if the reload comes right after `replaceState`, as it
 *  does when someone reloads a moment after a move. */
function reloaded(): string | null {
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return arrival?.type === "reload" ? quietly(() => presentStorage()?.getItem(PRESENT) ?? null, null) : null;
}

/** The address's moves that a kept game does not know of. What was undone it knows: the address, which follows a moment
 *  later than the game, may not have forgotten it yet. */
export function lateMoves(
  told: readonly Move[],
  cells: readonly { value: number | null }[],
  { undone = [] }: { undone?: readonly Decision[] },
): Move[] {
  const wasUndone = (move: Move): boolean =>
    undone.some((act) => act.kind === "place" && act.variable === move.variable && act.value === move.value);
  return told.filter((move) => cells[move.variable]?.value !== move.value && !wasUndone(move));
}

export class Visits {
  private readonly play: Play;
  private readonly address: Address;
  private readonly state: () => Partial<UrlState>;
  private game = "";
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When a game was last kept. */
  private saved = -Infinity;

  constructor(play: Play, address: Address, state: () => Partial<UrlState>) {
    this.play = play;
    this.address = address;
    this.state = state;
  }

  /** Goes on with the game of the present entry; false if none is kept. */
  async resume(): Promise<boolean> {
    const game = gameOf(history.state) ?? reloaded();
    this.enter(game ?? this.named());
    return game !== null && (await this.bring(game));
  }

  /** The address leads to another game from now on, and the page is about to be loaded anew. */
  leave(): void {
    this.stop();
    quietly(() => presentStorage()?.removeItem(PRESENT), undefined);
  }

  /** Goes on with a kept game. The address may know of a move that came too late to be kept. */
  private async bring(game: string): Promise<boolean> {
    const trace = kept(game);
    if (trace === null || !(await this.play.restore(trace))) return false;
    const { moves = [] } = readUrl(location.search).state;
    const late = lateMoves(moves, this.play.view?.cells ?? [], trace);
    if (late.length > 0) await this.play.repeat(late);
    return true;
  }

  /** The page is ready. From now on games are kept, and the browser's buttons lead from one to another. */
  begin(): void {
    this.address.name(this.game);
    window.addEventListener("popstate", () => void this.travel());
  }

  /** The visitor has chosen another game. */
  opened(): void {
    this.stop();
    this.enter(this.named());
    void this.address.push(this.state(), this.game);
    this.changed();
  }

  /** Something happened to the game. */
  changed(): void {
    const wait = Math.max(0, this.saved + KEEP_MS - performance.now());
    if (this.game !== "") this.timer ??= setTimeout(() => this.save(), wait);
  }

  /** Names sort by age. */
  private named(): string {
    return `${Date.now().toString(36).padStart(9, "0")}.${Math.random().toString(36).slice(2, 8)}`;
  }

  private enter(game: string): void {
    this.game = game;
    // Without room a reload goes by the entry alone.
    quietly(() => presentStorage()?.setItem(PRESENT, game), undefined);
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private save(): void {
    this.timer = undefined;
    this.saved = performance.now();
    const game = this.play.kept();
    if (game) keep(this.game, game);
  }

  private async travel(): Promise<void> {
    const game = gameOf(history.state);
    // A link within the page has no game of its own.
    if (game === null || game === this.game) return;
    this.stop();
    this.enter(game);
    const { state } = readUrl(location.search);
    const { mode, strategy: pairing, threshold, promise: wish } = state;
    await this.play.configure({
      ...(mode && { mode }),
      ...(pairing && { pairing }),
      ...(wish && { wish }),
      ...(threshold !== undefined && { threshold }),
    });
    if (await this.bring(game)) return;
    if (state.family === undefined || state.puzzle === undefined) return;
    if (!(await this.play.open(state.family, state.puzzle))) await this.play.repeat(state.moves ?? []);
  }
}
