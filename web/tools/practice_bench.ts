// How long practice takes until it is automatic: a network that knows nothing practises in the shipped solver module, under Node
// or, with --browser, in the built site's worker in Chromium. Now and then it is played on held-out puzzles; the first time that
// System 2 is asked there for less than a tenth of the moves is what is looked for. Prints JSON.
//
//   npx tsx web/tools/practice_bench.ts --browser --seconds 60 --seeds 3

import { readFileSync } from "node:fs";

import { Command, Option } from "commander";

import { GOAL, LONGEST, THRESHOLD } from "../src/practice/learning";
import { rawOf, placesOf, weightsOf } from "../src/practice/network_file";
import { toBase64 } from "../src/practice/base64";
import { TEACHERS, type PracticeCalls, type PuzzleSupply, type Teacher } from "../src/protocol/practice";
import { chromiumParts } from "./bench_chromium";
import { nodeParts, type Parts } from "./bench_parts";
import { runTool } from "./failure";
import { SHIPPED } from "./node_transports";

/** Moves of one call: a pause of the reader's waits for no more. */
const MOVES = 20;
/** Puzzles that are never practised on. */
const HELD_OUT = 20;

/** Plain Sudokus that are practised before, where that is wished for. */
const BEFORE = 8;

type Start = PracticeCalls["practice_begin"][0]["start"];

interface Options {
  browser?: true;
  family: string;
  size: string;
  own?: string;
  teacher: Teacher;
  start: "untrained" | "shipped";
  after?: string;
  seconds: string;
  every: string;
  seeds: string;
}

interface Measured {
  /** Of practice, without measuring: as the worker counts, and with the messages. */
  seconds: number;
  round_seconds: number;
  puzzles: number;
  moves: number;
  asked: number;
  wrong: number;
  /** Of the held-out puzzles: without a mistake, and of these without System 2. */
  solved: number;
  alone: number;
  held_out_moves: number;
}

interface OneSeed {
  seed: number;
  measured: Measured[];
  /** When less than a tenth of the held-out moves was asked about, for the first time. */
  reached: Measured | null;
  longest_call_ms: number;
}

async function main(): Promise<void> {
  const options = new Command("practice_bench")
    .description("Measures how long practice takes until System 2 is asked for less than a tenth of the moves.")
    .option("--browser", "in Chromium, with the built site, instead of under Node")
    .option("--family <id>", "which puzzles", "sudoku")
    .option("--size <size>", "of which size", "6x6")
    .option("--own <file>", "an author's puzzle instead, dealt anew")
    .addOption(new Option("--teacher <name>", "what it learns from").choices(TEACHERS).default("short"))
    .addOption(
      new Option("--start <name>", "what it knows before").choices(["untrained", "shipped"]).default("untrained"),
    )
    .option("--after <size>", "it has practised a few plain Sudokus of this size before")
    .option("--seconds <n>", "of practice, at most", "60")
    .option("--every <n>", "seconds of practice between two measurements", "5")
    .option("--seeds <n>", "how many runs, from 1 on", "1")
    .parse()
    .opts<Options>();
  const parts = options.browser ? await chromiumParts() : nodeParts();
  try {
    await parts.load("solver");
    const runs: OneSeed[] = [];
    for (let seed = 1; seed <= Number(options.seeds); seed++) runs.push(await practise(parts, options, seed));
    const { family, size, own, teacher, start, after } = options;
    const where = options.browser ? "Chromium" : "Node";
    process.stdout.write(
      `${JSON.stringify({ where, practised: own ?? `${family} ${size}`, teacher, start, after, threshold: THRESHOLD, runs }, null, 1)}\n`,
    );
  } finally {
    await parts.close();
  }
}

async function practise(parts: Parts, options: Options, seed: number): Promise<OneSeed> {
  const ask = async <O extends keyof PracticeCalls>(op: O, args: PracticeCalls[O][0]) => {
    const { value, ms, roundMs } = await parts.call("solver", { op, ...args });
    return { value: value as PracticeCalls[O][1], ms, roundMs };
  };
  const begin = (supply: PuzzleSupply, start: Start) =>
    ask("practice_begin", {
      ...{ practise: supply, heldOut: { ...supply, count: HELD_OUT }, start, seed },
      ...{ teacher: options.teacher, longest: LONGEST, threshold: THRESHOLD },
    });
  let start = startOf(options.start);
  if (options.after !== undefined) {
    await begin({ family: "sudoku", size: options.after }, start);
    while ((await ask("practice_go", { moves: 1 })).value.puzzles < BEFORE);
    start = { weights: (await ask("practice_weights", {})).value.weights };
  }
  await begin(supplyOf(options), start);
  const run: OneSeed = { seed, measured: [], reached: null, longest_call_ms: 0 };
  let [ms, roundMs, played, practised, next] = [0, 0, 0, 0, 0];
  for (;;) {
    if (ms >= next) {
      const { moves, escalated, wrong: taken, solved, alone } = (await ask("practice_test", {})).value;
      const sum = {
        asked: escalated / Math.max(1, moves),
        wrong: taken / Math.max(1, moves),
        solved,
        alone,
        held_out_moves: moves,
      };
      const found = { seconds: ms / 1000, round_seconds: roundMs / 1000, puzzles: played, moves: practised, ...sum };
      run.measured.push(found);
      process.stderr.write(
        `seed ${seed}: ${found.seconds.toFixed(1)} s, asked for ${(100 * found.asked).toFixed(1)} %\n`,
      );
      if (found.asked < GOAL) run.reached ??= found;
      next += 1000 * Number(options.every);
      if (ms >= 1000 * Number(options.seconds) || run.reached) return run;
    }
    const told = await ask("practice_go", { moves: MOVES });
    ms += told.ms;
    roundMs += told.roundMs;
    [played, practised] = [told.value.puzzles, told.value.total.moves];
    run.longest_call_ms = Math.max(run.longest_call_ms, told.ms);
  }
}

const supplyOf = ({ family, size, own }: Options) =>
  own === undefined ? { family, size } : { family: "custom", deal: readFileSync(own, "utf8") };

function startOf(start: Options["start"]): Start {
  if (start === "untrained") return start;
  const base = new Uint8Array(readFileSync(SHIPPED.policy.model));
  return { weights: toBase64(rawOf(weightsOf(base, placesOf(base)))) };
}

await runTool("practice_bench", main);
