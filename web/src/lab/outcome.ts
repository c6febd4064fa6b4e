// What one game says about a guarantee. Told by a game in which everything doubted was examined, whatever its threshold,
// until the first wrong move went unchecked (engine/arbiter/strategies/risk_controlled.cc).

import type { Decision } from "../protocol/engine";

/**
 * The worst error: the highest confidence of a wrong move that a rule which trusts from some confidence on would have
 * played unchecked, -1 where there was none. And the least confidence of a proposal, 0 where one visibly broke a rule:
 * from a threshold above it on, System 2 is asked at least once.
 */
export interface Outcome {
  worst: number;
  least: number;
}

/** `truth`: the only solution. */
export function outcomeOf(decisions: readonly Decision[], truth: readonly (number | null)[]): Outcome {
  const weighed = decisions.flatMap(({ thought }) => {
    if (!thought?.intuition) return [];
    const { proposal, evidence } = thought.intuition;
    // What visibly breaks a rule is not played unchecked, however sure System 1 is of it.
    const sure = evidence.legal && evidence.violated === 0 ? proposal.probability : 0;
    return [{ sure, wrong: truth[proposal.variable] !== proposal.value }];
  });
  const wrong = weighed.filter((one) => one.wrong && one.sure > 0).map(({ sure }) => sure);
  return { worst: Math.max(-1, ...wrong), least: Math.min(1, ...weighed.map(({ sure }) => sure)) };
}
