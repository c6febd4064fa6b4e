// What was done to the game, so that a new engine can be brought to the same state after a crash. The engine
// is deterministic, so repeating the operations, with the answers that its effects got, repeats the game with
// its history, its decisions and its trace.

import type { Config, Effect, EngineCalls, Trace, View } from "../protocol/engine";

/** What was fed to `resume`. */
export type StepAnswer = EngineCalls["resume"][0]["answer"];

type ChangingOp = "play" | "erase" | "undo" | "redo" | "reset" | "switch_rule" | "configure";

type Entry =
  { [Op in ChangingOp]: { op: Op; args: EngineCalls[Op][0] } }[ChangingOp] | { op: "step"; answers: StepAnswer[] };

export type AskEngine = <Op extends keyof EngineCalls>(op: Op, args: EngineCalls[Op][0]) => Promise<EngineCalls[Op][1]>;

type Puzzle = EngineCalls["open"][0];

export class Journal {
  #puzzle: Puzzle | null = null;
  /** The game began with these decisions, which an earlier visit had kept. */
  #trace: Trace | null = null;
  /** The configuration when the game was opened. */
  #configAtStart: Partial<Config> = {};
  #config: Partial<Config> = {};
  #entries: Entry[] = [];

  get hasSteps(): boolean {
    return this.#entries.length > 0 || this.#trace !== null;
  }

  opened(puzzle: Puzzle, trace: Trace | null = null): void {
    this.#puzzle = puzzle;
    this.#trace = trace;
    this.#configAtStart = this.#config;
    this.#entries = [];
  }

  changed<Op extends Exclude<ChangingOp, "configure">>(op: Op, args: EngineCalls[Op][0]): void {
    this.#entries.push({ op, args } as Entry);
  }

  configured(config: Config): void {
    this.#config = config;
    this.#entries.push({ op: "configure", args: config });
  }

  stepped(answers: StepAnswer[]): void {
    this.#entries.push({ op: "step", answers });
  }

  /** Gives up the steps: only the puzzle and the present configuration remain. */
  forgetSteps(): void {
    this.#trace = null;
    this.#configAtStart = this.#config;
    this.#entries = [];
  }

  forgetPuzzle(): void {
    this.#puzzle = null;
    this.forgetSteps();
  }

  /** Repeats everything in a fresh engine. Throws if the engine does not follow. */
  async replay(ask: AskEngine): Promise<View | null> {
    await ask("configure", this.#configAtStart);
    if (this.#puzzle === null) {
      await ask("configure", this.#config);
      return null;
    }
    if (this.#trace === null) await ask("open", this.#puzzle);
    else await ask("restore", { trace: this.#trace });
    for (const entry of this.#entries) await repeat(entry, ask);
    return (await ask("view", {})).view;
  }
}

async function repeat(entry: Entry, ask: AskEngine): Promise<void> {
  if (entry.op === "step") await repeatStep(entry.answers, ask);
  else await ask(entry.op, entry.args);
}

async function repeatStep(answers: StepAnswer[], ask: AskEngine): Promise<void> {
  let effect: Effect = await ask("think", {});
  for (const answer of answers) {
    if (effect.kind !== "evaluate_policy" && effect.kind !== "run_solver") break;
    effect = await ask("resume", { ticket: effect.ticket, answer });
  }
  // An engine that now asks for more than it did is not in the same state.
  if (effect.kind !== "decided" && effect.kind !== "idle") throw new Error("the step did not end");
}
