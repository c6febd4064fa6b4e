// Looks through the packs for what the guide's first exhibit shows: puzzles on which System 1, at its first glance, is quick
// and right about a cell, and others on which it is as sure and wrong. Writes puzzles/exhibits/sure.json.
//
//   ./dev build wasm && npx tsx web/tools/find_sure.ts
//
// Wrong ones are taken where System 2 refutes the guess by few rules, so that one can follow it; right ones of the same
// kinds, and as sure. Which is which is not written down: the page asks System 2.

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";

import { Host } from "../src/host/host";
import type { Bet } from "../src/guide/bets";
import type { Candidate } from "../src/protocol/engine";
import { findTruth } from "./eval_puzzle";
import { runTool } from "./failure";
import { nodeTransports, repositoryPath } from "./node_transports";
import { packedFamilies, readPack } from "./pack_file";
import { progressBar } from "./progress";

/** From so sure on, the pair plays a move unchecked. */
const SURE = 0.8;
/** A refutation of so many rules can be followed. */
const FEW_RULES = 8;
/** Of the right guesses, so many are tried. */
const CLOSEST = 3;
/** Wrong ones, and as many right ones, of each family. */
const EACH = 2;

interface Found {
  bet: Bet;
  right: boolean;
  probability: number;
  rules: number;
}

/** The surest wrong guess and the right one that is closest to it in sureness, at the start of a puzzle. */
async function guesses(player: Host, judge: Host, family: string, text: string): Promise<Found[]> {
  const { values: solution } = await findTruth(judge, family, text);
  if (solution === null) return [];
  await player.open({ family, text });
  const reading = await player.intuition();
  const best = (reading?.cells ?? []).flatMap(({ variable, candidates }) => {
    const first = candidates.reduce(
      (one, other) => (other.probability > one.probability ? other : one),
      candidates[0]!,
    );
    return first && first.probability >= SURE ? [{ variable, ...first }] : [];
  });
  const wrong = await followed(
    player,
    family,
    text,
    best.filter(({ variable, value }) => solution[variable] !== value),
  );
  const bad = wrong.sort((one, other) => other.probability - one.probability)[0];
  if (!bad) return [];
  const gap = (one: { probability: number }) => Math.abs(one.probability - bad.probability);
  const right = best
    .filter(({ variable, value }) => solution[variable] === value)
    .sort((one, other) => gap(one) - gap(other));
  const good = await followed(player, family, text, right.slice(0, CLOSEST));
  return [{ ...bad, right: false }, ...good.slice(0, 1).map((one) => ({ ...one, right: true }))];
}

/** Those of the guesses that System 2 settles by few rules. */
async function followed(player: Host, family: string, text: string, guesses: readonly Candidate[]) {
  const found: Omit<Found, "right">[] = [];
  for (const { variable, value, probability } of guesses) {
    const { answer } = await player.examine(variable, value);
    const rules = "core" in answer ? answer.core.parts.length : Infinity;
    if (rules <= FEW_RULES) found.push({ bet: { family, text, variable, value }, probability, rules });
  }
  return found;
}

/** Of each family some wrong ones, and as many right ones of other puzzles. */
function chosen(found: readonly Found[]): Found[] {
  const surest = [...found].sort((one, other) => other.probability - one.probability);
  const wrong = surest.filter((one) => !one.right).slice(0, EACH);
  const texts = new Set(wrong.map(({ bet }) => bet.text));
  const right = surest.filter((one) => one.right && !texts.has(one.bet.text)).slice(0, wrong.length);
  return [...wrong, ...right];
}

const hashOf = (bet: Bet) => createHash("sha256").update(JSON.stringify(bet)).digest("hex");

async function main(): Promise<void> {
  const families = packedFamilies();
  const player = new Host(nodeTransports());
  const judge = new Host(nodeTransports());
  const bets: Bet[] = [];
  try {
    for (const family of families) {
      const { puzzles } = readPack(family);
      const bar = progressBar(puzzles.length);
      const found: Found[] = [];
      for (const { text } of puzzles) {
        found.push(...(await guesses(player, judge, family, text)));
        bar.tick("");
      }
      bar.stop();
      const some = chosen(found);
      for (const { right, probability, rules, bet } of some)
        console.log(family, right ? "right" : "wrong", probability.toFixed(3), `${rules} rules`, bet.text);
      bets.push(...some.map(({ bet }) => bet));
    }
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
