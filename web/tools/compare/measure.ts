// One peer on one set of puzzles, timed where it runs: under Node or in a page. What is told goes out at once, so that
// nothing is lost if the peer never answers.

import type { Answer, Peer, Posed } from "./peer";
import { unknown } from "./peer";

export interface Job {
  /** Asked about before the puzzles, and not counted. */
  warmUp: readonly Posed[];
  puzzles: readonly Posed[];
  /** Whether its rules are told once for all of them. */
  kept: boolean;
}

export type Task = "solve" | "unique";

export type Told =
  /** The library is loaded; then the rules are told, where they are kept. */
  | { kind: "loaded"; ms: number }
  | { kind: "rules"; ms: number }
  /** The first puzzle that a fresh library is given. */
  | { kind: "first"; ms: number; answer: Answer }
  | { kind: "answer"; task: Task; puzzle: number; ms: number; answer: Answer }
  | { kind: "done" };

export async function measurePeer(peer: Peer, job: Job, tell: (told: Told) => void): Promise<void> {
  const { puzzles, warmUp } = job;
  const first = puzzles[0];
  if (first === undefined) return;
  tell({ kind: "loaded", ms: (await timed(() => peer.load())).ms });
  const tellRules = async (): Promise<void> => {
    if (job.kept) tell({ kind: "rules", ms: (await timed(() => peer.tell!(first))).ms });
  };
  await tellRules();
  const { value, ms } = await timed(() => asked(peer, first, false));
  tell({ kind: "first", ms, answer: value });
  // Each question is put to a peer that has not seen the puzzle before.
  for (const task of ["solve", "unique"] as const) {
    await peer.forget();
    await tellRules();
    for (const puzzle of warmUp) await asked(peer, puzzle, task === "unique");
    for (const [at, puzzle] of puzzles.entries()) {
      const { value: answer, ms } = await timed(() => asked(peer, puzzle, task === "unique"));
      tell({ kind: "answer", task, puzzle: at, ms, answer });
    }
  }
  tell({ kind: "done" });
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}

/** A peer that throws has not answered. */
async function asked(peer: Peer, puzzle: Posed, unique: boolean): Promise<Answer> {
  try {
    return await peer.solve(puzzle, unique);
  } catch (thrown) {
    return unknown(thrown instanceof Error ? thrown.message : JSON.stringify(thrown));
  }
}
