// npm `logic-solver` (MiniSat): its formulas for "or" and "at most one", its adders for all other sums. Once with a fresh
// solver for each puzzle, once with the rules told once and the givens as assumptions.

import { positive, valuesOf, visibleOf } from "./groups";
import type { Groups, Sum } from "./groups";
import type { Answer, Peer, Posed, Solution } from "./peer";
import { answerOf } from "./peer";

type Formula = string | { readonly formula: unique symbol };
interface Bits {
  readonly bits: unique symbol;
}

interface LogicSolver {
  require(...formulas: Formula[]): void;
  solveAssuming(formula: Formula): { getTrueVars(): string[] } | null;
}

/** Of the package what is used here. */
export interface Logic {
  Solver: new () => LogicSolver;
  FALSE: Formula;
  or(formulas: Formula[]): Formula;
  and(formulas: Formula[]): Formula;
  not(formula: Formula): Formula;
  atMostOne(formulas: Formula[]): Formula;
  weightedSum(formulas: Formula[], weights: number[]): Bits;
  constantBits(number: number): Bits;
  lessThanOrEqual(a: Bits, b: Bits): Formula;
}

/** The package takes numbers for something else. */
const name = (literal: number): string => `l${String(literal)}`;

/** A solver with one puzzle, or, if `kept`, with the rules of many. */
class Told {
  readonly #logic: Logic;
  readonly #solver: LogicSolver;
  readonly #kept: boolean;
  #guards = 0;

  constructor(logic: Logic, groups: Groups, kept: boolean) {
    this.#logic = logic;
    this.#kept = kept;
    this.#solver = new logic.Solver();
    for (const group of groups.groups) this.#tell(positive(group));
    if (!kept) this.#solver.require(...groups.givens.map(name));
  }

  solve(groups: Groups, unique: boolean): Answer {
    const logic = this.#logic;
    const givens = this.#kept ? groups.givens.map(name) : [];
    const found: Solution[] = [];
    const first = this.#check(givens);
    if (first === null) return answerOf(found, unique);
    const holds = (literal: number): boolean => first.has(name(literal));
    found.push({ values: valuesOf(groups, holds) });
    if (!unique) return answerOf(found, false);
    // Among kept rules the second question is behind a guard, so that it binds nobody later.
    const guards = this.#kept ? [`guard${String(this.#guards++)}`] : [];
    const negated = [...guards, ...visibleOf(groups, holds).map(name)].map((one) => logic.not(one));
    this.#solver.require(logic.or(negated));
    const second = this.#check([...givens, ...guards]);
    if (second !== null) found.push({ values: valuesOf(groups, (literal) => second.has(name(literal))) });
    return answerOf(found, true);
  }

  #check(assumptions: string[]): Set<string> | null {
    const solution = this.#solver.solveAssuming(this.#logic.and(assumptions));
    return solution === null ? null : new Set(solution.getTrueVars());
  }

  #tell({ terms, at_least: low, at_most: high }: Sum): void {
    const logic = this.#logic;
    const formulas = terms.map(({ literal, negated }) => (negated ? logic.not(name(literal)) : name(literal)));
    const weights = terms.map(({ weight }) => weight);
    if (low !== null) this.#solver.require(low === 1 ? logic.or(formulas) : this.#atLeast(low, formulas, weights));
    if (high === null) return;
    const one = high === 1 && weights.every((weight) => weight === 1);
    this.#solver.require(one ? logic.atMostOne(formulas) : this.#atMost(high, formulas, weights));
  }

  #atLeast(bound: number, formulas: Formula[], weights: number[]): Formula {
    const logic = this.#logic;
    return logic.lessThanOrEqual(logic.constantBits(bound), logic.weightedSum(formulas, weights));
  }

  #atMost(bound: number, formulas: Formula[], weights: number[]): Formula {
    const logic = this.#logic;
    if (bound < 0) return logic.FALSE;
    return logic.lessThanOrEqual(logic.weightedSum(formulas, weights), logic.constantBits(bound));
  }
}

export function logicPeer(load: () => Promise<Logic>): Peer {
  let logic: Logic | null = null;
  return {
    load: async () => void (logic = await load()),
    forget: () => Promise.resolve(),
    solve: ({ groups }: Posed, unique: boolean) =>
      Promise.resolve(new Told(logic!, groups, false).solve(groups, unique)),
  };
}

export function logicKeptPeer(load: () => Promise<Logic>): Peer {
  let logic: Logic | null = null;
  let told: Told | null = null;
  return {
    load: async () => void (logic = await load()),
    tell: ({ groups }: Posed) => Promise.resolve(void (told = new Told(logic!, groups, true))),
    forget: () => Promise.resolve(void (told = null)),
    solve: ({ groups }: Posed, unique: boolean) => Promise.resolve(told!.solve(groups, unique)),
  };
}
