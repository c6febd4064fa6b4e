// A puzzle as `fastslow export --to groups` writes it (engine/cli/groups.h): nothing but sums of literals between bounds.

export interface Group {
  literals: readonly number[];
  /** Null: all 1. */
  weights: readonly number[] | null;
  /** Null: no such bound. */
  at_least: number | null;
  at_most: number | null;
}

export interface Groups {
  format: "fastslow-groups/1";
  variables: readonly { lowest: number; highest: number; hidden: boolean }[];
  groups: readonly Group[];
  givens: readonly number[];
}

export function literalCount({ variables }: Groups): number {
  return variables.reduce((sum, { lowest, highest }) => sum + highest - lowest + 1, 0);
}

/** All but the givens: puzzles of which this is equal share their rules. */
export function rulesOf({ variables, groups }: Groups): string {
  return JSON.stringify({ variables, groups });
}

/** The visible variables' values, where these literals hold; null where not exactly one of a variable's does. */
export function valuesOf(groups: Groups, holds: (literal: number) => boolean): (number | null)[] {
  const values: (number | null)[] = [];
  let literal = 0;
  for (const { lowest, highest, hidden } of groups.variables) {
    const held: number[] = [];
    for (let value = lowest; value <= highest; value++) if (holds(literal++)) held.push(value);
    if (!hidden) values.push(held.length === 1 ? held[0]! : null);
  }
  return values;
}

/** The literals of the visible variables that hold. */
export function visibleOf(groups: Groups, holds: (literal: number) => boolean): number[] {
  const held: number[] = [];
  let literal = 0;
  for (const { lowest, highest, hidden } of groups.variables) {
    for (let value = lowest; value <= highest; value++, literal++) if (!hidden && holds(literal)) held.push(literal);
  }
  return held;
}

/** A literal or its negation, with a weight above 0. */
export interface Term {
  literal: number;
  negated: boolean;
  weight: number;
}

export interface Sum {
  terms: Term[];
  at_least: number | null;
  at_most: number | null;
}

/** The group with no weight below 1, as -w·x is w·(not x) - w; bounds that every choice meets are dropped. */
export function positive({ literals, weights, at_least, at_most }: Group): Sum {
  let shift = 0;
  const terms: Term[] = [];
  literals.forEach((literal, at) => {
    const weight = weights?.[at] ?? 1;
    if (weight < 0) shift -= weight;
    if (weight !== 0) terms.push({ literal, negated: weight < 0, weight: Math.abs(weight) });
  });
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const low = at_least === null ? null : at_least + shift;
  const high = at_most === null ? null : at_most + shift;
  return {
    terms,
    at_least: low !== null && low <= 0 ? null : low,
    at_most: high !== null && high >= total ? null : high,
  };
}

/** Whether every term counts 1. */
export function isCount({ terms }: Sum): boolean {
  return terms.every(({ weight }) => weight === 1);
}
