// The sentences that the command-line tool tells in the same words: tests/golden/sentences.json.

import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";

import { setLanguage } from "../../../../web/src/i18n/i18n";
import { plain, problemText, tell } from "../../../../web/src/i18n/sentences";
import type { Board, Line, Problem } from "../../../../web/src/protocol/engine";

interface Golden {
  boards: Record<string, Pick<Board, "lowest" | "symbols">>;
  sentences: (Pick<Line, "key" | "args"> & { tells: string; board: string; english: string })[];
  problems: (Problem & { tells: string; english: string })[];
}

const golden = JSON.parse(readFileSync("tests/golden/sentences.json", "utf8")) as Golden;

describe("a sentence tells", () => {
  beforeAll(() => setLanguage("en"));

  it.each(golden.sentences)("$tells", ({ board, english, ...line }) => {
    expect(plain(tell(line, golden.boards[board]!))).toBe(english);
  });
});

describe("a problem tells", () => {
  beforeAll(() => setLanguage("en"));

  it.each(golden.problems)("$tells", ({ english, ...problem }) => {
    expect(problemText(problem)).toBe(english);
  });
});
