// The figures that the guide tells: read from what the studies, the card and the packs say while the page is built, so that
// none of them is typed.

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

import { repositoryPath } from "../tools/node_transports";
import { packedFamilies, readPack } from "../tools/pack_file";

const ID = "virtual:measured";

const read = <T>(path: string): T => JSON.parse(readFileSync(repositoryPath(path), "utf8")) as T;

interface Mean {
  model: string;
  parameters: number;
  budget: number;
  puzzles: number;
  alone: { mean: number };
  solved: { mean: number };
  escalated: { mean: number };
}

/** Networks of every size, trained on the same puzzles for the same time. */
function sizes() {
  const { command, setting, means } = read<{
    command: string;
    setting: { test: number; training: number; seconds: number };
    means: Mean[];
  }>("models/results/sizes.json");
  const rows = means
    .filter(({ budget, puzzles }) => budget === 1 && puzzles > 0)
    .map(({ model, parameters, alone, solved, escalated }) => ({
      model,
      parameters,
      alone: alone.mean,
      solved: solved.mean,
      asked: escalated.mean,
    }));
  return { command, test: setting.test, training: setting.training, seconds: setting.seconds, rows };
}

interface Live {
  kind: string;
  puzzles: number;
  parameters: number;
  legal_values: Played;
  all_values: Played;
}

interface Played {
  finished_alone: number;
  with_system2: { escalated: number };
}

/** The networks that are let loose on a reader's own Sudoku. */
function live() {
  const { command, setting, networks } = read<{
    command: string;
    setting: { test: number; seconds: number; threshold: number };
    networks: Live[];
  }>("models/results/sizes_live.json");
  const shares = ({ finished_alone: alone, with_system2 }: Played) => ({ alone, asked: with_system2.escalated });
  const rows = networks.map(({ kind, puzzles, parameters, legal_values, all_values }) => ({
    ...{ kind, puzzles, parameters, legal_values: shares(legal_values), all_values: shares(all_values) },
  }));
  const { test, seconds, threshold } = setting;
  return { command, test, seconds, threshold, rows };
}

/** What each system made of the collections. */
function packs() {
  return packedFamilies().map((family) => {
    const { puzzles } = readPack(family);
    const played = puzzles.flatMap(({ played: one }) => (one ? [one] : []));
    const sum = (of: (one: (typeof played)[number]) => number) => played.reduce((total, one) => total + of(one), 0);
    return {
      family,
      puzzles: played.length,
      alone: sum(({ alone }) => Number(alone === "solved")),
      wrong: sum(({ alone }) => Number(alone === "wrong")),
      asked: sum(({ asked }) => asked),
    };
  });
}

function network() {
  const { parameters, data, training } = read<{
    parameters: number;
    data: { training: { positions: number; sources: { count: number }[] } };
    training: { minutes: number };
  }>("models/fastslow.json");
  const puzzles = data.training.sources.reduce((total, { count }) => total + count, 0);
  return { parameters, puzzles, minutes: training.minutes };
}

export function measured(): Plugin {
  const told = () =>
    Object.entries({ sizes: sizes(), live: live(), packs: packs(), network: network() })
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
      .join("");
  return {
    name: "fastslow-measured",
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? told() : undefined),
  };
}
