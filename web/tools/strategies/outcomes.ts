// What a guarantee is tested on: of many recorded games, the highest confidence of a wrong move that a rule which trusts
// from some confidence on would have played unchecked. One game by the oracle tells it for every such confidence
// (engine/arbiter/strategies/oracle.cc).

import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import type { Decision } from "../../src/protocol/engine";
import { nodeParts, startBench, type Bench } from "../bench_parts";
import { temperatureFor } from "../../src/host/policy_client";
import { repositoryPath } from "../node_transports";
import { progressBar } from "../progress";
import { short } from "./measures";
import { FIRST_OUTCOME, OUTCOME_SETS, toldSet } from "./plan";
import { solutionOf, step } from "./play";

/** Number for the generator, and the worst error: -1 where every move was right; null where the puzzle is no use. */
type Outcome = [number, number | null];

export async function recordOutcomes(folder: string, games: number): Promise<void> {
  const parts = nodeParts();
  const { bench, card } = await startBench(parts);
  await bench.ask("configure", { trained: card.trained });
  const families = Object.keys(OUTCOME_SETS);
  const kept = new Map(families.map((family) => [family, read(folder, family)]));
  const bar = progressBar(games * families.length);
  for (let at = 0; at < games; at++) {
    for (const family of families) {
      const known = kept.get(family) ?? new Map<number, number | null>();
      const number = FIRST_OUTCOME + at;
      if (!known.has(number)) {
        const temperature = temperatureFor(card, family);
        const worst = await play(bench, family, number, temperature);
        known.set(number, worst);
        appendFileSync(fileOf(folder, family), `${JSON.stringify([number, worst])}\n`);
      }
      bar.tick(family);
    }
  }
  bar.stop();
  await parts.close();
  write(kept, games);
}

const fileOf = (folder: string, family: string): string => path.join(folder, `outcomes.${family}.jsonl`);

function read(folder: string, family: string): Map<number, number | null> {
  const file = fileOf(folder, family);
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n");
  return new Map(lines.filter((line) => line.endsWith("]")).map((line) => JSON.parse(line) as Outcome));
}

async function play(bench: Bench, family: string, number: number, temperature: number): Promise<number | null> {
  const { text } = (await bench.ask("generate", { family, ...OUTCOME_SETS[family]!, seed: number })).value;
  const truth = await solutionOf(bench, family, text);
  if (truth === null) return null;
  await bench.ask("open", { family, text });
  await bench.ask("configure", { strategy: "oracle", temperature, truth });
  const cost = { work1: 0, ms1: 0, ms2: 0 };
  for (let effect = await step(bench, cost); effect.kind === "decided";) effect = await step(bench, cost);
  const { trace } = (await bench.ask("trace", {})).value;
  return trace.status === "solved" ? worstOf(trace.decisions) : null;
}

/** What visibly breaks a rule is not played unchecked, however sure System 1 is of it. */
export function worstOf(decisions: readonly Decision[]): number {
  const wrong = decisions.flatMap(({ thought }) => {
    if (thought?.deliberation?.outcome !== "outcome.refuted" || thought.intuition === null) return [];
    const { proposal, evidence } = thought.intuition;
    return evidence.legal && evidence.violated === 0 ? [proposal.probability] : [];
  });
  return wrong.length > 0 ? short(Math.max(...wrong)) : -1;
}

function write(kept: ReadonlyMap<string, ReadonlyMap<number, number | null>>, games: number): void {
  const families = [...kept].map(([family, outcomes]) => {
    const used = [...outcomes.values()].filter((worst) => worst !== null);
    const set = toldSet(OUTCOME_SETS[family]!);
    const numbers = [...outcomes.keys()];
    const errors = used.filter((worst) => worst >= 0).sort((a, b) => b - a);
    return [family, { set, seeds: [Math.min(...numbers), Math.max(...numbers)], games: used.length, errors }] as const;
  });
  const about =
    "Of games without any wrong move only the number is kept; of the others, the highest confidence of one.";
  const command = `./dev eval --strategies --outcomes ${String(games)}`;
  const lines = families.map(([family, one]) => `  ${JSON.stringify(family)}: ${JSON.stringify(one)}`);
  const json = `{\n "command": ${JSON.stringify(command)},\n "about": ${JSON.stringify(about)},\n "families": {\n${lines.join(",\n")}\n }\n}\n`;
  writeFileSync(repositoryPath("models/results/game_outcomes.json"), json);
}
