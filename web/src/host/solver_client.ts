// System 2's worker.

import type { AnswerTo, SolverRequest, Task } from "../protocol/engine";
import { checkAnswer } from "../protocol/checked";
import { failWith, HostError } from "../protocol/problems";
import { Channel } from "./channel";
import type { Answer, ChannelOwner } from "./channel";
import { SolverTalk, type Puzzle } from "./solver_talk";

export interface Timed<A> {
  answer: A;
  system2Ms: number;
}

interface Asking<A> {
  /** Not about the present position, so that a move does not make the answer useless. */
  lasting?: boolean;
  /** Told of a first answer whose proof may yet become shorter. */
  draft?: ((first: Timed<A>) => void) | undefined;
}

/** The module holds another puzzle, or other facts, than was thought. */
const OUT_OF_STEP = ["error.solver.puzzle", "error.solver.facts"];

export class SolverClient {
  readonly #channel: Channel;
  readonly #talk = new SolverTalk();

  constructor(owner: ChannelOwner) {
    this.#channel = new Channel("solver", owner);
  }

  load(): Promise<void> {
    return this.#channel.load();
  }

  /** `board`: what the request is about. */
  async solve<T extends Task>(
    request: SolverRequest & { task: T },
    board: Puzzle,
    options: Asking<AnswerTo<T>> = {},
  ): Promise<Timed<AnswerTo<T>>> {
    if (request.puzzle !== board.puzzle) throw failWith("error.worker.answer", { part: "engine" });
    try {
      return await this.#ask(request, board, options);
    } catch (thrown) {
      if (!(thrown instanceof HostError && OUT_OF_STEP.includes(thrown.problem.key))) throw thrown;
      this.#talk.forget(); // a new worker, or one that did not hear everything
      return await this.#ask(request, board, options);
    }
  }

  async #ask<T extends Task>(
    request: SolverRequest & { task: T },
    board: Puzzle,
    { lasting = false, draft }: Asking<AnswerTo<T>>,
  ): Promise<Timed<AnswerTo<T>>> {
    const told =
      draft && ((first: Answer) => draft({ answer: checkAnswer(request.task, first.value), system2Ms: first.ms }));
    const asked = told ? { ...request, drafts: true } : request;
    // All are sent before any is answered, so that no other question comes between them.
    const answers = this.#talk.put(asked, board).map((said) => this.#channel.request(said, { lasting, draft: told }));
    const last = (await Promise.all(answers)).at(-1)!;
    return { answer: checkAnswer(request.task, last.value), system2Ms: last.ms };
  }

  /** Nobody wants the answers about the present position any more. */
  drop(): void {
    this.#channel.drop();
  }

  /** Ends a computation at once. */
  cancel(): void {
    this.#channel.cancel();
  }

  close(): void {
    this.#channel.close();
  }
}
