// Several networks play the same puzzle, one after the other, each alone and then with System 2, on the page's one game.
// State: a lane for each network. Knows no document.

import type { Host } from "../../host/host";
import type { CellView, Problem, View } from "../../protocol/engine";
import type { NetworkFile } from "../../protocol/messages";
import { problem, problemOf } from "../../protocol/problems";
import { HostTable } from "./host_table";
import { Match, type Score } from "./match";
import { THRESHOLD, type Contender } from "./networks";
import { FAMILY, type Puzzle } from "./puzzle";

export type Way = "alone" | "together";

export interface Lane {
  contender: Contender;
  /** It was shown legal values only. */
  told: boolean;
  state: "waiting" | "loading" | Way | "done" | "failed";
  alone: Score | null;
  together: Score | null;
  problem: Problem | null;
}

export interface Stage {
  host: Host;
  fileOf(contender: Contender): NetworkFile | null;
  /** Lets the reader see a move. */
  pause(): Promise<void>;
  thought(who: "system1" | "system2", ms: number): void;
  changed(): void;
}

export class Tournament {
  /** The latest first. */
  lanes: Lane[] = [];
  /** The game at hand, and who plays it; null before the first. */
  view: View | null = null;
  playing: Score | null = null;
  latest: Lane | null = null;
  private readonly stage: Stage;
  private calledOff: AbortController | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(stage: Stage) {
    this.stage = stage;
  }

  get running(): boolean {
    return this.calledOff !== null;
  }

  /** Another puzzle: what was played before tells nothing of it. */
  clear(): void {
    this.stop();
    Object.assign(this, { lanes: [], view: null, playing: null, latest: null });
  }

  stop(): void {
    this.calledOff?.abort();
    this.calledOff = null;
  }

  /** Resolves when all have played, or were called off. */
  run(puzzle: Puzzle, contenders: readonly Contender[], told: boolean): Promise<void> {
    this.stop();
    const calledOff = new AbortController();
    this.calledOff = calledOff;
    // Whoever was called off makes his last move first.
    this.turn = this.turn.then(() => this.perform(puzzle, lanesOf(contenders, told), calledOff.signal));
    return this.turn.then(() => {
      if (this.calledOff === calledOff) this.calledOff = null;
      this.stage.changed();
    });
  }

  private async perform(puzzle: Puzzle, lanes: readonly Lane[], signal: AbortSignal): Promise<void> {
    const again = (old: Lane) => lanes.some(({ contender, told }) => contender === old.contender && told === old.told);
    this.lanes = [...lanes, ...this.lanes.filter((lane) => !again(lane))];
    for (const lane of lanes) if (!signal.aborted) await this.playLane(lane, puzzle, signal);
    this.lanes = this.lanes.filter(({ state }) => state === "done" || state === "failed");
  }

  private async playLane(lane: Lane, puzzle: Puzzle, signal: AbortSignal): Promise<void> {
    try {
      this.latest = lane;
      this.enter(lane, "loading");
      const table = await this.tableOf(lane.contender, puzzle, signal);
      // Fetched and made ready before the clock runs.
      await table.warmUp();
      for (const way of ["alone", "together"] as const) await this.playMatch(lane, way, puzzle, signal);
      this.enter(lane, "done");
    } catch (thrown) {
      if (signal.aborted) return;
      lane.problem = problemOf(thrown, (detail) => problem("error.load.model", { file: lane.contender.name, detail }));
      this.enter(lane, "failed");
    }
  }

  private async playMatch(lane: Lane, way: Way, puzzle: Puzzle, signal: AbortSignal): Promise<void> {
    const table = await this.tableOf(lane.contender, puzzle, signal);
    const { contender, told } = lane;
    const match = new Match(table, {
      ...{ values: puzzle.board.symbols.length, solution: puzzle.solution, threshold: THRESHOLD, told },
      temperature: contender.temperature[told ? "legal_values" : "all_values"],
    });
    this.playing = lane[way] = match.score;
    this.enter(lane, way);
    await match[way]();
  }

  /** The puzzle from its beginning. */
  private async tableOf(contender: Contender, puzzle: Puzzle, signal: AbortSignal): Promise<HostTable> {
    const { host, pause, thought } = this.stage;
    const { view } = await host.open({ family: FAMILY, text: puzzle.text });
    signal.throwIfAborted();
    this.view = view;
    const changed = (next: View): void => {
      this.view = next;
      this.stage.changed();
    };
    const seat = { host, contender, signal, changed, pause, thought };
    return new HostTable({ ...seat, file: this.stage.fileOf(contender), values: puzzle.board.symbols.length }, view);
  }

  private enter(lane: Lane, state: Lane["state"]): void {
    lane.state = state;
    this.stage.changed();
  }
}

/** A network that is made of the rules cannot but know them. */
const lanesOf = (contenders: readonly Contender[], told: boolean): Lane[] =>
  contenders.map((contender) => ({
    ...{ contender, told: told || contender.input === "open", state: "waiting" },
    ...{ alone: null, together: null, problem: null },
  }));

/** The cells of a game as they are drawn: what a network guessed and what System 2 settled, told apart. */
export function drawnCells({ cells }: View, score: Score | null): CellView[] {
  const settled = new Set(score?.moves.filter(({ event }) => event === "settled").map(({ variable }) => variable));
  return cells.map((cell, variable) =>
    cell.value === null || cell.origin === "given"
      ? cell
      : { ...cell, origin: settled.has(variable) ? "system2" : "system1" },
  );
}

/** Cells that hold another value than the solution's. */
export function wrongCells({ cells }: View, solution: readonly number[]): Set<number> {
  return new Set(
    cells.flatMap(({ value }, variable) => (value === null || value === solution[variable] ? [] : [variable])),
  );
}
