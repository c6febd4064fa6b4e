// Looks through the packs for what the guide's first exhibit shows: positions in which System 1 is sure of its next move and
// right, and others in which it is as sure and wrong. Writes puzzles/exhibits/sure.json.
//
//   ./dev build wasm && npx tsx web/tools/find_sure.ts
//
// System 1 plays alone until its first mistake. The mistake is taken where System 2's refutation is told in
// few lines; and from other puzzles of the same kind, moves that it was as sure of and that were right. Which is which is
// not written down: the page asks System 2.

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";

import type { Bet } from "../src/guide/bets";
import type { Move } from "../src/game/settings";
import { Host } from "../src/host/host";
import { findTruth } from "../src/host/truth";
import { runTool } from "./failure";
import { isTold } from "./first_steps";
import { nodeTransports, repositoryPath } from "./node_transports";
import { packedFamilies, readPack } from "./pack_file";
import { progressBar } from "./progress";

/** From so sure on, the pair plays a move unchecked. */
const SURE = 0.8;
/** A proof of so many lines, told step by step, can be followed. */
const FEW_LINES = 5;
/** A board of so many cells is taken in at a glance. */
const MOST_CELLS = 81;
/** Wrong ones, and as many right ones, of each family. */
const EACH = 2;

interface Guess {
  bet: Bet;
  right: boolean;
  probability: number;
}

/** The moves that System 1 was sure of, one after the other, the first wrong one last. */
async function sureMoves(player: Host, family: string, text: string, solution: readonly (number | null)[]) {
  const { board } = await player.open({ family, text });
  if (board.cells.length > MOST_CELLS || board.grows) return [];
  const moves: Move[] = [];
  const guesses: Guess[] = [];
  for (;;) {
    const result = await player.step();
    if (result.kind !== "decided" || result.decision.kind !== "place") return guesses;
    const { variable, value, thought } = result.decision;
    const probability = thought?.intuition?.proposal.probability ?? 0;
    const right = solution[variable] === value;
    if (probability >= SURE)
      guesses.push({ bet: { family, text, moves: [...moves], variable, value }, right, probability });
    if (!right) return guesses;
    moves.push({ variable, value });
  }
}

/** Whether System 2's proof, for or against it, can be followed. */
async function canBeFollowed(judge: Host, { family, text, moves, variable, value }: Bet): Promise<boolean> {
  await judge.open({ family, text });
  for (const move of moves) await judge.play(move.variable, move.value);
  const { proof } = await judge.examine(variable, value);
  return isTold(proof) && proof!.lines.length <= FEW_LINES;
}

/** The first of them that can be followed, with none of the puzzles that are there already. */
async function pick(judge: Host, guesses: readonly Guess[], count: number, taken: Set<string>): Promise<Bet[]> {
  const picked: Bet[] = [];
  for (const { bet } of guesses) {
    if (picked.length === count) break;
    if (taken.has(bet.text) || !(await canBeFollowed(judge, bet))) continue;
    taken.add(bet.text);
    picked.push(bet);
  }
  return picked;
}

async function betsOf(family: string, player: Host, judge: Host): Promise<Bet[]> {
  const { puzzles } = readPack(family);
  const bar = progressBar(puzzles.length);
  const guesses: Guess[] = [];
  for (const { text } of puzzles) {
    const { values: solution } = await findTruth(judge, family, text);
    if (solution !== null) guesses.push(...(await sureMoves(player, family, text, solution)));
    bar.tick("");
  }
  bar.stop();
  const surest = guesses.sort((one, other) => other.probability - one.probability);
  const taken = new Set<string>();
  const wrong = await pick(
    judge,
    surest.filter(({ right }) => !right),
    EACH,
    taken,
  );
  // Half way through the right ones: the surest of all are played when nearly nothing is open.
  const right = surest.filter((one) => one.right);
  const rest = await pick(judge, right.slice(Math.floor(right.length / 2)), wrong.length, taken);
  console.log(`${family}: ${wrong.length} wrong, ${rest.length} right`);
  return [...wrong, ...rest];
}

const hashOf = (bet: Bet) => createHash("sha256").update(JSON.stringify(bet)).digest("hex");

async function main(): Promise<void> {
  const player = new Host(nodeTransports());
  const judge = new Host(nodeTransports());
  const bets: Bet[] = [];
  try {
    await player.configure({ strategy: "system1" });
    for (const family of packedFamilies()) bets.push(...(await betsOf(family, player, judge)));
  } finally {
    player.close();
    judge.close();
  }
  // In no order that would tell which are right.
  const mixed = bets.sort((one, other) => (hashOf(one) < hashOf(other) ? -1 : 1));
  const lines = mixed.map((bet) => "    " + JSON.stringify(bet)).join(",\n");
  mkdirSync(repositoryPath("puzzles/exhibits"), { recursive: true });
  writeFileSync(
    repositoryPath("puzzles/exhibits/sure.json"),
    `{\n  "format": "fastslow-bets/1",\n  "bets": [\n${lines}\n  ]\n}\n`,
  );
}

await runTool("find_sure", main);
