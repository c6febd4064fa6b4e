// System 1's network: what it is given, and what it gives.

import type { Candidate } from "./decision";

/** See engine/policy/encoder.h. */
export interface PolicyTensors {
  literals: number; // N
  groups: number; // G
  degree: number; // D
  width: number; // K
  literalGroups: number[]; // int32 [N, D]
  groupLiterals: number[]; // int32 [G, K]
  groupFeatures: number[]; // float32 [G, 4]
  sums: number; // W
  sumDegree: number; // Dw
  sumWidth: number; // Kw
  literalSums: number[]; // int32 [N, Dw]
  literalCoefficients: number[]; // float32 [N, Dw]
  sumLiterals: number[]; // int32 [W, Kw]
  sumCoefficients: number[]; // float32 [W, Kw]
  sumFeatures: number[]; // float32 [W, 4]
}

/** What one look of the network gives. */
export interface PolicyAnswer {
  logits: number[]; // [N]
  sureness: number; // 0..1
  iterations: number; // that this look ran
}

/** System 1's view of the present board. */
export interface Intuition {
  /** Per variable: calibrated probability of each open value; empty where a value is placed. */
  cells: { variable: number; candidates: { value: number; probability: number }[] }[];
  best: Candidate | null;
}
