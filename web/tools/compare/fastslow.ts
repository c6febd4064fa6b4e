// Ours: the solver module that the page ships, through its one door. It is given the puzzle's text, as the page gives
// it, so that reading the text and lowering the rules count, which the peers are spared.

import type { SolutionAnswer, SolverRequest, UniqueAnswer } from "../../src/protocol/engine";
import { SolverTalk } from "../../src/host/solver_talk";
import type { Answer, Peer, Posed } from "./peer";
import { answerOf, unknown } from "./peer";

export interface Module {
  call(request: unknown): unknown;
}

/** `fresh` makes a new instance of the module; what was compiled before is used again. */
export function fastslowPeer(fresh: () => Promise<Module>): Peer {
  let module: Module | null = null;
  let talk = new SolverTalk();
  let asked = 0;
  const start = async (): Promise<void> => {
    module = await fresh();
    talk = new SolverTalk();
  };
  return {
    load: start,
    forget: start,
    solve({ family, text }: Posed, unique: boolean): Promise<Answer> {
      const puzzle = String(++asked);
      const task = unique ? "unique" : "solve";
      const request: SolverRequest = { puzzle, position: "0", task, facts: [], budget: 0 };
      let answer: unknown = null;
      for (const said of talk.put(request, { puzzle, family, text })) answer = module!.call(said);
      return Promise.resolve(read(answer as SolutionAnswer | UniqueAnswer));
    },
  };
}

function read(answer: SolutionAnswer | UniqueAnswer): Answer {
  const found = answer.solutions.map((text) => ({ text }));
  if (answer.task === "solve") return answer.truth === "unknown" ? unknown("unknown") : answerOf(found, false);
  return answer.count === "unknown" ? unknown("unknown") : answerOf(found, true);
}
