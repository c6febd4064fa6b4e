// Who makes a step while one of the two systems is not there: because it could not be loaded, or is not loaded yet. The
// other makes it then, whoever should have, and the page is told.

import type { Config } from "../protocol/engine";
import type { Loading } from "../protocol/parts";
import { failWith } from "../protocol/problems";

type Strategy = Config["strategy"];
export type Helper = "policy" | "solver";

/** A step waits no longer for a part that is loading, and the steps after it do not wait at all. */
export const PATIENCE_MS = 3000;

/** `late`: it is still loading; otherwise it could not be loaded. */
export interface Absence {
  part: Helper;
  late: boolean;
}

interface Surroundings {
  loadingOf(part: Helper): Loading;
  load(part: Helper): Promise<void>;
  /** Told when it changes; null: everybody needed is there again. */
  tell(absence: Absence | null): void;
}

/** A step needs System 2 in its midst, which is not there. */
export class Missing extends Error {}

export class StandIn {
  readonly #around: Surroundings;
  /** Parts for which a step has waited in vain. */
  readonly #late = new Set<Helper>();
  #told = "";

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** By what the next step is decided, where `wanted` is what the visitor has chosen. Rejects if nobody is there. */
  async strategyFor(wanted: Strategy): Promise<Strategy> {
    // Where both play, System 2 is loaded when it is needed; one that is known not to come is not counted on.
    const first = wanted === "system2" ? "solver" : "policy";
    if (!(await this.#has(first))) return await this.without(first);
    if (wanted !== "system1" && wanted !== "system2" && this.#isLost("solver")) return await this.without("solver");
    this.#tell(null);
    return wanted;
  }

  /** The strategy of the other one alone. */
  async without(part: Helper): Promise<Strategy> {
    const other = part === "policy" ? "solver" : "policy";
    if (!(await this.#has(other))) throw failWith("error.step.nobody");
    this.#tell({ part, late: this.#around.loadingOf(part).state !== "failed" });
    return other === "solver" ? "system2" : "system1";
  }

  /** Rejects with `Missing` unless System 2 is there. */
  async needSolver(): Promise<void> {
    if (!(await this.#has("solver"))) throw new Missing();
  }

  /** Waits for a part that is loading, but not for ever. One that failed is tried again when the visitor asks for it. */
  async #has(part: Helper): Promise<boolean> {
    if (this.#isLost(part)) return false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<"late">((resolve) => {
      timer = setTimeout(() => resolve("late"), PATIENCE_MS);
    });
    const loading = this.#around.load(part).then(
      () => "here" as const,
      () => "failed" as const,
    );
    const found = await Promise.race([loading, patience]);
    clearTimeout(timer);
    if (found === "late") {
      this.#late.add(part);
      void loading.then(() => this.#late.delete(part));
    }
    return found === "here";
  }

  #isLost(part: Helper): boolean {
    return this.#around.loadingOf(part).state === "failed" || this.#late.has(part);
  }

  #tell(absence: Absence | null): void {
    const told = absence === null ? "" : `${absence.part} ${String(absence.late)}`;
    if (told === this.#told) return;
    this.#told = told;
    this.#around.tell(absence);
  }
}
