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

/** play: a board and who decides; rule: with a rule to switch; why: with the proofs; bet: guesses to bet on; own: an
 *  element of its own (exhibits/registry.ts). By its id it is found in an address and in the catalogue. */
export type Exhibit = { id: string } & (
  | { kind: "play" | "why"; scene: Scene }
  | { kind: "rule"; scene: Scene; rule: string }
  | { kind: "bet" | "sizes" | "meter" | "own" }
);

export interface Section {
  id: string;
  exhibits: readonly Exhibit[];
  /** Its sources, as the catalogue names them. */
  sources: readonly string[];
  /** It says what there is no exhibit for yet. */
  later?: boolean;
}

const { family, text } = starter.board;

export const SECTIONS: readonly Section[] = [
  { id: "two", exhibits: [{ id: "two", kind: "play", scene: { family, text, mode: "both" } }], sources: ["paper"] },
  {
    id: "sure",
    exhibits: [
      { id: "sure", kind: "bet" },
      { id: "tricks", kind: "own" },
    ],
    sources: ["frederick"],
  },
  {
    id: "rule",
    exhibits: [
      { id: "road", kind: "own" },
      { id: "rule", kind: "rule", scene: { ...scenes.rule, mode: "system2" }, rule: scenes.rule.rule },
    ],
    sources: [],
  },
  { id: "why", exhibits: [{ id: "why", kind: "why", scene: { ...scenes.why, mode: "system2" } }], sources: [] },
  {
    id: "small",
    exhibits: [
      { id: "sizes", kind: "own" },
      { id: "small", kind: "sizes" },
    ],
    sources: ["west"],
  },
  {
    id: "used",
    exhibits: [
      { id: "wishes", kind: "own" },
      { id: "vehicle", kind: "own" },
      { id: "objects", kind: "own" },
    ],
    sources: ["cosmo", "physord", "greydanus", "shinde"],
  },
  { id: "practice", exhibits: [{ id: "practice", kind: "own" }], sources: [] },
  { id: "together", exhibits: [{ id: "together", kind: "meter" }], sources: ["paper", "patterson"] },
];

/** What an address names: one section, or the section of one exhibit with that alone; all without a name. */
export function sectionsOf(search: string): readonly Section[] {
  const wanted = new URLSearchParams(search).get("section");
  const alone = SECTIONS.filter(({ id }) => id === wanted);
  if (alone.length > 0) return alone;
  const holds = SECTIONS.flatMap((section) => {
    const exhibits = section.exhibits.filter(({ id }) => id === wanted);
    return exhibits.length > 0 ? [{ ...section, exhibits }] : [];
  });
  return holds.length > 0 ? holds : SECTIONS;
}
