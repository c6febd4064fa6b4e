// The attributes of <fast-slow>, each with a property of the same name; contract.ts tells what they mean.

import { LitElement } from "lit";
import { property } from "lit/decorators.js";

/** Those that are read as a wish (wish.ts). */
export const ATTRIBUTES = [
  ...["family", "puzzle", "seed", "size", "level", "moves", "steps", "mode", "strategy", "threshold", "looks"],
  ...["rules", "theme", "show", "hide", "lock", "speed", "loading", "goal"],
] as const;
/** A change of these is a change of the puzzle. */
export const OF_PUZZLE = ["family", "puzzle", "seed", "size", "level", "moves", "rules"] as const;

export class Attributes extends LitElement {
  @property() family = "";
  @property() puzzle = "";
  @property() seed = "";
  @property() size = "";
  @property() level = "";
  @property() moves = "";
  @property() steps = "";
  @property() mode = "";
  @property() strategy = "";
  @property() threshold = "";
  @property() looks = "";
  @property() rules = "";
  @property() override lang = "";
  @property({ reflect: true }) theme = "";
  @property() show = "";
  @property() hide = "";
  @property() lock = "";
  @property({ type: Boolean }) autoplay = false;
  @property() speed = "";
  @property() loading = "";
  @property() poster = "";
  @property() goal = "";
  @property() recorded = "";
}
