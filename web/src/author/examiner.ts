// Examines a declared puzzle: how many solutions, and how hard is it? In a host of its own, so that the game
// beside it goes on; System 2 solves it there by the easiest step each time.

import type { Host } from "../host/host";
import type { Clash, Count, FamilyInfo, Level, Problem } from "../protocol/engine";
import { HostError } from "../protocol/problems";
import { differences, type Difference } from "./solutions";

export type Phase = "idle" | "counting" | "rating" | "done" | "stopped" | "failed";

export interface Examination {
  stage: Phase;
  /** How many there are; null until that is known. */
  solutions: Count | null;
  /** Where there is none, the rules that clash. */
  clash: Clash | null;
  differences: Difference[];
  steps: number;
  /** Cells with a value, of all. */
  placed: number;
  cells: number;
  /** Rules cited by the longest proof so far. */
  hardest: number;
  /** Null until every step is found, and if some step is out of reach. */
  level: Level | null;
  problem: Problem | null;
}

export const NOTHING: Examination = {
  stage: "idle",
  solutions: null,
  clash: null,
  differences: [],
  steps: 0,
  placed: 0,
  cells: 0,
  hardest: 0,
  level: null,
  problem: null,
};

/** `hardest`: how many rules the hardest explanation cites. */
export function levelOf(hardest: number, { easy, medium }: FamilyInfo["yardstick"]): Level {
  if (hardest <= easy) return "easy";
  return hardest <= medium ? "medium" : "hard";
}

export class Examiner {
  now: Examination = NOTHING;

  private host: Host | null = null;
  private readonly makeHost: () => Host;
  private readonly changed: () => void;
  /** Grows with every request, so that an older one sees that it is no longer wanted. */
  private turn = 0;

  constructor(makeHost: () => Host, changed: () => void) {
    this.makeHost = makeHost;
    this.changed = changed;
  }

  get busy(): boolean {
    return this.now.stage === "counting" || this.now.stage === "rating";
  }

  async examine(family: string, text: string): Promise<void> {
    await this.halt();
    const turn = ++this.turn;
    this.now = { ...NOTHING, stage: "counting" };
    this.changed();
    try {
      await this.run(turn, family, text);
    } catch (thrown) {
      this.fail(turn, thrown);
    }
  }

  /** Ends what is under way; what was found so far stays. */
  async stop(): Promise<void> {
    if (this.busy) this.tell({ stage: "stopped" });
    await this.halt();
  }

  /** Another puzzle is being written: what was found means nothing any more. */
  forget(): void {
    void this.halt();
    this.now = NOTHING;
    this.changed();
  }

  private async halt(): Promise<void> {
    this.turn++;
    await this.host?.cancel().catch(() => undefined);
  }

  private tell(found: Partial<Examination>): void {
    this.now = { ...this.now, ...found };
    this.changed();
  }

  private async run(turn: number, family: string, text: string): Promise<void> {
    this.host ??= this.makeHost();
    const { host } = this;
    const { board } = await host.open({ family, text });
    if (turn !== this.turn) return;
    this.tell({ cells: board.cells.length });
    const { count, solutions, clash } = await host.unique();
    if (turn !== this.turn) return;
    const two = count === "several" && solutions.length > 1;
    this.tell({
      solutions: count,
      clash: clash ?? null,
      differences: two ? differences(solutions as [string, string]) : [],
    });
    if (count !== "one") this.tell({ stage: "done" });
    else await this.rate(turn, host, family);
  }

  private async rate(turn: number, host: Host, family: string): Promise<void> {
    this.tell({ stage: "rating" });
    const { yardstick } = (await host.families()).find(({ id }) => id === family)!;
    await host.configure({ strategy: "system2" });
    while (turn === this.turn) {
      const step = await host.step();
      if (turn !== this.turn || step.kind === "cancelled") return;
      const placed = step.view.cells.filter(({ value }) => value !== null).length;
      if (step.kind === "idle") {
        const solved = step.reason === "solved";
        this.tell({ stage: "done", placed, level: solved ? levelOf(this.now.hardest, yardstick) : null });
        return;
      }
      const cited = step.decision.core?.parts.length ?? 0;
      this.tell({ steps: this.now.steps + 1, placed, hardest: Math.max(this.now.hardest, cited) });
    }
  }

  private fail(turn: number, thrown: unknown): void {
    if (turn !== this.turn) return;
    const problem =
      thrown instanceof HostError ? thrown.problem : { key: "error.unknown", args: { key: String(thrown) } };
    if (problem.key === "error.worker.cancelled") this.tell({ stage: "stopped" });
    else this.tell({ stage: "failed", problem });
  }
}
