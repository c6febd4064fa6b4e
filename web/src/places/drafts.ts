// What an author has typed, kept in the browser. Every tab writes a draft of its own, so that two tabs never overwrite
// each other, and a text that was replaced by an example can still be found.

import { quietly } from "./quietly";

export interface Draft {
  id: string;
  /** When it was last changed, in milliseconds. */
  at: number;
  text: string;
}

/** The part of the browser's Storage that is used. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

const PREFIX = "fastslow.draft.";
const MOST = 12;

function isDraft(data: unknown): data is Omit<Draft, "id"> {
  const draft = data as Partial<Draft> | null;
  return typeof draft === "object" && draft !== null && typeof draft.text === "string" && typeof draft.at === "number";
}

export class Drafts {
  private readonly shelf: Shelf | null;
  private readonly now: () => number;

  /** `shelf` is null where the browser keeps nothing. */
  constructor(shelf: Shelf | null, now: () => number = Date.now) {
    this.shelf = shelf;
    this.now = now;
  }

  /** Newest first. */
  list(): Draft[] {
    const { shelf } = this;
    if (!shelf) return [];
    const keys = quietly(() => Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? ""), []);
    const drafts = keys.filter((key) => key.startsWith(PREFIX)).flatMap((key) => this.readOne(key));
    return drafts.sort((a, b) => b.at - a.at);
  }

  /** False if the browser would not keep it. */
  save(id: string, text: string): boolean {
    if (!this.shelf) return false;
    try {
      this.shelf.setItem(PREFIX + id, JSON.stringify({ at: this.now(), text }));
    } catch {
      return false; // full, or forbidden
    }
    for (const old of this.list().slice(MOST)) quietly(() => this.shelf?.removeItem(PREFIX + old.id), undefined);
    return true;
  }

  /** None if it is somebody else's. */
  private readOne(key: string): Draft[] {
    const data = quietly((): unknown => JSON.parse(this.shelf?.getItem(key) ?? ""), null);
    return isDraft(data) ? [{ id: key.slice(PREFIX.length), at: data.at, text: data.text }] : [];
  }
}

/** The browser's storage; null where a page may not even ask for it (a sandboxed frame). */
export function shelfOf(kind: "localStorage" | "sessionStorage"): Shelf | null {
  try {
    const shelf = window[kind];
    shelf.setItem("fastslow.probe", "1");
    shelf.removeItem("fastslow.probe");
    return shelf;
  } catch {
    return null;
  }
}

export function freshId(): string {
  return `${Date.now().toString(36)}-${Math.floor(Math.random() * 1e6).toString(36)}`;
}

/** How a draft is called in a list: its title, if it got that far. */
export function titleOf(text: string): string {
  return /"title"\s*:\s*"((?:[^"\\\n]|\\.){1,80})"/.exec(text)?.[1] ?? "";
}

/** What this tab was at when it was reloaded. */
export interface Session {
  /** The tab's own draft. */
  id: string;
  text: string;
  /** The editor's undo history. */
  kept: string;
  /** What is handed on shows (links.ts). */
  choice?: string;
}

const SESSION = "fastslow.author";
/** A history longer than this is not worth the room. */
const MOST_KEPT = 400_000;

export function readSession(shelf: Shelf | null): Session | null {
  try {
    const data = JSON.parse(shelf?.getItem(SESSION) ?? "null") as Partial<Session> | null;
    const { id, text, kept, choice } = data ?? {};
    return typeof id === "string" && typeof text === "string" ? { id, text, kept: kept ?? "", choice } : null;
  } catch {
    return null;
  }
}

export function writeSession(shelf: Shelf | null, session: Session): void {
  const kept = session.kept.length > MOST_KEPT ? "" : session.kept;
  try {
    shelf?.setItem(SESSION, JSON.stringify({ ...session, kept }));
  } catch {
    // full, or forbidden: the draft is kept elsewhere
  }
}
