// Both systems on the exhibit's problems: System 2 against plain arithmetic, System 1 as it ships.

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import card from "../../../../models/exhibits/tricks/card.json";
import measured from "../../../../models/results/tricks.json";
import { randomFrom } from "../../../../web/src/exhibits/random";
import { draw, textOf } from "../../../../web/src/exhibits/tricks/draw";
import { EVERYDAY } from "../../../../web/src/exhibits/tricks/everyday";
import { PROBLEMS } from "../../../../web/src/exhibits/tricks/problems";
import { FEATURES, featuresOf, OPERATIONS, quickOf, resultsOf } from "../../../../web/src/exhibits/tricks/quick";
import { isReading, read, STRUCTURES } from "../../../../web/src/exhibits/tricks/read";
import { solve } from "../../../../web/src/exhibits/tricks/solve";
import { Tally } from "../../../../web/src/exhibits/tricks/tally";
import { likenessOf, think } from "../../../../web/src/exhibits/tricks/think";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports, repositoryPath } from "../../../../web/tools/node_transports";
import { keyOf } from "../../../../web/tools/tricks_key";

const NETWORK = { address: repositoryPath("models/exhibits/tricks/tricks.onnx"), sha256: card.sha256 };
const LANGUAGES = ["en", "ko"] as const;

let host: Host;
beforeAll(() => {
  host = new Host(nodeTransports());
});
afterAll(() => host.close());

describe("System 2", () => {
  it.each(STRUCTURES.map((structure) => [structure.id, structure] as const))(
    "says of %s what arithmetic says, in both languages",
    async (id, structure) => {
      const random = randomFrom(11);
      for (let i = 0; i < 4; i++) {
        const problem = draw(structure, "met", random);
        const reading = read(textOf(problem, LANGUAGES[i % 2]!));
        if (!isReading(reading)) throw new Error(id);
        const { answer } = await solve(host, reading, "en");
        const right = keyOf(id, problem.numbers);
        const fits = Number.isInteger(right) && right >= 0 && right <= 35;
        // Where a step in between is no whole number either, it finds nothing.
        if (answer !== null || !fits) expect([problem.numbers, answer]).toEqual([problem.numbers, fits ? right : null]);
      }
    },
  );
});

describe("the fifteen", () => {
  it.each(LANGUAGES)(
    "are solved by System 2, with a reason; System 1 is mostly wrong and sure (%s)",
    async (language) => {
      let wrong = 0;
      for (const problem of PROBLEMS) {
        const { quick, careful, checked, pair } = await think(host, NETWORK, textOf(problem, language), language);
        const right = keyOf(problem.structure.id, problem.numbers);
        expect([careful?.answer, pair]).toEqual([right, right]);
        expect(careful?.why?.lines.length).toBeGreaterThan(0);
        expect(checked?.finding).toBe(quick?.answer === right ? "forced" : "refuted");
        if (quick?.answer !== right && quick!.probability > 0.5) wrong++;
      }
      expect(PROBLEMS).toHaveLength(15);
      expect(wrong).toBeGreaterThanOrEqual(10);
    },
  );
});

describe("System 1", () => {
  it("is right on everyday problems, at a glance", async () => {
    const random = randomFrom(23);
    const found: boolean[] = [];
    while (found.length < 40) {
      const structure = EVERYDAY[found.length % EVERYDAY.length]!;
      const problem = draw(structure, "held_out", random);
      const right = keyOf(structure.id, problem.numbers);
      if (!Number.isInteger(right) || right < 0) continue;
      const text = textOf(problem, LANGUAGES[found.length % 2]!);
      if (!isReading(read(text))) throw new Error(text);
      const { quick } = await think(host, NETWORK, text, "en");
      found.push(quick?.answer === right);
    }
    expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(36);
  });

  it("answers what System 2 cannot read, and then nobody checks it", async () => {
    const thoughts = await think(host, NETWORK, "I paid 21 coins for two pens. One was 12. And the other?", "en");
    expect([thoughts.careful, thoughts.checked]).toEqual([null, null]);
    expect(thoughts.pair).toBe(thoughts.quick!.answer);
  });

  it("counts all operations that give an answer, and none that do not come out whole", () => {
    const scores = OPERATIONS.map(() => 0);
    const text = "2 and 2";
    const whole = resultsOf([2, 2]).filter((n) => !Number.isNaN(n));
    const best = quickOf(text, scores)!;
    expect(best.probability).toBeCloseTo(whole.filter((n) => n === best.answer).length / whole.length);
    expect(quickOf("no number", scores)).toBeNull();
    expect(resultsOf([7, 2])[OPERATIONS.findIndex(({ says }) => says === "{1} ÷ {2}")]).toBeNaN();
  });

  it("sees words, not which numbers there are", () => {
    expect(featuresOf("Tom has 3 beads.")).toEqual(featuresOf("tom has 12 beads"));
    expect(featuresOf("Tom has 3 beads.")).not.toEqual(featuresOf("Tom has 3 beads and 4."));
    expect(Math.max(...featuresOf("양 3마리와 4마리와 5마리와 6마리와 7마리와 8마리"))).toBe(FEATURES - 1);
  });
});

it("the reader is like the system that gave the same answer, and the first answer to a problem counts", () => {
  const thoughts = { text: "", quick: { answer: 2, operation: "", probability: 1 }, checked: null, pair: 1 };
  const careful = { count: "one" as const, answer: 1, ms: 0, sums: [], why: null };
  expect([2, 1, 5].map((said) => likenessOf(said, { ...thoughts, careful }))).toEqual([
    "system1",
    "system2",
    "neither",
  ]);
  expect(likenessOf(2, { ...thoughts, careful: { ...careful, answer: 2 } })).toBe("both");
  const tally = new Tally();
  tally.add(0, "system1");
  tally.add(0, "system2");
  tally.add(1, "system2");
  expect([tally.count, tally.of("system1"), tally.of("system2")]).toEqual([2, 1, 1]);
});

it("a problem that nothing fits is told as such", async () => {
  const text =
    "The tent and the lamp together cost 21 dollars. The tent costs 20 dollars more than the lamp. How much does the lamp cost?";
  const { careful } = await think(host, NETWORK, text, "en");
  expect([careful?.count, careful?.answer]).toEqual(["none", null]);
});

it("the figures are those of the network that ships", () => {
  expect(measured.practice).toEqual(card.results);
  expect([measured.everyday.all.problems, measured.tricky.all.problems]).toEqual([1000, 1000]);
});
