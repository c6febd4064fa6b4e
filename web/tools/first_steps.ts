// The first steps of the pair on a puzzle, and whether they show what the page is about.

import type { Decision } from "../src/protocol/engine";
import type { Host } from "../src/host/host";

/** So many steps a newcomer is expected to take. */
export const FIRST_STEPS = 5;

export interface Shown {
  /** Intuition was quick and right. */
  right: boolean;
  /** System 2 was asked. */
  asked: boolean;
  /** Intuition was unsure, and System 2 checked its guess. */
  checked: boolean;
  /** There is a proof to be read, and its lines lead to what it proves. */
  proved: boolean;
  /** A mistake was taken back. */
  mended: boolean;
}

export async function firstSteps(host: Host, puzzle: { family: string; text: string }): Promise<Decision[]> {
  await host.open(puzzle);
  const decisions: Decision[] = [];
  while (decisions.length < FIRST_STEPS) {
    const result = await host.step();
    if (result.kind !== "decided") break;
    decisions.push(result.decision);
  }
  return decisions;
}

/** `solution`: the value of each variable. */
export function shownBy(decisions: readonly Decision[], solution: readonly (number | null)[]): Shown {
  return {
    right: decisions.some((d) => d.kind === "place" && d.source === "system1" && solution[d.variable] === d.value),
    asked: decisions.some(({ thought }) => thought?.deliberation != null),
    checked: decisions.some(({ source, thought }) => source === "both" && thought?.verdict === "verdict.unsure"),
    proved: decisions.some(({ core }) => core !== null),
    mended: decisions.some(({ kind }) => kind === "take_back"),
  };
}
