// System 2 looks at a plan: the declaration of what is seen is opened in the host, and the plan's next speed is examined. If
// it is refuted, the fastest next speed that is not refuted is looked for below it.

import type { Board, Proof } from "../../protocol/engine";
import type { Host } from "../../host/host";
import { declare, LIMITS, reachable, type Limit, type LimitWords, type Plan } from "./limits";

/** Of the cells, the first is the next speed. */
const NEXT = 0;

export interface Verdict {
  plan: Plan;
  /** Why not; null where nothing forbids the plan. */
  proof: Proof | null;
  /** The limits that the proof cites. */
  limits: Limit[];
  /** The fastest next speed that nothing forbids; null if there is none. */
  allowed: number | null;
  board: Board;
  /** Milliseconds that System 2 computed. */
  ms: number;
}

/** What of the host is used. */
export type Judge = Pick<Host, "open" | "examine">;

export async function judge(judge: Judge, plan: Plan, words: LimitWords): Promise<Verdict> {
  const { board } = await judge.open({ family: "custom", text: JSON.stringify(declare(plan, words)) });
  const verdict: Verdict = { plan, proof: null, limits: [], allowed: null, board, ms: 0 };
  for (let speed = plan.next; speed >= reachable(plan.speed)[0]; speed--) {
    const { answer, proof, system2Ms } = await judge.examine(NEXT, speed);
    verdict.ms += system2Ms;
    if (answer.finding === "contradiction") break;
    if (answer.finding !== "refuted") return { ...verdict, allowed: speed };
    if (!verdict.proof && proof) {
      verdict.proof = proof;
      verdict.limits = limitsOf(proof, words);
    }
  }
  return verdict;
}

/** An author's own name is the key of a rule's name, behind a sign. */
export function limitsOf(proof: Proof, words: LimitWords): Limit[] {
  const cited = JSON.stringify(proof.rules.map(({ name }) => name));
  return LIMITS.filter((limit) => cited.includes(JSON.stringify(words.limit(limit)).slice(1, -1)));
}
