// The attributes of <fast-slow>, each with a property of the same name; contract.ts tells what they mean.

import { LitElement } from "lit";
import { property } from "lit/decorators.js";

/** Those that are read as a wish (wish.ts). */
export const ATTRIBUTES = [
  ...["family", "puzzle", "seed", "size", "level", "moves", "steps", "mode", "strategy", "threshold", "looks"],
  ...["rules", "theme", "show", "hide", "lock", "speed", "loading", "goal", "network"],
] as const;
/** A change of these is a change of the puzzle. */
export const OF_PUZZLE = ["family", "puzzle", "seed", "size", "level", "moves", "rules"] as const;

/** One that is taken away is as if it had never been. */
const TEXT = { converter: { fromAttribute: (value: string | null): string => value ?? "" } };

export class Attributes extends LitElement {
  @property(TEXT) family = "";
  @property(TEXT) puzzle = "";
  @property(TEXT) seed = "";
  @property(TEXT) size = "";
  @property(TEXT) level = "";
  @property(TEXT) moves = "";
  @property(TEXT) steps = "";
  @property(TEXT) mode = "";
  @property(TEXT) strategy = "";
  @property(TEXT) threshold = "";
  @property(TEXT) looks = "";
  @property(TEXT) rules = "";
  @property(TEXT) override lang = "";
  @property({ ...TEXT, reflect: true }) theme = "";
  @property(TEXT) show = "";
  @property(TEXT) hide = "";
  @property(TEXT) lock = "";
  @property({ type: Boolean }) autoplay = false;
  @property(TEXT) speed = "";
  @property(TEXT) loading = "";
  @property(TEXT) poster = "";
  @property(TEXT) goal = "";
  @property(TEXT) recorded = "";
  @property(TEXT) network = "";
}
