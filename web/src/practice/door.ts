// The worker in which a network learns: the solver module, in a worker of its own, so that neither the page nor a game waits.

import { Channel } from "../host/channel";
import type { Transports } from "../host/transports";
import { checkPractice } from "../protocol/checked";
import { isFields } from "../protocol/messages";
import type { PracticeCalls } from "../protocol/practice";
import { failWith } from "../protocol/problems";

/** How practice is spoken with; in tests, something that answers alike. */
export interface Door {
  ask<O extends keyof PracticeCalls>(op: O, args: PracticeCalls[O][0]): Promise<Told<O>>;
  /** Ends what is going on at once. Afterwards, everything begins anew. */
  close(): void;
}

export interface Told<O extends keyof PracticeCalls> {
  value: PracticeCalls[O][1];
  /** Of computing. */
  ms: number;
}

/** What an answer has at least: whatever lacks it comes from another version. */
const MEMBERS: { [O in keyof PracticeCalls]: keyof PracticeCalls[O][1] } = {
  practice_begin: "parameters",
  practice_go: "points",
  practice_test: "moves",
  practice_picture: "intuition",
  practice_save: "state",
  practice_weights: "weights",
  practice_resume: "picture",
};

export function workerDoor({ assets, modules, spawn }: Transports): Door {
  const channel = new Channel("solver", {
    spawn: () => spawn("solver"),
    loadArguments: () => ({ assets: assets.solver, module: modules.get("solver") ?? null }),
    prepare: (loaded) => {
      const module = isFields(loaded) ? loaded["module"] : null;
      if (module instanceof WebAssembly.Module) modules.set("solver", module);
      return Promise.resolve();
    },
  });
  return {
    async ask(op, args) {
      const { value, ms } = await channel.request({ op, ...args }, { lasting: true });
      if (!isFields(value) || !(MEMBERS[op] in value)) throw failWith("error.worker.answer", { part: "solver" });
      return { value: checkPractice(op, value), ms };
    },
    close: () => channel.close(),
  };
}
