// Drives many roads and counts what was broken.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import { broken, type Rule } from "../src/exhibits/road/check";
import { decide, type Driver } from "../src/exhibits/road/driver";
import { feel } from "../src/exhibits/road/intuition";
import { randomFrom } from "../src/exhibits/random";
import type { Sentences } from "../src/exhibits/road/sentences";
import { ended, look } from "../src/exhibits/road/sight";
import { arrived, move, randomRoad, type Car, type Road } from "../src/exhibits/road/world";
import type { Host } from "../src/host/host";
import type { NetworkFile } from "../src/protocol/messages";
import type { Memory } from "./road_memory";

export interface Driven {
  steps: number;
  /** At the end of the road, and not given up. */
  arrived: boolean;
  /** Steps in which System 2 was asked. */
  asked: number;
  broken: Rule[];
  /** Steps in which no speed was lawful, and what was broken then. */
  hopeless: number;
  unavoidable: Rule[];
}

export interface Wheel {
  driver: Driver;
  host: Host;
  memory: Memory;
  network: NetworkFile;
}

export function networkAt(address: string): NetworkFile {
  return { address, sha256: createHash("sha256").update(readFileSync(address)).digest("hex") };
}

/** `sentencesAt`: the sentences that hold at a step; they may be edited on the way. */
export async function driveRoad(
  road: Road,
  { driver, host, memory, network }: Wheel,
  sentencesAt: (car: Car) => Sentences,
): Promise<Driven> {
  const driven: Driven = { steps: 0, arrived: false, asked: 0, broken: [], hopeless: 0, unavoidable: [] };
  for (let car = road.start; !ended(road, car); driven.steps++) {
    const sentences = sentencesAt(car);
    const sight = look(road, car);
    const { speed, considered } = await decide(
      driver,
      { sight, sentences },
      {
        feel: (what) => feel(host, network, what),
        consider: (...question) => memory.consider(...question),
      },
    );
    const rules = broken(sight, sentences, speed);
    const hopeless = considered !== null && considered.speed === null;
    driven.asked += considered ? 1 : 0;
    driven.hopeless += hopeless ? 1 : 0;
    (hopeless ? driven.unavoidable : driven.broken).push(...rules);
    car = move(car, speed);
    driven.arrived = arrived(road, car);
  }
  return driven;
}

export async function driveRoads(count: number, seed: number, wheel: Wheel, sentences: Sentences): Promise<Driven[]> {
  const all: Driven[] = [];
  for (let number = 0; number < count; number++) {
    all.push(await driveRoad(randomRoad(randomFrom(seed + number)), wheel, () => sentences));
  }
  return all;
}
