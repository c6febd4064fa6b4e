// What a guarantee is tested on: of many recorded games, the highest confidence of a wrong move that a rule which trusts
// from some confidence on would have played unchecked. One game by the oracle tells it for every such confidence
// (engine/arbiter/strategies/oracle.cc).

import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { orderOf, recordedGame } from "../../src/lab/calibration";
import { outcomeOf, type Outcome } from "../../src/lab/outcome";
import { temperatureFor } from "../../src/host/policy_client";
import { nodeParts, startBench, type Bench } from "../bench_parts";
import { repositoryPath } from "../node_transports";
import { progressBar } from "../progress";
import { FIRST_OUTCOME, OUTCOME_SETS, toldSet } from "./plan";
import { solutionOf, step } from "./play";

/** With the puzzle's number for the generator; null where the puzzle is no use. */
type Line = [number, Outcome | null];

/** Puzzles that the native tool makes at a time. */
const CHUNK = 25;

export async function recordOutcomes(folder: string, games: number, families: readonly string[]): Promise<void> {
  const parts = nodeParts();
  const { bench, card } = await startBench(parts);
  await bench.ask("configure", { trained: card.trained });
  const kept = new Map(families.map((family) => [family, read(folder, family)]));
  const missing = (family: string) => numbers(games).filter((number) => !kept.get(family)!.has(number));
  const bar = progressBar(families.reduce((sum, family) => sum + missing(family).length, 0));
  // A few of each family by turns, so that an interrupted run has something of each.
  for (let first = FIRST_OUTCOME; first < FIRST_OUTCOME + games; first += CHUNK) {
    for (const family of families) {
      const wanted = missing(family).filter((number) => number >= first && number < first + CHUNK);
      const texts = wanted.length > 0 ? await made(bench, family, wanted) : [];
      for (const [at, number] of wanted.entries()) {
        const outcome = await play(bench, { family, text: texts[at]! }, temperatureFor(card, family));
        kept.get(family)!.set(number, outcome);
        appendFileSync(fileOf(folder, family), `${JSON.stringify([number, outcome])}\n`);
        bar.tick(family);
      }
    }
  }
  bar.stop();
  await parts.close();
}

const numbers = (games: number): number[] => Array.from({ length: games }, (_, at) => FIRST_OUTCOME + at);

function fileOf(folder: string, family: string): string {
  const { size, level } = OUTCOME_SETS[family]!;
  return path.join(folder, `outcomes.${family}.${size}.${level}.jsonl`);
}

function read(folder: string, family: string): Map<number, Outcome | null> {
  const file = fileOf(folder, family);
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(lines.filter((line) => line.endsWith("]")).map((line) => JSON.parse(line) as Line));
}

/** By the native tool where the environment names it, as it is quicker: it makes the same puzzles. */
async function made(bench: Bench, family: string, wanted: readonly number[]): Promise<string[]> {
  const { size, level } = OUTCOME_SETS[family]!;
  const tool = process.env["FASTSLOW_TOOL"];
  const [first, last] = [wanted[0]!, wanted.at(-1)!];
  if (tool !== undefined && last - first === wanted.length - 1) {
    const count = ["--seed", String(first), "--count", String(wanted.length)];
    const asked = ["generate", "--family", family, "--size", size, "--level", level, ...count];
    return execFileSync(tool, asked, { encoding: "utf8" }).trimEnd().split("\n");
  }
  const texts: string[] = [];
  for (const seed of wanted) {
    texts.push((await bench.ask("generate", { family, size, level, seed })).value.text);
  }
  return texts;
}

async function play(
  bench: Bench,
  { family, text }: { family: string; text: string },
  temperature: number,
): Promise<Outcome | null> {
  const truth = await solutionOf(bench, family, text);
  if (truth === null) return null;
  await bench.ask("open", { family, text });
  await bench.ask("configure", { strategy: "oracle", temperature, truth });
  const cost = { work1: 0, ms1: 0, ms2: 0 };
  for (let effect = await step(bench, cost); effect.kind === "decided";) effect = await step(bench, cost);
  const { trace } = (await bench.ask("trace", {})).value;
  return trace.status === "solved" ? outcomeOf(trace.decisions, truth) : null;
}

export function writeOutcomes(folder: string, games: number): void {
  const card = JSON.parse(readFileSync(repositoryPath("models/fastslow.json"), "utf8")) as { sha256: string };
  const families = Object.entries(OUTCOME_SETS).map(([family, set]) => {
    const outcomes = read(folder, family);
    const used = numbers(games).flatMap((number) => outcomes.get(number) ?? []);
    const seeds = [FIRST_OUTCOME, FIRST_OUTCOME + games - 1];
    const told = { set: toldSet(set), size: set.size, level: set.level, seeds };
    const rounded = used.map(recordedGame);
    const lists = { worst: rounded.map(([worst]) => worst), least: rounded.map(([, least]) => least) };
    return [family, { ...told, games: used.length, order: orderOf(used.length), ...lists }] as const;
  });
  const about =
    "One entry a game, in the order of their seeds; the first of them (order) are for the order of the thresholds. worst: " +
    "the highest confidence of a wrong move that a rule of thresholds would have played unchecked, -1 where there was " +
    "none. least: the lowest confidence of all that was proposed, 0 where something visibly broke a rule.";
  const head = { command: `./dev eval --strategies --outcomes ${String(games)}`, network: card.sha256, about };
  const lines = families.map(([family, one]) => `  ${JSON.stringify(family)}: ${JSON.stringify(one)}`);
  const fields = Object.entries(head).map(([name, value]) => ` ${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  const json = `{\n${fields.join("\n")}\n "families": {\n${lines.join(",\n")}\n }\n}\n`;
  writeFileSync(repositoryPath("models/results/game_outcomes.json"), json);
}
