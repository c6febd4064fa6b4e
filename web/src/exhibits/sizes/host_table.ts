// The page's game as a table for matches (match.ts): the engine judges, the network looks, System 2 settles.

import type { Host } from "../../host/host";
import type { NetworkFile, PlainTensors } from "../../protocol/messages";
import type { View } from "../../protocol/engine";
import type { Possible } from "./guess";
import type { Table } from "./match";
import type { Contender } from "./networks";
import { valuesOf } from "./puzzle";

export interface Seat {
  host: Host;
  contender: Contender;
  /** Where its file lies; null: it has none. */
  file: NetworkFile | null;
  /** How many values a cell has. */
  values: number;
  /** The match is called off. */
  signal: AbortSignal;
  /** The game has changed. */
  changed(view: View): void;
  /** Lets the reader see a move, and the page breathe. */
  pause(): Promise<void>;
  /** A system has thought. */
  thought(who: "system1" | "system2", ms: number): void;
}

export class HostTable implements Table {
  private readonly seat: Seat;
  private now: View;

  constructor(seat: Seat, view: View) {
    this.seat = seat;
    this.now = view;
  }

  view(): View {
    return this.now;
  }

  /** Has the network's file fetched and made ready; its answer is not used. */
  async warmUp(): Promise<void> {
    const { host, file } = this.seat;
    if (file !== null) await host.run(file, this.inputs(this.now.cells.map(({ candidates }) => candidates)));
    this.seat.signal.throwIfAborted();
  }

  play(variable: number, value: number): Promise<void> {
    return this.change(this.seat.host.play(variable, value));
  }

  erase(variable: number): Promise<void> {
    return this.change(this.seat.host.erase(variable));
  }

  async look(possible: Possible): Promise<{ scores: readonly number[]; ms: number }> {
    const { host, file, values } = this.seat;
    if (file === null) return { scores: new Array<number>(possible.length * values).fill(0), ms: 0 };
    const { outputs, ms } = await host.run(file, this.inputs(possible));
    this.seat.signal.throwIfAborted();
    this.seat.thought("system1", ms);
    return { scores: outputs["scores"]?.data ?? [], ms };
  }

  async settle(): Promise<{ values: readonly number[] | null; ms: number }> {
    const { answer, system2Ms: ms } = await this.seat.host.solution();
    this.seat.signal.throwIfAborted();
    this.seat.thought("system2", ms);
    const solution = answer.solutions[0];
    return { values: solution === undefined ? null : valuesOf(solution), ms };
  }

  async shown(): Promise<void> {
    this.seat.changed(this.now);
    await this.seat.pause();
    this.seat.signal.throwIfAborted();
  }

  private inputs(possible: Possible): PlainTensors {
    const { contender, values } = this.seat;
    return contender.input === "board" ? boardInput(this.now) : openInput(possible, values);
  }

  private async change(made: Promise<{ view: View }>): Promise<void> {
    const { view } = await made;
    this.seat.signal.throwIfAborted();
    this.now = view;
  }
}

/** Which value stands in each cell; 0: none. */
function boardInput({ cells }: View): PlainTensors {
  return { board: { type: "int32", shape: [1, cells.length], data: cells.map(({ value }) => value ?? 0) } };
}

/** Which values are possible in each cell. */
function openInput(possible: Possible, values: number): PlainTensors {
  const each = Array.from({ length: values }, (_, index) => index + 1);
  const data = possible.flatMap((some) => each.map((value) => Number(some.includes(value))));
  return { open: { type: "float32", shape: [1, possible.length, values], data } };
}
