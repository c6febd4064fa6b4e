// System 2: questions and answers, and the operations of the solver module (engine/wire/solver_door.h).

import type { Candidate } from "./decision";
import { PRACTICE_OPERATIONS, type PracticeCalls } from "./practice";
import type { Argument, Core } from "./proof";
import type { Protocol } from "./protocol";
import type { PositionId } from "./view";

export const TASKS = ["choose", "examine", "diagnose", "solve", "unique", "marginals"] as const;
export type Task = (typeof TASKS)[number];

export const FINDINGS = ["forced", "refuted", "undetermined", "contradiction", "unknown"] as const;
export type Finding = (typeof FINDINGS)[number];

export const TRUTHS = ["sat", "unsat", "unknown"] as const;
export type Truth = (typeof TRUTHS)[number];

export const COUNTS = ["none", "one", "several", "unknown"] as const;
export type Count = (typeof COUNTS)[number];

/** A step in dense indices: [literal, 1 if placed, 0 if ruled out]. */
export type IndexedFact = [literal: number, place: 0 | 1];

/** A question, as the engine asks it. The puzzle is known to the solver module by its name (`tell`). */
export interface SolverRequest {
  puzzle: string;
  position: PositionId;
  task: Task;
  facts: IndexedFact[];
  /** examine: which; choose: preferred among equals, or, if `insist`, to all others. */
  literal?: number;
  insist?: boolean;
  /** examine, choose: the first proof is told while a shorter one is looked for, in a message of its own. */
  drafts?: boolean;
  /** Effort at most; 0: unlimited. */
  budget: number;
}

/** How the facts of a question differ from those of the question before: `add` takes the place of `drop` facts after
 *  the first `keep`; the rest stay. They go from one version to the next (0: none yet), so that a question which got
 *  lost on the way is noticed. */
export interface Splice {
  from: number;
  to: number;
  keep: number;
  drop: number;
  add: IndexedFact[];
}

interface Answered {
  position: PositionId;
  effort: number;
}

/** Of a step: forced and refuted come with the proof. */
export type FindingAnswer = Answered & { task: "choose" | "examine" } & (
    { finding: "forced" | "refuted"; core: Core } | { finding: "undetermined" | "contradiction" | "unknown" }
  );

/** `wrong`: of each guess to take back, the proof that it cannot stand. */
export type DiagnosisAnswer = Answered & { task: "diagnose"; truth: Truth; wrong: Core[] };

/** `solutions`: in the puzzle's canonical form. */
export type SolutionAnswer = Answered & { task: "solve"; truth: Truth; solutions: string[] };
/** `clash`: where there is no solution, the rules that rule each other out, as a sentence; null if it was not found
 *  which. */
export type UniqueAnswer = Answered & { task: "unique"; count: Count; solutions: string[]; clash?: Clash | null };

/** A sentence of the catalogues. */
export interface Clash {
  key: string;
  args: Record<string, Argument>;
}

/** In which share of all solutions each open value holds, exactly. Empty if counting took too long. */
export type MarginalsAnswer = Answered & { task: "marginals"; truth: Truth; marginals: Candidate[] };

export type SolverAnswer = FindingAnswer | DiagnosisAnswer | SolutionAnswer | UniqueAnswer | MarginalsAnswer;

/** The answer to a task. */
export type AnswerTo<T extends Task> = Extract<SolverAnswer, { task: T }>;

/** op -> [arguments, result] */
export interface SolverCalls extends PracticeCalls {
  protocol: [object, Protocol];
  /** The puzzle of the questions to come. */
  tell: [{ puzzle: string; family: string; text: string }, object];
  solve: [Omit<SolverRequest, "facts"> & { facts: Splice }, SolverAnswer];
}

export const SOLVER_OPERATIONS = [
  "protocol",
  "tell",
  "solve",
  ...PRACTICE_OPERATIONS,
] as const satisfies readonly (keyof SolverCalls)[];
