// How a game is played: who decides, how fast, and from which confidence.

import { defaults } from "virtual:build-facts";

export const MODES = ["system1", "both", "system2"] as const;
export type Mode = (typeof MODES)[number];

/** How System 1 and System 2 work together. */
export const PAIRINGS = ["threshold", "verify", "risk_controlled"] as const;
export type Pairing = (typeof PAIRINGS)[number];

/** From which confidence System 1 moves unchecked, how often it may look before it is unsure, and from how many other
 *  states it may think a position over then: the engine's own. */
export const { threshold: DEFAULT_THRESHOLD, looks: DEFAULT_LOOKS, sleep: DEFAULT_SLEEP } = defaults;

/** From how many states it may be let sleep on it. */
export const SLEEPS = [0, 4, 8, 16, 32] as const;

/** What System 2 is asked about where intuition is not trusted, by the engine's numbers for it. */
export const SCOPES = ["step", "cell", "region", "board"] as const;
export type Scope = (typeof SCOPES)[number];

/** Milliseconds between two steps. */
export const SPEEDS = { slow: 1600, steady: 600, quick: 160, instant: 0 } as const;
export type Speed = keyof typeof SPEEDS;

/** A person's own move, by variable. */
export interface Move {
  variable: number;
  value: number;
}
