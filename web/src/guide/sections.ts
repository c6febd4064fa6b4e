// The sections of the guide, in order, and what is played in each. The words are in web/i18n/guide.

import { starter } from "virtual:build-facts";

import scenes from "../../../puzzles/exhibits/scenes.json";
import type { Mode, Move } from "../game/settings";

/** A game as a section begins it. */
export interface Scene {
  family: string;
  text: string;
  mode: Mode;
  /** Made before the reader comes. */
  moves?: readonly Move[];
}

/** play: a board and who decides; rule: with a rule to switch; why: with the proofs; bet: guesses to bet on. */
export type Exhibit =
  | { kind: "play" | "why"; scene: Scene }
  | { kind: "rule"; scene: Scene; rule: string }
  | { kind: "bet" | "sizes" | "meter" }
  | { kind: "none" };

export interface Section {
  id: string;
  exhibit: Exhibit;
  /** Its sources, as the catalogue names them. */
  sources: readonly string[];
}

const { family, text } = starter.board;

export const SECTIONS: readonly Section[] = [
  { id: "two", exhibit: { kind: "play", scene: { family, text, mode: "both" } }, sources: ["paper"] },
  { id: "sure", exhibit: { kind: "bet" }, sources: [] },
  {
    id: "rule",
    exhibit: { kind: "rule", scene: { ...scenes.rule, mode: "system2" }, rule: scenes.rule.rule },
    sources: [],
  },
  { id: "why", exhibit: { kind: "why", scene: { ...scenes.why, mode: "system2" } }, sources: [] },
  { id: "small", exhibit: { kind: "sizes" }, sources: ["west"] },
  { id: "used", exhibit: { kind: "none" }, sources: ["cosmo", "physord"] },
  { id: "practice", exhibit: { kind: "none" }, sources: [] },
  { id: "together", exhibit: { kind: "meter" }, sources: ["paper", "patterson"] },
];

/** The section that an address names alone; all without one. */
export function sectionsOf(search: string): readonly Section[] {
  const wanted = new URLSearchParams(search).get("section");
  const alone = SECTIONS.filter(({ id }) => id === wanted);
  return alone.length > 0 ? alone : SECTIONS;
}
