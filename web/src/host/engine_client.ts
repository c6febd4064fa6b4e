// The engine's worker, with its operations typed, and the repair of the game when the worker is lost.

import type { Config, Effect, EngineCalls, Trace, View } from "../protocol/engine";
import { Channel } from "./channel";
import type { Answer, ChannelOwner } from "./channel";
import { Journal } from "./journal";
import type { AskEngine, StepAnswer } from "./journal";

export interface EngineOwner extends Omit<ChannelOwner, "prepare"> {
  /** A new worker took over; `view` is the game as it now stands. `kept`: every step could be repeated. */
  restored(view: View, kept: boolean): void;
}

type GameChange = "play" | "erase" | "undo" | "redo" | "reset" | "switch_rule";

export class EngineClient {
  readonly #channel: Channel;
  readonly #owner: EngineOwner;
  readonly #journal = new Journal();
  /** The board's text when last seen, to recognise the game in a new engine. */
  #seen: string | null = null;

  constructor(owner: EngineOwner) {
    this.#owner = owner;
    this.#channel = new Channel("engine", {
      spawn: () => owner.spawn(),
      loadArguments: () => owner.loadArguments(),
      prepare: (loaded, ask) => this.#prepare(loaded, ask),
      progress: (progress) => owner.progress?.(progress),
      state: (state, why) => owner.state?.(state, why),
      replaced: (reason, why) => owner.replaced?.(reason, why),
    });
  }

  /** Called with what the worker's loading answered (the compiled module). */
  onLoaded: (loaded: unknown) => void = () => {};

  load(): Promise<void> {
    return this.#channel.load();
  }

  close(): void {
    this.#channel.close();
  }

  /** An operation that leaves the game as it is. */
  readonly ask: AskEngine = async (op, args) => {
    const answer = await this.#channel.request({ op, ...args });
    return answer.value as EngineCalls[typeof op][1];
  };

  async open(puzzle: EngineCalls["open"][0]): Promise<EngineCalls["open"][1]> {
    const game = await this.ask("open", puzzle);
    this.#journal.opened(puzzle);
    this.#seen = game.view.text;
    return game;
  }

  async restore(trace: Trace): Promise<EngineCalls["restore"][1]> {
    const game = await this.ask("restore", { trace });
    this.#journal.opened({ family: trace.family, text: trace.text }, trace);
    this.#seen = game.view.text;
    return game;
  }

  async configure(change: Partial<Config>): Promise<Config> {
    const { config } = await this.ask("configure", change);
    this.#journal.configured(config);
    return config;
  }

  async change<Op extends GameChange>(op: Op, args: EngineCalls[Op][0]): Promise<EngineCalls[Op][1]> {
    const result = await this.ask(op, args);
    this.#journal.changed(op, args);
    this.#seen = result.view.text;
    return result;
  }

  /** `answers`: all that the step under way was given so far, with this one. */
  async resume(ticket: number, answers: StepAnswer[]): Promise<Effect> {
    const answer = answers.at(-1);
    if (answer === undefined) throw new RangeError("no answer");
    return this.#noted(await this.ask("resume", { ticket, answer }), answers);
  }

  async think(): Promise<Effect> {
    return this.#noted(await this.ask("think", {}), []);
  }

  #noted(effect: Effect, answers: StepAnswer[]): Effect {
    if (effect.kind === "decided" || effect.kind === "idle") {
      this.#journal.stepped([...answers]);
      this.#seen = effect.view.text;
    }
    return effect;
  }

  async #prepare(loaded: unknown, ask: (args: unknown) => Promise<Answer>): Promise<void> {
    this.onLoaded(loaded);
    const direct: AskEngine = async (op, args) => {
      const answer = await ask({ op, ...args });
      return answer.value as EngineCalls[typeof op][1];
    };
    const { view, kept } = await this.#repair(direct);
    if (view === null) return;
    this.#seen = view.text;
    this.#owner.restored(view, kept);
  }

  async #repair(ask: AskEngine): Promise<{ view: View | null; kept: boolean }> {
    try {
      const view = await this.#journal.replay(ask);
      return { view, kept: view === null || view.text === this.#seen };
    } catch (thrown) {
      // Perhaps one of the steps itself brings the engine down: then it must not be repeated for ever.
      if (!this.#journal.hasSteps) {
        this.#journal.forgetPuzzle();
        throw thrown;
      }
      this.#journal.forgetSteps();
      return { view: await this.#journal.replay(ask), kept: false };
    }
  }
}
