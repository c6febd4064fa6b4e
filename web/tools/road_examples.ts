// Examples for the network that drives: what a driver saw, and what System 2 did then. Written for
// models/exhibits/road/train.py, into build/road.
//
//   npx tsx web/tools/road_examples.ts
//
// Out: NAME.txt for each set of sentences, a line an example: "ACTION THING THING ..." with the action as an index (slow
// down, keep, speed up) and the things that are seen by their numbers (exhibits/road/intuition.ts). System 2 drives, but now
// and then slows down without a reason, so that the network also sees what it would not have come to.

import { mkdirSync, writeFileSync } from "node:fs";

import { isClear } from "../src/exhibits/road/check";
import { seen } from "../src/exhibits/road/intuition";
import { randomFrom, type Random } from "../src/exhibits/random";
import { STANDARD, type Sentences } from "../src/exhibits/road/sentences";
import { ended, look } from "../src/exhibits/road/sight";
import { CHANGE, move, nextSpeeds, randomRoad } from "../src/exhibits/road/world";
import { Host } from "../src/host/host";
import { runTool } from "./failure";
import { nodeTransports, repositoryPath } from "./node_transports";
import { progressBar } from "./progress";
import { Memory } from "./road_memory";
import { SETS } from "./road_sets";

/** How often System 2 dawdles. */
const DAWDLES = 0.2;

async function examplesOf(memory: Memory, sentences: Sentences, random: Random): Promise<string[]> {
  const road = randomRoad(random);
  const lines: string[] = [];
  for (let car = road.start; !ended(road, car);) {
    const sight = look(road, car);
    const { speed } = await memory.consider(sight, sentences, nextSpeeds(car.speed));
    if (speed === null) throw new Error(`no speed is lawful: ${JSON.stringify({ road, car, sentences })}`);
    lines.push([speed - car.speed + CHANGE, ...seen(sight)].join(" "));
    const slower = Math.max(0, car.speed - CHANGE);
    const dawdles = random() < DAWDLES && isClear(sight, sentences, slower);
    car = move(car, dawdles ? slower : speed);
  }
  return lines;
}

async function main(): Promise<void> {
  const host = new Host(nodeTransports());
  const memory = new Memory(host);
  mkdirSync(repositoryPath("build/road"), { recursive: true });
  try {
    for (const { name, change, seed, count } of SETS) {
      const sentences = { ...STANDARD, ...change };
      const bar = progressBar(count);
      const lines: string[] = [];
      for (let number = 0; lines.length < count; number++) {
        const more = await examplesOf(memory, sentences, randomFrom(seed + number));
        lines.push(...more);
        for (let i = 0; i < more.length; i++) bar.tick("");
      }
      bar.stop();
      writeFileSync(repositoryPath(`build/road/${name}.txt`), lines.slice(0, count).join("\n") + "\n");
      console.log(`${name}: ${count} examples, ${memory.times.length} situations thought about`);
    }
  } finally {
    host.close();
  }
}

await runTool("road_examples", main);
