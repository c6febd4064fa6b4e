// Small against large: what networks of every size and schooling come to alone, and how often they ask System 2.

import { t } from "../../i18n/i18n";
import { figureText, shareText } from "../../i18n/numbers";
import { BY_KEYS, curves, keyOf, type Drawing, type Figure, type Key, type Row } from "./figure";
import type { Ablations, BySize, Networks } from "./results";

const MODELS = ["graph", "cnn", "mlp"] as const;

export type Share = "alone" | "escalated";

const keyOfModel = (model: string): Key => keyOf(Math.max(0, MODELS.indexOf(model as "graph")), t(`lab.net.${model}`));

interface Line {
  id: string;
  study: Networks;
  share: Share;
  across: "puzzles" | "parameters";
}

/** A line for each kind of network, over the puzzles that it learned from, or over its parameters. */
export function networksFigure({ id, study, share, across }: Line): Figure {
  const { setting } = study;
  const rows = study.means
    .filter(({ model, budget }) => model !== "none" && budget === 1)
    .map((one): Row => {
      const { model, parameters, puzzles, seeds } = one;
      const { mean, least, most } = one[share];
      return {
        model,
        name: t(`lab.net.${model}`),
        parameters,
        puzzles,
        seeds,
        [share]: mean,
        least,
        most,
        solved: one.solved.mean,
      };
    })
    .sort((one, other) => Number(one[across]) - Number(other[across]));
  const none = study.means.find(({ model }) => model === "none")?.[share].mean ?? null;
  const numbers = { size: setting.size, test: figureText(setting.test), seconds: figureText(setting.seconds) };
  const keys = MODELS.map(keyOfModel);
  return {
    id,
    title: t(`lab.net.${share}.${across}`),
    caption: t(`lab.net.caption.${share}`, { ...numbers, threshold: shareText(setting.threshold) }),
    command: study.command,
    description: described(rows, share, across),
    columns: [
      { key: "name", label: t("lab.col.network"), kind: "text" },
      { key: "parameters", label: t("lab.col.parameters"), kind: "count" },
      { key: "puzzles", label: t("lab.col.puzzles"), kind: "count" },
      { key: share, label: t(`lab.col.${share}`), kind: "share" },
      { key: "least", label: t("lab.col.least"), kind: "share" },
      { key: "most", label: t("lab.col.most"), kind: "share" },
      { key: "seeds", label: t("lab.col.runs"), kind: "count" },
      { key: "solved", label: t("lab.col.solved"), kind: "share" },
    ],
    rows,
    keys,
    draw: (plot, width) => drawLines(plot, width, { rows, share, across, none }),
  };
}

function described(rows: readonly Row[], share: Share, across: Line["across"]): string {
  const ends = MODELS.flatMap((model) => {
    const mine = rows.filter((row) => row.model === model);
    const [first, last] = [mine[0], mine.at(-1)];
    if (!first || !last) return [];
    const args = {
      name: String(first.name),
      ...{ from: figureText(Number(first[across])), to: figureText(Number(last[across])) },
      ...{ low: shareText(Number(first[share])), high: shareText(Number(last[share])) },
    };
    return [t(`lab.net.said.${across}`, args)];
  });
  return [t(`lab.net.${share}.${across}`), ...ends].join(" ");
}

interface Drawn {
  rows: readonly Row[];
  share: Share;
  across: Line["across"];
  none: number | null;
}

const colorOf = (row: Row) => keyOfModel(String(row.model)).color;

function drawLines(plot: Drawing, width: number, { rows, share, across, none }: Drawn) {
  const channels = { x: across, y: share, z: "model" };
  return plot.plot({
    width,
    height: 300,
    marginLeft: 52,
    marginRight: 24,
    x: { type: "log", label: `${t(`lab.col.${across}`)} →`, tickFormat: "~s", grid: false },
    y: {
      label: `↑ ${t(`lab.col.${share}`)}`,
      grid: true,
      ...(share === "alone" ? { domain: [0, 1] } : { zero: true }),
      tickFormat: (share: number) => shareText(share, 0),
    },
    ...BY_KEYS,
    marks: [
      none === null ? null : plot.ruleY([none], { stroke: "var(--muted)", strokeDasharray: "4 4" }),
      none === null
        ? null
        : plot.text([none], {
            y: (share: number) => share,
            frameAnchor: "right",
            dy: none > 0.5 ? 9 : -8,
            text: () => t("lab.net.none"),
            fill: "var(--muted)",
          }),
      plot.ruleX(rows, { x: across, y1: "least", y2: "most", stroke: colorOf, strokeOpacity: 0.45, strokeWidth: 3 }),
      ...curves(plot, rows, channels, {
        keyFor: (row) => keyOfModel(String(row.model)),
        r: 5,
        title: (row) => `${row.name} · ${figureText(Number(row[across]))} · ${shareText(Number(row[share]))}`,
      }),
    ],
  });
}

/** Every choice about the network as it is, made otherwise and trained as long. */
export function ablationsFigure({ command, steps, runs }: Ablations): Figure {
  const shipped = runs["as shipped"]?.[1].look ?? 0;
  const rows = Object.entries(runs).map(([run, [group, { parameters, glance, look }]]): Row => {
    const word = run.replace(/[^a-z0-9]+/g, "_");
    return { name: t(`lab.ablation.${word}`), run, group, parameters, glance, look, difference: look - shipped };
  });
  rows.sort((one, other) => Number(other.look) - Number(one.look));
  const order = rows.map((row) => String(row.name));
  const keys: Key[] = [keyOf(0, t("lab.col.glance")), keyOf(1, t("lab.col.look"))];
  return {
    id: "ablations",
    title: t("lab.ablation.title"),
    caption: t("lab.ablation.caption", { steps: figureText(steps) }),
    command,
    description: t("lab.ablation.said", { best: order[0] ?? "", worst: order.at(-1) ?? "" }),
    columns: [
      { key: "name", label: t("lab.col.change"), kind: "text" },
      { key: "parameters", label: t("lab.col.parameters"), kind: "count" },
      { key: "glance", label: t("lab.col.glance"), kind: "share" },
      { key: "look", label: t("lab.col.look"), kind: "share" },
      { key: "difference", label: t("lab.col.difference"), kind: "share" },
    ],
    rows,
    keys,
    draw: (plot, width) =>
      plot.plot({
        width,
        height: 60 + 24 * rows.length,
        marginLeft: Math.min(230, width * 0.48),
        marginRight: 20,
        marginBottom: 42,
        x: {
          label: `${t("lab.col.cells")} →`,
          grid: true,
          tickFormat: (share: number) => shareText(share, 1),
          ticks: width < 500 ? 3 : 6,
        },
        y: { domain: order, label: null },
        color: { type: "identity" },
        marks: [
          plot.ruleX([shipped], { stroke: "var(--muted)", strokeDasharray: "4 4" }),
          plot.ruleY(rows, { y: "name", x1: "glance", x2: "look", stroke: "var(--line)", strokeWidth: 2 }),
          plot.dot(rows, { y: "name", x: "glance", fill: keys[0]!.color, symbol: keys[0]!.symbol, r: 5 }),
          plot.dot(rows, { y: "name", x: "look", fill: keys[1]!.color, symbol: keys[1]!.symbol, r: 5 }),
        ],
      }),
  };
}

const KINDS = ["ours", "baseline", "published"] as const;

/** Accuracy in one shot against parameters: ours, the baselines', and what others published of theirs. */
export function bySizeFigure({ command, set, points }: BySize): Figure {
  const kindOf = (kind: string) => (KINDS.some((one) => one === kind) ? kind : "published");
  const rows = points.map(({ name, kind, parameters, accuracy, finished_alone: alone, seconds, set, source }): Row => {
    return {
      name,
      kind: kindOf(kind),
      kind_name: t(`lab.by_size.${kindOf(kind)}`),
      parameters,
      accuracy,
      alone,
      seconds,
      set,
      source,
    };
  });
  const keyFor = (kind: unknown) => keyOf(KINDS.indexOf(kind as "ours"), t(`lab.by_size.${String(kind)}`));
  const drawn = rows.filter(({ parameters }) => Number(parameters) > 0);
  const best = [...drawn]
    .filter(({ kind }) => kind === "ours")
    .sort((one, other) => Number(other.accuracy) - Number(one.accuracy))[0];
  const said = best && {
    name: String(best.name),
    n: figureText(Number(best.parameters)),
    share: shareText(Number(best.accuracy)),
  };
  return {
    id: "accuracy-by-size",
    title: t("lab.by_size.title"),
    caption: t("lab.by_size.caption", { set }),
    command,
    description: said ? t("lab.by_size.said", said) : t("lab.by_size.title"),
    columns: [
      { key: "name", label: t("lab.col.network"), kind: "text" },
      { key: "kind_name", label: t("lab.col.whose"), kind: "text" },
      { key: "parameters", label: t("lab.col.parameters"), kind: "count" },
      { key: "accuracy", label: t("lab.col.one_shot"), kind: "share" },
      { key: "alone", label: t("lab.col.alone"), kind: "share" },
      { key: "seconds", label: t("lab.col.seconds"), kind: "count" },
      { key: "set", label: t("lab.col.set"), kind: "text" },
      { key: "source", label: t("lab.col.source"), kind: "text" },
    ],
    rows,
    keys: KINDS.filter((kind) => rows.some((row) => row.kind === kind)).map(keyFor),
    draw: (plot, width) =>
      plot.plot({
        width,
        height: 320,
        marginLeft: 52,
        marginRight: 24,
        x: { type: "log", label: `${t("lab.col.parameters")} →`, tickFormat: "~s" },
        y: {
          label: `↑ ${t("lab.col.one_shot")}`,
          domain: [0, 1],
          grid: true,
          tickFormat: (share: number) => shareText(share, 0),
        },
        ...BY_KEYS,
        marks: [
          plot.dot(drawn, {
            x: "parameters",
            y: "accuracy",
            fill: (row: Row) => keyFor(row.kind).color,
            symbol: (row: Row) => keyFor(row.kind).symbol,
            r: 5.5,
            title: (row: Row) =>
              `${row.name} · ${figureText(Number(row.parameters))} · ${shareText(Number(row.accuracy))}`,
          }),
        ],
      }),
  };
}
