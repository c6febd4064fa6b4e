// A drive as the page sees it: the car, what is done to it, what each learner expects, what System 2 says of the plan. Knows no
// document.

import type { NetworkFile } from "../../protocol/messages";
import { foresee, simulate, TICK, type Foresight, type Seer } from "./foresight";
import { judge, type Judge, type Verdict } from "./judge";
import { planFrom, STEP, type LimitWords } from "./limits";
import { isFree, MOST_STEERING, placeOf, START, type Controls, type Point, type State } from "./yard";

const TRAIL = 80;
/** Steps of the world between two looks of System 2. */
const LOOK = Math.round(STEP / TICK);

const within = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

export class Drive {
  state: State = START;
  wanted: Controls = { steering: 0, pedal: 0 };
  /** Where the car has been. */
  trail: Point[] = [];
  foresight: Foresight | null = null;
  verdict: Verdict | null = null;
  /** It ran into a wall. */
  hit = false;
  /** System 2 brakes where it forbids the plan. */
  guarded = false;
  seconds = 0;
  private ticks = 0;

  begin(): void {
    this.state = START;
    this.wanted = { steering: 0, pedal: 0 };
    this.trail = [];
    this.foresight = null;
    this.verdict = null;
    this.hit = false;
    this.seconds = 0;
    this.ticks = 0;
  }

  steer(change: Partial<Controls>): void {
    const { steering, pedal } = { ...this.wanted, ...change };
    this.wanted = { steering: within(steering, MOST_STEERING), pedal: within(pedal, 1) };
  }

  /** System 2 is braking instead of the driver. */
  get held(): boolean {
    return this.guarded && this.verdict?.proof != null;
  }

  get controls(): Controls {
    return this.held ? { ...this.wanted, pedal: -1 } : this.wanted;
  }

  /** A tenth of a second. */
  async tick(seer: Seer, network: NetworkFile): Promise<void> {
    if (this.hit) return;
    const before = this.state;
    const [next] = await simulate(seer, before, this.controls, 1);
    if (this.state !== before || !next) return; // begun anew meanwhile
    this.hit = !isFree(placeOf(next));
    this.state = this.hit ? before : next;
    this.trail = [...this.trail, placeOf(before)].slice(-TRAIL);
    this.seconds += TICK;
    await this.look(seer, network);
  }

  /** What is expected from here. */
  async look(seer: Seer, network: NetworkFile): Promise<void> {
    const { state, controls } = this;
    const foresight = await foresee(seer, network, state, controls);
    if (this.state === state) this.foresight = foresight;
  }

  /** Whether System 2 is to be asked now; counts. */
  get due(): boolean {
    return this.ticks++ % LOOK === 0;
  }

  async check(system2: Judge, words: LimitWords): Promise<void> {
    const { seconds } = this;
    const verdict = await judge(system2, planFrom(this.state, this.wanted), words);
    if (this.seconds >= seconds) this.verdict = verdict;
  }
}
