// How long practice takes until it is automatic: a network that knows nothing practises in the shipped solver module, under Node
// or, with --browser, in the built site's worker in Chromium. Now and then it is played on held-out puzzles; the first time that
// System 2 is asked there for less than a tenth of the moves is what is looked for. Prints JSON.
//
//   npx tsx web/tools/practice_bench.ts --browser --seconds 60 --seeds 3

import { readFileSync } from "node:fs";

import { Command, Option } from "commander";

import { rawOf, placesOf, weightsOf } from "../src/practice/network_file";
import { toBase64 } from "../src/practice/base64";
import {
  TEACHERS,
  type PracticeCalls,
  type PracticeTest,
  type PuzzleText,
  type Teacher,
} from "../src/protocol/practice";
import { chromiumParts } from "./bench_chromium";
import { nodeParts, type Parts } from "./bench_parts";
import { runTool } from "./failure";
import { repositoryPath, SHIPPED } from "./node_transports";

/** As the page has them (exhibits/practice/fs_practice.ts). */
const STEPS_KEPT = 3;
const THRESHOLD = 0.9;
/** Moves of one call: a pause of the reader's waits for no more. */
const MOVES = 20;
const GOAL = 0.1;

interface Options {
  browser?: true;
  course: string;
  teacher: Teacher;
  start: "untrained" | "shipped";
  seconds: string;
  every: string;
  seeds: string;
}

interface Measured {
  /** Of practice, without measuring: as the worker counts, and with the messages. */
  seconds: number;
  round_seconds: number;
  puzzles: number;
  asked: number;
  wrong: number;
  solved: number;
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
    .option("--course <id>", "a file of puzzles/practice", "sudoku-6x6")
    .addOption(new Option("--teacher <name>", "what it learns from").choices(TEACHERS).default("short"))
    .addOption(
      new Option("--start <name>", "what it knows before").choices(["untrained", "shipped"]).default("untrained"),
    )
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
    const { course, teacher, start } = options;
    const where = options.browser ? "Chromium" : "Node";
    process.stdout.write(`${JSON.stringify({ where, course, teacher, start, threshold: THRESHOLD, runs }, null, 1)}\n`);
  } finally {
    await parts.close();
  }
}

async function practise(parts: Parts, options: Options, seed: number): Promise<OneSeed> {
  const { puzzles, test } = puzzlesOf(options.course);
  const ask = async <O extends keyof PracticeCalls>(op: O, args: PracticeCalls[O][0]) => {
    const { value, ms, roundMs } = await parts.call("solver", { op, ...args });
    return { value: value as PracticeCalls[O][1], ms, roundMs };
  };
  await ask("practice_begin", {
    ...{ puzzles, test, picture: test[0]!, start: startOf(options.start), seed, teacher: options.teacher },
    ...{ steps_kept: STEPS_KEPT, threshold: THRESHOLD, replay: null },
  });
  const run: OneSeed = { seed, measured: [], reached: null, longest_call_ms: 0 };
  let [ms, roundMs, played, next] = [0, 0, 0, 0];
  for (;;) {
    if (ms >= next) {
      const sum = await tested(async (from) => (await ask("practice_test", { from, count: 1 })).value, test.length);
      const found = { seconds: ms / 1000, round_seconds: roundMs / 1000, puzzles: played, ...sum };
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
    played = told.value.totals.puzzles;
    run.longest_call_ms = Math.max(run.longest_call_ms, told.ms);
  }
}

async function tested(
  play: (from: number) => Promise<PracticeTest>,
  count: number,
): Promise<Pick<Measured, "asked" | "wrong" | "solved">> {
  const found: PracticeTest[] = [];
  for (let from = 0; from < count; from++) found.push(await play(from));
  const sum = (name: keyof PracticeTest) => found.reduce((all, one) => all + one[name], 0);
  const moves = Math.max(1, sum("moves"));
  return { asked: sum("escalated") / moves, wrong: sum("wrong") / moves, solved: sum("solved") };
}

function puzzlesOf(course: string): { puzzles: PuzzleText[]; test: PuzzleText[] } {
  const { family, puzzles, test } = JSON.parse(
    readFileSync(repositoryPath(`puzzles/practice/${course}.json`), "utf8"),
  ) as { family: string; puzzles: string[]; test: string[] };
  const named = (texts: string[]) => texts.map((text) => ({ family, text }));
  return { puzzles: named(puzzles), test: named(test) };
}

function startOf(start: Options["start"]): PracticeCalls["practice_begin"][0]["start"] {
  if (start === "untrained") return start;
  const base = new Uint8Array(readFileSync(SHIPPED.policy.model));
  return { weights: toBase64(rawOf(weightsOf(base, placesOf(base)))) };
}

await runTool("practice_bench", main);
