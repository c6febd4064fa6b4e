// @vitest-environment happy-dom
// A browser may refuse to keep anything, from the start or in the middle of a visit: the game goes on.

import { afterEach, describe, expect, it, vi } from "vitest";

import { Address } from "../../../../web/src/places/address";
import { Drafts, readSession, shelfOf, writeSession } from "../../../../web/src/places/drafts";
import { Visits } from "../../../../web/src/places/visits";
import type { Play } from "../../../../web/src/game/play";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const refuse = (): never => {
  throw new DOMException("denied", "SecurityError");
};

/** Refuses what is named in `refused`, and does the rest. */
function moody(...refused: (keyof Storage)[]): Storage {
  const kept = new Map<string, string>([["fastslow.game.old", "{}"]]);
  const real = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
    key: (index: number) => [...kept.keys()][index] ?? null,
  };
  const refusing = Object.fromEntries(refused.map((name) => [name, refuse]));
  const all = { ...real, ...refusing };
  return new Proxy(all, {
    get: (target, name) =>
      name === "length" ? (refused.includes("length") ? refuse() : kept.size) : Reflect.get(target, name),
    ownKeys: () => (refused.includes("length") ? refuse() : [...kept.keys()]),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: "" }),
  }) as unknown as Storage;
}

const MOODS: [string, (keyof Storage)[]][] = [
  ["nothing", []],
  ["to write", ["setItem"]],
  ["to read", ["getItem"]],
  ["to forget", ["removeItem"]],
  ["to tell what there is", ["length", "key"]],
  ["everything", ["getItem", "setItem", "removeItem", "key", "length"]],
];

describe.each(MOODS)("where the browser refuses %s", (_, refused) => {
  it("games begin, go on, end and are left without a word", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("sessionStorage", moody(...refused));
    const restored: unknown[] = [];
    const play = {
      kept: () => ({ decisions: [] }),
      restore: (game: unknown) => Promise.resolve(restored.push(game) > 0),
      view: null,
    };
    const visits = new Visits(play as unknown as Play, new Address(), () => ({}));
    expect(await visits.resume()).toBe(false);
    visits.begin();
    visits.changed();
    await vi.advanceTimersByTimeAsync(1000);
    visits.opened();
    visits.changed();
    await vi.advanceTimersByTimeAsync(1000);
    visits.leave();
  });

  it("drafts are written as far as that goes", () => {
    const shelf = moody(...refused);
    const drafts = new Drafts(shelf);
    const saved = drafts.save("a", "text");
    expect(saved).toBe(!refused.includes("setItem"));
    const listed = drafts.list().map(({ text }) => text);
    expect(listed).toEqual(refused.length === 0 || refused[0] === "removeItem" ? ["text"] : []);
    writeSession(shelf, { id: "a", text: "text", kept: "" });
    expect(readSession(shelf)?.text).toBe(saved && !refused.includes("getItem") ? "text" : undefined);
  });
});

it("a browser that does not even let itself be asked has no shelf", () => {
  vi.stubGlobal("window", Object.defineProperty({}, "localStorage", { get: refuse }));
  expect(shelfOf("localStorage")).toBeNull();
});
