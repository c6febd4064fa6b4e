// Measures the drivers of the guide's road. Writes models/results/road.json; of the parts that are not named, what is there
// stays.
//
//   npx tsx web/tools/road_examples.ts && python3 -m models.exhibits.road.train && npx tsx web/tools/road.ts [PART ...]
//
// drivers    All drivers on 1,000 roads, as the network learned to drive and with one sentence edited.
// obedience  System 2 on 10,000 random roads, each with sentences drawn at random and every second one with sentences that
//            are edited on the way: broken sentences, and the time of a decision.
// lessons    Networks that were shown so many examples of one edited sentence, several draws of
//            each, on the same number of roads.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { DRIVERS, type Driver } from "../src/exhibits/road/driver";
import { between, oneOf, randomFrom, type Random } from "../src/exhibits/random";
import { OPTIONS, STANDARD, type Sentences } from "../src/exhibits/road/sentences";
import { randomRoad } from "../src/exhibits/road/world";
import { Host } from "../src/host/host";
import { BadInput, runTool } from "./failure";
import { nodeTransports, repositoryPath } from "./node_transports";
import { progressBar } from "./progress";
import { driveRoad, driveRoads, networkAt, type Driven, type Wheel } from "./road_drives";
import { Memory } from "./road_memory";
import { TEST_SEED } from "./road_sets";
import { quantile, rounded } from "./statistics";

const MANY = 10_000;
const SOME = 1_000;
const EDITS: readonly { name: string; change: Partial<Sentences> }[] = [
  { name: "standard", change: {} },
  { name: "blue", change: { stop: "blue" } },
  { name: "both", change: { stop: "both" } },
  { name: "school1", change: { limit: 1 } },
];
const LESSONS = [10, 100, 1_000, 10_000];
const DRAWS = 5;

const sum = (all: readonly Driven[], of: (one: Driven) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

const anySentences = (random: Random): Sentences => ({
  stop: oneOf(random, OPTIONS.stop),
  yield: oneOf(random, OPTIONS.yield),
  limit: oneOf(random, OPTIONS.limit),
});

const spreadOf = (times: readonly number[]) => ({
  median: rounded(quantile(times, 0.5)),
  p95: rounded(quantile(times, 0.95)),
  p99: rounded(quantile(times, 0.99)),
  max: rounded(Math.max(...times)),
  share_within_50: rounded(times.filter((ms) => ms <= 50).length / times.length),
});

async function obedience(wheel: Wheel) {
  const bar = progressBar(MANY);
  const all: Driven[] = [];
  for (let number = 0; number < MANY; number++) {
    const random = randomFrom(TEST_SEED + SOME + number);
    const road = randomRoad(random);
    const [first, then] = [anySentences(random), anySentences(random)];
    const edited = number % 2 === 1 ? between(random, 1, 30) : Infinity;
    all.push(await driveRoad(road, wheel, ({ time }) => (time < edited ? first : then)));
    bar.tick(`${wheel.memory.times.length} situations`);
  }
  bar.stop();
  const { times } = wheel.memory;
  return {
    roads: MANY,
    edited: MANY / 2,
    decisions: sum(all, ({ steps }) => steps),
    situations: times.length,
    broken: sum(all, (one) => one.broken.length),
    /** Roads on which the edit came when nothing lawful was possible any more, and what was broken in those steps. */
    too_late: {
      roads: all.filter(({ hopeless }) => hopeless > 0).length,
      broken: sum(all, (one) => one.unavoidable.length),
    },
    /** Of the processor; of the clock on a machine that others use, too. */
    ms: spreadOf(times.map(({ processor }) => processor)),
    clock_ms: spreadOf(times.map(({ clock }) => clock)),
  };
}

function told(all: readonly Driven[]) {
  const steps = sum(all, (one) => one.steps);
  return {
    roads: all.length,
    broken_per_100: rounded(
      (100 * sum(all, ({ broken, unavoidable }) => broken.length + unavoidable.length)) / all.length,
    ),
    /** Share of the roads that were driven to the end without breaking a rule. */
    flawless: rounded(
      all.filter((one) => one.arrived && one.broken.length + one.unavoidable.length === 0).length / all.length,
    ),
    asked_share: rounded(sum(all, ({ asked }) => asked) / steps),
    steps_per_road: rounded(steps / all.length),
  };
}

async function drivers(wheel: Omit<Wheel, "driver">) {
  const rows: ({ sentences: string; driver: Driver } & ReturnType<typeof told>)[] = [];
  for (const { name, change } of EDITS) {
    for (const driver of DRIVERS) {
      const all = await driveRoads(SOME, TEST_SEED, { ...wheel, driver }, { ...STANDARD, ...change });
      rows.push({ sentences: name, driver, ...told(all) });
      console.log(JSON.stringify(rows.at(-1)));
    }
  }
  return rows;
}

async function lessons(wheel: Omit<Wheel, "driver" | "network">) {
  const rows = [];
  for (const way of ["further", "anew"]) {
    for (const examples of LESSONS) {
      const sentences: Sentences = { ...STANDARD, stop: "blue" };
      const all: Driven[] = [];
      for (let draw = 0; draw < DRAWS; draw++) {
        const network = networkAt(repositoryPath(`build/road/${way}-${examples}-${draw}.onnx`));
        const seed = TEST_SEED + (draw * SOME) / DRAWS;
        all.push(...(await driveRoads(SOME / DRAWS, seed, { ...wheel, network, driver: "system1" }, sentences)));
      }
      rows.push({ way, examples, ...told(all) });
      console.log(JSON.stringify(rows.at(-1)));
    }
  }
  return rows;
}

const FILE = repositoryPath("models/results/road.json");

async function main(): Promise<void> {
  const host = new Host(nodeTransports());
  const network = networkAt(repositoryPath("models/exhibits/road/road.onnx"));
  const measures = {
    drivers: () => drivers({ host, network, memory: new Memory(host) }),
    lessons: () => lessons({ host, memory: new Memory(host) }),
    obedience: () => obedience({ host, network, memory: new Memory(host), driver: "system2" }),
  };
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((part) => !(part in measures));
  if (unknown) throw new BadInput(`there is no part ${unknown}, only ${Object.keys(measures).join(", ")}`);
  try {
    await host.warmUp();
    for (const [part, measure] of Object.entries(measures)) {
      if (wanted.length > 0 && !wanted.includes(part)) continue;
      const found = await measure();
      const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as object) : {};
      const results = { ...before, command: "npx tsx web/tools/road.ts", seed: TEST_SEED, [part]: found };
      writeFileSync(FILE, JSON.stringify(results, null, 2) + "\n");
    }
  } finally {
    host.close();
  }
}

await runTool("road", main);
