// The first steps of the pair on a puzzle, and whether they show what the page is about.

import type { Decision, Proof } from "../src/protocol/engine";
import type { Host } from "../src/host/host";

/** So many steps a newcomer is expected to take. */
export const FIRST_STEPS = 5;

export interface Step {
  decision: Decision;
  proof: Proof | null;
}

export interface Shown {
  /** Intuition was quick and right. */
  right: boolean;
  /** System 2 was asked. */
  asked: boolean;
  /** Intuition was unsure, and System 2 checked its guess. */
  checked: boolean;
  /** There is a proof that is told step by step. */
  proved: boolean;
  /** A mistake was taken back. */
  mended: boolean;
}

/** What a newcomer has to see. */
export const showsAll = ({ right, asked, proved, mended }: Shown): boolean => right && asked && proved && mended;

/** Lines that only say which rules together leave no way. */
const NOT_TOLD = /^why\.by_(many_)?rules$/;

/** Whether somebody who reads the proof can follow it. */
export const isTold = (proof: Proof | null): boolean =>
  proof !== null && proof.lines.length > 0 && !proof.lines.some(({ key }) => NOT_TOLD.test(key));

/** Up to `count` steps; fewer if there is nothing more to do. */
export async function stepsOf(host: Host, puzzle: { family: string; text: string }, count: number): Promise<Step[]> {
  await host.open(puzzle);
  const steps: Step[] = [];
  while (steps.length < count) {
    const result = await host.step();
    if (result.kind !== "decided") break;
    const { decision } = result;
    steps.push({ decision, proof: decision.core === null ? null : (await host.decision(decision.id)).proof });
  }
  return steps;
}

/** `solution`: the value of each variable. */
export function shownBy(steps: readonly Step[], solution: readonly (number | null)[]): Shown {
  const decisions = steps.map(({ decision }) => decision);
  return {
    right: decisions.some((d) => d.kind === "place" && d.source === "system1" && solution[d.variable] === d.value),
    asked: decisions.some(({ thought }) => thought?.deliberation != null),
    checked: decisions.some(({ source, thought }) => source === "both" && thought?.verdict === "verdict.unsure"),
    proved: steps.some(({ proof }) => isTold(proof)),
    mended: decisions.some(({ kind }) => kind === "take_back"),
  };
}
