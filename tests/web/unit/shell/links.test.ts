// What an author hands on: the link, the frame, and what they leave out of the play page.

import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { PAGE_PARTS } from "../../../../web/src/places/page_parts";
import { readHash, writeHash } from "../../../../web/src/places/packed";
import { readUrl } from "../../../../web/src/places/url_state";
import { frameHeight } from "../../../../web/src/shell/frame_height";
import {
  CHOICES,
  USUAL,
  frameOf,
  linkHides,
  linkTo,
  readChoice,
  studioLink,
  writeChoice,
} from "../../../../web/src/shell/links";
import { readStudio } from "../../../../web/src/studio/setup";

const PUZZLE = '{"title":"네 친구"}';

describe("the way to the studio", () => {
  it("takes the puzzle along, and how it is played", async () => {
    const hash = await writeHash(PUZZLE);
    const link = linkTo("https://example.org/sub/path/", hash, { mode: "system2", lang: "ko", hide: ["header"] });
    const { pathname, search, hash: behind } = new URL(studioLink(link));
    expect(pathname).toBe("/sub/path/studio.html");
    expect(await readStudio(search, behind)).toEqual({ family: "custom", puzzle: PUZZLE, mode: "system2" });
  });
});

describe("a link to a puzzle", () => {
  it("says how it is played, and holds all of it behind #", async () => {
    const hash = await writeHash(PUZZLE);
    const link = new URL(linkTo("https://example.org/sub/path/", hash, { mode: "system2", lang: "ko", hide: [] }));
    expect(link.pathname).toBe("/sub/path/");
    expect(readUrl(link.search)).toEqual({ state: { family: "custom", mode: "system2", lang: "ko" }, ignored: [] });
    expect(await readHash(link.hash)).toBe(PUZZLE);
  });

  it("stands in a frame whose title cannot break out", () => {
    const frame = frameOf("https://example.org/?a=1&b=2", '"><script>', 500);
    expect(frame).toContain('src="https://example.org/?a=1&amp;b=2"');
    expect(frame).toContain('title="&quot;&gt;&lt;script&gt;"');
  });
});

describe("what a frame shows", () => {
  it("is kept as it was chosen", () => {
    const choices = fc.record({ frame: fc.subarray(CHOICES), alike: fc.boolean() });
    fc.assert(
      fc.property(choices, (choice) => {
        expect(readChoice(writeChoice(choice))).toEqual(choice);
      }),
    );
    expect(readChoice("damaged")).toEqual(USUAL);
    expect(readChoice("frame evil_header")).toEqual({ frame: ["header"], alike: false });
  });

  it("is the link’s business only where the author says so", () => {
    expect(linkHides(USUAL)).toEqual([]);
    expect(linkHides({ ...USUAL, alike: true })).toEqual(USUAL.frame);
  });

  it("makes the frame as high as it needs", () => {
    const square = { rows: 9, columns: 9 };
    expect(frameHeight(square, PAGE_PARTS)).toBeGreaterThan(620);
    for (const part of PAGE_PARTS) {
      const without = PAGE_PARTS.filter((one) => one !== part);
      expect(frameHeight(square, without)).toBeGreaterThanOrEqual(frameHeight(square, PAGE_PARTS));
    }
    const told = (about: string) => frameHeight(square, ["header"], about);
    expect(told("가".repeat(200))).toBeGreaterThan(told("a".repeat(200)));
    expect(told("a".repeat(200))).toBeGreaterThan(told(""));
    expect(frameHeight(square, PAGE_PARTS, "a".repeat(200))).toBe(frameHeight(square, PAGE_PARTS));
    // A small board is no larger than its cells can be; a high one no higher than the page lets it be.
    expect(frameHeight({ rows: 1, columns: 2 }, PAGE_PARTS)).toBeLessThan(300);
    expect(frameHeight({ rows: 40, columns: 10 }, PAGE_PARTS)).toBe(frameHeight({ rows: 90, columns: 10 }, PAGE_PARTS));
  });
});
