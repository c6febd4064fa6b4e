// From a reading to a declaration (puzzles/puzzle.schema.json): the sums that the sentences say, for System 2.

import { MOST, termValue, type Slots, type Sum, type Tongue } from "./grammar";
import type { Reading } from "./read";
import { fill, quoted } from "./write";

/** The limits of names in a declaration, in bytes of UTF-8. */
const NAME = { cell: 80, rule: 120 };

function clipped(text: string, bytes: number): string {
  const size = (part: string) => new TextEncoder().encode(part).length;
  if (size(text) <= bytes) return text;
  const letters = [...text];
  while (size(letters.join("")) > bytes - 3) letters.pop();
  return `${letters.join("")}…`;
}

function constraintOf({ of, equals, says }: Sum, slots: Slots, language: Tongue) {
  return {
    kind: "sum",
    name: clipped(quoted(says, language, slots), NAME.rule),
    cells: Object.keys(of),
    coefficients: Object.values(of).map((factor) => termValue(factor, slots.numbers)),
    equals: termValue(equals, slots.numbers),
  };
}

/** The sums as a reader writes them: "2 × half the weight − the weight = 0". */
export function sumTexts({ structure, slots }: Pick<Reading, "structure" | "slots">, language: Tongue): string[] {
  const { unknowns, sums } = structure;
  return sums.map(({ of, equals }) => {
    const terms = Object.entries(of).map(([unknown, term], i) => {
      const factor = termValue(term, slots.numbers);
      const sign = factor < 0 ? (i > 0 ? " − " : "−") : i > 0 ? " + " : "";
      const times = Math.abs(factor) === 1 ? "" : `${Math.abs(factor)} × `;
      return sign + times + fill(unknowns[unknown]![language], slots);
    });
    return `${terms.join("")} = ${termValue(equals, slots.numbers)}`;
  });
}

/** The declaration as text, told in a language; its cells are the unknowns, in the order of the structure. */
export function declare({ structure, slots }: Pick<Reading, "structure" | "slots">, language: Tongue): string {
  const { id, unknowns, sums } = structure;
  return JSON.stringify({
    format: "fastslow-puzzle/1",
    title: id,
    cells: Object.entries(unknowns).map(([cell, name], column) => ({
      id: cell,
      name: clipped(fill(name[language], slots), NAME.cell),
      row: 0,
      column,
      values: [0, MOST],
    })),
    constraints: sums.map((sum) => constraintOf(sum, slots, language)),
  });
}

/** The number of the variable that is asked for. */
export const askedOf = ({ structure }: Pick<Reading, "structure">): number =>
  Object.keys(structure.unknowns).indexOf(structure.asked);
