// Whether the promise is kept: the recorded games dealt anew a thousand times, by the engine, for a few wishes. Into
// models/results/guarantee.json.

import { readFileSync, writeFileSync } from "node:fs";

import { recordedOf, type Outcomes } from "../../src/game/recorded";
import { dealingOf } from "../../src/lab/calibration";
import type { Guarantee } from "../../src/lab/figures/results";
import type { KeptPromise, Wish } from "../../src/protocol/engine";
import { nodeParts, Bench } from "../bench_parts";
import { repositoryPath } from "../node_transports";
import { table, percent } from "../table";

export const WISHES: readonly Wish[] = [
  { alpha: 0.05, delta: 0.1 },
  { alpha: 0.01, delta: 0.1 },
  { alpha: 0.1, delta: 0.1 },
  { alpha: 0.05, delta: 0.05 },
];

export async function measureGuarantee(): Promise<void> {
  const recorded = JSON.parse(readFileSync(repositoryPath("models/results/game_outcomes.json"), "utf8")) as Outcomes;
  const parts = nodeParts();
  await parts.load("engine");
  const result = await guaranteeOf(new Bench(parts), recorded);
  await parts.close();
  const lines = JSON.stringify(result, null, 1).replace(/\[[\s\d.,eE+-]+\]/g, (numbers) => numbers.replace(/\s+/g, ""));
  writeFileSync(repositoryPath("models/results/guarantee.json"), `${lines}\n`);
  process.stdout.write(`${told(result)}\n`);
}

export async function guaranteeOf(bench: Bench, recorded: Outcomes): Promise<Guarantee> {
  const calibrations = recordedOf(recorded);
  const wishes: Guarantee["wishes"] = [];
  for (const wish of WISHES) {
    const families: Record<string, KeptPromise & { games: number }> = {};
    for (const { family, games } of calibrations) {
      const asked = { ...wish, ...dealingOf(games.length), games: [...games] };
      families[family] = { games: games.length, ...(await bench.ask("splits", asked)).value };
    }
    wishes.push({ ...wish, families });
  }
  return {
    command: "./dev eval --strategies --guarantee",
    network: recorded.network,
    about:
      "The games of game_outcomes.json, dealt anew `times` times into one in five for the order of the thresholds, three in " +
      "ten to certify on, and the rest. broken: deals whose threshold loses more than alpha of the games that were not used " +
      "for the order, within: the chance of that at 95 %; met_above: deals in which more than alpha of the rest was lost. " +
      "lost, checked: of the rest, the share lost, and the share with something checked; floor: what no rule can be below.",
    wishes,
  };
}

function told({ wishes }: Guarantee): string {
  const rows = wishes.flatMap(({ alpha, delta, families }) =>
    Object.entries(families).map(([family, one]) => [
      ...[percent(alpha), percent(delta), family, String(one.games), percent(one.broken / one.times)],
      ...[`${percent(one.within[0])}–${percent(one.within[1])}`, percent(one.met_above / one.times)],
      ...[percent(one.lost), percent(one.checked), percent(one.floor), percent(one.certified / one.times)],
    ]),
  );
  const head = [
    "alpha",
    "delta",
    "family",
    "games",
    "broken",
    "95 %",
    "met above",
    "lost",
    "checked",
    "floor",
    "certified",
  ];
  return table([head, ...rows]);
}
