// What an author sets up: the attributes of <fast-slow>, a question, and a width. All of it lies in the address of the studio,
// of the lesson's page and of its sheet, in the same words. Pure: text in, text out. The tag itself reads the attributes, and
// names what it does not understand.

import { readHash, writeHash } from "../places/packed";

/** The attributes that the studio sets, as the contract has them; `poster` is made of them. */
export const TAG = [
  ...["family", "puzzle", "seed", "size", "level", "moves", "steps", "rules", "mode", "strategy", "threshold", "looks"],
  ...["goal", "show", "hide", "lock", "autoplay", "speed", "loading", "network", "lang", "theme"],
] as const;

/** A question before the next step: who makes it, whether System 2 is asked, or the author's own with its answer. */
export const QUESTION = ["ask", "question", "answer"] as const;
export const ASKS = ["who", "asked", "own"] as const;
export type Ask = (typeof ASKS)[number];

const LOOK = ["width"] as const;
const NAMES = [...TAG, ...QUESTION, ...LOOK] as const;

export type Name = (typeof NAMES)[number];
/** Only what is set; nothing is empty. */
export type Setup = Partial<Record<Name, string>>;

export const WIDTHS = ["320", "390", "480", "620"] as const;
export const widthOf = ({ width = "620" }: Setup): number => Number(width);

/** What the engine takes. */
const MOST = 65536;

function understood(name: Name, text: string): boolean {
  if (text === "" || text.length > MOST) return false;
  if (name === "width") return (WIDTHS as readonly string[]).includes(text);
  if (name === "ask") return (ASKS as readonly string[]).includes(text);
  return /^(?:\P{C}|[\n\r\t])+$/u.test(text);
}

/** Nothing is set by an empty text. */
export const changed = (setup: Setup, name: Name, text: string): Setup => {
  const rest = Object.entries(setup).filter(([one]) => one !== name);
  return Object.fromEntries(text === "" ? rest : [...rest, [name, text]]);
};

// --- in an address ------------------------------------------------------------------------------------------------

/** An author's own puzzle is long, and goes behind "#", as everywhere on the site. */
const isLong = ({ family, puzzle }: Setup): boolean => family === "custom" && puzzle !== undefined;

/** In the studio, `lang` and `theme` are those of the studio itself. */
const inStudio = (name: Name): string => (name === "lang" || name === "theme" ? `lesson_${name}` : name);
const asIs = (name: Name): string => name;

function read(params: URLSearchParams, called: (name: Name) => string): Setup {
  const setup: Setup = {};
  for (const name of NAMES) {
    const text = params.get(called(name));
    if (text !== null && understood(name, text)) setup[name] = text;
  }
  return setup;
}

async function whole(setup: Setup, hash: string): Promise<Setup> {
  const puzzle = await readHash(hash);
  return puzzle ? { ...setup, family: "custom", puzzle } : setup;
}

async function written(setup: Setup, called: (name: Name) => string, more: Record<string, string>): Promise<string> {
  const params = new URLSearchParams(more);
  for (const name of NAMES) {
    const text = setup[name];
    if (text !== undefined && !(name === "puzzle" && isLong(setup))) params.set(called(name), text);
  }
  return `?${params}${isLong(setup) ? await writeHash(setup.puzzle!) : ""}`;
}

export const readStudio = (search: string, hash: string): Promise<Setup> =>
  whole(read(new URLSearchParams(search), inStudio), hash);
/** `look`: what the studio itself speaks and looks like. */
export const writeStudio = (setup: Setup, look: Record<string, string> = {}): Promise<string> =>
  written(setup, inStudio, look);

export const readLesson = (search: string, hash: string): Promise<Setup> =>
  whole(read(new URLSearchParams(search), asIs), hash);
export const writeLesson = (setup: Setup): Promise<string> => written(setup, asIs, {});

// --- as a file ----------------------------------------------------------------------------------------------------

const FORMAT = "fastslow-lesson";

export const writeFile = (setup: Setup): string => `${JSON.stringify({ format: FORMAT, ...setup }, null, 1)}\n`;

/** Undefined for what is no such file. Whatever is not understood is left out. */
export function readFile(text: string): Setup | undefined {
  try {
    const data = JSON.parse(text) as Record<string, unknown> | null;
    if (typeof data !== "object" || data?.["format"] !== FORMAT) return undefined;
    const known = Object.entries(data).filter(([, value]) => typeof value === "string") as [string, string][];
    return read(new URLSearchParams(known), asIs);
  } catch {
    return undefined;
  }
}
