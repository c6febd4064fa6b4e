// What the panels can speak about, and what the page tells in passing.

import type { Found, IdleReason } from "../host/host";
import type { Intuition, Problem } from "../protocol/engine";
import { DEGREES } from "./degrees";
import type { Part } from "../protocol/parts";
import type { Move } from "./settings";

/** What System 2 was asked: for the next step, why a value must be so, or what it thinks of the visitor's move. */
export type Asked = "hint" | "why" | "move";

export interface AnswerTopic {
  kind: "answer";
  asked: Asked;
  /** Both are -1 for a hint that found no step. */
  variable: number;
  value: number;
  /** What System 1 gave the move before it was made; null where it had no say. */
  probability: number | null;
  /** System 1's reading before the visitor's move. */
  before: Intuition | null;
  found: Found;
  /** How much of a hint is told (game/hint.ts); everything else is told at once. */
  degree: number;
}

export type Topic = { kind: "decision"; id: number } | AnswerTopic | { kind: "idle"; reason: IdleReason };

/** A hint speaks of the step that it found, everything else of the move that was asked about. */
export function answerTopic(asked: Asked, about: Move, before: Intuition | null, found: Found): AnswerTopic {
  const { proof } = found;
  const { variable, value } = asked === "hint" && proof ? proof : about;
  const cell = before?.cells.find((item) => item.variable === variable);
  const probability = cell?.candidates.find((item) => item.value === value)?.probability ?? null;
  const degree = asked === "hint" && proof ? 1 : DEGREES;
  return { kind: "answer", asked, variable, value, probability, before, found, degree };
}

/** Told once, in a corner of the page or above the board. */
export type Notice = { problem: Problem } | { key: string; part: Part };
