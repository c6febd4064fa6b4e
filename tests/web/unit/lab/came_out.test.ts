// The sentences of the lab about the comparison say what its numbers say.

import { readFileSync } from "node:fs";

import { beforeAll, beforeEach, describe, expect, it } from "vitest";

import { alsoSpeak, switchLanguage } from "../../../../web/src/i18n/i18n";
import { cameOut, cameOutTexts, MUCH } from "../../../../web/src/lab/figures/came_out";
import type { ChosenSignal, OfFamily, Strategies } from "../../../../web/src/lab/figures/results";
import { repositoryPath } from "../../../../web/tools/node_transports";

const WORDS = {
  en: () => import("../../../../web/i18n/lab/en.json"),
  ko: () => import("../../../../web/i18n/lab/ko.json"),
};
beforeAll(() => alsoSpeak(WORDS));

const played = (solved: number) => ({ games: 4, solved }) as OfFamily["strategies"][string][number];
const chosen = (more: Partial<ChosenSignal> = {}): ChosenSignal => ({
  ...{ signal: "margin", wrong: 3, augrc: 0.01, top_probability: 0.02, against_top_probability: [-0.02, -0.001] },
  ...more,
});
const family = (more: Partial<OfFamily> = {}): OfFamily => ({
  ...{ set: "made", puzzles: 4, signals: {} },
  best_signal: { any: chosen(), free: chosen({ signal: "certainty", augrc: 0.03 }) },
  best: { strategy: "chow", setting: {}, saved: 0.3, interval: [0.1, 0.5], chosen_on: 2 },
  strategies: { system1: [played(1)], system2: [played(4)], chow: [played(4)] },
  ...more,
});
const strategies = (families: Record<string, OfFamily>) => ({ command: "", version: "", families }) as Strategies;

beforeEach(() => switchLanguage("en"));

describe("what the comparison came to", () => {
  it("counts the kinds in which a signal is better, and those in which chance does not explain it", () => {
    const right = chosen({ wrong: 0, augrc: 0, top_probability: 0 });
    const unclear = chosen({ against_top_probability: [-0.02, 0.01] });
    const of = strategies({
      sudoku: family(),
      kenken: family({ best_signal: { any: unclear, free: null } }),
      map: family({ best_signal: { any: right, free: right } }),
    });
    const [signals, free, same] = cameOutTexts(of);
    expect(signals).toMatch(/in 2 of 3 kinds: Sudoku \(Lead over the other values\) and .*\. In 1 of these/);
    expect(free).toContain("none is better in any of 3 kinds");
    expect(same).toMatch(/no mistake in Map/);
  });

  it("names where much is saved, and where it is not", () => {
    const little = {
      strategy: "verify",
      setting: { scope: 3 },
      saved: MUCH - 0.01,
      interval: [-0.1, 0.3] as [number, number],
    };
    const text = cameOutTexts(strategies({ sudoku: family(), kenken: family({ best: little }) })).join(" ");
    expect(text).toMatch(/In 1 of 2 kinds, .*Sudoku \(Chow's rule: 30 ?%\)/);
    expect(text).toMatch(/saves less than that, or costs more, in .*Check all .*: 19 ?%\)/);
    expect(text).toContain("chosen and judged on the same puzzles");
  });

  it("says who did not solve what System 2 alone solves; System 1 alone need not", () => {
    expect(cameOut({ sudoku: family() }).unsolved).toEqual([]);
    const failed = family({ strategies: { system2: [played(4)], chow: [played(4), played(3)], system1: [played(0)] } });
    const text = cameOutTexts(strategies({ sudoku: failed })).join(" ");
    expect(text).toContain("Not everything that System 2 alone solves was solved in Sudoku (Chow's rule).");
  });

  it.each(["en", "ko"] as const)("is told of the recorded figures, %s", async (language) => {
    await switchLanguage(language);
    const recorded = JSON.parse(readFileSync(repositoryPath("models/results/strategies.json"), "utf8")) as Strategies;
    const texts = cameOutTexts(recorded);
    expect(texts.length).toBeGreaterThanOrEqual(4);
    expect(texts.join(" ")).not.toMatch(/lab\.|\{\{|undefined|NaN/);
    const { efforts, signals } = cameOut(recorded.families);
    expect(efforts).toHaveLength(Object.values(recorded.families).filter(({ best }) => best).length);
    expect(signals).toHaveLength(Object.keys(recorded.families).length);
  });
});
