// What System 2 finds of a step, told in words: a first reason as soon as there is one, then the shortest.

import type { Core, DiagnosisAnswer, FindingAnswer, Proof, Question } from "../protocol/engine";
import { failWith } from "../protocol/problems";
import type { Timed } from "./solver_client";
import type { Found } from "./types";

export type StepQuestion = Extract<Question, { task: "choose" | "examine" }>;

interface Surroundings {
  /** Puts the question to System 2. */
  ask(draft?: (first: Timed<FindingAnswer>) => void): Promise<Timed<FindingAnswer>>;
  diagnose(): Promise<DiagnosisAnswer>;
  narrate(core: Core): Promise<Proof>;
  /** Whether the position that was asked about is still the present one. */
  isPresent(): boolean;
}

/** `first`: told of a first reason, if that is in words before the shortest is found. */
export async function found(host: Surroundings, first?: (found: Found) => void): Promise<Found> {
  const narrated = async (core: Core | undefined): Promise<Proof | null> => (core ? await host.narrate(core) : null);
  const proofOf = ({ answer }: Timed<FindingAnswer>) => narrated("core" in answer ? answer.core : undefined);
  let final = false;
  const drafted = async (draft: Timed<FindingAnswer>): Promise<void> => {
    const proof = await proofOf(draft);
    if (!final && host.isPresent()) first?.({ ...draft, proof, wrong: null, draft: true });
  };
  const answered = await host
    .ask(first && ((draft) => void drafted(draft).catch(() => undefined)))
    .finally(() => (final = true));
  const proof = await proofOf(answered);
  const contradiction = answered.answer.finding === "contradiction";
  // Of the moves that cannot stand, the first; none where what was given contradicts itself.
  const wrong = contradiction ? await narrated((await host.diagnose()).wrong[0]) : null;
  // Said of another position, it would be wrong.
  if (!host.isPresent()) throw failWith("error.worker.cancelled");
  return { ...answered, proof, wrong };
}
