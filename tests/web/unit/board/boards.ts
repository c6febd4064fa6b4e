// Boards written by hand, one for everything that a board can hold. The rules behind them do not matter here.

import type { Board, BoardCell, CellView, Origin, Size, Square } from "../../../../web/src/protocol/engine";

interface Fixture {
  board: Board;
  cells: CellView[];
}

const at = (row: number, column: number) => ({ key: "cell.at", args: { row, column } });
type Label = Board["labels"][number];
const labelled =
  (style: Label["style"]) =>
  (row: number, column: number, text: string, constraint: number): Label => ({
    ...{ row, column, text, style },
    constraints: [constraint],
  });
const margin = labelled("margin");
const sign = labelled("sign");

export const OPEN: CellView = { value: null, origin: null, decision: null, candidates: [], ruledOut: [] };
export const placed = (value: number, origin: Origin): CellView => ({ ...OPEN, value, origin });

/** "9x9", or with a variant "9x9k". */
export const sizeOf = (width: number, height: number, variant = "", rules: string[] = []): Size => ({
  ...{ id: `${width}x${height}${variant}`, width, height, count: 0, variant, rules, game: false },
});

function bare(family: string, rows: number, columns: number): Board {
  const size = sizeOf(columns, rows);
  return {
    ...{
      puzzle: "",
      grows: false,
      family,
      kind: size.id,
      size,
      text: "",
      rows,
      columns,
      cells: [],
      borders: [],
      lowest: 1,
      symbols: [],
      totals: [],
    },
    ...{ blocks: [], labels: [], cages: [], marks: [], lights: [], notes: [], counters: [], rules: [], switchable: [] },
  };
}

/** A full grid of cells whose top left square is (top, left). */
export function gridOf(
  rows: number,
  columns: number,
  domain: [number, number],
  [top, left] = [0, 0],
  hole: (row: number, column: number) => boolean = () => false,
): BoardCell[] {
  const cells: BoardCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (hole(row, column)) continue;
      const place = { row: row + top, column: column + left };
      cells.push({
        ...place,
        variable: cells.length,
        name: at(row + 1, column + 1),
        lowest: domain[0],
        highest: domain[1],
      });
    }
  }
  return cells;
}

const digits = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));

/** Cells from rows of characters; "." is open. Capitals are given, the others were placed. */
function views(board: Board, text: string, value: (symbol: string) => number, source: Origin = "given"): CellView[] {
  return board.cells.map((_, i) => (!text[i] || text[i] === "." ? OPEN : placed(value(text[i]), source)));
}

function frame(rows: number, columns: number, [top, left] = [0, 0]): Board["borders"] {
  const [bottom, right] = [top + rows, left + columns];
  return [
    { row1: top, column1: left, row2: top, column2: right },
    { row1: bottom, column1: left, row2: bottom, column2: right },
    { row1: top, column1: left, row2: bottom, column2: left },
    { row1: top, column1: right, row2: bottom, column2: right },
  ];
}

const lines = (at: number[], size: number): Board["borders"] =>
  at.flatMap((k) => [
    { row1: k, column1: 0, row2: k, column2: size },
    { row1: 0, column1: k, row2: size, column2: k },
  ]);

/** Squares by letter. */
function groups(rows: string[]): Map<string, Square[]> {
  const found = new Map<string, Square[]>();
  rows.forEach((line, row) =>
    [...line].forEach((letter, column) => found.set(letter, [...(found.get(letter) ?? []), { row, column }])),
  );
  return found;
}

export function killer(): Fixture {
  const cages = groups([
    "aabbccdde",
    "affbgcdhe",
    "aiibggdhe",
    "jikkllmhh",
    "jjkkllmmn",
    "opqqrrmnn",
    "oppqsrttn",
    "oupqsvvtw",
    "uuuxxxyyw",
  ]);
  const board: Board = {
    ...bare("sudoku", 9, 9),
    cells: gridOf(9, 9, [1, 9]),
    symbols: digits(9),
    borders: lines([0, 3, 6, 9], 9),
    cages: [...cages.values()].map((squares, i) => ({ squares, constraint: i })),
    labels: [...cages.values()].map((squares, i) => ({
      ...squares[0]!,
      text: String(7 + i),
      style: "corner",
      constraints: [i],
    })),
    rules: ["diagonals"],
    switchable: ["diagonals", "antiknight"],
  };
  const cells = views(board, "4........5...7...........................8..........", Number);
  cells[3] = placed(2, "system1");
  cells[12] = placed(9, "system2");
  cells[13] = placed(6, "both");
  cells[30] = placed(1, "player");
  cells[31] = { ...OPEN, ruledOut: [1, 4, 7] };
  return { board, cells };
}

export function futoshiki(): Fixture {
  const board: Board = {
    ...bare("futoshiki", 5, 5),
    cells: gridOf(5, 5, [1, 5]),
    symbols: digits(5),
    borders: frame(5, 5),
    labels: [
      sign(0.5, 1, "<", 1),
      sign(1, 2.5, "^", 2),
      sign(3, 0.5, "v", 3),
      sign(2.5, 4, ">", 4),
      sign(4.5, 3, "<", 5),
    ],
  };
  return { board, cells: views(board, "....2......4.............", Number) };
}

export function skyscrapers(): Fixture {
  const clues = [3, 1, 2, 2].flatMap((clue, i) => [
    margin(0.5, i + 1.5, String(clue), i),
    margin(i + 1.5, 0.5, String(clue), 4 + i),
    ...(i % 2 ? [margin(5.5, i + 1.5, String(clue), 8 + i), margin(i + 1.5, 5.5, String(clue), 12 + i)] : []),
  ]);
  const board: Board = {
    ...bare("skyscrapers", 6, 6),
    cells: gridOf(4, 4, [1, 4], [1, 1]),
    symbols: digits(4),
    borders: frame(4, 4, [1, 1]),
    labels: clues,
  };
  return { board, cells: views(board, "..3.............", Number) };
}

export function nonogram(side = 10): Fixture {
  const clueSquares = Math.ceil(side / 5);
  const clues = Array.from({ length: side }, (_, i) =>
    Array.from({ length: 1 + (i % 4) }, (_, k) => String(((i * 7 + k * 3) % 4) + (i === 4 && k === 0 ? 10 : 1))),
  );
  const labels = clues.flatMap((list, i) =>
    list.flatMap((text, k) => [
      margin(clueSquares + i + 0.5, clueSquares - 0.3 - (list.length - 1 - k) * 0.5, text, i),
      margin(clueSquares - 0.3 - (list.length - 1 - k) * 0.5, clueSquares + i + 0.5, text, side + i),
    ]),
  );
  const heavy = Array.from({ length: side / 5 + 1 }, (_, k) => k * 5 + clueSquares);
  const board: Board = {
    ...bare("nonogram", side + clueSquares, side + clueSquares),
    cells: gridOf(side, side, [0, 1], [clueSquares, clueSquares]),
    lowest: 0,
    symbols: ["glyph.empty", "glyph.filled"],
    borders: heavy.flatMap((k) => [
      { row1: k, column1: clueSquares, row2: k, column2: clueSquares + side },
      { row1: clueSquares, column1: k, row2: clueSquares + side, column2: k },
    ]),
    labels,
  };
  const sources: Origin[] = ["system1", "system2", "both", "player", "given"];
  const cells = board.cells.map((_, i) => ((i * 5) % 11 < 5 ? placed((i * 3) % 7 < 4 ? 1 : 0, sources[i % 5]!) : OPEN));
  return { board, cells };
}

export function lightUp(): Fixture {
  const walls = new Map([
    ["0,3", ""],
    ["1,1", "2"],
    ["3,5", "0"],
    ["4,2", "4"],
    ["5,5", ""],
  ]);
  const board: Board = {
    ...bare("lightup", 7, 7),
    cells: gridOf(7, 7, [0, 1], [0, 0], (row, column) => walls.has(`${row},${column}`)),
    lowest: 0,
    symbols: ["glyph.dot", "glyph.lamp"],
    borders: frame(7, 7),
    blocks: [...walls].map(([place, text]) => ({
      row: Number(place[0]),
      column: Number(place[2]),
      constraints: [],
      style: "wall",
      text,
    })),
  };
  const ray = (cell: BoardCell) => {
    const seen: number[] = [];
    for (const [down, right] of [
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ] as const) {
      for (let k = 1; k < 7; k++) {
        const next = board.cells.find((c) => c.row === cell.row + k * down && c.column === cell.column + k * right);
        if (!next) break;
        seen.push(next.variable);
      }
    }
    return seen;
  };
  board.lights = board.cells.map((cell) => ({ variable: cell.variable, value: 1, cells: ray(cell) }));
  const cells = board.cells.map(() => OPEN);
  cells[6] = placed(1, "system1");
  cells[20] = placed(1, "system2");
  cells[38] = placed(1, "player");
  cells[1] = placed(0, "system2");
  cells[3] = { ...OPEN, ruledOut: [1] };
  return { board, cells };
}

/** A game under way: some squares are dug up. */
export function minesweeper(rows = 9, columns = 9): Fixture {
  const dug = (row: number, column: number) => row + column < 6;
  const board: Board = {
    ...bare("minesweeper", rows, columns),
    cells: gridOf(rows, columns, [0, 1], [0, 0], dug),
    lowest: 0,
    symbols: ["glyph.dot", "glyph.flag"],
    borders: frame(rows, columns),
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (dug(row, column))
        board.blocks.push({
          row,
          column,
          constraints: [],
          style: "open",
          text: ["", "1", "2", "3", "4", "5", "6", "7", "8"][(row * 3 + column * 2) % 9]!,
        });
    }
  }
  const cells = board.cells.map(() => OPEN);
  cells[0] = placed(1, "system2");
  cells[4] = placed(1, "player");
  cells[9] = placed(0, "system1");
  return { board, cells };
}

export function map(): Fixture {
  const regions = groups([
    "aaabbbcc",
    "aaddbbcc",
    "eaddddcf",
    "eeegdhff",
    "iegghhhf",
    "iiigjhff",
    "kkiijjjf",
    "kkkkjjll",
  ]);
  const cells = [...regions.values()].map((squares, variable): BoardCell => ({
    ...squares[Math.floor(squares.length / 2)]!,
    ...{ variable, name: { key: "cell.region", args: { n: variable + 1 } }, lowest: 1, highest: 4, squares },
  }));
  const board: Board = {
    ...bare("map", 8, 8),
    cells,
    symbols: ["glyph.color1", "glyph.color2", "glyph.color3", "glyph.color4"],
    borders: frame(8, 8),
  };
  const views = cells.map(() => OPEN);
  views[0] = placed(1, "given");
  views[1] = placed(2, "system1");
  views[3] = placed(3, "system2");
  views[6] = placed(4, "player");
  views[8] = { ...OPEN, ruledOut: [1, 3] };
  return { board, cells: views };
}

export function queens(): Fixture {
  const board: Board = {
    ...bare("queens", 8, 8),
    cells: gridOf(8, 8, [0, 1]),
    lowest: 0,
    symbols: ["glyph.dot", "glyph.queen"],
    borders: frame(8, 8),
  };
  const cells = board.cells.map(() => OPEN);
  cells[3] = placed(1, "given");
  cells[14] = placed(1, "system1");
  cells[21] = placed(1, "system2");
  cells[5] = placed(0, "system2");
  cells[12] = placed(0, "player");
  return { board, cells };
}

export function binairo(): Fixture {
  const board: Board = {
    ...bare("binairo", 6, 6),
    cells: gridOf(6, 6, [0, 1]),
    lowest: 0,
    symbols: ["glyph.white", "glyph.black"],
    borders: frame(6, 6),
  };
  const cells = views(board, "0..1..........1..1........0.........", Number);
  cells[8] = placed(0, "system1");
  cells[9] = placed(1, "system2");
  return { board, cells };
}

export function zebra(): Fixture {
  const rows = [
    ["English", "Spaniard", "Ukrainian", "Norwegian", "Japanese"],
    ["red", "green", "ivory", "yellow", "blue"],
    ["dog", "snails", "fox", "horse", "zebra"],
  ];
  const board: Board = {
    ...bare("zebra", 4, 7),
    cells: rows.flatMap((_, row) =>
      gridOf(1, 5, [row * 5 + 1, row * 5 + 5], [row + 1, 2]).map((cell) => ({
        ...cell,
        ...{ variable: cell.variable + row * 5, name: at(row + 1, cell.variable + 1) },
      })),
    ),
    symbols: rows.flat(),
    borders: frame(3, 5, [1, 2]),
    labels: [
      ...["Nation", "Colour", "Animal"].map((text, row) => margin(row + 1.5, 1, text, 90 + row)),
      ...digits(5).map((text, column) => margin(0.5, column + 2.5, text, 80 + column)),
    ],
    notes: [
      { says: { key: "unit.row", args: { n: 1 } }, constraints: [1] },
      { says: { key: "cell.region", args: { n: 3 } }, constraints: [2] },
    ],
  };
  const cells = board.cells.map(() => OPEN);
  cells[0] = placed(4, "given");
  cells[6] = placed(10, "system2");
  cells[2] = placed(1, "system1");
  cells[8] = { ...OPEN, ruledOut: [6, 8] };
  return { board, cells };
}

export function knights(): Fixture {
  const board: Board = {
    ...bare("knights", 2, 4),
    cells: gridOf(1, 4, [0, 1], [1, 0]),
    lowest: 0,
    symbols: ["knave", "knight"],
    borders: frame(1, 4, [1, 0]),
    labels: ["A", "B", "C", "D"].map((text, column) => margin(0.5, column + 0.5, text, 50 + column)),
    notes: [{ says: { key: "unit.row", args: { n: 1 } }, constraints: [3] }],
  };
  const cells = board.cells.map(() => OPEN);
  cells[1] = placed(1, "system2");
  return { board, cells };
}

export const ALL = {
  killer,
  futoshiki,
  skyscrapers,
  nonogram,
  lightUp,
  minesweeper,
  map,
  queens,
  binairo,
  zebra,
  knights,
};
