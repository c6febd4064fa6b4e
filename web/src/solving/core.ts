// Why something cannot be. The solver module names the rules that rule each other out by their names, twelve at most
// (engine/wire/proofs.cc). Hence rules, givens and assumptions are given numbers for names, at first many to one: those of
// numbers that are not named are left out, and what is left is numbered anew.

import type { Clash } from "../protocol/solver";
import type { Constraint, Core, Declaration, Statement } from "./contract";

/** What takes part in a contradiction, and the rule that says it. */
interface Part {
  what: "constraint" | "assumption" | "given";
  index: number;
  said: string;
  rule: Constraint;
}

/** As many names as the module tells. */
const NAMES = 12;
/** So many are tried one by one, where numbers no longer help. */
const FEW = 60;

const inWords = (statement: Statement): string =>
  "is" in statement ? `${statement.cell} is ${statement.is}` : `${statement.cell} is not ${statement.is_not}`;

const stated = (statement: Statement): Constraint => ({ kind: "any", of: [statement] });

function partsOf({ constraints = [], givens = {} }: Declaration, assume: readonly Statement[]): Part[] {
  const known = Object.entries(givens).map(([cell, is]) => ({ cell, is }));
  return [
    ...constraints.map((rule, index) => ({
      ...{ what: "constraint" as const, index, rule },
      said: rule.name ?? `rule ${index + 1}`,
    })),
    ...assume.map((one, index) => ({ what: "assumption" as const, index, said: inWords(one), rule: stated(one) })),
    ...known.map((one, index) => ({ what: "given" as const, index, said: inWords(one), rule: stated(one) })),
  ];
}

/** What a declaration's rules say of each other: null if they can all hold. */
export type Found = Clash | null | "unknown";

export function checkedCore(
  declaration: Declaration,
  assume: readonly Statement[],
  clash: (declaration: object) => Found,
): Core | null {
  const { givens = {}, ...rest } = declaration;
  const asked = (parts: Part[], name: (index: number) => number) =>
    clash({ ...rest, constraints: parts.map(({ rule }, i) => ({ ...rule, name: String(name(i)) })) });
  let parts = partsOf(declaration, assume);
  for (;;) {
    const share = Math.ceil(parts.length / NAMES);
    const found = asked(parts, (i) => Math.floor(i / share));
    if (found === null || found === "unknown") return null;
    const named = new Set((found.args["units"] as { key: string }[]).map(({ key }) => key.replace(/^@/, "")));
    const left = parts.filter((_, i) => named.has(String(Math.floor(i / share))));
    const minimal = share === 1 && !found.key.endsWith("_some");
    if (share === 1) return coreOf(left, assume, Object.keys(givens), minimal);
    if (left.length === parts.length) return oneByOne(left, (tried) => asked(tried, () => 0));
    parts = left;
  }

  /** Leaves out whatever can be. */
  function oneByOne(all: Part[], contradict: (parts: Part[]) => Found): Core {
    let left = all;
    let minimal = all.length <= FEW;
    for (const part of minimal ? all : []) {
      const without = left.filter((other) => other !== part);
      const found = contradict(without);
      if (found === "unknown") minimal = false;
      else if (found !== null) left = without;
    }
    return coreOf(left, assume, Object.keys(givens), minimal);
  }
}

function coreOf(parts: Part[], assume: readonly Statement[], givens: string[], minimal: boolean): Core {
  const indices = (what: Part["what"]) => parts.filter((part) => part.what === what).map(({ index }) => index);
  return {
    constraints: indices("constraint"),
    assumptions: indices("assumption").map((index) => assume[index]!),
    givens: indices("given").map((index) => givens[index]!),
    said: parts.map(({ said }) => said),
    minimal,
  };
}
