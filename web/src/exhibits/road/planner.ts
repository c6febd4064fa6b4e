// System 2 at the wheel. The declaration of what is seen is opened in the host, and of the next speeds the first is taken
// that is not refuted. A refutation is the reason; if every speed is refuted, the rules rule each other out, and which do is
// told instead.

import type { Board, Clash, Proof } from "../../protocol/engine";
import type { Host } from "../../host/host";
import type { Declaration } from "./declaration";
import { declare, speedId, type PlanWords } from "./plan";
import type { Sentences } from "./sentences";
import { STEPS, type Sight } from "./sight";

/** Of the cells, the first is the next speed. */
const NEXT = 0;

export interface Refutation {
  speed: number;
  proof: Proof;
}

export interface Considered {
  /** The first that is not refuted; null in a dilemma. */
  speed: number | null;
  /** Why not the ones before it. */
  refuted: Refutation[];
  /** In a dilemma the rules that clash, if it was found which. */
  clash: Clash | null;
  /** Of what the sentences speak. */
  board: Board;
  questions: number;
  /** Milliseconds that System 2 computed. */
  ms: number;
}

/** What of the host is used. */
export type Judge = Pick<Host, "open" | "examine" | "unique">;

/** `wanted`: next speeds, the most wanted first. */
export async function consider(
  judge: Judge,
  { sight, sentences, words }: { sight: Sight; sentences: Sentences; words: PlanWords },
  wanted: readonly number[],
): Promise<Considered> {
  const { board } = await judge.open({ family: "custom", text: JSON.stringify(declare(sight, sentences, words)) });
  const considered: Considered = { speed: null, refuted: [], clash: null, board, questions: 0, ms: 0 };
  for (const speed of wanted) {
    const { answer, proof, system2Ms } = await judge.examine(NEXT, speed);
    considered.questions += 1;
    considered.ms += system2Ms;
    if (answer.finding === "contradiction") break;
    if (answer.finding !== "refuted") return { ...considered, speed };
    if (proof) considered.refuted.push({ speed, proof });
  }
  return { ...considered, clash: (await judge.unique()).clash ?? null };
}

/** With one way of going on: the speeds of the steps to come. */
export interface Planned extends Considered {
  plan: number[];
}

/** After `consider`: a plan that begins with its speed and keeps every sentence, one of perhaps many. */
export async function planOf(judge: Pick<Host, "play" | "solution">, considered: Considered): Promise<Planned> {
  if (considered.speed === null) return { ...considered, plan: [] };
  await judge.play(NEXT, considered.speed);
  const { answer, system2Ms } = await judge.solution();
  const { givens } = JSON.parse(answer.solutions[0] ?? "{}") as Partial<
    Declaration & { givens: Record<string, number> }
  >;
  const plan = Array.from({ length: STEPS }, (_, i) => givens?.[speedId(i + 1)] ?? 0);
  return { ...considered, plan, ms: considered.ms + system2Ms };
}
