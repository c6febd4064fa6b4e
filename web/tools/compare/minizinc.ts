// npm `minizinc`: the model that `fastslow export --to minizinc` writes, compiled anew for each puzzle, as there is no
// other way, and solved by Gecode or Chuffed.

import type { Answer, Peer, Posed } from "./peer";
import { answerOf, unknown } from "./peer";

/** Of the package what is used here. */
export interface MiniZinc {
  Model: new () => {
    addFile(name: string, text: string): void;
    solve(config: { jsonOutput: boolean; options: Record<string, unknown> }): Solving;
  };
}

interface Solving extends PromiseLike<{ status: string }> {
  on(event: "solution", heard: (message: { output: Record<string, unknown> }) => void): void;
}

/** The statuses after which nothing was left open. */
const SETTLED = ["SATISFIED", "ALL_SOLUTIONS", "UNSATISFIABLE"];

export function minizincPeer(load: () => Promise<MiniZinc>, solver: "gecode" | "chuffed"): Peer {
  let library: MiniZinc | null = null;
  return {
    load: async () => void (library = await load()),
    forget: () => Promise.resolve(),
    async solve({ minizinc }: Posed, unique: boolean): Promise<Answer> {
      const model = new library!.Model();
      model.addFile("puzzle.mzn", minizinc);
      const found: { values: number[] }[] = [];
      const options = { solver, "num-solutions": unique ? 2 : 1 };
      const solving = model.solve({ jsonOutput: false, options });
      // The exporter has it print a line for each solution: the values of the visible variables.
      solving.on("solution", ({ output }) => {
        found.push({ values: String(output["default"]).trim().split(/\s+/).map(Number) });
      });
      const { status } = await solving;
      return SETTLED.includes(status) ? answerOf(found, unique) : unknown(status);
    },
  };
}
