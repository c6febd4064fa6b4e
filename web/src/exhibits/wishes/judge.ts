// System 2's part: goes through what a method proposes, in its order, until the conditions refute no more. Every verdict is
// the solver's, with its proof; nothing here knows what a condition means.

import type { Host } from "../../host/host";
import type { Found } from "../../host/types";
import type { Board, Proof } from "../../protocol/engine";
import type { Condition, Declared } from "./declare";

export interface Refused {
  product: number;
  /** The condition that the proof rests on, and the proof. */
  by: Condition[];
  proof: Proof;
}

export interface Verdict {
  board: Board;
  refused: Refused[];
  /** The first that stands: each condition with the proof that it is met. */
  accepted: { product: number; reasons: { condition: Condition; proof: Proof }[] } | null;
  /** Where nothing can stand: the conditions that rule each other out. */
  clash: Condition[];
  ms: number;
  asked: number;
}

/** `candidates`: as they were declared. Stops without a verdict (null) when `goOn` says that somebody else has the host. */
export async function judge(
  host: Host,
  declared: Declared,
  candidates: readonly number[],
  goOn: () => boolean,
): Promise<Verdict | null> {
  if (!goOn()) return null;
  const { board } = await host.open(declared);
  const verdict: Verdict = { board, refused: [], accepted: null, clash: [], ms: 0, asked: 0 };
  const examine = async (cell: number, value: number): Promise<Found> => {
    const found = await host.examine(cell, value);
    verdict.ms += found.system2Ms;
    verdict.asked += 1;
    return found;
  };
  const named = (proof: Proof) =>
    declared.conditions.filter(
      ({ cell }) => cell === proof.variable || proof.facts.some((fact) => fact.variable === cell),
    );
  const conditionsOf = (proof: Proof) => named(proof).map(({ condition }) => condition);
  for (const { cell } of declared.conditions) if (goOn()) await host.play(cell, 1);
  for (const [at, product] of candidates.entries()) {
    if (!goOn()) return null;
    const found = await examine(declared.product, declared.first + at);
    if (found.answer.finding === "contradiction") {
      verdict.clash = found.wrong ? conditionsOf(found.wrong) : declared.conditions.map(({ condition }) => condition);
      return verdict;
    }
    if (found.answer.finding === "refuted" && found.proof) {
      verdict.refused.push({ product, by: conditionsOf(found.proof), proof: found.proof });
      continue;
    }
    if (!goOn()) return null;
    await host.reset();
    await host.play(declared.product, declared.first + at);
    const reasons = [];
    for (const { condition, cell } of declared.conditions) {
      if (!goOn()) return null;
      const { proof } = await examine(cell, 1);
      if (proof) reasons.push({ condition, proof });
    }
    verdict.accepted = { product, reasons };
    return verdict;
  }
  return verdict;
}
