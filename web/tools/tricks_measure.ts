// What each system, and the two together, make of problems that were held out, of the fifteen of the page, and of problems in
// words that the grammar does not have. The right answers are those of tricks_key.ts.

import { readFileSync, writeFileSync } from "node:fs";

import card from "../../models/exhibits/tricks/card.json";
import { textOf } from "../src/exhibits/tricks/draw";
import { PROBLEMS } from "../src/exhibits/tricks/problems";
import { think, type Thoughts } from "../src/exhibits/tricks/think";
import type { Host } from "../src/host/host";
import type { Tongue } from "../src/exhibits/tricks/grammar";
import { fetchWords } from "../src/i18n/catalogues";
import { setLanguage } from "../src/i18n/i18n";
import type { NetworkFile } from "../src/protocol/messages";
import { repositoryPath } from "./node_transports";
import { progressBar } from "./progress";
import { keyOf } from "./tricks_key";
import { setPath, type Exported } from "./tricks_sets";
import paraphrases from "./tricks_paraphrases.json";

const NETWORK: NetworkFile = { address: repositoryPath("models/exhibits/tricks/tricks.onnx"), sha256: card.sha256 };
const LANGUAGES = ["en", "ko"] as const;
/** In the first of the pairs, System 2 is asked where System 1 is less sure than this. */
const SURE = 0.9;

interface Asked {
  language: Tongue;
  text: string;
  right: number;
}

interface Answered extends Thoughts {
  language: Tongue;
  right: number;
}

const readSet = (name: string): Asked[] =>
  (JSON.parse(readFileSync(setPath(name), "utf8")) as { items: Exported[] }).items.map(
    ({ id, numbers, language, text }) => ({
      ...{ language, text },
      right: keyOf(id, numbers),
    }),
  );

const fixed = (): Asked[] =>
  LANGUAGES.flatMap((language) =>
    PROBLEMS.map((problem) => ({
      ...{ language, text: textOf(problem, language) },
      right: keyOf(problem.structure.id, problem.numbers),
    })),
  );

async function answer(host: Host, name: string, asked: readonly Asked[]): Promise<Answered[]> {
  const bar = progressBar(asked.length);
  const answered: Answered[] = [];
  for (const { language, text, right } of asked) {
    answered.push({ ...(await think(host, NETWORK, text, language)), language, right });
    bar.tick(name);
  }
  bar.stop();
  return answered;
}

const rounded = (share: number) => Math.round(share * 10000) / 10000;
const mean = (numbers: number[]) => rounded(numbers.reduce((a, b) => a + b, 0) / numbers.length);

function figuresOf(answered: readonly Answered[]) {
  const shareOf = (is: (one: Answered) => boolean) => mean(answered.map((one) => Number(is(one))));
  const unsure = ({ quick }: Answered) => (quick?.probability ?? 0) < SURE;
  const careful = (one: Answered) => one.careful?.answer ?? null;
  const quick = (one: Answered) => one.quick?.answer ?? null;
  return {
    problems: answered.length,
    system1: shareOf((one) => quick(one) === one.right),
    sureness: mean(answered.map((one) => one.quick?.probability ?? 0)),
    system2: shareOf((one) => careful(one) === one.right),
    unsure: {
      right: shareOf((one) => (unsure(one) ? careful(one) : quick(one)) === one.right),
      asked: shareOf(unsure),
    },
    checked: {
      right: shareOf((one) => one.pair === one.right),
      overruled: shareOf((one) => one.checked?.finding === "refuted"),
    },
  };
}

/** All of it, and each language by itself. */
function byLanguage(answered: readonly Answered[]) {
  const [en, ko] = LANGUAGES.map((language) => figuresOf(answered.filter((one) => one.language === language)));
  return { all: figuresOf(answered), en, ko };
}

async function outside(host: Host) {
  const asked = paraphrases.problems.map(({ language, text, answer: right }) => ({
    ...{ language: language as Tongue, text, right },
  }));
  const answered = await answer(host, "in other words", asked);
  const rightOf = (kind: string) => {
    const some = answered.filter((_, i) => paraphrases.problems[i]!.kind === kind);
    return { count: some.length, right: some.filter(({ quick, right }) => quick?.answer === right).length };
  };
  const read = answered.filter(({ careful }) => careful !== null).length;
  return { count: answered.length, read, system1: { everyday: rightOf("everyday"), tricky: rightOf("tricky") } };
}

export async function measure(host: Host): Promise<void> {
  await fetchWords("en");
  setLanguage("en");
  const results = {
    command: "npx tsx web/tools/tricks.ts measure",
    about:
      "Shares of right answers; problems have exactly one whole answer. sureness: System 1's mean probability of its answer. " +
      "unsure: System 2 is asked where System 1 is less sure than `sure`. checked: System 1's answer is put into the sums.",
    sure: SURE,
    everyday: byLanguage(await answer(host, "everyday", readSet("held_out_everyday"))),
    tricky: byLanguage(await answer(host, "tricky", readSet("held_out_tricky"))),
    fixed: byLanguage(await answer(host, "the fifteen", fixed())),
    outside: await outside(host),
    practice: card.results,
  };
  writeFileSync(repositoryPath("models/results/tricks.json"), `${JSON.stringify(results, null, 2)}\n`);
}
