// A drive as the page sees it: a road, a car, the sentences and who drives; what was decided last, and what each driver has
// broken so far. Knows no document.

import { broken, type Rule } from "./check";
import { decide, DRIVERS, type Decision, type Driver, type Minds } from "./driver";
import type { Planned } from "./planner";
import { randomFrom } from "../random";
import { STANDARD, type Sentences } from "./sentences";
import { ended, look, type Sight } from "./sight";
import { move, randomRoad, type Car, type Road } from "./world";

export interface Count {
  seconds: number;
  broken: number;
  /** Broken where System 2 had proved that nobody could keep the rules any more. */
  unavoidable: number;
  /** Seconds in which System 2 was asked. */
  asked: number;
}

/** A second that has passed. */
export interface Second extends Decision<Planned> {
  driver: Driver;
  sight: Sight;
  sentences: Sentences;
  broken: Rule[];
}

export class Drive {
  sentences: Sentences = STANDARD;
  driver: Driver = "both";
  road: Road;
  car: Car;
  last: Second | null = null;
  readonly counts: Record<Driver, Count>;
  private roads = 0;
  private readonly first: number;

  /** `first`: where the random roads begin. */
  constructor(first: number) {
    this.first = first;
    this.road = this.nextRoad();
    this.car = this.road.start;
    const none = () => ({ seconds: 0, broken: 0, unavoidable: 0, asked: 0 });
    this.counts = Object.fromEntries(DRIVERS.map((driver) => [driver, none()])) as Record<Driver, Count>;
  }

  private nextRoad(): Road {
    return randomRoad(randomFrom(this.first + this.roads++));
  }

  get over(): boolean {
    return ended(this.road, this.car);
  }

  /** In the last second, System 2 refuted every speed. */
  get hopeless(): boolean {
    return this.last?.considered?.speed === null;
  }

  /** A random road unless one is given. */
  begin(road: Road = this.nextRoad()): void {
    this.road = road;
    this.car = road.start;
    this.last = null;
  }

  /** One second. False if another road was begun meanwhile: then nothing is changed. */
  async step(minds: Minds<Planned>): Promise<boolean> {
    const { road, car, driver, sentences } = this;
    const sight = look(road, car);
    const decision = await decide(driver, { sight, sentences }, minds);
    if (this.road !== road || this.car !== car) return false;
    const rules = broken(sight, sentences, decision.speed);
    this.last = { ...decision, driver, sight, sentences, broken: rules };
    this.car = move(car, decision.speed);
    const count = this.counts[driver];
    count.seconds += 1;
    if (this.hopeless) count.unavoidable += rules.length;
    else count.broken += rules.length;
    count.asked += decision.considered ? 1 : 0;
    return true;
  }
}
