// What a poster shows: a board as the engine made it while the site was built, or as an author's page carries it. What comes
// from a page is looked at closely, since all else here trusts boards.

import type { Board, CellView } from "../protocol/engine";
import { isFields } from "../protocol/messages";
import { pack, unpack } from "../places/packed";
import { MOST, shapeOf, type Shape } from "./shape";

export interface Poster {
  board: Board;
  cells: readonly CellView[];
}

export async function writePoster({ board, cells }: Poster, { columns, rows }: Shape): Promise<string> {
  const plain = cells.map(({ value, origin, ruledOut }) => ({ value, origin, ruledOut }));
  return `${Math.ceil(columns)}x${rows}.${await pack(JSON.stringify({ board, cells: plain }))}`;
}

/** Null for what is no poster. */
export async function readPoster(text: string): Promise<Poster | null> {
  if (shapeOf(text) === null) return null;
  const json = await unpack(text.slice(text.indexOf(".") + 1));
  if (json === null) return null;
  try {
    return posterOf(JSON.parse(json) as unknown);
  } catch {
    return null;
  }
}

export function posterOf(data: unknown): Poster | null {
  if (!isFields(data) || !isBoard(data["board"]) || !Array.isArray(data["cells"])) return null;
  const { board } = data;
  const cells = data["cells"].map(cellOf);
  if (cells.some((cell) => cell === null) || board.cells.some(({ variable }) => cells[variable] === undefined))
    return null;
  return { board, cells: cells as CellView[] };
}

const ORIGINS = ["given", "player", "system1", "system2", "both"] as const;
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
const areWhole = (value: unknown) => Array.isArray(value) && value.every(isWhole);

/** What is possible in open cells is not carried: it is for those who play. */
export function cellOf(data: unknown): CellView | null {
  if (!isFields(data)) return null;
  const { value, ruledOut } = data;
  if (!(value === null || isWhole(value)) || !areWhole(ruledOut)) return null;
  const origin = ORIGINS.find((one) => one === data["origin"]) ?? null;
  return { value, origin, decision: null, candidates: [], ruledOut: ruledOut as number[] };
}

// --- boards ------------------------------------------------------------------------------------------------------

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === "string";
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length <= MOST * MOST && value.every(check);
const fields =
  (checks: Record<string, Check>): Check =>
  (value) =>
    isFields(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const isSquare = fields({ row: isWhole, column: isWhole });
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isName = fields({ key: isText, args: isFields });

const BOARD = fields({
  family: (value) => typeof value === "string" && /^[a-z][a-z0-9_-]{0,31}$/.test(value),
  kind: isText,
  text: isText,
  size: fields({ width: isWhole, height: isWhole, count: isWhole, variant: isText }),
  rows: (value) => isWhole(value) && value > 0 && value <= MOST,
  columns: (value) => isWhole(value) && value > 0 && value <= MOST,
  cells: listOf(
    fields({
      ...{ variable: isWhole, row: isWhole, column: isWhole, lowest: isWhole, highest: isWhole, name: isName },
      squares: (value) => value === undefined || listOf(isSquare)(value),
    }),
  ),
  borders: listOf(fields({ row1: isNumber, column1: isNumber, row2: isNumber, column2: isNumber })),
  lowest: isWhole,
  symbols: listOf(isText),
  totals: listOf((value) => value === null || isWhole(value)),
  blocks: listOf(fields({ row: isWhole, column: isWhole, style: isText, text: isText, constraints: areWhole })),
  labels: listOf(fields({ row: isNumber, column: isNumber, text: isText, style: isText, constraints: areWhole })),
  cages: listOf(fields({ squares: listOf(isSquare), constraint: isWhole })),
  marks: listOf(fields({ shape: isText, squares: listOf(isSquare), color: isText, text: isText })),
  lights: listOf(fields({ variable: isWhole, value: isWhole, cells: areWhole })),
  notes: listOf(fields({ says: isName, constraints: areWhole })),
  counters: listOf(fields({ key: isText, counted: listOf(areWhole), total: isWhole, constraint: isWhole })),
  rules: listOf(isText),
  switchable: listOf(isText),
});

export const isBoard = (value: unknown): value is Board =>
  BOARD(value) && (value as Board).cells.length > 0 && authoredIsSound(value as Board);

/** An author's own puzzle is JSON, and is asked for its title. */
function authoredIsSound({ family, text }: Board): boolean {
  return family !== "custom" || isFields(JSON.parse(text) as unknown);
}
