// A whole game: how it is kept, brought back, downloaded.

import type { Decision, Strategy } from "./decision";
import type { Proof } from "./proof";
import type { Shift, Status } from "./view";

/** Oldest first; `restore` reads them all, the last is what is written. */
export const TRACE_FORMATS = ["fastslow-trace/1", "fastslow-trace/2"] as const;
export const TRACE_FORMAT = "fastslow-trace/2";

export interface Config extends StrategySettings {
  strategy: Strategy;
  threshold: number; // 0..1
  looks: number; // System 1's at one position, at most; 1: a glance must do
  sleep: number; // from how many other states it thinks a position over where its looks leave it unsure; 0: never
  reuse: number; // probability from which moves of one look are played without another; above 1: never
  temperature: number; // calibration, from the model's card
  budget: number; // effort per System 2 request; 0: unlimited
  /** What the network was trained on, from the model's card. */
  trained: { family: string; sizes: string[]; rules: string[] }[];
}

/** What single strategies read (`StrategyInfo.reads`). Told where they differ from what they are at first
 *  (`Protocol.settings`). */
export interface StrategySettings {
  votes?: number; // agreement: looks that vote
  rounds?: number; // feedback: looks with what the ones before got wrong, at most
  scope?: number; // of what System 2 is asked about: 0 the easiest step, 1 a cell, 2 its region, 3 the board
  share?: number; // hybrid: 0..1 of the moves, the hardest, to System 2
  rate?: number; // random: 0..1 of the moves, by lot
  seed?: number; // random: another lot
  certified?: number; // risk_controlled: the threshold that was certified; above 1: none
  experience?: number; // sofai, t1 to t4
  success?: number;
  confidence?: number;
  gain?: number;
  /** oracle: of each cell the solution's value. */
  truth?: number[];
}

/** All that `restore` needs. */
export interface KeptGame {
  format: (typeof TRACE_FORMATS)[number];
  family: string;
  text: string;
  decisions: Decision[];
  /** What redo would bring back, in that order. */
  undone: Decision[];
}

export interface Trace extends KeptGame {
  format: typeof TRACE_FORMAT;
  /** Of the program that wrote it. */
  version: string;
  config: Config;
  /** As it is at the end of the decisions. */
  shift: Shift | null;
  status: Status;
}

/** A trace whose proofs are also told. */
export interface ToldTrace extends Trace {
  decisions: (Decision & { proof: Proof | null })[];
}
