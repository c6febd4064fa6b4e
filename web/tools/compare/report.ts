// What was measured, as Markdown tables.

import { milliseconds } from "../table";
import { quantile } from "../statistics";
import type { Figures } from "./judge";
import type { Task } from "./measure";
import type { PeerName } from "./peers";
import type { Download } from "./place_chromium";

export interface Row {
  place: "node" | "chromium";
  family: string;
  size: string | null;
  peer: PeerName;
  puzzles: number;
  load_ms: number | null;
  /** Telling the rules that are kept; null where they are not. */
  rules_ms: number | null;
  /** The first puzzle that the fresh library is given. */
  first_ms: number | null;
  first_right: boolean;
  solve: Figures;
  unique: Figures;
  /** Why it was ended early, or why it was not tried. */
  ended: string | null;
}

export interface Report {
  format: "fastslow-compare/1";
  machine: string;
  /** What else the machine had to do when it began: processes that wanted to run. */
  load_average: number;
  versions: Record<string, string>;
  downloads: Partial<Record<PeerName, Download>>;
  rows: Row[];
}

/** Ten megabits a second. */
export const BYTES_PER_MS = 1250;

export const TITLES: Record<PeerName, string> = {
  fastslow: "ours",
  z3: "z3-solver",
  "z3-kept": "z3-solver, rules kept",
  clingo: "clingo-wasm",
  gecode: "minizinc, Gecode",
  chuffed: "minizinc, Chuffed",
  logic: "logic-solver",
  "logic-kept": "logic-solver, rules kept",
};

const PLACES = { node: "Node", chromium: "Chromium" } as const;

/** Computed: the download as that line brings it, then what was measured on this machine. */
export function firstAnswerMs(row: Row, download: Download): number | null {
  if (row.load_ms === null || row.first_ms === null || !row.first_right) return null;
  return download.gzip / BYTES_PER_MS + row.load_ms + (row.rules_ms ?? 0) + row.first_ms;
}

export function markdown(report: Report): string {
  const versions = Object.entries(report.versions).map(([name, version]) => `${name} ${version}`);
  const lines = [
    `On ${report.machine}; ${String(report.load_average)} processes on average wanted to run when it began.`,
    `${versions.join(", ")}.`,
    "",
    ...firstAnswers(report),
  ];
  for (const place of ["node", "chromium"] as const) {
    const rows = report.rows.filter((row) => row.place === place);
    if (rows.length === 0) continue;
    lines.push(...times(place, "solve", rows), ...times(place, "unique", rows), ...answers(place, rows));
  }
  return `${lines.join("\n").trim()}\n`;
}

function firstAnswers({ downloads, rows }: Report): string[] {
  const lines = Object.entries(downloads).map(([name, download]) => {
    const own = rows.filter((row) => row.peer === name && row.place === "chromium");
    const median = (of: (row: Row) => number | null): string => {
      const all = own.map(of).filter((ms) => ms !== null);
      return all.length === 0 ? "–" : (quantile(all, 0.5) / 1000).toFixed(2);
    };
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(2);
    return [
      TITLES[name as PeerName],
      megabytes(download.bytes),
      megabytes(download.gzip),
      median((row) => row.load_ms),
      median((row) => row.first_ms),
      median((row) => firstAnswerMs(row, download)),
    ];
  });
  if (lines.length === 0) return [];
  return [
    "### To the first answer, in Chromium",
    "",
    ...grid([["", "MB", "MB, gzip", "load, s", "first puzzle, s", "at 10 Mbit/s, s (computed)"], ...lines]),
    "",
  ];
}

const HEADINGS: Record<Task, string> = {
  solve: "a solution",
  unique: "a solution, and that it is the only one",
};

function times(place: Row["place"], task: Task, rows: readonly Row[]): string[] {
  const peers = [...new Set(rows.map(({ peer }) => peer))];
  const sets = [...new Set(rows.map(nameOf))];
  const lines = sets.map((set) => {
    const cells = peers.map((peer) => rows.find((row) => row.peer === peer && nameOf(row) === set));
    return [set, ...cells.map((row) => (row === undefined ? "–" : cell(row, task)))];
  });
  const heading = `### ${PLACES[place]}: ${HEADINGS[task]}, warm`;
  return [heading, "", ...grid([["median (95 %), ms", ...peers.map((peer) => TITLES[peer])], ...lines]), ""];
}

function nameOf({ family, size, puzzles }: Row): string {
  return `${family} ${size ?? "of a file"} × ${String(puzzles)}`;
}

/** Times are of the right answers; how many were not is said beside them. */
function cell(row: Row, task: Task): string {
  const { median, p95, wrong, missing } = row[task];
  const remarks = [wrong > 0 ? `${String(wrong)} wrong` : "", missing > 0 ? `${String(missing)} missing` : ""];
  const time = median === null || p95 === null ? "" : `${milliseconds(median)} (${milliseconds(p95)})`;
  return [time, ...remarks].filter((part) => part !== "").join(", ");
}

function answers(place: Row["place"], rows: readonly Row[]): string[] {
  const peers = [...new Set(rows.map(({ peer }) => peer))];
  const lines = peers.map((peer) => {
    const figures = rows.filter((row) => row.peer === peer).flatMap(({ solve, unique }) => [solve, unique]);
    const sum = (of: "right" | "wrong" | "missing"): string =>
      String(figures.reduce((total, one) => total + one[of], 0));
    return [TITLES[peer], sum("right"), sum("wrong"), sum("missing")];
  });
  return [`### ${PLACES[place]}: answers`, "", ...grid([["", "right", "wrong", "missing"], ...lines]), ""];
}

function grid([head, ...rows]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head!), line(["---", ...head!.slice(1).map(() => "---:")]), ...rows.map(line)];
}
