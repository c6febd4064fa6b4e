// Which sentences some speeds break, read from the constraints that System 2 plans with: the speeds are put in, and the
// constraints that fail tell by their names.

import { holds, type Declaration } from "./declaration";
import { declare, NOW, speedId, type PlanWords } from "./plan";
import type { Sentences } from "./sentences";
import { stoppingFrom, type Sight } from "./sight";

/** The sentences, without the car's own rule: what it cannot do it has not done. */
export type Rule = "stop" | "yield" | "school";

/** Names by which the constraints are told apart here; nobody reads them. */
const RULES: PlanWords = {
  speed: speedId,
  car: "car",
  stop: "stop",
  yield: "yield",
  school: "school",
  passes: () => "passes",
  before: () => "before",
  behind: () => "behind",
};

/** What a step at this speed breaks. */
export function broken(sight: Sight, sentences: Sentences, speed: number): Rule[] {
  return failing(declare(sight, sentences, RULES, NOW), [speed]) as Rule[];
}

/** No rule is near: whoever takes on this speed now and then only slows down breaks none. */
export function isClear(sight: Sight, sentences: Sentences, speed: number): boolean {
  return failing(declare(sight, sentences, RULES), stoppingFrom(speed)).length === 0;
}

/** The names of the constraints that fail with these speeds, whatever is chosen. */
function failing({ cells, constraints }: Declaration, speeds: readonly number[]): string[] {
  const values = new Map(speeds.map((speed, i) => [speedId(i + 1), speed]));
  const sums = constraints.filter(({ kind }) => kind === "sum");
  // A choice that its own sums allow helps all other constraints that it is in.
  for (const { id } of cells.filter((cell) => !values.has(cell.id))) {
    values.set(id, 1);
    const own = sums.filter((sum) => sum.kind === "sum" && sum.cells.includes(id));
    if (!own.every((sum) => holds(sum, values))) values.set(id, 0);
  }
  const failed = constraints.filter((constraint) => !holds(constraint, values));
  return [...new Set(failed.map(({ name }) => name))];
}
