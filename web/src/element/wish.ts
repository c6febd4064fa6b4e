// What an author asks for in the attributes. Pure: text in, plain values out. Whatever is not understood is left out and
// named, as in the play page's address, whose words these are (places/url_state.ts).

import { known, preferredLanguage, type Language } from "../i18n/catalogues";
import { SPEEDS, type Mode, type Move, type Pairing, type Speed } from "../game/settings";
import { PAGE_PARTS, type PagePart } from "../places/page_parts";
import { readGoal, type Goal } from "../places/goal";
import { readUrl } from "../places/url_state";

export const LOCKS = ["cells", "modes", "rules", "threshold"] as const;
export type Lock = (typeof LOCKS)[number];

const LOADINGS = ["press", "near", "now"] as const;
export type LoadingWish = (typeof LOADINGS)[number];

export const LEVELS = ["easy", "medium", "hard"] as const;
const THEMES = ["light", "dark", "auto"] as const;

/** What may be shown, and what is unless the author says otherwise. */
export const PARTS = PAGE_PARTS.filter((part) => part !== "header" && part !== "new");
export const USUAL: readonly PagePart[] = ["modes", "title", "about", "controls"];

const MOST_STEPS = 1024;

/** The attributes as they are written; null or "" where they are not. */
export type Written = Partial<Record<string, string | null>>;

export interface Wish {
  family: string;
  /** Null: the kind's first, or one that is made. */
  puzzle: string | null;
  made: { seed: number; size: string | null; level: (typeof LEVELS)[number] | null } | null;
  moves: Move[];
  steps: number;
  mode: Mode | undefined;
  strategy: Pairing | undefined;
  threshold: number | undefined;
  looks: number | undefined;
  rules: { rule: string; on: boolean }[];
  theme: (typeof THEMES)[number] | undefined;
  parts: ReadonlySet<PagePart>;
  locks: ReadonlySet<Lock>;
  speed: Speed | undefined;
  loading: LoadingWish;
  goal: Goal | undefined;
  /** Where System 1's network is, if not the shipped one. */
  network: NetworkPlace | null;
  /** Attributes that were not understood, and words of lists ("show=word"). */
  ignored: string[];
}

const words = (list: string) => list.split(/[\s,_]+/).filter((word) => word !== "");

class Reader {
  readonly ignored: string[] = [];
  private readonly written: Written;

  constructor(written: Written) {
    this.written = written;
  }

  text(name: string): string {
    return this.written[name]?.trim() ?? "";
  }

  oneOf<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    return this.read(name, (text) => allowed.find((one) => one === text));
  }

  count(name: string, most: number): number | undefined {
    return this.read(name, (text) => (/^\d{1,15}$/.test(text) && Number(text) <= most ? Number(text) : undefined));
  }

  /** Words of a list, each of which must be known. */
  listed<T extends string>(name: string, allowed: readonly T[]): T[] {
    const all = words(this.text(name));
    for (const word of all) if (!(allowed as readonly string[]).includes(word)) this.ignore(name, word);
    return allowed.filter((one) => all.includes(one));
  }

  read<T>(name: string, reading: (text: string) => T | undefined): T | undefined {
    const text = this.text(name);
    if (text === "") return undefined;
    const value = reading(text);
    if (value === undefined) this.ignored.push(name);
    return value;
  }

  private ignore(name: string, word: string): void {
    this.ignored.push(/^[a-z0-9]{1,16}$/i.test(word) ? `${name}=${word}` : name);
  }
}

const SHARED = ["family", "puzzle", "moves", "mode", "strategy", "threshold", "looks"] as const;

export function readWish(written: Written): Wish {
  const reader = new Reader(written);
  const query = SHARED.map((name) => [name, reader.text(name)]).filter(([, text]) => text !== "");
  const { state, ignored } = readUrl(`?${new URLSearchParams(query as [string, string][])}`);
  const shown = new Set<PagePart>([...USUAL, ...reader.listed("show", PARTS)]);
  for (const part of reader.listed("hide", PARTS)) shown.delete(part);
  const seed = reader.count("seed", Number.MAX_SAFE_INTEGER);
  const size = reader.read("size", (text) => (/^[0-9a-z]{1,16}$/.test(text) ? text : undefined)) ?? null;
  const level = reader.oneOf("level", LEVELS) ?? null;
  const { puzzle = null, family = "sudoku", moves = [], mode, threshold, looks } = state;
  // A tag has no recorded games at hand to promise anything on.
  const strategy = state.strategy === "risk_controlled" ? undefined : state.strategy;
  if (state.strategy !== strategy) ignored.push("strategy");
  const wish = {
    ...{ family, puzzle, moves, mode, strategy, threshold, looks },
    made: puzzle === null && seed !== undefined ? { seed, size, level } : null,
    steps: reader.count("steps", MOST_STEPS) ?? 0,
    rules: rulesOf(reader),
    theme: reader.oneOf("theme", THEMES),
    parts: shown,
    locks: new Set(reader.listed("lock", LOCKS)),
    speed: reader.oneOf("speed", Object.keys(SPEEDS) as Speed[]),
    loading: reader.oneOf("loading", LOADINGS) ?? "press",
    goal: reader.read("goal", readGoal),
    network: reader.read("network", readNetworkPlace) ?? null,
  };
  return { ...wish, ignored: [...new Set([...ignored, ...reader.ignored])] };
}

/** An exported file's address, as the page around it reads addresses, or a name on this device: "device:my first". */
export type NetworkPlace = { address: string } | { name: string };

function readNetworkPlace(text: string): NetworkPlace | undefined {
  const name = /^device:(\P{C}{1,40})$/u.exec(text)?.[1];
  if (name !== undefined) return { name };
  if (text.length > 2000 || !URL.canParse(text, document.baseURI)) return undefined;
  const { href, protocol } = new URL(text, document.baseURI);
  return /^(https?|data|blob):$/.test(protocol) ? { address: href } : undefined;
}

/** "diagonals !knight": a rule's name, with a sign before it where it is to be off. */
function rulesOf(reader: Reader): Wish["rules"] {
  const named = reader.read("rules", (text) => {
    const all = text.split(/[\s,]+/).filter((word) => word !== "");
    return all.every((word) => /^!?[a-z][a-z0-9_]{0,31}$/.test(word)) ? all : undefined;
  });
  return (named ?? []).map((word) => ({ rule: word.replace("!", ""), on: !word.startsWith("!") }));
}

/** The language asked for by the element, else that of the page around it, else the browser's. */
export function languageOf(tags: readonly (string | null | undefined)[], offered: readonly string[]): Language {
  return tags.map(known).find((tag) => tag !== undefined) ?? preferredLanguage(offered);
}
