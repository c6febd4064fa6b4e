// What System 2 alone knows of a puzzle before it is played.

import type { Host } from "./host";

export interface Truth {
  /** none · one · several · unknown */
  solutions: string;
  /** The only solution by variable; null if there is not exactly one. */
  values: (number | null)[] | null;
}

/** Asks a host of its own, so that the player's solver learns nothing from it. */
export async function findTruth(judge: Host, family: string, text: string): Promise<Truth> {
  await judge.open({ family, text });
  const { count, solutions } = await judge.unique();
  const solution = count === "one" ? solutions[0] : undefined;
  if (solution === undefined) return { solutions: count, values: null };
  // A solution is a puzzle with every value given: opening it tells the values by variable.
  const { view } = await judge.open({ family, text: solution });
  return { solutions: count, values: view.cells.map((cell) => cell.value) };
}
