// What the records come to: models/results/strategies.json, a CSV, a table to read.

import type { Signal } from "../../src/lab/figures/results";
import { quantile, ratio } from "../statistics";
import { percent, table } from "../table";
import { bootstrap, measured, short } from "./measures";
import { SETS, toldSet } from "./plan";
import type { Entry } from "./plan";
import type { Game, PuzzleRecord } from "./play";
import { augrcOf, casesOf, chosenSignal, FREE, halves, signalNames, TOP, type ChosenSignal } from "./signals";

export interface Result {
  setting: Entry["setting"];
  solved: number;
  games: number;
  moves: number;
  unchecked: number;
  unchecked_wrong: number;
  games_with_error: number;
  escalations: number;
  wasted: number;
  missed: number;
  repairs: number;
  effort: { system1: number; system2: number; median: number; p95: number; mean: number; interval: [number, number] };
  ms: { system1: number; system2: number; median: number; p95: number };
  selective_risk: number;
  coverage: number;
  by_progress: [number, number, number][];
}

export interface FamilyResult {
  set: string;
  /** Of the puzzles that the engine made. */
  size?: string;
  level?: string;
  puzzles: number;
  seeds: [number, number];
  z3_once: { solved: number; effort_median: number; effort_p95: number; ms_median: number; ms_p95: number };
  signals: Record<string, Signal & { against_top_probability?: [number, number] }>;
  strategies: Record<string, Result[]>;
  /** Of what solved every puzzle: by how much the mean effort of the cheapest other way to pair the two is below that of
   *  the cheapest fixed threshold; and System 2 alone, which needs no pair. */
  best: {
    strategy: string;
    setting: object;
    saved: number;
    interval: [number, number];
    threshold: object;
    system2_alone: number;
    /** On how many puzzles both were chosen; the figures are of the others. */
    chosen_on: number;
  } | null;
  /** The best of all signals, and of those that a single glance tells. */
  best_signal: { any: ChosenSignal | null; free: ChosenSignal | null };
}

export interface Report {
  command: string;
  version: string;
  network: string;
  date: null;
  /** What a unit of System 1's work (a message of the network: engine/policy/proposal.h) counts in units of effort: the ratio of the times
   *  that both took when it was measured. */
  system1_weight: number;
  families: Record<string, FamilyResult>;
}

/** Measured over all families of `./dev eval --strategies` on one core: milliseconds a unit of each. */
export function weightOf(records: readonly PuzzleRecord[]): number {
  const sum = (of: (game: Game) => number) =>
    records.reduce((total, { games }) => total + games.reduce((part, game) => part + of(game), 0), 0);
  const perWork = ratio(
    sum(({ ms1 }) => ms1),
    sum(({ work1 }) => work1),
  );
  const perEffort = ratio(
    sum(({ ms2 }) => ms2),
    sum(({ effort2 }) => effort2),
  );
  return Number(ratio(perWork, perEffort).toPrecision(2));
}

export function familyResult(
  records: readonly PuzzleRecord[],
  plan: readonly Entry[],
  weight: number,
  { given = false, others = [] }: { given?: boolean; others?: readonly (readonly PuzzleRecord[])[] } = {},
): FamilyResult {
  const numbers = records.map(({ number }) => number);
  const family = records[0]!.family;
  const set = given ? undefined : SETS[family];
  const onces = records.map(({ once }) => once);
  const strategies: Record<string, Result[]> = {};
  plan.forEach(({ strategy, setting }, at) => {
    const games = records.map(({ games: all }) => all[at]!);
    (strategies[strategy] ??= []).push(resultOf(games, setting, weight));
  });
  return {
    set: set ? toldSet(set) : "a file of an author's",
    ...(set ?? {}),
    puzzles: records.length,
    seeds: [Math.min(...numbers), Math.max(...numbers)],
    z3_once: {
      solved: onces.filter(({ solved }) => solved).length,
      effort_median: quantile(
        onces.map(({ effort }) => effort),
        0.5,
      ),
      effort_p95: quantile(
        onces.map(({ effort }) => effort),
        0.95,
      ),
      ms_median: short(
        quantile(
          onces.map(({ ms }) => ms),
          0.5,
        ),
      ),
      ms_p95: short(
        quantile(
          onces.map(({ ms }) => ms),
          0.95,
        ),
      ),
    },
    signals: signalsOf(records),
    strategies,
    best: bestOf(records, plan, weight),
    best_signal: {
      any: chosenSignal(
        records,
        others,
        signalNames(records).filter((name) => name !== TOP),
      ),
      free: chosenSignal(records, others, FREE),
    },
  };
}

const total = (game: Game, weight: number): number => game.effort2 + weight * game.work1;

function resultOf(games: readonly Game[], setting: Entry["setting"], weight: number): Result {
  const sum = (of: (game: Game) => number) => games.reduce((part, game) => part + of(game), 0);
  const efforts = games.map((game) => total(game, weight));
  const times = games.map(({ ms1, ms2 }) => ms1 + ms2);
  const mean = (drawn: readonly number[]) =>
    ratio(
      drawn.reduce((part, at) => part + (efforts[at] ?? 0), 0),
      drawn.length,
    );
  return {
    setting,
    solved: games.filter(({ solved }) => solved).length,
    games: games.length,
    moves: sum(({ moves }) => moves),
    unchecked: sum(({ unchecked }) => unchecked),
    unchecked_wrong: sum(({ wrong }) => wrong),
    games_with_error: games.filter(({ wrong }) => wrong > 0).length,
    escalations: sum(({ escalations }) => escalations),
    wasted: sum(({ wasted }) => wasted),
    missed: sum(({ wrong }) => wrong),
    repairs: sum(({ repairs }) => repairs),
    effort: {
      system1: Math.round(weight * sum(({ work1 }) => work1)),
      system2: sum(({ effort2 }) => effort2),
      median: Math.round(quantile(efforts, 0.5)),
      p95: Math.round(quantile(efforts, 0.95)),
      mean: Math.round(
        ratio(
          efforts.reduce((part, one) => part + one, 0),
          games.length,
        ),
      ),
      interval: bootstrap(games.length, mean),
    },
    ms: {
      system1: short(sum(({ ms1 }) => ms1)),
      system2: short(sum(({ ms2 }) => ms2)),
      median: short(quantile(times, 0.5)),
      p95: short(quantile(times, 0.95)),
    },
    selective_risk: short(
      ratio(
        sum(({ wrong }) => wrong),
        sum(({ unchecked }) => unchecked),
      ),
    ),
    coverage: short(
      ratio(
        sum(({ unchecked }) => unchecked),
        sum(({ moves }) => moves),
      ),
    ),
    by_progress: byProgress(games),
  };
}

/** In tenths of the games: middle, share of decisions for which System 2 was asked, number of decisions. */
function byProgress(games: readonly Game[]): [number, number, number][] {
  return Array.from({ length: 10 }, (_, tenth): [number, number, number] => {
    const here = games.flatMap(({ course }) => course.filter(([at]) => Math.min(9, Math.floor(at * 10)) === tenth));
    const asked = here.filter(([, escalated]) => escalated === 1).length;
    return [(tenth + 0.5) / 10, short(ratio(asked, here.length)), here.length];
  });
}

function signalsOf(records: readonly PuzzleRecord[]): FamilyResult["signals"] {
  const result: FamilyResult["signals"] = {};
  for (const name of signalNames(records)) {
    const signal = measured(casesOf(name, records));
    if (signal === null) continue;
    const against = (drawn: readonly number[]) => {
      const some = drawn.map((at) => records[at]!);
      return augrcOf(name, some) - augrcOf(TOP, some);
    };
    result[name] = signal;
    if (name !== TOP) result[name].against_top_probability = bootstrap(records.length, against, 200);
  }
  return result;
}

/** A fixed threshold, and System 2 asked step by step. */
const isFixed = ({ strategy, setting }: Entry): boolean => strategy === "threshold" && !("scope" in setting);

/** One system alone; and what is played for comparison only, by lot or by the solution. */
const NO_RIVALS: readonly string[] = ["system1", "system2", "random", "oracle"];

/** Both are chosen on one half of the puzzles, and compared on the other. */
function bestOf(records: readonly PuzzleRecord[], plan: readonly Entry[], weight: number): FamilyResult["best"] {
  const { choosing, judging } = halves(records);
  const mean = (at: number, of: readonly PuzzleRecord[]) =>
    ratio(
      of.reduce((part, { games }) => part + total(games[at]!, weight), 0),
      of.length,
    );
  const all = plan
    .map((entry, at) => ({ entry, at }))
    .filter(({ at }) => records.every(({ games }) => games[at]!.solved));
  const cheapest = (some: typeof all) => [...some].sort((a, b) => mean(a.at, choosing) - mean(b.at, choosing))[0];
  const fixed = cheapest(all.filter(({ entry }) => isFixed(entry)));
  const other = cheapest(all.filter(({ entry }) => !isFixed(entry) && !NO_RIVALS.includes(entry.strategy)));
  if (!fixed || !other) return null;
  const alone = plan.findIndex(({ strategy }) => strategy === "system2");
  const saved = (of: readonly PuzzleRecord[], by = other.at) => 1 - ratio(mean(by, of), mean(fixed.at, of));
  const again = (drawn: readonly number[]) => saved(drawn.map((at) => judging[at]!));
  return {
    strategy: other.entry.strategy,
    setting: other.entry.setting,
    chosen_on: choosing.length,
    saved: short(saved(judging)),
    interval: bootstrap(judging.length, again),
    threshold: fixed.entry.setting,
    system2_alone: short(saved(judging, alone)),
  };
}

export function csvOf(report: Report): string {
  const head = ["family", "strategy", "setting", "games", "solved", "moves", "unchecked", "unchecked_wrong"];
  const more = ["games_with_error", "escalations", "wasted", "repairs", "effort_mean", "effort_median", "effort_p95"];
  const rows = rowsOf(report).map(([family, strategy, one]) => [
    ...[family, strategy, `"${JSON.stringify(one.setting).replaceAll('"', "'")}"`, one.games, one.solved, one.moves],
    ...[one.unchecked, one.unchecked_wrong, one.games_with_error, one.escalations, one.wasted, one.repairs],
    ...[one.effort.mean, one.effort.median, one.effort.p95, one.ms.median],
  ]);
  return `${[[...head, ...more, "ms_median"], ...rows].map((row) => row.join(",")).join("\n")}\n`;
}

function rowsOf(report: Report): [string, string, Result][] {
  return Object.entries(report.families).flatMap(([family, { strategies }]) =>
    Object.entries(strategies).flatMap(([name, results]) =>
      results.map((one): [string, string, Result] => [family, name, one]),
    ),
  );
}

export function tableOf(report: Report): string {
  const settings = (setting: object) =>
    Object.entries(setting)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(", ");
  return Object.entries(report.families)
    .map(([family, { puzzles, strategies, signals, z3_once: once, best }]) =>
      [
        `${family}: ${String(puzzles)} puzzles; System 2 once: effort ${String(once.effort_median)} (median)`,
        table([
          ["strategy", "solved", "unchecked", "wrong", "asked", "wasted", "repairs", "effort", "95 %"],
          ...Object.entries(strategies).flatMap(([name, results]) =>
            results.map((one) => [
              `${name} ${settings(one.setting)}`,
              ...[percent(ratio(one.solved, one.games)), percent(one.coverage), String(one.unchecked_wrong)],
              ...[String(one.escalations), String(one.wasted), String(one.repairs), String(one.effort.mean)],
              `${one.effort.interval[0].toFixed(0)}–${one.effort.interval[1].toFixed(0)}`,
            ]),
          ),
        ]),
        table([
          ["signal", "n", "AURC", "AUGRC", "AUROC", "ECE"],
          ...Object.entries(signals).map(([name, one]) => [
            name,
            ...[
              String(one.n),
              one.aurc.toFixed(4),
              one.augrc.toFixed(4),
              one.auroc?.toFixed(3) ?? "–",
              one.ece.toFixed(3),
            ],
          ]),
        ]),
        best
          ? `cheapest but a threshold: ${best.strategy} ${settings(best.setting)}, saves ${percent(best.saved)} of what the cheapest threshold (${settings(best.threshold)}) needs; System 2 alone saves ${percent(best.system2_alone)}`
          : "",
      ].join("\n\n"),
    )
    .join("\n\n");
}
