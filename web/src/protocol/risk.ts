// The guarantee: a threshold that is certified on recorded games, how often such a promise is kept, and the bets that go
// on while one plays (engine/arbiter/risk.h, splits.h). Everything is computed by the engine, from these numbers alone.

/**
 * Of one game in which everything was checked: the highest confidence of a wrong move that would have been played
 * unchecked, -1 where there was none; and the least confidence of anything proposed, 0 where it visibly broke a rule.
 */
export type RecordedGame = [worst: number, least: number];

/** At most a share alpha of games with a wrong move unchecked, wrongly promised with a chance of at most delta. Both strictly
 *  between 0 and 1, else error.risk.alpha, error.risk.delta. */
export interface Wish {
  alpha: number;
  delta: number;
}

/** One of the thresholds that were tried, strictest first. */
export interface TestedThreshold {
  /** Above 1: nothing is trusted. */
  threshold: number;
  losses: number;
  /** The highest risk that so many losses do not refute at level delta. */
  bound: number;
  /** The wish is certified there. */
  holds: boolean;
}

export interface Certificate {
  /** Null: not even the strictest was certified. */
  threshold: number | null;
  /** On how many games. */
  games: number;
  losses: number;
  bound: number;
  /** Games without a loss that the wish takes at least. */
  needed: number;
  tested: TestedThreshold[];
  /** Share of games that is lost if nothing doubted is checked. */
  base: number;
  /** In this share of games any rule that keeps the promise must have something checked. */
  floor: number;
  /** The share in which this one does. */
  checked: number;
}

/** The games dealt anew many times: `order` of them for the order of the thresholds, `calibration` to certify on. */
export interface Dealing {
  order: number;
  calibration: number;
  times: number;
  seed: number;
}

export interface KeptPromise {
  times: number;
  /** Deals in which a threshold was certified. */
  certified: number;
  /** Deals in which more than alpha of the games like these is lost there. */
  broken: number;
  /** For the chance of that, at 95 %. */
  within: [number, number];
  /** Deals in which more than alpha was lost of those games alone that came after the certificate. */
  met_above: number;
  /** Of those games, the share that was lost, and the share in which System 2 was asked: means over all deals. */
  lost: number;
  checked: number;
  base: number;
  floor: number;
}

/** A bet: its wealth, at first 1, and how far it is on its way to winning, from 0 to 1. */
export interface Bet {
  wealth: number;
  way: number;
}

/** Two bets, one that the risk is below alpha, one that it is above. Each wins wrongly with a chance of at most delta,
 *  however long one plays. */
export interface Bets {
  games: number;
  safe: Bet;
  alarm: Bet;
}
