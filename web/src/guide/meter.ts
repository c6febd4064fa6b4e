// What thinking has cost on this visit: counted, timed, and as energy by a formula that is shown with it.

import type { Host } from "../host/host";
import { joules } from "../host/energy";
import type { System } from "../protocol/parts";

export interface Cost {
  /** Of System 1 the moves it was asked for, of System 2 the questions it was asked. */
  thoughts: number;
  milliseconds: number;
}

export const wattHours = (cost: Pick<Cost, "milliseconds">): number => joules(cost) / 3600;

/** What training GPT-3 is estimated to have taken, in watt-hours: Patterson et al. 2021 (arXiv 2104.10350), table 4. */
export const GPT3_WATT_HOURS = 1287e6;

export class Meter {
  readonly spent: Record<System, Cost> = {
    system1: { thoughts: 0, milliseconds: 0 },
    system2: { thoughts: 0, milliseconds: 0 },
  };

  constructor(host: Host, changed: () => void) {
    host.on("decision", ({ timings }) => {
      this.add("system1", timings.system1Ms);
      this.add("system2", timings.system2Ms);
      changed();
    });
  }

  /** A thought that took no time was none. */
  add(who: System, milliseconds: number): void {
    if (milliseconds <= 0) return;
    this.spent[who].thoughts += 1;
    this.spent[who].milliseconds += milliseconds;
  }
}
