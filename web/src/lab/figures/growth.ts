// How System 2's time grows with the size of a board: a small chart for each family, both axes logarithmic, so that a
// power of the size is a straight line and its exponent the slope.

import { t } from "../../i18n/i18n";
import { timeText } from "../../i18n/sentences";
import { figureText } from "../../i18n/numbers";
import { keyOf, type Drawing, type Figure, type Row } from "./figure";
import type { Growth } from "./results";

const HEIGHT = 118;

export function growthFigure({ command, families }: Growth): Figure {
  const shown = Object.entries(families).map(([family, of]) => ({ ...of, family, name: t(`family.${family}`) }));
  const rows = shown.flatMap(({ name, slope, sizes, source }) =>
    sizes.map(({ size, squares, puzzles, ms, work }): Row => {
      const slopes = { slope: slope.ms, work_slope: slope.work };
      return { name, size, squares, puzzles, ms: ms.median, most: ms.most, work: work.median, ...slopes, source };
    }),
  );
  const steepest = [...shown].sort((one, other) => (other.slope.ms ?? 0) - (one.slope.ms ?? 0))[0];
  const longest = [...rows].sort((one, other) => Number(other.ms) - Number(one.ms))[0];
  const said = {
    name: steepest?.name ?? "",
    slope: figureText(steepest?.slope.ms ?? 0, 2),
    longest: longest ? `${String(longest.name)} ${String(longest.size)}` : "",
    ms: timeText(Number(longest?.ms ?? 0)),
  };
  return {
    id: "growth",
    title: t("lab.growth.title"),
    caption: t("lab.growth.caption"),
    command,
    description: t("lab.growth.said", said),
    columns: [
      { key: "name", label: t("lab.col.family"), kind: "text" },
      { key: "size", label: t("lab.col.size"), kind: "text" },
      { key: "squares", label: t("lab.col.squares"), kind: "count" },
      { key: "ms", label: t("lab.col.whole_ms"), kind: "ms" },
      { key: "most", label: t("lab.col.longest"), kind: "ms" },
      { key: "work", label: t("lab.col.s2_work"), kind: "count" },
      { key: "slope", label: t("lab.col.slope"), kind: "count" },
      { key: "work_slope", label: t("lab.col.work_slope"), kind: "count" },
      { key: "puzzles", label: t("lab.col.boards"), kind: "count" },
      { key: "source", label: t("lab.col.source"), kind: "text" },
    ],
    rows,
    keys: [keyOf(1, t("lab.growth.median"))],
    draw: (plot, width) =>
      drawSmall(
        plot,
        width,
        rows,
        shown.map(({ name }) => name),
      ),
  };
}

/** As many charts beside each other as have room to be read. */
function drawSmall(plot: Drawing, width: number, rows: readonly Row[], names: readonly string[]) {
  const across = Math.max(1, Math.min(4, Math.floor(width / 150)));
  const place = (row: Row) => names.indexOf(String(row.name));
  const facets = { fx: (row: Row) => place(row) % across, fy: (row: Row) => Math.floor(place(row) / across) };
  const firsts = rows.filter((row, at) => rows.findIndex(({ name }) => name === row.name) === at);
  const { color, symbol } = keyOf(1, "");
  return plot.plot({
    width,
    height: 60 + HEIGHT * Math.ceil(names.length / across),
    marginLeft: 50,
    marginBottom: 42,
    fx: { axis: null, padding: 0.08 },
    fy: { axis: null, padding: 0.14 },
    x: { type: "log", label: `${t("lab.col.squares")} →`, ticks: [10, 100, 1000, 10000], tickFormat: "~s" },
    y: {
      type: "log",
      label: null,
      ticks: [1, 10, 100],
      tickFormat: "~g",
      grid: true,
    },
    color: { type: "identity" },
    symbol: { type: "identity" } as never,
    marks: [
      plot.line(rows, { ...facets, x: "squares", y: "ms", z: "name", stroke: color, strokeWidth: 1.8 }),
      plot.dot(rows, {
        ...{ ...facets, x: "squares", y: "ms", fill: color, symbol, r: 3.5 },
        title: (row: Row) =>
          `${row.name} ${row.size} · ${figureText(Number(row.squares))} · ${timeText(Number(row.ms))}`,
      }),
      plot.text(firsts, {
        ...{ ...facets, frameAnchor: "top-left", dx: 4, fill: "var(--ink)", fontWeight: 600 },
        text: (row: Row) => `${row.name} · ${row.slope === null ? "–" : figureText(Number(row.slope), 2)}`,
      }),
    ],
  });
}
