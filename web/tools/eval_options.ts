// The evaluation's command line.

import { Command, CommanderError, InvalidArgumentError, Option } from "commander";

import type { Config, Strategy } from "../src/protocol/engine";
import { BadInput } from "./failure";

export type Mode = "s1" | "s2" | "both";

/** What may be told of the engine's configuration; what is not is as the engine has it. */
export type Told = Partial<Pick<Config, (typeof TOLD)[number]>>;
const TOLD = ["threshold", "looks", "sleep", "reuse", "budget"] as const;

/** What decides how a puzzle goes; reports that differ in it cannot be merged. */
export interface Settings extends Required<Told> {
  family: string;
  file: string;
  mode: Mode;
  strategy: Strategy;
}

export interface EvalOptions {
  family: string;
  file: string;
  mode: Mode;
  strategy: Strategy;
  told: Told;
  limit: number;
  shard: { index: number; of: number };
  json: string | null;
}

export interface MergeOptions {
  merge: string[];
  json: string | null;
}

interface RawOptions {
  family?: string;
  file?: string;
  mode?: Mode;
  merge?: string[];
  strategy?: Strategy;
  threshold?: number;
  looks?: number;
  sleep?: number;
  reuse?: number;
  budget?: number;
  limit?: number;
  shard: { index: number; of: number };
  json?: string;
}

const STRATEGIES: Record<Mode, Strategy[]> = {
  s1: ["system1"],
  s2: ["system2"],
  both: ["threshold", "verify", "system1", "system2"],
};

function command(): Command {
  return new Command("eval")
    .description(
      "Plays every puzzle of a file with the shipped modules and model, and reports what each system did. What is not told is as the page has it.",
    )
    .option("--family <id>", "puzzle family, e.g. sudoku")
    .option(
      "--file <path>",
      "puzzles, one per line, or a pack (.json); empty lines and lines that begin with # are skipped (the family's pack)",
    )
    .addOption(new Option("--mode <mode>", "who plays").choices(["s1", "s2", "both"]))
    .addOption(new Option("--strategy <name>", "how both decide (threshold)").choices(STRATEGIES.both))
    .option("--threshold <p>", "confidence from which intuition is trusted, 0 to 1", unitInterval)
    .option("--looks <n>", "looks of System 1 at one position, at most", positive)
    .option(
      "--sleep <n>",
      "from how many other states it thinks a position over when these leave it unsure",
      wholeNumber,
    )
    .option("--reuse <p>", "confidence from which other moves of a look are played; above 1: none", share)
    .option("--budget <n>", "effort per request to System 2 (0: unlimited)", wholeNumber)
    .option("--limit <n>", "only the first n puzzles", positive)
    .addOption(
      new Option("--shard <i/n>", "only every n-th puzzle, beginning with the i-th")
        .argParser(shard)
        .default({ index: 1, of: 1 }, "all"),
    )
    .option("--json <path>", "also write the report as JSON (-: standard output)")
    .option("--merge <files...>", "plays nothing; reports of shards, as JSON, are made into one")
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
}

/** Null if only the help was asked for. Throws BadInput. */
export function parseOptions(argv: readonly string[]): EvalOptions | MergeOptions | null {
  const program = command();
  try {
    program.parse(argv, { from: "user" });
  } catch (thrown) {
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return null;
    throw new BadInput(thrown instanceof Error ? thrown.message.replace(/^error: /, "") : String(thrown));
  }
  const raw = program.opts<RawOptions>();
  return raw.merge === undefined ? checked(raw) : { merge: raw.merge, json: raw.json ?? null };
}

function checked(raw: RawOptions): EvalOptions {
  const { family, mode } = raw;
  if (family === undefined || mode === undefined) throw new BadInput("--family and --mode are needed; see --help");
  const possible = STRATEGIES[mode];
  const strategy = raw.strategy ?? possible[0] ?? "threshold";
  if (!possible.includes(strategy)) {
    throw new BadInput(`--strategy ${strategy} does not fit --mode ${mode}`);
  }
  const told = TOLD.filter((name) => raw[name] !== undefined).map((name) => [name, raw[name]]);
  return {
    ...{ family, mode, strategy, told: Object.fromEntries(told) as Told },
    file: raw.file ?? `puzzles/${family}.json`,
    shard: raw.shard,
    limit: raw.limit ?? Infinity,
    json: raw.json ?? null,
  };
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(Number(text))) throw new InvalidArgumentError("not a whole number");
  return Number(text);
}

function positive(text: string): number {
  const n = wholeNumber(text);
  if (n === 0) throw new InvalidArgumentError("must be 1 or more");
  return n;
}

function unitInterval(text: string): number {
  const p = text.trim() === "" ? NaN : Number(text);
  if (!(p >= 0 && p <= 1)) throw new InvalidArgumentError("must be a number from 0 to 1");
  return p;
}

function share(text: string): number {
  const p = text.trim() === "" ? NaN : Number(text);
  if (!(p >= 0 && Number.isFinite(p))) throw new InvalidArgumentError("must be a number from 0 up");
  return p;
}

function shard(text: string): { index: number; of: number } {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const index = Number(match?.[1]);
  const of = Number(match?.[2]);
  if (!(index >= 1 && index <= of)) throw new InvalidArgumentError("must be i/n with 1 ≤ i ≤ n");
  return { index, of };
}
