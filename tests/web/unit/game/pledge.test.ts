import { beforeEach, describe, expect, it } from "vitest";

import { certifiedBy, Pledge, pledgedFor, USUAL_WISH } from "../../../../web/src/game/pledge";
import type { Facts, FoundFor, Pledged, RecordedGames } from "../../../../web/src/game/pledge";
import { pledgeText } from "../../../../web/src/game/pledge_text";
import { setLanguage } from "../../../../web/src/i18n/i18n";
import type { Certificate } from "../../../../web/src/protocol/engine";

const FACTS: Facts = { family: "kenken", size: "4x4", shifted: false, learned: false };
const KIND = { family: "kenken", size: "4x4", level: "medium" } as const;

const certificate = (more: Partial<Certificate> = {}): Certificate => ({
  ...{ threshold: 0.93, games: 1600, losses: 61, bound: 0.047, needed: 45, tested: [], base: 0.2, floor: 0.1 },
  checked: 0.4,
  ...more,
});
const found = (more: Partial<Certificate> = {}, ours = true) => ({ kind: KIND, ours, certificate: certificate(more) });

beforeEach(() => setLanguage("en"));

describe("what a promise comes to", () => {
  const table: [string, Partial<Facts>, FoundFor, Partial<Pledged>, number][] = [
    ["it is given", {}, found(), { is: "given" }, 0.93],
    ["it is given where nothing is trusted", {}, found({ threshold: 1.5 }), { is: "given" }, 1.5],
    ["no threshold was certified", {}, found({ threshold: null }), { is: "refused" }, 2],
    ["it is not known yet", {}, undefined, { is: "asked" }, 2],
    ["the alarm is on", { shifted: true }, found(), { is: "void", why: "shift" }, 2],
    ["the network learned by practice", { learned: true }, found(), { is: "void", why: "network" }, 2],
    ["another network played the games", {}, found({}, false), { is: "void", why: "network" }, 2],
    ["no games are recorded", { family: "queens" }, null, { is: "void", why: "family" }, 2],
    ["the puzzle has another size", { size: "6x6" }, found(), { is: "void", why: "kind" }, 2],
    ["the games could not be fetched", {}, "failed", { is: "void", why: "failed" }, 2],
  ];
  it.each(table)("%s", (_, facts, of, expected, certified) => {
    const pledged = pledgedFor({ ...FACTS, ...facts }, of);
    expect(pledged).toMatchObject(expected);
    expect(certifiedBy(pledged)).toBe(certified);
  });

  it.each(["en", "ko"] as const)("is told in whole sentences, %s", (language) => {
    setLanguage(language);
    const told = table.map(([, facts, of]) => pledgeText(pledgedFor({ ...FACTS, ...facts }, of), USUAL_WISH));
    for (const { said, more } of told) {
      expect(`${said} ${more}`).not.toMatch(/pledge\.|\{\{|undefined|NaN/);
      expect(said).toMatch(/[.…]$/);
    }
    expect(told.filter(({ given }) => given)).toHaveLength(1);
    expect(new Set(told.map(({ said }) => said)).size).toBe(table.length - 1);
  });

  it("names the promise, and what it rests on", () => {
    const { said, more } = pledgeText(pledgedFor(FACTS, found()), USUAL_WISH);
    expect(said).toContain("at most 5%");
    expect(said).toContain("93%");
    expect(more).toContain("1,600");
    expect(more).toContain("4x4");
    const few = pledgeText(pledgedFor(FACTS, found({ threshold: null, games: 100, needed: 230 })), USUAL_WISH);
    expect(few.said).toContain("230");
  });
});

describe("the engine is kept to it", () => {
  let trusted: number[] = [];
  let answer: (() => void)[] = [];
  const recorded: RecordedGames = { ...KIND, ours: true, order: 1, games: [[-1, 0.9]] };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

  const pledge = (games: () => Promise<RecordedGames[]> = () => Promise.resolve([recorded])) =>
    new Pledge(
      {
        games,
        certify: ({ alpha }) =>
          new Promise((resolve) => answer.push(() => resolve(certificate({ threshold: 1 - alpha })))),
        trust: (certified) => trusted.push(certified),
      },
      () => {},
    );

  beforeEach(() => {
    trusted = [];
    answer = [];
  });

  it("trusts nothing before the answer, and nothing where it does not hold", async () => {
    const one = pledge();
    one.follow(FACTS, USUAL_WISH);
    await settled();
    expect(trusted).toEqual([]);
    answer[0]!();
    await settled();
    one.follow(FACTS, USUAL_WISH);
    expect(trusted).toEqual([0.95]);
    const { pledged } = one;
    one.follow({ ...FACTS }, USUAL_WISH);
    expect(one.pledged).toBe(pledged);
    one.follow({ ...FACTS, shifted: true }, USUAL_WISH);
    one.follow(FACTS, USUAL_WISH);
    one.follow({ ...FACTS, family: "queens" }, USUAL_WISH);
    expect(trusted).toEqual([0.95, 2, 0.95, 2]);
    await settled();
    one.follow({ ...FACTS, family: "queens" }, USUAL_WISH);
    expect(one.pledged).toEqual({ is: "void", why: "family" });
  });

  it("drops a late answer to an earlier wish", async () => {
    const one = pledge();
    one.follow(FACTS, { alpha: 0.2, delta: 0.1 });
    await settled();
    one.follow(FACTS, { alpha: 0.1, delta: 0.1 });
    await settled();
    answer[1]!();
    answer[0]!();
    await settled();
    one.follow(FACTS, { alpha: 0.1, delta: 0.1 });
    expect(trusted).toEqual([0.9]);
  });

  it("is void where the games cannot be fetched", async () => {
    const one = pledge(() => Promise.reject(new Error("no network")));
    one.follow(FACTS, USUAL_WISH);
    await settled();
    one.follow(FACTS, USUAL_WISH);
    expect(one.pledged).toEqual({ is: "void", why: "failed" });
    expect(trusted).toEqual([]);
  });
});
