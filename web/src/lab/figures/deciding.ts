// When to think: how well the signals tell right proposals from wrong ones, and what the strategies that act on them cost.

import { SCOPES } from "../../game/settings";
import { hasKey, t } from "../../i18n/i18n";
import { figureText, shareText } from "../../i18n/numbers";
import { timeText } from "../../i18n/sentences";
import { BY_KEYS, curves, keyOf, type Drawing, type Figure, type Key, type Row } from "./figure";
import { paretoFront } from "./pareto";
import type { OfFamily, Played, Signal } from "./results";

const named = (key: string, otherwise: string) => (hasKey(key) ? t(key) : otherwise);
export const signalName = (signal: string) => named(`lab.signal.${signal}`, signal);
export const strategyName = (strategy: string) => named(`strategy.${strategy}`, strategy);

interface Recorded {
  family: string;
  command: string;
  found: OfFamily;
}

const percent = (digits: number) => (share: number) => shareText(share, digits);

/** Which puzzles a recorded figure is of. */
export function setText({ set, size, level, puzzles }: OfFamily): string {
  const count = figureText(puzzles);
  return size && level
    ? t("lab.recorded.set", { count, size, level: t(`level.${level}`) })
    : t("lab.recorded.file", { count, set });
}
const setOf = ({ found, family }: Recorded) => ({ set: setText(found), family: t(`family.${family}`) });

// --- risk and coverage ---------------------------------------------------------------------------------------------

/** A point of a signal's curve: from this threshold on, so many moves are played unchecked, and so many of them are wrong. */
export interface Operating {
  coverage: number;
  risk: number;
  threshold: number;
}

export const operatingPoints = (signal: Signal | undefined): Operating[] =>
  (signal?.curve ?? [])
    .map(([coverage, risk, threshold]) => ({ coverage, risk, threshold }))
    .sort((one, other) => one.threshold - other.threshold);

export function riskFigure(recorded: Recorded, chosen: Operating | null): Figure {
  const signals = Object.entries(recorded.found.signals);
  const keys = signals.map(([signal], index) => keyOf(index, signalName(signal)));
  const rows = signals.flatMap(([signal, { curve }]) =>
    curve.map(([coverage, risk, threshold]): Row => ({ signal, name: signalName(signal), coverage, risk, threshold })),
  );
  const best = [...signals].sort(([, one], [, other]) => one.augrc - other.augrc)[0];
  const said = best ? t("lab.risk.said", { name: signalName(best[0]), augrc: figureText(best[1].augrc, 5) }) : "";
  const keyFor = (row: Row) => keys[signals.findIndex(([signal]) => signal === row.signal)] ?? keys[0]!;
  return {
    id: `risk-coverage-${recorded.family}`,
    title: t("lab.risk.title"),
    caption: t("lab.risk.caption", setOf(recorded)),
    command: recorded.command,
    description: `${t("lab.risk.title")}. ${said}`,
    columns: [
      { key: "name", label: t("lab.col.signal"), kind: "text" },
      { key: "coverage", label: t("lab.col.coverage"), kind: "share" },
      { key: "risk", label: t("lab.col.risk"), kind: "share" },
      { key: "threshold", label: t("lab.col.threshold"), kind: "count" },
    ],
    rows,
    keys,
    draw: (plot, width) =>
      plot.plot({
        width,
        height: 320,
        marginLeft: 56,
        marginRight: 20,
        x: { label: `${t("lab.col.coverage")} →`, domain: [0, 1], tickFormat: percent(0), ticks: 5 },
        y: { label: `↑ ${t("lab.col.risk")}`, grid: true, zero: true, tickFormat: percent(1) },
        ...BY_KEYS,
        marks: [
          ...curves(
            plot,
            rows,
            { x: "coverage", y: "risk", z: "signal" },
            {
              keyFor,
              r: 3,
              title: (row) => `${row.name} · ${shareText(Number(row.coverage))} · ${shareText(Number(row.risk), 2)}`,
            },
          ),
          ...(chosen ? operatingMarks(plot, chosen) : []),
        ],
      }),
  };
}

function operatingMarks(plot: Drawing, chosen: Operating) {
  return [
    plot.ruleX([chosen], { x: "coverage", stroke: "var(--ink)", strokeDasharray: "3 3" }),
    plot.dot([chosen], {
      x: "coverage",
      y: "risk",
      r: 8,
      fill: "var(--card)",
      stroke: "var(--ink)",
      strokeWidth: 2.5,
      className: "operating",
    }),
  ];
}

// --- reliability ---------------------------------------------------------------------------------------------------

export function reliabilityFigure(recorded: Recorded): Figure {
  const signals = Object.entries(recorded.found.signals).filter(([, { reliability }]) => reliability.length > 0);
  const keys = signals.map(([signal], index) => keyOf(index, signalName(signal)));
  const rows = signals.flatMap(([signal, { reliability }]) =>
    reliability.map(([confidence, accuracy, count]): Row => ({
      signal,
      name: signalName(signal),
      confidence,
      accuracy,
      count,
    })),
  );
  const keyFor = (row: Row) => keys[signals.findIndex(([signal]) => signal === row.signal)] ?? keys[0]!;
  const said = signals.map(([signal, { ece }]) =>
    t("lab.reliability.said", { name: signalName(signal), ece: shareText(ece, 2) }),
  );
  return {
    id: `reliability-${recorded.family}`,
    title: t("lab.reliability.title"),
    caption: t("lab.reliability.caption", setOf(recorded)),
    command: recorded.command,
    description: [t("lab.reliability.title"), ...said].join(" "),
    columns: [
      { key: "name", label: t("lab.col.signal"), kind: "text" },
      { key: "confidence", label: t("lab.col.confidence"), kind: "share" },
      { key: "accuracy", label: t("lab.col.accuracy"), kind: "share" },
      { key: "count", label: t("lab.col.moves"), kind: "count" },
    ],
    rows,
    keys,
    draw: (plot, width) =>
      plot.plot({
        width,
        height: 320,
        marginLeft: 56,
        marginRight: 20,
        x: { label: `${t("lab.col.confidence")} →`, domain: [0, 1], tickFormat: percent(0), ticks: 5 },
        y: { label: `↑ ${t("lab.col.accuracy")}`, domain: [0, 1], grid: true, tickFormat: percent(0), ticks: 5 },
        ...BY_KEYS,
        r: { range: [2, 9] },
        marks: [
          plot.line([[0, 0], [1, 1]], { stroke: "var(--muted)", strokeDasharray: "4 4" }), // prettier-ignore
          plot.line(rows, { x: "confidence", y: "accuracy", z: "signal", stroke: (row: Row) => keyFor(row).color }),
          plot.dot(rows, {
            ...{ x: "confidence", y: "accuracy", r: (row: Row) => Math.log1p(Number(row.count)) },
            fill: (row: Row) => keyFor(row).color,
            symbol: (row: Row) => keyFor(row).symbol,
          }),
        ],
      }),
  };
}

// --- what it costs -------------------------------------------------------------------------------------------------

export type CostBy = "work" | "ms";

/** A strategy as it was measured, here or at home. */
export interface Measured {
  strategy: string;
  setting: string;
  where: "recorded" | "here";
  games: number;
  solved: number;
  /** Games in which a wrong move was played unchecked; null where that is not known. */
  erring: number | null;
  asked: number;
  work: number;
  ms: number;
}

export const settingText = (setting: Record<string, number>): string =>
  Object.entries(setting)
    .map(([name, value]) => (name === "scope" ? t(`scope.${SCOPES[value] ?? "step"}`) : figureText(value, 3)))
    .join(" · ");

export function measuredOf({ strategies, z3_once: once, puzzles }: OfFamily): Measured[] {
  const played = Object.entries(strategies).flatMap(([strategy, settings]) =>
    settings.map((one: Played): Measured => ({
      ...{ strategy, setting: settingText(one.setting), where: "recorded" },
      ...{ games: one.games, solved: one.solved, erring: one.games_with_error, asked: one.escalations / one.games },
      ...{ work: one.effort.median, ms: one.ms.median },
    })),
  );
  if (!once) return played;
  const whole = {
    games: puzzles,
    solved: once.solved,
    erring: 0,
    asked: 1,
    work: once.effort_median,
    ms: once.ms_median,
  };
  return [...played, { strategy: "z3_once", setting: "", where: "recorded", ...whole }];
}

interface Plane {
  id: string;
  caption: string;
  command: string;
  measured: readonly Measured[];
  by: CostBy;
}

export function planeFigure({ id, caption, command, measured, by }: Plane): Figure {
  const strategies = [...new Set(measured.map(({ strategy }) => strategy))];
  const keyFor = (strategy: unknown): Key =>
    keyOf(strategies.indexOf(String(strategy)), strategyName(String(strategy)));
  const rows = measured.map((one): Row => ({
    ...{ strategy: one.strategy, name: strategyName(one.strategy), setting: one.setting, where: one.where },
    ...{ where_name: t(`lab.where.${one.where}`), games: one.games, solved: one.solved / one.games },
    ...{ right: one.erring === null ? null : 1 - one.erring / one.games, asked: one.asked, work: one.work, ms: one.ms },
  }));
  const drawn = rows.flatMap((row) =>
    row.right === null ? [] : [{ ...row, cost: Number(row[by]), worth: Number(row.right) }],
  );
  const front = paretoFront(drawn);
  return {
    id,
    title: t("lab.plane.title"),
    caption,
    command,
    description: [t("lab.plane.title"), ...front.map((one) => t("lab.plane.said", frontWords(one, by)))].join(" "),
    columns: [
      { key: "name", label: t("lab.col.strategy"), kind: "text" },
      { key: "setting", label: t("lab.col.setting"), kind: "text" },
      { key: "where_name", label: t("lab.col.where"), kind: "text" },
      { key: "games", label: t("lab.col.games"), kind: "count" },
      { key: "solved", label: t("lab.col.solved"), kind: "share" },
      { key: "right", label: t("lab.col.right"), kind: "share" },
      { key: "asked", label: t("lab.col.asked"), kind: "count" },
      { key: "work", label: t("lab.col.work"), kind: "count" },
      { key: "ms", label: t("lab.col.ms"), kind: "ms" },
    ],
    rows,
    keys: strategies.map(keyFor),
    draw: (plot, width) => drawPlane(plot, width, { drawn, front, by, keyFor }),
  };
}

type Placed = Row & { cost: number; worth: number };

const costText = (by: CostBy, cost: number) => (by === "ms" ? timeText(cost) : t("lab.work", { n: figureText(cost) }));

const frontWords = (one: Placed, by: CostBy) => ({
  ...{ name: String(one.name), setting: String(one.setting) },
  ...{ share: shareText(one.worth), cost: costText(by, one.cost) },
});

interface PlaneDrawn {
  drawn: readonly Placed[];
  front: readonly Placed[];
  by: CostBy;
  keyFor(strategy: unknown): Key;
}

function drawPlane(plot: Drawing, width: number, { drawn, front, by, keyFor }: PlaneDrawn) {
  const colorOf = ({ strategy }: Row) => keyFor(strategy).color;
  const tip = (row: Row) =>
    [row.name, row.setting, row.where_name, shareText(Number(row.right)), costText(by, Number(row[by]))].join(" · ");
  const shared = { x: "cost", y: "worth", r: 6, symbol: (row: Row) => keyFor(row.strategy).symbol, title: tip };
  return plot.plot({
    width,
    height: 340,
    marginLeft: 56,
    marginRight: 30,
    x: { type: "log", label: `${t(`lab.col.${by}`)} →`, tickFormat: "~s" },
    y: { label: `↑ ${t("lab.col.right")}`, grid: true, nice: true, tickFormat: percent(0) },
    ...BY_KEYS,
    marks: [
      plot.line(front, { x: "cost", y: "worth", curve: "step-after", stroke: "var(--muted)", strokeDasharray: "4 3" }),
      plot.dot(
        drawn.filter(({ where }) => where === "recorded"),
        { ...shared, fill: colorOf },
      ),
      plot.dot(
        drawn.filter(({ where }) => where === "here"),
        { ...shared, r: 7, fill: "var(--card)", stroke: colorOf, strokeWidth: 2.5 },
      ),
    ],
  });
}

// --- over a game ---------------------------------------------------------------------------------------------------

/** How often System 2 is asked as a game goes on, with the middle setting of each strategy. */
export function progressFigure(recorded: Recorded): Figure {
  const strategies = Object.entries(recorded.found.strategies).flatMap(([strategy, settings]) => {
    // Those that differ in what System 2 is asked about, or in how long a look lasts, are no row of values.
    const dialled = settings.filter(({ setting }) => !("scope" in setting) && !("reuse" in setting));
    const middle = dialled[Math.floor(dialled.length / 2)];
    return middle && middle.by_progress.length > 0 ? [{ strategy, middle }] : [];
  });
  const keys = strategies.map(({ strategy }, index) => keyOf(index, strategyName(strategy)));
  const rows = strategies.flatMap(({ strategy, middle }) =>
    middle.by_progress.map(([progress, rate, count]): Row => ({
      ...{ strategy, name: strategyName(strategy), setting: settingText(middle.setting), progress, rate, count },
    })),
  );
  const keyFor = (row: Row) => keys[strategies.findIndex(({ strategy }) => strategy === row.strategy)] ?? keys[0]!;
  return {
    id: `escalation-${recorded.family}`,
    title: t("lab.progress.title"),
    caption: t("lab.progress.caption", setOf(recorded)),
    command: recorded.command,
    description: t("lab.progress.said", { names: strategies.map(({ strategy }) => strategyName(strategy)).join(", ") }),
    columns: [
      { key: "name", label: t("lab.col.strategy"), kind: "text" },
      { key: "setting", label: t("lab.col.setting"), kind: "text" },
      { key: "progress", label: t("lab.col.progress"), kind: "share" },
      { key: "rate", label: t("lab.col.rate"), kind: "share" },
      { key: "count", label: t("lab.col.decisions"), kind: "count" },
    ],
    rows,
    keys,
    draw: (plot, width) =>
      plot.plot({
        width,
        height: 300,
        marginLeft: 56,
        marginRight: 20,
        x: { label: `${t("lab.col.progress")} →`, domain: [0, 1], tickFormat: percent(0), ticks: 5 },
        y: { label: `↑ ${t("lab.col.rate")}`, grid: true, zero: true, tickFormat: percent(0) },
        ...BY_KEYS,
        marks: curves(plot, rows, { x: "progress", y: "rate", z: "strategy" }, { keyFor, r: 4.5 }),
      }),
  };
}
