// What was decided, by whom, and what was thought about it. Without words: those come with `decision` and `narrate`.

import type { Core, Fact } from "./proof";

export const SOURCES = ["player", "system1", "system2", "both"] as const;
export type Source = (typeof SOURCES)[number];

/** In the engine's order; what each reads, `protocol` tells. */
export const STRATEGIES = [
  "system1",
  "system2",
  "threshold",
  "verify",
  "chow",
  "agreement",
  "self_assessment",
  "hybrid",
  "random",
  "sofai",
  "value_of_computation",
  "feedback",
  "risk_controlled",
  "oracle",
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** Whether System 1 was asked for a decision, or had seen the move when it last looked. */
export const INFERENCES = ["fresh", "reused"] as const;

/** The arbitrator's verdict on System 1's proposal, or why there was none. */
export const VERDICTS = [
  "verdict.player", //          the person's own move
  "verdict.system1_only", //    intuition alone
  "verdict.system2_only", //    deliberation alone
  "verdict.trusted", //         {confidence, threshold} at or above the dial
  "verdict.look_again", //      below the dial at first: System 1 looked again. Told before what followed
  "verdict.sleep_on_it", //    below the dial still: System 1 slept on it. Told before what followed
  "verdict.whole", //          below the dial, but the whole picture breaks no rule
  "verdict.unsure", //          {confidence, threshold} below the dial: think it through
  "verdict.breaks_rule", //     sure, but it would visibly break a rule: think it through
  "verdict.shift", //           never trained on anything like this: think it through
  "verdict.irrevocable", //     sure, but the move could not be taken back: check it
  "verdict.verify", //          every proposal is checked
  "verdict.look_around", //     it looked from several states, and the pictures voted. Told before what followed
  "verdict.worth_thinking", //  {confidence} too little by its strategy's rule: think it through
  "verdict.good_enough", //     {confidence} enough by its strategy's rule
  "verdict.feed_back", //      the rules that its picture breaks went back to System 1. Told before what followed
  "verdict.still_broken", //   and its picture breaks rules still: think it through
  "verdict.settled", //         System 2 had proved it with an earlier question
  "verdict.conflict", //        the board visibly contradicts itself: find the wrong guess
] as const;
export type VerdictKey = (typeof VERDICTS)[number];

/** What System 2 made of it, where it was asked. */
export const OUTCOMES = [
  "outcome.confirmed", //       System 2 proved System 1's proposal
  "outcome.refuted", //         System 2 proved it impossible and ruled it out
  "outcome.corrected", //       System 2 proved that the cell holds another value
  "outcome.own_step", //        System 2 found an easier step of its own
  "outcome.nothing_forced", //  both ways are possible (several solutions): the guess stands
  "outcome.out_of_budget", //   the proof was not found within the budget: the guess stands
  "outcome.took_back", //       a guess contradicted the rules and was taken back
] as const;
export type OutcomeKey = (typeof OUTCOMES)[number];

export const ACTS = ["place", "rule_out", "take_back", "switch_rule"] as const;

/** What a decision does to the board. */
export type Act =
  | { kind: "place" | "rule_out" | "take_back"; variable: number; value: number }
  /** The rule is on, or off, from here. */
  | { kind: "switch_rule"; rule: string; on: boolean };

/** One line of the log. */
export type DecisionMark = Act & {
  id: number;
  source: Source;
  /** No longer stands, because a later decision took it back. */
  takenBack: boolean;
  escalated: boolean;
};

/** Cheap evidence about a proposal. */
export interface Evidence {
  legal: boolean;
  /** Rules that it would visibly break. */
  violated: number;
  shifted: boolean;
  /** How often System 1 looked at the position that the proposal is from. */
  looks: number;
  /** System 1's own probability that its whole picture of that position is right. */
  sureness: number;
  /** The board answers the move by showing more: it cannot be taken back, and is not played while another can be proved. */
  irrevocable: boolean;
  /** Its whole picture, filled in, breaks no rule. Known only where it may sleep on it. */
  whole: boolean;
  /** How many pictures from several states it was chosen from; 0: there was one. */
  slept: number;
  /** How many of these pictures hold the proposal. */
  agree: number;
  /** How many looks were told what of the ones before broke a rule. */
  fed: number;
  /** Values of its latest picture that broke a rule and could go back to System 1. */
  suspects: number;
}

export interface Candidate {
  variable: number;
  value: number;
  probability: number;
}

/** System 1's part in a decision. */
export interface Intuited {
  proposal: Candidate;
  evidence: Evidence;
  inference: (typeof INFERENCES)[number];
  /** Iterations of the network for this decision. */
  iterations: number;
  /** What these cost, in operations of the solver that take as long (engine/policy/proposal.h). */
  operations: number;
}

/** System 2's part. */
export interface Deliberated {
  outcome: OutcomeKey;
  effort: number;
}

/** How the pair came to a decision. A part is null where that system was not asked. */
export interface Thought {
  strategy: Strategy;
  threshold: number;
  verdict: VerdictKey;
  intuition: Intuited | null;
  deliberation: Deliberated | null;
}

export type Decision = DecisionMark & {
  /** Null: the player's own. */
  thought: Thought | null;
  /** The proof of the step; of a take-back, that the guess cannot stand. */
  core: Core | null;
  /** What had to leave the board: of a take-back, the guess itself first. */
  removed: Fact[];
  /** The unproved moves that the proof rests on: what it shows is so if these are right. */
  assumes: Fact[];
};
