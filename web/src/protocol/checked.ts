// Where replies of the modules enter TypeScript. Their types are promises; tests and development builds hold the modules
// to them (web/tools/reply_schema.ts), and the shipped page does without, as it ships the very modules that were tested.

import type { AnswerTo, EngineCalls, PracticeCalls, Task } from "./engine";
import { isFields } from "./messages";
import { failWith } from "./problems";

/** Throws if `value` is not of the type, which is named as in this folder: "EngineCalls.think", "SolverAnswer". */
export type ReplyCheck = (type: string, value: unknown) => void;

let check: ReplyCheck = () => {};

/** From now on every reply is looked at. */
export function checkReplies(by: ReplyCheck): void {
  check = by;
}

export function checkReply<O extends keyof EngineCalls>(op: O, value: unknown): EngineCalls[O][1] {
  check(`EngineCalls.${op}`, value);
  return value as EngineCalls[O][1];
}

export function checkAnswer<T extends Task>(task: T, value: unknown): AnswerTo<T> {
  check("SolverAnswer", value);
  // Of an answer to another question nothing could be used.
  if (!isFields(value) || value["task"] !== task) throw failWith("error.worker.answer", { part: "solver" });
  return value as unknown as AnswerTo<T>;
}

export function checkPractice<O extends keyof PracticeCalls>(op: O, value: unknown): PracticeCalls[O][1] {
  check(`PracticeCalls.${op}`, value);
  return value as PracticeCalls[O][1];
}
