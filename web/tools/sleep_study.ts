// How much sleeping on it brings, with what is shipped (the engine's Wasm module, the model, ONNX Runtime Web) under
// Node: every puzzle of some sets, played by System 1 alone, which may think a position over from 0, 4, 8, … other
// states; and by the pair. Writes models/results/sleep.json.
//
//     npx tsx web/tools/sleep_study.ts            every set; puzzles that are finished already are not played again
//     npx tsx web/tools/sleep_study.ts sudoku-hard …   only these sets
//     npx tsx web/tools/sleep_study.ts --report        only writes the file from what is finished
//
// A game of System 1 alone ends with its first wrong move, since nobody takes it back. Where no decision of a game took
// more states than a smaller number would allow, the game with that number is the same and is not played again.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

import { Host } from "../src/host/host";
import type { Decision } from "../src/protocol/engine";
import { findTruth, type Truth } from "../src/host/truth";
import { stepLimit } from "./eval_puzzle";
import { runTool } from "./failure";
import { nodeTransports, repositoryPath } from "./node_transports";
import { puzzlesOf } from "./puzzle_file";
import { quantile, rounded } from "./statistics";

/** From how many other states, most first. */
const STATES = [32, 16, 8, 4, 0];
/** The pair's: each puzzle is played with every one of them. */
const PAIR = [0, 4];
/** Hard packs on which the pair is measured. */
const PAIR_FAMILIES = ["sudoku", "kenken"];
/** Of the long file every so many-th puzzle. */
const EVERY = 5;
const FOLDER = repositoryPath("build/sleep");
const COMMAND = "npx tsx web/tools/sleep_study.ts";

interface Puzzles {
  name: string;
  family: string;
  texts: string[];
  /** System 1 alone, or the pair. */
  pair: boolean;
}

/** One game. */
interface Played {
  solved: boolean;
  /** The first decision rests on a picture that breaks no rule. */
  atOnce: boolean;
  /** The most states that a decision took. */
  most: number;
  looks: number;
  slept: number;
  s1Ms: number;
  s2Ms: number;
  asked: number;
  effort: number;
}

type Games = Record<string, Played>;

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  mkdirSync(FOLDER, { recursive: true });
  const sets = allSets();
  if (!wanted.includes("--report")) {
    const player = new Host(nodeTransports());
    const judge = new Host(nodeTransports());
    try {
      await player.warmUp();
      for (const set of sets.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
        await playSet(player, judge, set);
      }
    } finally {
      player.close();
      judge.close();
    }
  }
  writeFileSync(repositoryPath("models/results/sleep.json"), `${JSON.stringify(report(sets), null, 1)}\n`);
}

/** The published files, where a folder beside the repository has them, then the packs. */
function allSets(): Puzzles[] {
  const sets: Puzzles[] = [];
  for (const [name, every] of [
    ["hardest11", 1],
    ["top95", 1],
    ["clue17-1000", EVERY],
  ] as const) {
    const file = repositoryPath(`../shared/data/sudoku/${name}.txt`);
    if (!existsSync(file)) continue;
    const texts = puzzlesOf(readFileSync(file, "utf8")).map(({ text }) => text);
    sets.push({ name, family: "sudoku", pair: false, texts: texts.filter((_, at) => at % every === 0) });
  }
  for (const file of readdirSync(repositoryPath("puzzles"))
    .filter((name) => name.endsWith(".json"))
    .sort()) {
    const pack = JSON.parse(readFileSync(repositoryPath(`puzzles/${file}`), "utf8")) as {
      family: string;
      puzzles?: { text: string; level: string; size: string }[];
    };
    for (const level of ["hard", "medium", "easy"]) {
      const texts = (pack.puzzles ?? [])
        .filter((one) => one.level === level && !one.size.includes("game"))
        .map(({ text }) => text);
      if (texts.length === 0) continue;
      sets.push({ name: `${pack.family}-${level}`, family: pack.family, texts, pair: false });
      if (level !== "hard" || !PAIR_FAMILIES.includes(pack.family)) continue;
      sets.push({ name: `${pack.family}-${level}, the pair`, family: pack.family, texts, pair: true });
    }
  }
  return sets;
}

async function playSet(player: Host, judge: Host, { name, family, texts, pair }: Puzzles): Promise<void> {
  const file = fileOf(name);
  const known: Games[] = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Games[]) : [];
  for (const [at, text] of texts.entries()) {
    if (known[at] !== undefined) continue;
    const truth = await findTruth(judge, family, text);
    known.push(pair ? await pairGames(player, family, text, truth) : await games(player, family, text, truth));
    if (at % 5 === 4 || at === texts.length - 1) {
      writeFileSync(file, JSON.stringify(known));
      process.stderr.write(`${name} ${String(at + 1)}/${String(texts.length)}\n`);
    }
  }
}

const fileOf = (name: string): string => `${FOLDER}/${name.replace(/[^a-z0-9-]+/g, "-")}.json`;

async function games(player: Host, family: string, text: string, truth: Truth): Promise<Games> {
  const found: Games = {};
  let last: Played | null = null;
  for (const sleep of STATES) {
    const same: Played | null = last !== null && last.most <= sleep && sleep > 0 ? last : null;
    last = same ?? (await game(player, family, text, truth, { strategy: "system1", sleep }));
    found[String(sleep)] = last;
  }
  return found;
}

async function pairGames(player: Host, family: string, text: string, truth: Truth): Promise<Games> {
  const found: Games = {};
  for (const sleep of PAIR) {
    found[String(sleep)] = await game(player, family, text, truth, { strategy: "threshold", sleep });
  }
  return found;
}

interface Way {
  strategy: "system1" | "threshold";
  sleep: number;
}

async function game(player: Host, family: string, text: string, truth: Truth, way: Way): Promise<Played> {
  const { board, view: start } = await player.open({ family, text });
  await player.configure({ ...way });
  const played: Played = {
    ...{ solved: false, atOnce: false, most: 0, looks: 0, slept: 0, s1Ms: 0, s2Ms: 0, asked: 0, effort: 0 },
  };
  let view = start;
  let first = true;
  for (let steps = 0; steps < stepLimit(board.cells.length); steps++) {
    const result = await player.step();
    if (result.kind !== "decided") break;
    view = result.view;
    played.s1Ms += result.timings.system1Ms;
    played.s2Ms += result.timings.system2Ms;
    note(played, result.decision, first);
    first = false;
    if (view.status === "solved" || (way.strategy === "system1" && isWrong(result.decision, truth))) break;
  }
  const right = truth.values === null || truth.values.every((value, i) => value === view.cells[i]?.value);
  return {
    ...played,
    solved: view.status === "solved" && right,
    s1Ms: rounded(played.s1Ms),
    s2Ms: rounded(played.s2Ms),
  };
}

function note(played: Played, { thought }: Decision, first: boolean): void {
  const intuition = thought?.intuition;
  if (thought?.deliberation) {
    played.asked++;
    played.effort += thought.deliberation.effort;
  }
  if (!intuition) return;
  const { whole, slept, looks } = intuition.evidence;
  if (first) played.atOnce = whole;
  if (intuition.inference === "reused") return;
  played.most = Math.max(played.most, slept);
  played.slept += slept;
  played.looks += looks + slept;
}

function isWrong(decision: Decision, truth: Truth): boolean {
  return decision.kind === "place" && truth.values !== null && truth.values[decision.variable] !== decision.value;
}

/** Of every set that is finished, or the part of it that is. */
function report(sets: readonly Puzzles[]): unknown {
  const found: Record<string, unknown> = {};
  for (const { name, texts, pair } of sets) {
    if (!existsSync(fileOf(name))) continue;
    const games = JSON.parse(readFileSync(fileOf(name), "utf8")) as Games[];
    const numbers = pair ? PAIR : [...STATES].reverse();
    const by = numbers.map((sleep): [string, unknown] => [String(sleep), summary(games.map((one) => one[sleep]!))]);
    found[name] = {
      puzzles: games.length,
      of: texts.length,
      who: pair ? "pair" : "system1",
      sleep: Object.fromEntries(by),
    };
  }
  return { command: COMMAND, about: ABOUT, sets: found };
}

const ABOUT = {
  sleep: "from how many other states System 1 may think a position over, at most; 0: it does not sleep on anything",
  solved: "finished without a mistake",
  at_once: "solved by a picture of the start that broke no rule (not looked for without sleeping)",
  looks: "of System 1, a puzzle: mean; from another state a look takes 60 iterations, a first one 6, a second one 18",
  s1_ms: "of System 1's looks, a puzzle: mean, median, 95th percentile; under Node, one thread, on a busy machine",
  s2_ms: "of System 2's answers, a puzzle, likewise",
  asked: "decisions for which System 2 was asked, a puzzle: mean; its operations likewise (effort)",
  of: "puzzles in the set; fewer are told where not all were played",
};

function summary(games: readonly Played[]): unknown {
  const mean = (values: number[]) =>
    rounded(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
  const times = (values: number[]) => ({
    ...{ mean: mean(values), median: rounded(quantile(values, 0.5)), p95: rounded(quantile(values, 0.95)) },
  });
  const asked = games.some((one) => one.asked > 0);
  return {
    solved: games.filter((one) => one.solved).length,
    at_once: games.filter((one) => one.atOnce && one.solved).length,
    looks: mean(games.map((one) => one.looks)),
    s1_ms: times(games.map((one) => one.s1Ms)),
    ...(asked && {
      s2_ms: times(games.map((one) => one.s2Ms)),
      asked: mean(games.map((one) => one.asked)),
      effort: mean(games.map((one) => one.effort)),
    }),
  };
}

await runTool("sleep_study", main);
