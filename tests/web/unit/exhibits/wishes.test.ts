// "Why this product?": what the rules find, how the graph reaches a product, and what the solver says of conditions.

import { afterAll, describe, expect, it } from "vitest";

import type { WishData } from "../../../../web/src/exhibits/wishes/data";
import { declare, type Called, type Conditions } from "../../../../web/src/exhibits/wishes/declare";
import { judge } from "../../../../web/src/exhibits/wishes/judge";
import { understand } from "../../../../web/src/exhibits/wishes/korean";
import {
  bagOf,
  byGraph,
  byVectors,
  byWords,
  inOrder,
  kindsOf,
  numbersOf,
  unknownWords,
  waysOf,
  WIDTH,
} from "../../../../web/src/exhibits/wishes/rank";
import { stemsOf } from "../../../../web/src/exhibits/wishes/words";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports } from "../../../../web/tools/node_transports";
import { mineOne } from "../../../../web/tools/wishes/mine";

const host = new Host(nodeTransports());
afterAll(() => host.close());

const mined = (definition: string) =>
  mineOne({ id: "n1", words: ["thing"], definition }).map(({ relation, phrase }) => [relation, phrase]);

describe("the rules", () => {
  it.each([
    ["a cleaning implement for sweeping; bundle of straws", [["used_for", "sweeping"]]],
    ["headdress that protects the head from bad weather", [["does", "protects the head from bad weather"]]],
    ["a garment (usually of wool) worn around the neck", [["worn", "around the neck"]]],
    ["an enclosure in which birds can be kept", [["used_for", "birds can be kept"]]],
    ["a water-resistant coat", []],
    ["an artifact that is red", []],
  ])("find what “%s” says", (definition, found) => {
    expect(mined(definition)).toEqual(found);
  });
});

const purpose = (phrase: string) => ({ relation: "used_for", phrase, critic: 1 });
const thing = (word: string, above: number[], ...phrases: string[]) => ({
  ...{ id: `n${word}`, word, above, purposes: phrases.map(purpose), refused: [] },
});
const DATA: WishData = {
  things: [
    thing("umbrella", [1]),
    thing("canopy", [], "shelter an area from the weather"),
    thing("broom", [], "sweeping"),
    thing("cane", [], "help them walk"),
  ],
  products: [
    {
      thing: 0,
      en: "umbrella",
      ko: "우산",
      material: "cloth",
      price: 15,
      place: "outdoors",
      gloss: "umbrella collapsible canopy",
    },
    { thing: 2, en: "broom", ko: "빗자루", material: "wood", price: 10, place: "both", gloss: "broom for sweeping" },
    {
      thing: 3,
      en: "cane",
      ko: "지팡이",
      material: "wood",
      price: 40,
      place: "outdoors",
      gloss: "cane to help them walk",
    },
  ],
  vocabulary: ["rain", "sweep"],
  targets: ["weather", "sweep"],
  lexicon: { rain: [50, 0, 40], sweep: [60], weather: [40], walk: [50] },
};

describe("the methods", () => {
  it("count words that a gloss shares, whatever their endings", () => {
    expect(inOrder(byWords(DATA, "sweep the floor"))[0]).toEqual({ product: 1, score: 6 });
    expect(byWords(DATA, "keep rain off")).toEqual([0, 0, 0]);
  });

  it("get from the wish through the graph to a kind of thing, and down to the product", () => {
    expect(kindsOf(DATA.things, 0)).toEqual([[0], [0, 1]]);
    const ways = waysOf(DATA, "keep rain off");
    expect(ways[0]).toMatchObject([{ word: "rain", target: "weather", nearness: 0.4, up: [0, 1], purpose: 0 }]);
    expect(inOrder(byGraph(ways))[0]?.product).toBe(0);
  });

  it("compare directions, and say nothing of a text without a known word", () => {
    expect(
      byVectors([
        [1, 0],
        [2, 0],
        [0, 3],
        [0, 0],
      ]),
    ).toEqual([1, 0, 0]);
    const numbers = numbersOf(DATA);
    expect(bagOf(numbers, "rain, raining")).toEqual([1, ...Array<number>(WIDTH - 1).fill(0)]);
    expect(unknownWords(DATA, numbers, "rain zyx")).toEqual(["zyx"]);
  });

  it("leave out words that say nothing", () => {
    expect(stemsOf("something to keep the rain off")).toEqual(["rain"]);
  });
});

describe("a Korean wish", () => {
  it("is taken by the longest beginnings that are known, and names what it does not know", () => {
    const { english, from, unknown } = understand("비바람을 막는 웅냥냥");
    expect(english).toBe("rain storm weather protect");
    expect(from.get("rain")).toBe("비바람을");
    expect(unknown).toEqual(["웅냥냥"]);
  });

  it("knows products by name", () => {
    expect(understand("우산", new Map([["우산", "umbrella"]])).english).toBe("umbrella");
  });
});

const CALLED: Called = {
  cell: String,
  list: String,
  ...{ meaning: "meaning", no: "no", yes: "yes" },
  condition: (condition) => condition,
  product: (product) => DATA.products[product]!.en,
  material: String,
  place: String,
};
const FREE: Conditions = { graph: true, under: null, not: null, place: null };

describe("System 2", () => {
  const ask = (wanted: Partial<Conditions>, wish = "rain walk") => {
    const candidates = [2, 0, 1];
    const declared = declare(DATA, {
      candidates,
      ways: waysOf(DATA, wish),
      wanted: { ...FREE, ...wanted },
      called: CALLED,
    });
    return judge(host, declared, candidates, () => true);
  };

  it("refutes what breaks a condition, names it, and proves that the first one left meets all", async () => {
    const verdict = await ask({ under: 20, place: "outdoors" });
    expect(verdict?.refused).toMatchObject([{ product: 2, by: ["under"] }]);
    expect(verdict?.accepted?.product).toBe(0);
    expect(verdict?.accepted?.reasons.map(({ condition }) => condition)).toEqual(["graph", "under", "place"]);
  });

  it("takes a thing that is used in both places for either, and wants a reason only where it is asked for", async () => {
    const verdict = await ask({ graph: false, not: "cloth", under: 20, place: "indoors" });
    expect(verdict?.accepted?.product).toBe(1);
  });

  it("names the conditions that rule each other out", async () => {
    const verdict = await ask({ under: 20, not: "cloth" });
    expect(verdict?.accepted).toBeNull();
    expect([...verdict!.clash].sort()).toEqual(["graph", "not", "under"]);
  });

  it("stops where somebody else has the host", async () => {
    const declared = declare(DATA, { candidates: [0], ways: waysOf(DATA, "rain"), wanted: FREE, called: CALLED });
    expect(await judge(host, declared, [0], () => false)).toBeNull();
  });
});
