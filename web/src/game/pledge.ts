// A promise of the play view: of games like the one at hand, so few have a wrong move that nobody checked. It is the
// engine's certificate on recorded games (engine/arbiter/risk.h), and holds for puzzles like theirs only; wherever it does
// not, nothing of System 1's is trusted.

import type { Certificate, Level, RecordedGame, Wish } from "../protocol/engine";

export const USUAL_WISH: Wish = { alpha: 0.05, delta: 0.1 };
export const ALPHAS = [0.01, 0.02, 0.05, 0.1, 0.2] as const;
export const DELTAS = [0.01, 0.05, 0.1] as const;

/** A threshold above every confidence. */
const NOTHING_TRUSTED = 2;

/** The puzzles that recorded games are of. */
export interface Kind {
  family: string;
  size: string;
  level: Level;
}

/** Games that System 1 played. `ours`: with the network that this page ships. */
export interface RecordedGames extends Kind {
  ours: boolean;
  order: number;
  games: readonly RecordedGame[];
}

/** What decides whether a certificate is about the game at hand. */
export interface Facts {
  family: string;
  size: string;
  /** The shift alarm: the puzzle is outside of what System 1 was trained on. */
  shifted: boolean;
  /** System 1 plays with a network that learned by practice. */
  learned: boolean;
}

export type Pledged =
  | { is: "asked" }
  | { is: "void"; why: "shift" | "network" | "family" | "failed" }
  | { is: "void"; why: "kind"; kind: Kind }
  | { is: "refused"; kind: Kind; certificate: Certificate }
  | { is: "given"; kind: Kind; certificate: Certificate };

/** What was found for a family: undefined while it is not known, "failed" where it could not be asked. */
export type FoundFor = { kind: Kind; ours: boolean; certificate: Certificate } | null | "failed" | undefined;

/** Pure: what the promise comes to for this game. */
export function pledgedFor(facts: Facts, found: FoundFor): Pledged {
  if (facts.shifted) return { is: "void", why: "shift" };
  if (facts.learned) return { is: "void", why: "network" };
  if (found === undefined) return { is: "asked" };
  if (found === "failed") return { is: "void", why: "failed" };
  if (found === null) return { is: "void", why: "family" };
  const { kind, ours, certificate } = found;
  if (!ours) return { is: "void", why: "network" };
  if (facts.size !== kind.size) return { is: "void", why: "kind", kind };
  return { is: certificate.threshold === null ? "refused" : "given", kind, certificate };
}

/** From which confidence System 1 may be trusted under it. */
export const certifiedBy = (pledged: Pledged): number =>
  pledged.is === "given" ? (pledged.certificate.threshold ?? NOTHING_TRUSTED) : NOTHING_TRUSTED;

export interface Notary {
  /** Fetched when a promise is asked for, and not before. */
  games(): Promise<readonly RecordedGames[]>;
  certify(asked: Wish & { order: number; games: RecordedGame[] }): Promise<Certificate>;
  /** The engine is to trust System 1 from this threshold on. */
  trust(certified: number): void;
}

/** Keeps the engine to what the promise comes to as the game changes. */
export class Pledge {
  pledged: Pledged = { is: "asked" };
  private readonly notary: Notary;
  private readonly changed: () => void;
  /** What was asked last, and what came of it. */
  private asked = "";
  private found: FoundFor = undefined;
  /** What `pledged` was made of. */
  private settled: { facts: Facts; found: FoundFor } | null = null;
  private trusted = NOTHING_TRUSTED;

  constructor(notary: Notary, changed: () => void) {
    this.notary = notary;
    this.changed = changed;
  }

  /** To be called with every change of the game, and of the wish. */
  follow(facts: Facts, wish: Wish): void {
    const asked = JSON.stringify([facts.family, wish.alpha, wish.delta]);
    if (asked !== this.asked) {
      this.asked = asked;
      this.found = undefined;
      void this.ask(asked, facts.family, wish);
    }
    // The same object while it means the same, so that nothing is drawn anew for it.
    const known = this.settled;
    const { found } = this;
    if (known === null || known.found !== found || JSON.stringify(known.facts) !== JSON.stringify(facts)) {
      this.settled = { facts, found };
      this.pledged = pledgedFor(facts, found);
    }
    const certified = certifiedBy(this.pledged);
    if (certified === this.trusted) return;
    this.trusted = certified;
    this.notary.trust(certified);
  }

  private async ask(asked: string, family: string, wish: Wish): Promise<void> {
    const found = await this.foundFor(family, wish).catch(() => "failed" as const);
    if (asked !== this.asked) return;
    this.found = found;
    this.changed();
  }

  private async foundFor(family: string, wish: Wish): Promise<FoundFor> {
    const recorded = (await this.notary.games()).find((one) => one.family === family);
    if (!recorded) return null;
    const { size, level, ours, order, games } = recorded;
    const certificate = await this.notary.certify({ ...wish, order, games: [...games] });
    return { kind: { family, size, level }, ours, certificate };
  }
}
