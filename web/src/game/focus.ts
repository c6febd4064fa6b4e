// What the visitor looks at: a cell, a decision, a line of a proof. From this and from the latest act follows what the
// panels speak about.

import type { Decision, Proof } from "../protocol/engine";
import { DEGREES } from "./degrees";
import type { Game } from "./game";
import type { Topic } from "./topic";

/** A topic, with the decision that it is and with its proof. */
interface Sight {
  topic: Topic | null;
  decision: Decision | null;
  proof: Proof | null;
  /** Of a hint that is told in part, how much. */
  degree: number;
}

export class Focus {
  /** Cells, by variable: the selected one, and the one under the pointer. */
  selected = 0;
  /** The visitor selected it, and not the page at its beginning. */
  chosen = false;
  hovered: number | null = null;
  /** The decision with the keyboard's focus, by its number. */
  pointed: number | null = null;
  /** The one under the pointer. The board shows it; the panels do not change for it, or the log beneath them would move
   *  away from the pointer. */
  peeked: number | null = null;
  /** The line of the proof under the pointer or the keyboard's focus. */
  lit: number | null = null;

  /** A cell that was selected after the latest act speaks before that act does. */
  private asked: number | null = null;
  private askedAt: Topic | null = null;
  private readonly game: Game;

  constructor(game: Game) {
    this.game = game;
  }

  select(variable: number): void {
    this.selected = variable;
    this.chosen = true;
    this.asked = variable;
    this.askedAt = this.game.topic;
    this.lit = null;
  }

  /** Leaves the selected cell for the latest act. */
  release(): void {
    this.asked = null;
  }

  /** What the panels speak about: what the visitor points at comes first, then the moment that is looked at, the selected cell's own decision, and
   *  the latest act. */
  get topic(): Topic | null {
    if (this.pointed !== null) return { kind: "decision", id: this.pointed };
    const { topic, view, past } = this.game;
    if (past !== null) return { kind: "decision", id: past.id };
    if (this.asked === null || this.askedAt !== topic) return topic;
    const decision = view?.cells[this.asked]?.decision ?? null;
    return decision === null ? topic : { kind: "decision", id: decision };
  }

  /** What the board shows: the decision under the pointer, else what is spoken about. */
  get sight(): Sight {
    return this.of(this.peeked === null ? this.topic : { kind: "decision", id: this.peeked });
  }

  private of(topic: Topic | null): Sight {
    const decision = topic?.kind === "decision" ? this.game.remember(topic.id) : null;
    if (topic?.kind === "answer") return { topic, decision, proof: topic.found.proof, degree: topic.degree };
    return { topic, decision, proof: decision && this.game.proofOf(decision), degree: DEGREES };
  }

  /** The cell that was selected after the latest act; null if something was done or pointed at since. */
  get questioned(): number | null {
    return this.pointed === null && this.askedAt === this.game.topic ? this.asked : null;
  }

  get decisionId(): number | null {
    const { topic } = this;
    return topic?.kind === "decision" ? topic.id : null;
  }

  get decision(): Decision | null {
    return this.of(this.topic).decision;
  }

  /** Of a hint that is told in part, how much. */
  get degree(): number {
    return this.of(this.topic).degree;
  }

  get proof(): Proof | null {
    return this.of(this.topic).proof;
  }
}
