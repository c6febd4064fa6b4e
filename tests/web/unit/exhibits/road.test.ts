// The road: what can be driven lawfully can be seen in time; System 2 plans as a search through all ways to drive does, and
// gives its reasons; the network goes on as it learned.

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import card from "../../../../models/exhibits/road/card.json";
import { broken, isClear } from "../../../../web/src/exhibits/road/check";
import { Drive } from "../../../../web/src/exhibits/road/drive";
import { decide, type Minds } from "../../../../web/src/exhibits/road/driver";
import { feel, seen, SEEN } from "../../../../web/src/exhibits/road/intuition";
import { declare, NOW, speedId } from "../../../../web/src/exhibits/road/plan";
import { consider, planOf, type Planned } from "../../../../web/src/exhibits/road/planner";
import { between, oneOf, randomFrom } from "../../../../web/src/exhibits/random";
import { OPTIONS, readChoice, STANDARD, type Sentences } from "../../../../web/src/exhibits/road/sentences";
import { ended, look, type Sight } from "../../../../web/src/exhibits/road/sight";
import {
  freeMoves,
  move,
  nextSpeeds,
  oneLight,
  randomRoad,
  shortAmber,
  type Road,
} from "../../../../web/src/exhibits/road/world";
import { Host } from "../../../../web/src/host/host";
import { nodeTransports, repositoryPath } from "../../../../web/tools/node_transports";
import { PLAIN } from "../../../../web/tools/road_words";
import { fastest, isLawful, isPossible } from "./road_oracle";

let host: Host;
beforeAll(() => {
  host = new Host(nodeTransports());
});
afterAll(() => host.close());

const SITUATIONS = 60;
const BLUE: Sentences = { ...STANDARD, stop: "blue" };
const network = { address: repositoryPath("models/exhibits/road/road.onnx"), sha256: card.sha256 };

/** Anywhere on a random road at any speed, lawful or not, under any sentences. */
function situation(number: number): { sight: Sight; sentences: Sentences } {
  const random = randomFrom(number);
  const road = randomRoad(random);
  const car = {
    time: between(random, 0, 40),
    place: between(random, 0, road.length - 1),
    speed: between(random, 0, 4),
  };
  const sentences = {
    stop: oneOf(random, OPTIONS.stop),
    yield: oneOf(random, OPTIONS.yield),
    limit: oneOf(random, OPTIONS.limit),
  };
  return { sight: look(road, car), sentences };
}

const minds: Minds<Planned> = {
  feel: (sight) => feel(host, network, sight),
  consider: async (sight, sentences, wanted) =>
    planOf(host, await consider(host, { sight, sentences, words: PLAIN }, wanted)),
};

describe("the road", () => {
  it("is the same from the same chance", () => {
    expect(randomRoad(randomFrom(7))).toEqual(randomRoad(randomFrom(7)));
    expect(randomRoad(randomFrom(7))).not.toEqual(randomRoad(randomFrom(8)));
  });

  it("announces a gate before it closes", () => {
    const [gate] = oneLight("red").gates;
    expect([0, 1, 2, 3, 4, 12, 13].map((time) => freeMoves(gate!, time))).toEqual([null, 3, 2, 1, 0, 0, null]);
  });

  it("always leaves a lawful speed to whoever drove lawfully", () => {
    for (let number = 0; number < 200; number++) {
      const { sentences } = situation(number);
      const road = randomRoad(randomFrom(number));
      for (let car = road.start; !ended(road, car);) {
        const speed = fastest(look(road, car), sentences);
        expect(speed, JSON.stringify({ number, car, sentences })).not.toBeNull();
        car = move(car, speed!);
      }
    }
  });
});

describe("the sentences", () => {
  it("refuse what is not offered", () => {
    expect(readChoice("stop", "blue")).toBe("blue");
    expect(readChoice("limit", "3")).toBe(3);
    expect(readChoice("limit", "4")).toBeNull();
  });

  it("are broken where a second reading says so, and where the engine finds no solution", async () => {
    let times = 0;
    for (let number = 0; number < SITUATIONS; number++) {
      const { sight, sentences } = situation(number);
      for (const speed of nextSpeeds(sight.speed)) {
        const isBroken = broken(sight, sentences, speed).length > 0;
        expect(isBroken).toBe(!isLawful(sight, sentences, { from: 0, to: speed, step: 1 }));
        times += Number(isBroken);
      }
      const declaration = { ...declare(sight, sentences, PLAIN, NOW), givens: { [speedId(1)]: sight.speed } };
      await host.open({ family: "custom", text: JSON.stringify(declaration) });
      const { count } = await host.unique();
      expect(count === "none").toBe(broken(sight, sentences, sight.speed).length > 0);
    }
    expect(times).toBeGreaterThan(5);
  });

  it("are not near where braking is soon enough", () => {
    for (let number = 0; number < 500; number++) {
      const { sight, sentences } = situation(number);
      for (const speed of nextSpeeds(sight.speed)) {
        if (isClear(sight, sentences, speed)) expect(isPossible(sight, sentences, speed)).toBe(true);
      }
    }
  });
});

describe("System 2", () => {
  it("takes the fastest speed from which a lawful way leads on, as a search finds it", async () => {
    for (let number = 0; number < SITUATIONS; number++) {
      const { sight, sentences } = situation(number);
      const { speed } = await consider(host, { sight, sentences, words: PLAIN }, nextSpeeds(sight.speed));
      expect(speed, JSON.stringify({ number, sight, sentences })).toBe(fastest(sight, sentences));
    }
  });

  it("says which sentence forbids a speed, and plans how to go on", async () => {
    const sight: Sight = {
      speed: 3,
      gates: [{ kind: "light", glass: "red", distance: 5, free: 0 }],
      school: null,
    };
    const { speed, refuted, plan } = await minds.consider(sight, STANDARD, nextSpeeds(3));
    expect(speed).toBe(2);
    expect(refuted.map((one) => one.speed)).toEqual([4, 3]);
    for (const { proof } of refuted) expect(JSON.stringify(proof.rules)).toContain("@stop");
    expect(plan[0]).toBe(2);
    expect(plan.at(-1)).toBe(0);
    expect(plan.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(5);
  });

  it("obeys an edited sentence at once", async () => {
    const sight: Sight = {
      speed: 4,
      gates: [{ kind: "light", glass: "blue", distance: 8, free: 0 }],
      school: null,
    };
    expect((await minds.consider(sight, STANDARD, nextSpeeds(4))).speed).toBe(4);
    expect((await minds.consider(sight, BLUE, nextSpeeds(4))).speed).toBe(3);
  });

  it("finds an amber that is too short unsatisfiable, and tells which sentence cannot be kept", async () => {
    const road = shortAmber();
    const car = { time: 3, place: 12, speed: 4 };
    const { speed, clash } = await minds.consider(look(road, car), STANDARD, nextSpeeds(4));
    expect(speed).toBeNull();
    expect(JSON.stringify(clash)).toContain("@stop");
  });
});

describe("System 1", () => {
  it("is given each thing that is seen once, within the network's width", () => {
    for (let number = 0; number < 300; number++) {
      const things = seen(situation(number).sight);
      expect(new Set(things).size).toBe(things.length);
      expect(Math.max(...things)).toBeLessThan(SEEN);
    }
  });

  async function drive(road: Road, driver: "system1" | "both", sentences: Sentences) {
    const game = new Drive(0);
    game.driver = driver;
    game.sentences = sentences;
    game.begin(road);
    while (!game.over) await game.step(minds);
    return game.counts[driver];
  }

  it("stops at red as it learned, and drives on at blue whatever the sentence says", async () => {
    expect((await drive(oneLight("red"), "system1", STANDARD)).broken).toBe(0);
    expect((await drive(oneLight("blue"), "system1", BLUE)).broken).toBe(1);
  });

  it("is held back by the arbitrator where a rule is near", async () => {
    const { broken: times, asked, seconds } = await drive(oneLight("blue"), "both", BLUE);
    expect(times).toBe(0);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(seconds);
  });

  it("decides alone where no rule is near and it is sure", async () => {
    const sight: Sight = { speed: 2, gates: [], school: null };
    const sure: Minds<Planned> = { ...minds, feel: () => Promise.resolve({ speed: 3, sureness: 0.99 }) };
    expect((await decide("both", { sight, sentences: STANDARD }, sure)).considered).toBeNull();
    const unsure: Minds<Planned> = { ...minds, feel: () => Promise.resolve({ speed: 1, sureness: 0.5 }) };
    const second = await decide("both", { sight, sentences: STANDARD }, unsure);
    expect(second).toMatchObject({ asked: "unsure", speed: 3 });
  });
});
