// The sentences and what is seen, as a declaration over the steps to come: cells are the speeds of those steps, and for each
// rule that can be met in two ways a cell that says in which. System 2 asks it whether a next speed leads on; whether a speed
// that was driven broke a rule is read from the same constraints (check.ts).
//
// Only what the car can do by itself is in the values of the cells: it changes its speed by one a step and stands at the end
// (who can stop within what is seen is never surprised). All else is a constraint that bears the name of its sentence.

import type { Constraint, Declaration, Statement } from "./declaration";
import { binds, type Sentences } from "./sentences";
import { STEPS, type SeenGate, type Sight } from "./sight";
import { CHANGE, TOP_SPEED, type Zone } from "./world";

/** How the cells and rules are called in the reader's language. */
export interface PlanWords {
  speed(step: number): string;
  car: string;
  stop: string;
  yield: string;
  school: string;
  /** The choices. */
  passes(gate: SeenGate): string;
  before(step: number): string;
  behind(step: number): string;
}

/** `steps`: how many are planned; `standing`: the last of them ends standing. */
export interface Reach {
  steps: number;
  standing: boolean;
}
const AHEAD: Reach = { steps: STEPS, standing: true };
/** What is driven now, by itself. */
export const NOW: Reach = { steps: 1, standing: false };

export const speedId = (step: number): string => `v${step}`;
const speeds = (steps: number): string[] => Array.from({ length: steps }, (_, i) => speedId(i + 1));

class Plan {
  readonly declaration: Declaration = { format: "fastslow-puzzle/1", cells: [], constraints: [] };
  private readonly sight: Sight;
  private readonly reach: Reach;

  constructor(sight: Sight, reach: Reach) {
    this.sight = sight;
    this.reach = reach;
  }

  /** The lowest and highest speed that the car can have after so many steps. */
  range(step: number): [number, number] {
    const { speed } = this.sight;
    const { steps, standing } = this.reach;
    const last = standing ? (steps - step) * CHANGE : TOP_SPEED;
    const highest = Math.min(TOP_SPEED, speed + step * CHANGE, last);
    return [Math.min(highest, Math.max(0, speed - step * CHANGE)), highest];
  }

  /** As far as the car can come in so many steps. */
  farthest(steps: number): number {
    return speeds(steps).reduce((sum, _, i) => sum + this.range(i + 1)[1], 0);
  }

  cell(id: string, name: string, row: number, column: number, values: [number, number] = [0, 1]): string {
    this.declaration.cells.push({ id, name, row, column, values });
    return id;
  }

  rule(constraint: Constraint): void {
    this.declaration.constraints.push(constraint);
  }

  /** The places driven in so many steps, with a choice that counts so many of them. */
  driven(
    name: string,
    steps: number,
    limits: { at_least?: number; at_most?: number },
    choice?: [string, number],
  ): void {
    const cells = [...speeds(steps), ...(choice ? [choice[0]] : [])];
    const coefficients = [...speeds(steps).map(() => 1), ...(choice ? [choice[1]] : [])];
    this.rule({ kind: "sum", name, cells, coefficients, ...limits });
  }
}

export function declare(sight: Sight, sentences: Sentences, words: PlanWords, reach: Reach = AHEAD): Declaration {
  const plan = new Plan(sight, reach);
  for (let step = 1; step <= reach.steps; step++) {
    plan.cell(speedId(step), words.speed(step), 0, step - 1, plan.range(step));
  }
  for (let step = 2; step <= reach.steps; step++) {
    plan.rule({ kind: "difference", name: words.car, cells: [speedId(step - 1), speedId(step)], at_most: CHANGE });
  }
  sight.gates.forEach((gate, i) => {
    if (binds(sentences, gate)) waitAt(plan, gate, i, words, reach.steps);
  });
  if (sight.school) slowDown(plan, sight.school, sentences.limit, words, reach.steps);
  return plan.declaration;
}

/** Over the line while it is still free, or not at all. */
function waitAt(plan: Plan, gate: SeenGate, index: number, words: PlanWords, steps: number): void {
  const { distance, free } = gate;
  const name = gate.kind === "light" ? words.stop : words.yield;
  if (free === null || free >= steps || plan.farthest(steps) <= distance) return;
  if (plan.farthest(free) <= distance) return plan.driven(name, steps, { at_most: distance });
  const passes = plan.cell(`passes${index}`, words.passes(gate), 1, index);
  plan.driven(name, free, { at_least: 0 }, [passes, -(distance + 1)]);
  plan.driven(name, steps, { at_most: distance }, [passes, distance - plan.farthest(steps)]);
}

/** In each step no faster than the limit, unless it ends before the school or begins behind it. */
function slowDown(plan: Plan, { from, to }: Zone, limit: number, words: PlanWords, steps: number): void {
  const name = words.school;
  for (let step = 1; step <= steps; step++) {
    const [lowest, highest] = plan.range(step);
    if (highest <= limit || plan.farthest(step) < from) continue;
    const slow = Math.max(0, limit - lowest + 1);
    const of: Statement[] = Array.from({ length: slow }, (_, i) => ({ cell: speedId(step), is: lowest + i }));
    if (from > 0) {
      const before = plan.cell(`before${step}`, words.before(step), 2, step - 1);
      const room = plan.farthest(step) - (from - 1);
      plan.driven(name, step, { at_most: plan.farthest(step) }, [before, room]);
      of.push({ cell: before, is: 1 });
    }
    if (plan.farthest(step - 1) > to) {
      const behind = plan.cell(`behind${step}`, words.behind(step), 3, step - 1);
      plan.driven(name, step - 1, { at_least: 0 }, [behind, -(to + 1)]);
      of.push({ cell: behind, is: 1 });
    }
    if (of.length > slow) plan.rule({ kind: "any", name, of });
    else plan.rule({ kind: "sum", name, cells: [speedId(step)], coefficients: [1], at_most: limit });
  }
}
