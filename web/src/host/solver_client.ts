// System 2's worker. It is told of a puzzle once; each question then says how its facts differ from those before.

import type { AnswerTo, Board, IndexedFact, SolverCalls, SolverRequest, Splice, Task } from "../protocol/engine";
import { checkAnswer } from "../protocol/checked";
import { failWith, HostError } from "../protocol/problems";
import { Channel } from "./channel";
import type { ChannelOwner } from "./channel";

export interface Timed<A> {
  answer: A;
  system2Ms: number;
}

type Puzzle = Pick<Board, "puzzle" | "family" | "text">;

/** The module holds another puzzle, or other facts, than was thought. */
const OUT_OF_STEP = ["error.solver.puzzle", "error.solver.facts"];

export class SolverClient {
  readonly #channel: Channel;
  /** What the worker holds. */
  #told: { puzzle: string; version: number; facts: IndexedFact[] } | null = null;

  constructor(owner: ChannelOwner) {
    this.#channel = new Channel("solver", owner);
  }

  load(): Promise<void> {
    return this.#channel.load();
  }

  /** `lasting`: not about the present position, so that a move does not make the answer useless. */
  async solve<T extends Task>(
    request: SolverRequest & { task: T },
    puzzle: Puzzle,
    options: { lasting?: boolean } = {},
  ): Promise<Timed<AnswerTo<T>>> {
    if (request.puzzle !== puzzle.puzzle) throw failWith("error.worker.answer", { part: "engine" });
    try {
      return await this.#ask(request, puzzle, options);
    } catch (thrown) {
      if (!(thrown instanceof HostError && OUT_OF_STEP.includes(thrown.problem.key))) throw thrown;
      this.#told = null; // a new worker, or one that has lost what it was told
      return await this.#ask(request, puzzle, options);
    }
  }

  async #ask<T extends Task>(
    request: SolverRequest & { task: T },
    puzzle: Puzzle,
    options: { lasting?: boolean },
  ): Promise<Timed<AnswerTo<T>>> {
    // Both are sent before either is answered: requests reach the worker in the order in which they were made.
    const telling = this.#tell(puzzle, options);
    const { version: from, facts: before } = this.#told!;
    const facts = { from, to: from + 1, ...spliced(before, request.facts) };
    this.#told = { puzzle: puzzle.puzzle, version: from + 1, facts: request.facts };
    const solving = this.#channel.request({ op: "solve", ...request, facts } satisfies Request<"solve">, options);
    telling?.catch(() => undefined);
    solving.catch(() => undefined);
    await telling;
    const { value, ms } = await solving;
    return { answer: checkAnswer(request.task, value), system2Ms: ms };
  }

  #tell({ puzzle, family, text }: Puzzle, options: { lasting?: boolean }): Promise<unknown> | null {
    if (this.#told?.puzzle === puzzle) return null;
    this.#told = { puzzle, version: 0, facts: [] };
    return this.#channel.request({ op: "tell", puzzle, family, text } satisfies Request<"tell">, options);
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

type Request<O extends keyof SolverCalls> = { op: O } & SolverCalls[O][0];

/** Facts are in the order of the game, so that most of them stay where they were. */
export function spliced(before: readonly IndexedFact[], after: readonly IndexedFact[]): Omit<Splice, "from" | "to"> {
  const same = (a: IndexedFact | undefined, b: IndexedFact | undefined): boolean =>
    a?.[0] === b?.[0] && a?.[1] === b?.[1];
  const most = Math.min(before.length, after.length);
  let keep = 0;
  while (keep < most && same(before[keep], after[keep])) keep++;
  let end = 0;
  while (end < most - keep && same(before.at(-1 - end), after.at(-1 - end))) end++;
  return { keep, drop: before.length - keep - end, add: after.slice(keep, after.length - end) };
}
