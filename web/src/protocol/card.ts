// What the card of System 1's model says, as far as the engine decides by it or a reader is told.

import type { Config } from "./engine";

/** Of the positions where the network was about that sure: how many there were, and how often it was right. */
export interface ReliabilityBin {
  confidence: number;
  accuracy: number;
  count: number;
}

export interface ReliabilityCurve {
  /** Expected calibration error: the gap between the two, averaged over all positions. */
  ece: number;
  bins: ReliabilityBin[];
}

/** Before and after calibration. */
export interface Reliability {
  before: ReliabilityCurve;
  after: ReliabilityCurve;
}

export interface PolicyLoaded extends Pick<Config, "temperature" | "trained"> {
  /** By family; `temperature` is for those that are not named. */
  calibration: Record<string, { temperature: number; reliability: Reliability | null }>;
}
