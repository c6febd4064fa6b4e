// System 2 on a problem: it opens the declaration in the host's game, looks whether exactly one answer fits, and proves it.

import type { Tongue } from "./grammar";
import { plain, tell } from "../../i18n/sentences";
import type { Host } from "../../host/host";
import type { Board } from "../../protocol/engine";
import { askedOf, declare } from "./declare";
import type { Reading } from "./read";

export interface Solved {
  /** How many answers fit. */
  count: "none" | "one" | "several" | "budget";
  /** Where there is one. */
  answer: number | null;
  ms: number;
}

interface Givens {
  givens: Record<string, number>;
}

/** Opens the problem as the host's game, and solves it. */
export async function solve(host: Host, reading: Reading, language: Tongue): Promise<Solved> {
  await host.open({ family: "custom", text: declare(reading, language) });
  const begun = performance.now();
  const { count, solutions } = await host.unique();
  const ms = performance.now() - begun;
  if (count !== "one") return { count: count as Solved["count"], answer: null, ms };
  const { givens } = JSON.parse(solutions[0]!) as Givens;
  return { count, answer: givens[reading.structure.asked]!, ms };
}

export interface Verdict {
  finding: "forced" | "refuted" | "other";
  /** Its reasons, line by line. */
  lines: string[];
  ms: number;
}

/** Whether the sums force or refute an answer to the problem that is open, and why. A number that no unknown can be is
 *  refuted without reasons. */
export async function check(host: Host, board: Board, reading: Reading, answer: number): Promise<Verdict> {
  const variable = askedOf(reading);
  const { lowest, highest } = board.cells[variable]!;
  if (answer < lowest || answer > highest) return { finding: "refuted", lines: [], ms: 0 };
  const { answer: found, proof, system2Ms } = await host.examine(variable, answer);
  const { finding } = found;
  const lines = proof?.lines.map((line) => plain(tell(line, board))) ?? [];
  return { finding: finding === "forced" || finding === "refuted" ? finding : "other", lines, ms: system2Ms };
}
