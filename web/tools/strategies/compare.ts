// ./dev eval --strategies: many strategies with their settings over the same puzzles, family by family, in several
// processes. Every finished game is a line in the working folder, so a run that was interrupted goes on where it was.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { Command, InvalidArgumentError } from "commander";

import { loadAll, nodeParts, processorTime, type Bench } from "../bench_parts";
import { Host } from "../../src/host/host";
import { temperatureFor } from "../../src/host/policy_client";
import { BadInput } from "../failure";
import { nodeTransports, repositoryPath } from "../node_transports";
import { progressBar } from "../progress";
import { checkGiven, readGiven, type Given } from "./given";
import { measureGuarantee } from "./guarantee";
import { recordOutcomes, writeOutcomes } from "./outcomes";
import { FIRST_SEED, OUTCOME_SETS, PLAN, SETS } from "./plan";
import { playMissing, together } from "./play";
import type { Piece, PuzzleRecord } from "./play";
import { csvOf, familyResult, tableOf, weightOf } from "./report";
import type { Report } from "./report";
import { SharingBench } from "./shared_looks";

interface Options {
  family?: string[];
  file?: string;
  strategy?: string[];
  puzzles: number;
  processes: number;
  folder: string;
  json?: string;
  csv?: string;
  record?: true;
  reportOnly?: true;
  share?: string;
  outcomes?: number;
  guarantee?: true;
}

function count(text: string): number {
  if (!/^\d{1,6}$/.test(text) || Number(text) === 0) throw new InvalidArgumentError("must be 1 or more");
  return Number(text);
}

function command(): Command {
  return new Command("eval --strategies")
    .description("Compares strategies over the same puzzles. Goes on with what the working folder holds.")
    .option("--family <id...>", "families (all)")
    .option("--file <path>", "an author's own puzzle, or a file of puzzles of one --family, instead of generated ones")
    .option("--strategy <name...>", "play these only; a puzzle counts once all have played it")
    .option("--puzzles <n>", "puzzles of each family", count, 50)
    .option("--processes <n>", "how many play at the same time", count, 1)
    .option("--folder <path>", "where the finished games are kept", repositoryPath("build/strategies"))
    .option("--json <path>", "write the report as JSON")
    .option("--csv <path>", "write every strategy's figures as CSV")
    .option("--record", "write models/results/strategies.json")
    .option("--report-only", "play nothing: report what the folder holds")
    .option(
      "--outcomes <n>",
      "instead: n games of each family for the guarantee, into models/results/game_outcomes.json",
      count,
    )
    .option("--guarantee", "instead: how often the promise is kept on them, into models/results/guarantee.json")
    .option("--share <i/n>", "(what a process of this command plays)");
}

export async function compareStrategies(argv: readonly string[]): Promise<void> {
  const options = command().parse(argv, { from: "user" }).opts<Options>();
  const given = await givenBy(options);
  const families = given ? [given.family] : (options.family ?? Object.keys(SETS));
  if (options.guarantee) return measureGuarantee();
  mkdirSync(options.folder, { recursive: true });
  if (options.outcomes !== undefined) {
    const known = Object.keys(OUTCOME_SETS);
    await recordOutcomes(options.folder, options.outcomes, options.family ?? known);
    // With some families only, a part of the record is made.
    if (options.family === undefined) writeOutcomes(options.folder, options.outcomes);
    return;
  }
  if (options.share !== undefined) {
    await playShare(options, families, given);
    return;
  }
  if (!options.reportOnly) {
    if (given) await tryGiven(given);
    await playTogether(argv, options.processes);
  }
  report(options, families, given);
}

async function givenBy({ file, family, record }: Options): Promise<Given | null> {
  if (file === undefined) return null;
  if (record) throw new BadInput("--record keeps what the generated puzzles came to; of a file, write --json or --csv");
  if (family !== undefined && family.length !== 1) throw new BadInput("--file needs one --family");
  return await readGiven(file, family?.[0]);
}

/** Before anything is played. */
async function tryGiven(given: Given): Promise<void> {
  const judge = new Host(nodeTransports());
  try {
    await judge.warmUp(["engine"]);
    await checkGiven(judge, given);
  } finally {
    judge.close();
  }
}

async function playTogether(argv: readonly string[], processes: number): Promise<void> {
  const tool = [repositoryPath("node_modules/.bin/tsx"), repositoryPath("web/tools/eval.ts"), "--strategies"];
  await Promise.all(
    Array.from({ length: processes }, async (_, at) => {
      const share = ["--share", `${String(at + 1)}/${String(processes)}`];
      const child = spawn(tool[0]!, [...tool.slice(1), ...argv, ...share], { stdio: "inherit" });
      const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
      if (code !== 0) throw new Error(`a process that played ended with ${String(code)}`);
    }),
  );
}

/** Pieces of another set of puzzles, or of another file, are left alone. */
function setKey(family: string, given: Given | null): string {
  return createHash("sha256")
    .update(JSON.stringify([SETS[family] ?? null, given?.key ?? null]))
    .digest("hex")
    .slice(0, 12);
}

function keptPieces(options: Options, family: string, given: Given | null): Map<number, Piece[]> {
  const begin = `${family}.${setKey(family, given)}.`;
  const lines = readdirSync(options.folder)
    .filter((name) => name.startsWith(begin))
    .flatMap((name) => readFileSync(path.join(options.folder, name), "utf8").split("\n"));
  const pieces = new Map<number, Piece[]>();
  for (const line of lines.filter((one) => one.endsWith("}"))) {
    const piece = JSON.parse(line) as Piece;
    pieces.set(piece.number, [...(pieces.get(piece.number) ?? []), piece]);
  }
  return pieces;
}

/** Of puzzles that everything was played on. */
function kept(options: Options, family: string, given: Given | null): PuzzleRecord[] {
  const last = (given ? 1 : FIRST_SEED) + options.puzzles;
  return [...keptPieces(options, family, given).entries()]
    .sort(([one], [other]) => one - other)
    .filter(([number]) => number < last)
    .flatMap(([, pieces]) => together(family, pieces, PLAN) ?? []);
}

async function playShare(options: Options, families: readonly string[], given: Given | null): Promise<void> {
  const [index, of] = (options.share ?? "1/1").split("/").map(Number) as [number, number];
  const parts = nodeParts(processorTime);
  const card = await loadAll(parts);
  const bench = new SharingBench(parts);
  await bench.ask("configure", { trained: card.trained });
  const puzzles = Math.min(options.puzzles, given?.texts.length ?? Infinity);
  const bar = progressBar(Math.ceil((puzzles * families.length) / of));
  const before = new Map(families.map((family) => [family, keptPieces(options, family, given)]));
  const { strategy: some } = options;
  const plan = PLAN.filter(({ strategy }) => some?.includes(strategy) ?? true);
  // One puzzle of each family by turns, so that an interrupted run has something of each.
  for (let at = index - 1; at < puzzles; at += of) {
    for (const family of families) {
      const number = given ? at + 1 : FIRST_SEED + at;
      const known = before.get(family)!.get(number) ?? [];
      const text = given ? given.texts[at]! : await generated(bench, family, number, known);
      const file = path.join(
        options.folder,
        `${family}.${setKey(family, given)}.${String(index)}of${String(of)}.jsonl`,
      );
      bench.forgetLooks();
      await playMissing(bench, temperatureFor(card, family), { family, text, number }, known, plan, (piece) =>
        appendFileSync(file, `${JSON.stringify(piece)}\n`),
      );
      bar.tick(family);
    }
  }
  bar.stop();
  await parts.close();
}

async function generated(bench: Bench, family: string, seed: number, known: readonly Piece[]): Promise<string> {
  const begun = known.find((piece) => "truth" in piece);
  if (begun) return begun.text;
  const set = SETS[family];
  if (!set) throw new BadInput(`there is no set for ${family}; see web/tools/strategies/plan.ts`);
  return (await bench.ask("generate", { family, ...set, seed })).value.text;
}

function report(options: Options, families: readonly string[], given: Given | null): void {
  const of = families
    .map((family) => [family, kept(options, family, given)] as const)
    .filter(([, { length }]) => length > 0);
  if (of.length === 0)
    throw new BadInput("there is no puzzle with exactly one solution that all strategies have played");
  const weight = weightOf(of.flatMap(([, records]) => records));
  const { version } = JSON.parse(readFileSync(repositoryPath("package.json"), "utf8")) as { version: string };
  const card = JSON.parse(readFileSync(repositoryPath("models/fastslow.json"), "utf8")) as { sha256: string };
  const recorded = repositoryPath("models/results/strategies.json");
  const before = existsSync(recorded) ? (JSON.parse(readFileSync(recorded, "utf8")) as { risk_control?: unknown }) : {};
  const result: Report = {
    command: `./dev eval --strategies --puzzles ${String(Math.max(...of.map(([, { length }]) => length)))} --record`,
    ...{ version, network: card.sha256, date: null, system1_weight: weight },
    families: Object.fromEntries(
      of.map(([family, records]) => {
        const others = of.filter(([other]) => other !== family).map(([, one]) => one);
        return [family, familyResult(records, PLAN, weight, { given: given !== null, others })];
      }),
    ),
  };
  process.stdout.write(`${tableOf(result)}\n`);
  const indented = JSON.stringify({ ...result, risk_control: before.risk_control }, null, 1);
  // Points and intervals in one line each: the file's differences are read by people.
  const json = `${indented.replace(/\[[\s\d.,eE+-]+\]/g, (numbers) => numbers.replace(/\s+/g, ""))}\n`;
  if (options.json !== undefined) writeFileSync(options.json, json);
  if (options.record) writeFileSync(recorded, json);
  if (options.csv !== undefined) writeFileSync(options.csv, csvOf(result));
}
