// ./dev bench, the part about both systems: for every family and size a look of System 1 and a move that it makes beside
// System 2's proof of a move, in the same run, with the shipped modules under Node or, with --browser, with the built
// site's workers in Chromium. Read the columns against each other: times differ from machine to machine.

import { writeFile } from "node:fs/promises";

import { Command } from "commander";

import type { PolicyLoaded } from "../src/protocol/card";
import { chromiumParts } from "./bench_chromium";
import { LIMITS, measurePair } from "./bench_pair";
import type { PairTimes } from "./bench_pair";
import { nodeParts, startBench, type Bench } from "./bench_parts";
import { runTool } from "./failure";
import { quantile, quotient, rounded } from "./statistics";
import { milliseconds, table } from "./table";

interface Options {
  browser?: true;
  family?: string;
  size?: string;
  seed: string;
  json?: string;
}

export interface Row extends PairTimes {
  family: string;
  size: string;
}

async function main(): Promise<void> {
  const options = new Command("bench")
    .description("Measures both systems on every family and size.")
    .option("--browser", "in Chromium, with the built site, instead of under Node")
    .option("--family <id>", "only this family")
    .option("--size <size>", "only this size")
    .option("--seed <n>", "of the puzzles", "1")
    .option("--json <path>", "also write the figures as JSON")
    .parse()
    .opts<Options>();
  const parts = options.browser ? await chromiumParts() : nodeParts();
  try {
    const { bench, card } = await startBench(parts);
    const rows = await measureAll(bench, card, options);
    process.stdout.write(`\n${options.browser ? "In Chromium" : "Under Node"}, milliseconds\n\n${report(rows)}\n`);
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(rows, null, 1)}\n`);
  } finally {
    await parts.close();
  }
}

async function measureAll(bench: Bench, card: PolicyLoaded, options: Options): Promise<Row[]> {
  const { value: families } = await bench.ask("families", {});
  const wanted = families.filter((info) => info.listed && info.id === (options.family ?? info.id));
  const rows: Row[] = [];
  for (const { id: family, sizes } of wanted) {
    for (const size of sizes.filter((one) => one === (options.size ?? one))) {
      process.stderr.write(`${family} ${size}\n`);
      const wish = { family, size, level: "medium", seed: Number(options.seed) } as const;
      const { text } = (await bench.ask("generate", wish)).value;
      rows.push({ family, size, ...(await measurePair(bench, card, { family, text }, LIMITS)) });
    }
  }
  return rows;
}

function report(rows: readonly Row[]): string {
  const time = (ms: number | null): string => (ms === null ? "–" : milliseconds(rounded(ms)));
  const over = (slow: number | null, fast: number | null): string => quotient(slow, fast)?.toFixed(1) ?? "–";
  const ratios = rows.map(({ choose, move }) => quotient(choose, move)).filter((one) => one !== null);
  const median = quantile(ratios, 0.5);
  return [
    table([
      [
        ...["", "glance", "2nd look", "S1 move", "engine", "S2 solve", "S2 choose", "S2 examine"],
        ...["examine ÷ glance", "choose ÷ move", "examine ÷ move"],
      ],
      ...rows.map((row) => [
        `${row.family} ${row.size}`,
        ...[row.glance, row.second, row.move, row.engine, row.solve, row.choose, row.examine].map(time),
        over(row.examine, row.glance),
        over(row.choose, row.move),
        over(row.examine, row.move),
      ]),
    ]),
    "",
    `S1 move: all looks of a game of the pair, shared out among the moves that System 1 made unchecked.`,
    `engine: encoding, deciding and drawing up the view for such a move. S2 solve: the whole solution of a puzzle that is`,
    `new to the solver. S2 choose: its time for each value that it places alone, the easiest first. S2 examine: its time to`,
    `prove or refute a move of System 1. Median of choose ÷ move: ${median.toFixed(1)}`,
  ].join("\n");
}

await runTool("bench", main);
