// The guarantee in figures: which thresholds were tried, and how often such a promise is kept, at which price.

import { t } from "../../i18n/i18n";
import { figureText, shareText } from "../../i18n/numbers";
import type { Certificate, KeptPromise, Wish } from "../../protocol/engine";
import { BY_KEYS, keyOf, type Figure, type Row } from "./figure";

const percent = (digits: number) => (share: number) => shareText(share, digits);
const wishText = ({ alpha, delta }: Wish) => ({ alpha: shareText(alpha, 2), delta: shareText(delta, 2) });

/** `of`: which games, in words. */
export function testedFigure({ tested, games }: Certificate, wish: Wish, of: string): Figure {
  const keys = [keyOf(0, t("lab.guarantee.holds")), keyOf(1, t("lab.guarantee.fails"))];
  const keyFor = (row: Row) => keys[row.holds === 1 ? 0 : 1]!;
  const rows = tested.map(({ threshold, losses, bound, holds }): Row => {
    const told = t(holds ? "lab.guarantee.holds" : "lab.guarantee.fails");
    return { threshold, losses, games, lost: losses / games, bound, told, holds: Number(holds) };
  });
  const held = rows.filter(({ holds }) => holds === 1);
  const said = { held: figureText(held.length), all: figureText(rows.length) };
  return {
    id: "guarantee-tested",
    title: t("lab.guarantee.tested"),
    caption: t("lab.guarantee.tested.caption", { of, ...wishText(wish) }),
    command: "",
    description: `${t("lab.guarantee.tested")}. ${t("lab.guarantee.tested.said", said)}`,
    columns: [
      { key: "threshold", label: t("lab.col.threshold"), kind: "share" },
      { key: "games", label: t("lab.col.games"), kind: "count" },
      { key: "losses", label: t("lab.col.losses"), kind: "count" },
      { key: "bound", label: t("lab.col.bound"), kind: "share" },
      { key: "told", label: t("lab.col.verdict"), kind: "text" },
    ],
    rows,
    keys,
    draw: (plot, width) =>
      plot.plot({
        ...{ width, height: 300, marginLeft: 56, marginRight: 20 },
        x: { label: `${t("lab.col.threshold")} →`, tickFormat: percent(0), ticks: 5 },
        y: { label: `↑ ${t("lab.col.lost")}`, grid: true, zero: true, tickFormat: percent(1) },
        ...BY_KEYS,
        marks: [
          plot.ruleY([wish.alpha], { stroke: "var(--muted)", strokeDasharray: "4 4" }),
          plot.ruleX(rows, { x: "threshold", y1: "lost", y2: "bound", stroke: (row: Row) => keyFor(row).color }),
          plot.dot(rows, {
            ...{ x: "threshold", y: "lost", r: 4 },
            fill: (row: Row) => keyFor(row).color,
            symbol: (row: Row) => keyFor(row).symbol,
            title: (row: Row) => `${shareText(Number(row.threshold), 1)} · ${shareText(Number(row.bound), 2)}`,
          }),
        ],
      }),
  };
}

/** Of each family, by name. `command`: empty where this page had the engine count. */
export interface Tried {
  wish: Wish;
  command: string;
  families: Record<string, KeptPromise & { games: number }>;
}

const rowsOf = ({ families }: Tried): Row[] =>
  Object.entries(families).map(([family, { within, ...one }]): Row => {
    const broken = one.broken / one.times;
    const shares = { broken, low: within[0], high: within[1], met_above: one.met_above / one.times };
    const { games, lost, checked, floor, base } = one;
    return {
      family,
      name: t(`family.${family}`),
      games,
      ...shares,
      lost,
      checked,
      floor,
      base,
      certified: one.certified,
    };
  });

const COLUMNS = () =>
  (["broken", "low", "high", "met_above", "lost", "checked", "floor"] as const).map((key) => ({
    key,
    label: t(`lab.col.${key}`),
    kind: "share" as const,
  }));

const common = (tried: Tried, id: string) => ({
  id,
  command: tried.command,
  columns: [
    { key: "name", label: t("lab.puzzle.family"), kind: "text" as const },
    { key: "games", label: t("lab.col.games"), kind: "count" as const },
    ...COLUMNS(),
  ],
});

const times = ({ families }: Tried) => figureText(Object.values(families)[0]?.times ?? 0);

export function keptFigure(tried: Tried): Figure {
  const rows = rowsOf(tried);
  const keys = [keyOf(0, t("lab.guarantee.broken"))];
  const told = { times: times(tried), ...wishText(tried.wish) };
  const most = Math.max(tried.wish.delta * 1.25, ...rows.map(({ high }) => Number(high)));
  const worst = [...rows].sort((one, other) => Number(other.broken) - Number(one.broken))[0];
  const said = { name: String(worst?.name ?? ""), share: shareText(Number(worst?.broken ?? 0)), ...told };
  return {
    ...common(tried, "guarantee-kept"),
    title: t("lab.guarantee.kept"),
    caption: t("lab.guarantee.kept.caption", told),
    description: `${t("lab.guarantee.kept")}. ${t("lab.guarantee.kept.said", said)}`,
    rows,
    keys,
    draw: (plot, width) =>
      plot.plot({
        ...{ width, height: 90 + 34 * rows.length, marginLeft: Math.min(160, width * 0.46), marginRight: 24 },
        x: { label: `${t("lab.col.broken")} →`, domain: [0, most], grid: true, tickFormat: percent(0), ticks: 5 },
        y: { domain: rows.map(({ name }) => String(name)), label: null },
        ...BY_KEYS,
        marks: [
          plot.ruleX([tried.wish.delta], { stroke: "var(--ink)", strokeDasharray: "4 4" }),
          plot.ruleY(rows, {
            y: "name",
            x1: "low",
            x2: "high",
            stroke: keys[0]!.color,
            strokeWidth: 3,
            strokeOpacity: 0.45,
          }),
          plot.dot(rows, {
            ...{ y: "name", x: "broken", fill: keys[0]!.color, symbol: keys[0]!.symbol, r: 5 },
            title: (row: Row) => `${row.name} · ${shareText(Number(row.broken))}`,
          }),
        ],
      }),
  };
}

/** What the promise costs: games in which something is checked, beside the floor below which no rule can be. */
export function priceFigure(tried: Tried): Figure {
  const rows = rowsOf(tried);
  const keys = [keyOf(1, t("lab.guarantee.checked")), keyOf(2, t("lab.guarantee.floor"))] as const;
  const said = rows.map(({ name, checked, floor }) =>
    t("lab.guarantee.price.said", {
      name: String(name),
      checked: shareText(Number(checked)),
      floor: shareText(Number(floor)),
    }),
  );
  return {
    ...common(tried, "guarantee-price"),
    title: t("lab.guarantee.price"),
    caption: t("lab.guarantee.price.caption", wishText(tried.wish)),
    description: [`${t("lab.guarantee.price")}.`, ...said].join(" "),
    rows,
    keys,
    draw: (plot, width) =>
      plot.plot({
        ...{ width, height: 90 + 34 * rows.length, marginLeft: Math.min(160, width * 0.46), marginRight: 24 },
        x: { label: `${t("lab.col.checked")} →`, domain: [0, 1], grid: true, tickFormat: percent(0), ticks: 5 },
        y: { domain: rows.map(({ name }) => String(name)), label: null },
        ...BY_KEYS,
        marks: [
          plot.ruleY(rows, { y: "name", x1: "floor", x2: "checked", stroke: "var(--line)", strokeWidth: 2 }),
          plot.dot(rows, { y: "name", x: "floor", fill: keys[1]!.color, symbol: keys[1]!.symbol, r: 5 }),
          plot.dot(rows, { y: "name", x: "checked", fill: keys[0]!.color, symbol: keys[0]!.symbol, r: 5 }),
        ],
      }),
  };
}
