// Both systems and the arbitrator on the text of a problem. System 1 looks at the words; System 2 reads them by the grammar. The
// arbitrator puts System 1's answer into the sums: where they cannot hold, System 2 has the word.

import type { Tongue } from "./grammar";
import type { Host } from "../../host/host";
import type { NetworkFile } from "../../protocol/messages";
import type { System } from "../../protocol/parts";
import { sumTexts } from "./declare";
import { inputsOf, quickOf, type Quick } from "./quick";
import { isReading, read, type Reading } from "./read";
import { check, solve, type Solved, type Verdict } from "./solve";

/** System 2's part: what it read, found and proved. */
export interface Careful extends Solved {
  /** What it read, as sums. */
  sums: string[];
  /** Why the answer is the answer; without one, why System 1's is none. */
  why: Verdict | null;
}

export interface Thoughts {
  text: string;
  quick: Quick | null;
  /** Null where it could not read the text. */
  careful: Careful | null;
  /** What the sums say of System 1's answer; null where nobody could check. */
  checked: Verdict | null;
  /** What the pair answers. */
  pair: number | null;
}

/** System 1 alone. */
async function glance(host: Host, network: NetworkFile, text: string): Promise<{ quick: Quick | null; ms: number }> {
  const { outputs, ms } = await host.run(network, inputsOf(text));
  return { quick: quickOf(text, outputs["scores"]!.data), ms };
}

/** System 2 on what it has read, and what the sums say of System 1's answer. */
async function judge(host: Host, reading: Reading, quick: Quick | null, language: Tongue, signal?: AbortSignal) {
  const solved = await solve(host, reading, language);
  signal?.throwIfAborted();
  const board = host.game!.board;
  // Where nothing fits, everything is refuted: that needs no more words.
  const able = solved.count === "one" || solved.count === "several";
  const checked = able && quick ? await check(host, board, reading, quick.answer) : null;
  signal?.throwIfAborted();
  const agreed = checked?.finding === "forced";
  const why = agreed || solved.answer === null ? checked : await check(host, board, reading, solved.answer);
  const ms = solved.ms + (checked?.ms ?? 0) + (why === checked ? 0 : (why?.ms ?? 0));
  return { careful: { ...solved, ms, sums: sumTexts(reading, language), why }, checked };
}

/** `told`: each thought, for the meter. `signal`: when it is aborted, the host's game is let go of. */
export async function think(
  host: Host,
  network: NetworkFile,
  text: string,
  language: Tongue,
  told: (who: System, ms: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Thoughts> {
  await host.warmUp(); // what loading takes is no thought
  const { quick, ms } = await glance(host, network, text);
  signal?.throwIfAborted();
  told("system1", ms);
  const reading = read(text);
  const first = quick?.answer ?? null;
  if (!isReading(reading)) return { text, quick, careful: null, checked: null, pair: first };
  const { careful, checked } = await judge(host, reading, quick, language, signal);
  told("system2", careful.ms);
  const refuted = checked?.finding === "refuted";
  return { text, quick, careful, checked, pair: careful.answer ?? (refuted ? null : first) };
}

export type Likeness = "both" | "system1" | "system2" | "neither";

/** Which of the two gave the reader's answer. */
export function likenessOf(said: number, { quick, careful }: Thoughts): Likeness {
  const [one, two] = [said === quick?.answer, said === careful?.answer];
  return one && two ? "both" : one ? "system1" : two ? "system2" : "neither";
}
