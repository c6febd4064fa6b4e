// The fixed position as the network sees it: what it would play without asking stands in its cell, of the rest it is shown how
// strongly it leans. Pure but for `openBoard`.

import type { Host } from "../../host/host";
import { cellLabel, cellName } from "../../game/labels";
import { t } from "../../i18n/i18n";
import { probabilityText, symbolOf } from "../../i18n/sentences";
import type { Board, CellView } from "../../protocol/engine";
import type { Fixed, Picture } from "../../practice/run";

export interface Position {
  board: Board;
  cells: readonly CellView[];
  /** By variable, where it is known. */
  solution: readonly (number | null)[];
}

/** Opens the position in the page's game, and has it solved. */
export async function openBoard(host: Host, puzzle: Fixed): Promise<Position> {
  const { board, view } = await host.open(puzzle);
  const { answer } = await host.solution();
  const solved = answer.solutions[0];
  if (solved === undefined) return { board, cells: view.cells, solution: [] };
  const whole = await host.open({ family: puzzle.family, text: solved });
  await host.open(puzzle);
  return { board, cells: view.cells, solution: whole.view.cells.map(({ value }) => value) };
}

export interface Seen {
  cells: CellView[];
  heat: Map<number, number>;
  /** Cells that it would fill, and fill wrongly. */
  wrong: Set<number>;
  /** How many cells it would fill without asking, of those that are empty. */
  sure: number;
  open: number;
  labels: string[];
}

interface Favourite {
  value: number;
  probability: number;
}

const favouriteOf = (candidates: readonly Favourite[]): Favourite | null =>
  candidates.reduce<Favourite | null>((best, one) => (best && best.probability >= one.probability ? best : one), null);

export function seenIn({ board, cells, solution }: Position, picture: Picture | null, threshold: number): Seen {
  const felt = new Map(picture?.cells.map(({ variable, candidates }) => [variable, favouriteOf(candidates)]) ?? []);
  const heat = new Map<number, number>();
  const wrong = new Set<number>();
  let [sure, open] = [0, 0];
  const seen = cells.map((cell, variable): CellView => {
    if (cell.value !== null) return cell;
    open++;
    const best = felt.get(variable);
    if (!best) return cell;
    if (best.probability < threshold) {
      heat.set(variable, best.probability);
      return cell;
    }
    sure++;
    const right = solution[variable];
    if (typeof right === "number" && right !== best.value) wrong.add(variable);
    return { ...cell, value: best.value, origin: "system1" };
  });
  const labels = board.cells.map(({ variable }) =>
    heat.has(variable)
      ? leaningLabel(board, variable, felt.get(variable)!)
      : cellLabel(board, variable, seen[variable], wrong.has(variable)),
  );
  return { cells: seen, heat, wrong, sure, open, labels };
}

function leaningLabel(board: Board, variable: number, { value, probability }: Favourite): string {
  const percent = probabilityText(probability);
  return t("practice.cell", { cell: cellName(board, variable), value: symbolOf(board, value), percent });
}
