import { describe, expect, it } from "vitest";

import { Drafts, readSession, titleOf, writeSession, type Shelf } from "../../../../web/src/places/drafts";

function shelf(room = Infinity): Shelf {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException("full", "QuotaExceededError");
      items.set(key, value);
    },
  };
}

describe("drafts", () => {
  it("are kept, the newest first, and the oldest give way", () => {
    let now = 0;
    const drafts = new Drafts(shelf(), () => ++now);
    for (let n = 1; n <= 15; n++) expect(drafts.save(`tab${n}`, `text ${n}`)).toBe(true);
    drafts.save("tab9", "text 9, changed");
    const texts = drafts.list().map(({ text }) => text);
    expect(texts.slice(0, 3)).toEqual(["text 9, changed", "text 15", "text 14"]);
    expect(texts).toHaveLength(12);
  });

  it("say so when the browser keeps nothing", () => {
    expect(new Drafts(null).save("a", "b")).toBe(false);
    expect(new Drafts(shelf(3)).save("a", "b")).toBe(false);
    expect(new Drafts(null).list()).toEqual([]);
  });

  it("pass over what is not theirs", () => {
    const store = shelf();
    store.setItem("fastslow.draft.x", "not JSON");
    store.setItem("fastslow.draft.y", '{"at": 1}');
    store.setItem("other", '{"at": 1, "text": "t"}');
    expect(new Drafts(store).list()).toEqual([]);
  });

  it("are called by their title, as far as it is written", () => {
    expect(titleOf('{"title": "네 친구", "x": 1}')).toBe("네 친구");
    expect(titleOf('{"title": "unfinished')).toBe("");
  });
});

it("a reloaded tab goes on where it was", () => {
  const store = shelf();
  const session = { id: "a", text: "{", kept: "[]", choice: "frame header" };
  expect(readSession(store)).toBeNull();
  writeSession(store, session);
  expect(readSession(store)).toEqual(session);
  writeSession(store, { ...session, kept: "x".repeat(500_000) });
  expect(readSession(store)).toEqual({ ...session, kept: "" });
  store.setItem("fastslow.author", "broken");
  expect(readSession(store)).toBeNull();
  expect(readSession(null)).toBeNull();
});
