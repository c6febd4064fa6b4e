// The engine's worker, with its operations typed. It keeps the view that the engine last told, so that only changes
// need be sent, and the log of the game, from which a new worker is brought to the same position when one is lost.

import type {
  Board,
  Config,
  Decision,
  Effect,
  EngineCalls,
  Held,
  KeptGame,
  PolicyTensors,
  PositionId,
  View,
  ViewChange,
} from "../protocol/engine";
import { applied } from "../protocol/view";
import { failWith } from "../protocol/problems";
import { checkReply } from "../protocol/checked";
import { Channel } from "./channel";
import type { Answer, ChannelOwner } from "./channel";
import { GameLog } from "./game_log";

export interface EngineOwner extends Omit<ChannelOwner, "prepare"> {
  /** A new worker took over; `shown` is the game as it now stands. `kept`: with every decision. */
  restored(shown: Shown, kept: boolean): void;
}

/** A view, and the board if it is another than before. */
export interface Shown {
  view: View;
  board: Board | null;
}

/** A think step's effect, with whole views. */
export type ShownEffect =
  | Extract<Effect, { ticket: number }>
  | ({ kind: "decided"; decision: Decision } & Shown)
  | ({ kind: "idle"; reason: Extract<Effect, { kind: "idle" }>["reason"] } & Shown);

export interface Tensors {
  position: PositionId;
  tensors: PolicyTensors;
}

type Op = keyof EngineCalls;
type Ask = <O extends Op>(op: O, args: EngineCalls[O][0]) => Promise<EngineCalls[O][1]>;
type GameChange = "play" | "erase" | "undo" | "redo" | "reset" | "switch_rule" | "view" | "abandon";

export class EngineClient {
  readonly #channel: Channel;
  readonly #owner: EngineOwner;
  /** Null before the first game. */
  #log: GameLog | null = null;
  #config: Config | null = null;
  #view: View | null = null;
  #tensors: Tensors | null = null;

  constructor(owner: EngineOwner) {
    this.#owner = owner;
    this.#channel = new Channel("engine", {
      spawn: () => owner.spawn(),
      loadArguments: () => owner.loadArguments(),
      prepare: (loaded, ask) => this.#prepare(loaded, ask),
      progress: (progress) => owner.progress?.(progress),
      state: (state, why) => owner.state?.(state, why),
      replaced: (reason, why) => owner.replaced?.(reason, why),
      answersMs: owner.answersMs,
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

  /** The game after so many decisions; what is held of the present stays. */
  async past(made: number): Promise<{ view: View; board: Board }> {
    const { view } = await this.ask("past", { made });
    if (!view.board) throw failWith("error.worker.answer", { part: "engine" });
    return { view: applied(null, view), board: view.board };
  }

  /** An operation whose result holds no view. */
  readonly ask: Ask = async (op, args) => {
    const { value } = await this.#channel.request({ op, have: this.#held(), ...args });
    return checkReply(op, value);
  };

  async open(puzzle: { family: string; text: string }): Promise<Shown> {
    const { view } = await this.ask("open", puzzle);
    return this.#begun(GameLog.opened(puzzle), view);
  }

  async restore(trace: KeptGame): Promise<Shown> {
    const { view } = await this.ask("restore", { trace });
    // An older form is written anew, as this engine tells it.
    const { trace: told } = await this.ask("trace", {});
    return this.#begun(new GameLog(told), view);
  }

  /** By which it decides; null before it has told. */
  get strategy(): Config["strategy"] | null {
    return this.#config?.strategy ?? null;
  }

  /** With nothing to change, it tells. */
  async configure(change: Partial<Config>): Promise<Config> {
    const { config } = await this.ask("configure", change);
    this.#config = config;
    return config;
  }

  async change<O extends GameChange>(op: O, args: EngineCalls[O][0]): Promise<Shown & { decision: Decision | null }> {
    const result: { view: ViewChange; decision?: Decision } = await this.ask(op, args);
    const { decision } = result;
    return { ...this.#shown(result.view, decision), decision: decision ?? null };
  }

  async think(): Promise<ShownEffect> {
    return this.#effect(await this.ask("think", {}));
  }

  async resume(ticket: number, answer: EngineCalls["resume"][0]["answer"]): Promise<ShownEffect> {
    return this.#effect(await this.ask("resume", { ticket, answer }));
  }

  /** Null if nothing is open. */
  async encode(): Promise<Tensors | null> {
    const { position, open, tensors } = await this.ask("encode", {});
    return open ? this.tensorsOf(position, tensors) : null;
  }

  /** Of the position after so many decisions; what is held of the present stays. Null if nothing was open. */
  async encodePast(made: number): Promise<Tensors | null> {
    const { position, tensors } = await this.ask("encode", { made });
    if (tensors !== null) return { position, tensors };
    return this.#tensors?.position === position ? this.#tensors : null;
  }

  /** The tensors of a position: as told, or as held since. */
  tensorsOf(position: PositionId, tensors: PolicyTensors | null): Tensors {
    if (tensors !== null) this.#tensors = { position, tensors };
    if (this.#tensors?.position !== position) throw failWith("error.worker.answer", { part: "engine" });
    return this.#tensors;
  }

  /** The game, to be gone on with later. */
  kept(): KeptGame | null {
    return this.#log?.kept() ?? null;
  }

  #held(): Held {
    const held: Held = {};
    if (this.#view) held.view = this.#view.position;
    if (this.#tensors) held.tensors = this.#tensors.position;
    return held;
  }

  #begun(log: GameLog, change: ViewChange): Shown {
    this.#log = log;
    return this.#shown(change);
  }

  #shown(change: ViewChange, decision?: Decision): Shown {
    const view = applied(this.#view, change);
    this.#view = view;
    this.#log?.saw(view, decision);
    return { view, board: change.board ?? null };
  }

  #effect(effect: Effect): ShownEffect {
    if (effect.kind === "decided") return { ...effect, ...this.#shown(effect.view, effect.decision) };
    if (effect.kind === "idle") return { ...effect, ...this.#shown(effect.view) };
    return effect;
  }

  async #prepare(loaded: unknown, direct: (args: unknown) => Promise<Answer>): Promise<void> {
    this.onLoaded(loaded);
    const ask: Ask = async (op, args) => checkReply(op, (await direct({ op, ...args })).value);
    if (this.#config) await ask("configure", this.#config);
    if (this.#log === null) return;
    const before = this.#view?.position;
    const { view } = await this.#brought(this.#log, ask);
    const shown = this.#shown(view);
    this.#owner.restored(shown, shown.view.position === before);
  }

  /** Brings a fresh engine to the game's position. */
  async #brought(log: GameLog, ask: Ask): Promise<{ view: ViewChange }> {
    const { family, text, ...game } = log.kept();
    try {
      if (log.isFresh) return await ask("open", { family, text });
      return await ask("restore", { trace: { family, text, ...game } });
    } catch (thrown) {
      // Perhaps one of the decisions itself brings the engine down, or the puzzle: it must not be repeated for ever.
      if (log.isFresh) this.#log = null;
      log.forget();
      throw thrown;
    }
  }
}
